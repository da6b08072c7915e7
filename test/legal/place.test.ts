import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { levelOf, levelOfPath, parsePlace, placeNamedIn, placeOfIssuer } from '../../src/legal/place.ts'

/** Lines of cells parted by "|"; those that begin with # are remarks. */
function fixture(name: string): string[][] {
  const text = readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return lines.map((line) => line.split('|').map((cell) => cell.trim()))
}

describe('the level of an organ', () => {
  test.each([
    ['UBND xã Minh Sơn', null, 'commune'],
    ['Đảng ủy phường 5', null, 'commune'],
    ['Ủy ban nhân dân huyện', null, 'district'],
    ['Ban Thường vụ Huyện ủy', '314-QĐ/TU', 'district'],
    ['Thành ủy Quy Nhơn', '12-KH/TU', 'district'],
    ['UBND thị xã Sa Pa', null, 'district'],
    ['UBND đặc khu Lý Sơn', null, 'commune'],
    ['UBND thành phố Huế', null, 'province'],
    ['UBND thành phố Đồng Nai', null, 'province'],
    ['Thành uỷ Hà Nội', '12-KH/TU', 'province'],
    ['Ban Thường vụ Tỉnh ủy', '12-QĐi/TW', 'province'],
    ['UBND thành phố Cần Thơ', null, 'province'],
    ['Sở Văn hóa, Thể thao và Du lịch', null, 'province'],
    ['Ban Bí thư Trung ương Đảng', '43-KL/TW', 'central'],
    ['Bộ trưởng Bộ Nội vụ', null, 'central'],
    ['Bộ Quốc phòng', null, 'central'],
    ['Bộ Chỉ huy Quân sự tỉnh', null, 'province'],
    ['Văn phòng Ủy ban nhân dân tỉnh', null, 'province'],
    ['Bảo hiểm xã hội tỉnh', null, 'province'],
    ['UBND TP. Hồ Chí Minh', null, 'province'],
    ['Ban Chỉ đạo Trung ương thực hiện Quy chế dân chủ ở cơ sở', null, 'central'],
    ['Đảng ủy Công an Trung ương', null, 'central'],
    ['Đảng ủy Quân sự tỉnh', null, 'province'],
    ['Liên minh Hợp tác xã Việt Nam', null, null],
    [null, '33/CT-TTg', 'central'],
    [null, '25-NQ/TW', 'central'],
    [null, '10/2022/QH15', 'central'],
    [null, '34/2007/PL-UBTVQH11', 'central'],
    [null, '01/2011/TT-BNV', 'central'],
    ['Ủy ban Dân tộc', '02/2018/TT-UBDT', 'central'],
    ['Chính phủ', '73-CP', 'central'],
    ['Sở Nội vụ', '36/2018/QH14', 'central'],
    [null, '01/2014/NQ-HĐTP', 'central'],
    ['Tỉnh ủy', '01-TT/TU', 'province'],
    [null, '407-QĐ/TU', 'province'],
    [null, '05-KH/BCS', 'province'],
    [null, '1132/TTr-SNV', 'province'],
    [null, '12/TT-SNV', 'province'],
    [null, '12/TT-UBND', null],
    ['UBND tỉnh Bình Định', '12/TT-UBND', 'province'],
    [null, '29-KH/HU', 'district'],
    [null, '62/KH-UBND', null],
    [null, '146/2025/NQ-HĐND', null],
    [null, '4215/UBND-NC', null],
  ])('%s, %s: %s', (issuer, number, level) => expect(levelOf(issuer, number)).toBe(level))
})

describe('the place of an issuer', () => {
  const commune = 'minh-son.ngoc-lac.thanh-hoa'
  const document = '3b4e2849f5e5'

  // Lines of test/fixtures/issuer-places.txt: issuer | citing place | day (may be empty) | place
  test.each(fixture('issuer-places.txt'))('%s | %s | %s → %s', (issuer, citing, on, place) => {
    const day = on || null
    const level = levelOf(issuer, null, day)
    const told = placeOfIssuer(issuer, level, citing || null, document, levelOfPath(citing), day)
    expect((told ?? '').replace('3b4e2849', '')).toBe(place)
  })

  test('units of one name at two levels are told apart', () => {
    expect(placeOfIssuer('UBND huyện Ngọc Lặc', 'district', 'ngoc-lac.ngoc-lac.thanh-hoa', document)).toBe(
      'ngoc-lac.thanh-hoa',
    )
    expect(placeOfIssuer('UBND thị trấn Ngọc Lặc', 'commune', commune, document)).toBe(
      'ngoc-lac.ngoc-lac.thanh-hoa',
    )
  })

  test('since 2025 a commune lies right below its province', () => {
    const cited = (issuer: string) => placeOfIssuer(issuer, 'commune', 'tay-son.gia-lai', document, 'commune')
    expect(cited('UBND xã Vĩnh Thạnh')).toBe('vinh-thanh.gia-lai')
    expect(cited('Đảng ủy xã')).toBe('tay-son.gia-lai')
  })

  test('organs of two unknown provinces stay two', () => {
    const [a, b] = ['aaaaaaaa1', 'bbbbbbbb2'].map((sha) => placeOfIssuer('Tỉnh ủy', 'province', null, sha))
    expect(a).not.toBe(b)
  })

  test.each([
    ['UBND huyện Ngọc Lặc', 'ngoc-lac'],
    ['ỦY BAN NHÂN DÂN TỈNH CAO BẰNG', 'cao-bang'],
    ['Ủy ban nhân dân huyện và Ban Dân vận Huyện ủy', null],
    ['Ủy ban nhân dân Quận 1', '1'],
    ['UBND huyện Ngọc Lặc và các xã', 'ngoc-lac'],
    ['UBND TP Đà Nẵng', 'da-nang'],
    ['Chính phủ', null],
  ])('%s names %s', (issuer, place) => expect(placeNamedIn(issuer)).toBe(place))

  test('before 2025 thành phố Huế was a city of Thừa Thiên Huế', () => {
    expect(levelOf('Thành ủy Huế', null, '2024-12-31')).toBe('district')
    expect(levelOf('Thành ủy Huế', null, '2025-01-01')).toBe('province')
  })

  test('two parts are a district where the map has one, else a commune of 2025', () => {
    expect(levelOfPath('ngoc-lac.thanh-hoa')).toBe('district')
    expect(levelOfPath('xa-ngoc-lac.thanh-hoa')).toBe('commune')
    expect(levelOfPath('minh-son.thanh-hoa')).toBe('commune')
    expect(levelOfPath('moc-ha.lam-sa')).toBe('district')
    expect(levelOfPath('tay-son.binh-dinh')).toBe('district')
    expect(levelOfPath('chau-thanh.?3b4e2849')).toBeNull()
  })

  test('the length of a path is a level', () => {
    expect(levelOfPath(commune)).toBe('commune')
    expect(levelOfPath('thanh-hoa')).toBe('province')
    expect(levelOfPath('?3b4e2849')).toBeNull()
    expect(levelOfPath(null)).toBeNull()
  })

  test('people may write a path with marks', () => {
    expect(parsePlace('Ngọc Lặc.Thanh Hóa')).toBe('ngoc-lac.thanh-hoa')
    expect(parsePlace('a.b.c.d')).toBeNull()
    expect(parsePlace('')).toBeNull()
  })
})
