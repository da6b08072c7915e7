import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '../../../src/legal/fold.ts'
import { unitsOfChanges } from '../../../src/legal/units/changes-of-2025.ts'
import { createGazetteer } from '../../../src/legal/units/gazetteer.ts'
import { DISTRICTS, PROVINCES } from '../../../src/legal/units/index.ts'
import { namesToLookUp } from '../../../src/legal/units/place-name.ts'

const row = (ward: string, district: string, province: string, newWard: string, newProvince = province) => ({
  province,
  district,
  ward,
  newProvince,
  newWard,
})
const { units } = unitsOfChanges([
  row('Xã Minh Sơn', 'Huyện Ngọc Lặc', 'Tỉnh Thanh Hóa', 'Xã Minh Sơn'),
  row('Thị trấn Ngọc Lặc', 'Huyện Ngọc Lặc', 'Tỉnh Thanh Hóa', 'Xã Ngọc Lặc'),
  row('Xã Minh Sơn', 'Huyện Triệu Sơn', 'Tỉnh Thanh Hóa', 'Xã Triệu Sơn'),
  row('Xã Hoa Lộc', 'Huyện Hậu Lộc', 'Tỉnh Thanh Hóa', 'Xã Hoa Lộc'),
  row('Xã Hòa Lộc', 'Huyện Hậu Lộc', 'Tỉnh Thanh Hóa', 'Xã Hoa Lộc'),
  row('Xã Yên Viên', 'Huyện Gia Lâm', 'Thành phố Hà Nội', 'Xã Phù Đổng'),
  row('Thị trấn Yên Viên', 'Huyện Gia Lâm', 'Thành phố Hà Nội', 'Xã Phù Đổng'),
  row('Xã Xa Dung', 'Huyện Điện Biên Đông', 'Tỉnh Điện Biên', 'Xã Xa Dung'),
  row('Phường 05', 'Quận 3', 'Thành phố Hồ Chí Minh', 'Phường Bàn Cờ'),
  row('Phường Phường Đúc', 'Quận Thuận Hóa', 'Thành phố Huế', 'Phường Thuận Hóa'),
])
const gazetteer = createGazetteer([...PROVINCES, ...DISTRICTS, ...units])
const find = (text: string, on?: string) => gazetteer.find(text, on).map(({ path }) => path)

