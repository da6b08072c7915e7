import { describe, expect, test } from 'vitest'
import { slug } from '../../../src/legal/fold.ts'
import {
  DISTRICTS,
  districtsNamed,
  PROVINCES,
  provincesWithin,
  unitAt,
} from '../../../src/legal/units/index.ts'

const paths = (units: readonly { path: string }[]) => units.map(({ path }) => path).sort()
const on = (day: string) =>
  PROVINCES.filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && day <= (validTo ?? '9999'))

describe('the shipped map', () => {
  test('63 provinces before 01/7/2025, 34 since', () => {
    expect(on('2025-06-30')).toHaveLength(63)
    expect(on('2025-07-01')).toHaveLength(34)
    expect(on('2024-12-31')).toHaveLength(63)
    expect(on('2007-01-01')).toHaveLength(64)
  })

  test('52 provinces became 23: 29 have a successor that is there', () => {
    const ended = PROVINCES.filter(({ validTo }) => validTo === '2025-06-30')
    expect(ended).toHaveLength(29)
    for (const { successors } of ended) expect(unitAt(successors[0] ?? '')?.validTo).toBeNull()
  })

  test('696 districts on their last day', () => {
    expect(DISTRICTS.filter(({ validTo }) => validTo === '2025-06-30')).toHaveLength(696)
  })

  test('two units are never one place, and every parent and successor is there', () => {
    const all = [...PROVINCES, ...DISTRICTS]
    expect(new Set(paths(all)).size).toBe(all.length)
    for (const { parent, successors } of all)
      for (const path of [...(parent ? [parent] : []), ...successors])
        expect(unitAt(path), path).not.toBeNull()
  })

  test('of two districts of one name the plainer has the plain path', () => {
    expect(unitAt('cao-lanh.dong-thap')?.kind).toBe('huyện')
    expect(unitAt('thanh-pho-cao-lanh.dong-thap')?.kind).toBe('thành phố')
    const carrying = DISTRICTS.filter(({ path, name }) => path.split('.')[0] !== slug(name))
    expect(paths(carrying)).toEqual([
      'thanh-pho-cao-lanh.dong-thap',
      'thanh-pho-hoa-lu.ninh-binh',
      'thanh-pho-hong-ngu.dong-thap',
      'thanh-pho-thu-duc.ho-chi-minh',
      'thi-xa-cai-lay.tien-giang',
      'thi-xa-duyen-hai.tra-vinh',
      'thi-xa-ky-anh.ha-tinh',
      'thi-xa-long-my.hau-giang',
    ])
  })
})

describe('a district by name', () => {
  test.each([
    ['huyện', 'Cao Lãnh', ['cao-lanh.dong-thap']],
    ['thành phố', 'Cao Lãnh', ['thanh-pho-cao-lanh.dong-thap']],
    ['thị xã', 'Hồng Ngự', ['thanh-pho-hong-ngu.dong-thap']],
    [null, 'Cao Lãnh', ['cao-lanh.dong-thap', 'thanh-pho-cao-lanh.dong-thap']],
    ['huyện', 'Sa Pa', ['sa-pa.lao-cai']],
    ['huyện', 'Ngọc Lặc', ['ngoc-lac.thanh-hoa']],
    ['thị xã', 'Ngoc Lac', ['ngoc-lac.thanh-hoa']],
    ['huyện', 'Mộc Hà', []],
  ])('%s %s: %j', (kind, name, expected) => expect(paths(districtsNamed({ kind, name }))).toEqual(expected))

  test('a name that many provinces use', () => {
    expect(districtsNamed({ kind: 'huyện', name: 'Châu Thành' }).length).toBeGreaterThan(5)
  })
})

test('a province and those it took in', () => {
  expect([...provincesWithin('vinh-long')].sort()).toEqual(['ben-tre', 'tra-vinh', 'vinh-long'])
  expect(provincesWithin('thanh-hoa')).toEqual(['thanh-hoa'])
})