describe('a place by its name', () => {
  test.each([
    ['tỉnh Thanh Hóa', ['thanh-hoa']],
    ['huyện Ngọc Lặc', ['ngoc-lac.thanh-hoa']],
    ['HUYỆN NGỌC LẶC', ['ngoc-lac.thanh-hoa']],
    ['huyen ngoc lac', ['ngoc-lac.thanh-hoa']],
    ['Ngoc Lac', ['ngoc-lac.ngoc-lac.thanh-hoa', 'ngoc-lac.thanh-hoa', 'xa-ngoc-lac.thanh-hoa']],
    ['xã Minh Sơn, huyện Ngọc Lặc, tỉnh Thanh Hóa', ['minh-son.ngoc-lac.thanh-hoa']],
    ['Tỉnh Thanh Hóa - Huyện Ngọc Lặc - Xã Minh Sơn', ['minh-son.ngoc-lac.thanh-hoa']],
    ['Minh Sơn/Ngọc Lặc/Thanh Hóa', ['minh-son.ngoc-lac.thanh-hoa']],
    ['xã Minh Sơn huyện Ngọc Lặc tỉnh Thanh Hóa', ['minh-son.ngoc-lac.thanh-hoa']],
    ['xã Minh Sơn, huyện Ngọc Lặc, tỉnh Thanh Hóa, Việt Nam', ['minh-son.ngoc-lac.thanh-hoa']],
    ['xa minh son, ngoc lac', ['minh-son.ngoc-lac.thanh-hoa']],
    ['xã Hoà Lộc, huyện Hậu Lộc', ['hoaf-loocj.hau-loc.thanh-hoa']],
    ['xã Hoa Lộc, huyện Hậu Lộc', ['hoa-loc.hau-loc.thanh-hoa']],
    ['xa hoa loc, huyen hau loc', ['hoa-loc.hau-loc.thanh-hoa', 'hoaf-loocj.hau-loc.thanh-hoa']],
    ['thị trấn Yên Viên', ['thi-tran-yen-vien.gia-lam.ha-noi']],
    ['Yên Viên', ['thi-tran-yen-vien.gia-lam.ha-noi', 'yen-vien.gia-lam.ha-noi']],
    ['Xa Dung', ['xa-dung.dien-bien', 'xa-dung.dien-bien-dong.dien-bien']],
    ['phường 5, Q.3, TP. Hồ Chí Minh', ['5.3.ho-chi-minh']],
    ['P5, Q3', ['5.3.ho-chi-minh']],
    ['Phường Đúc, Thuận Hóa', ['phuong-duc.thuan-hoa.hue']],
    ['Bà Rịa - Vũng Tàu', ['ba-ria-vung-tau']],
    ['thành phố Phan Rang - Tháp Chàm - Ninh Thuận', ['phan-rang-thap-cham.ninh-thuan']],
    ['thành phố Cao Lãnh', ['thanh-pho-cao-lanh.dong-thap']],
    ['huyện Sa Pa', ['sa-pa.lao-cai']],
    ['Lam Sa', []],
    ['xã Minh Sơn, tỉnh Cao Bằng', []],
    ['', []],
    [', - /', []],
  ])('%s: %j', (text, paths) => expect(find(text)).toEqual(paths))

  test('that several bear is answered with all, never with one of them', () => {
    expect(find('xã Minh Sơn')).toEqual([
      'minh-son.ngoc-lac.thanh-hoa',
      'minh-son.thanh-hoa',
      'minh-son.trieu-son.thanh-hoa',
    ])
    expect(find('huyện Châu Thành').length).toBeGreaterThan(5)
  })

  test('on a day: only what was there', () => {
    expect(find('xã Minh Sơn, Thanh Hóa', '2025-07-01')).toEqual(['minh-son.thanh-hoa'])
    expect(find('Ngọc Lặc', '2025-07-01')).toEqual(['xa-ngoc-lac.thanh-hoa'])
    expect(find('Bình Định', '2025-07-01')).toEqual([])
  })
})

describe('names of any kind', () => {
  const all = [...PROVINCES, ...DISTRICTS, ...units]
  const some = fc.constantFrom(...all)

  test('what is found with marks is found without, and in either order of its words', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(', ', ' - ', '/'), (unit, mark) => {
        const uppers = unit.path
          .split('.')
          .slice(1)
          .map((_, i, list) => all.find(({ path }) => path === list.slice(i).join('.')))
        const names = [unit, ...uppers].flatMap((each) => (each ? [`${each.kind} ${each.name}`] : []))
        const found = find(names.join(mark))
        expect(found).toContain(unit.path)
        expect(find(names.toReversed().join(mark))).toEqual(found)
        expect(find(foldText(names.join(mark)))).toContain(unit.path)
        expect(find(names.join(mark).toUpperCase())).toEqual(found)
        expect(find(names.join(mark).normalize('NFD'))).toEqual(found)
      }),
    )
  })

  test('no text throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void find(text)))
    fc.assert(
      fc.property(fc.array(fc.constantFrom('xã', 'Minh', '-', ',', '/', 'tỉnh', '5', ' ')), (words) => {
        find(words.join(' '))
      }),
    )
  })

  test.each(['-', 'a-', 'xã ', 'a,', 'thành phố ', 'Q.', '̣'])('a megabyte of %j ends quickly', (words) => {
    const start = performance.now()
    namesToLookUp(words.repeat(1_000_000 / words.length))
    namesToLookUp(words.repeat(60).slice(0, 200))
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})
