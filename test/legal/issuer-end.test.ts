import { describe, expect, test } from 'vitest'
import { isDistrictAfterReform, issuerGoneOn } from '../../src/legal/issuer-end.ts'

describe('an issuer that is no more', () => {
  test.each([
    ['province', 'binh-dinh', '2025-07-01', { since: '2025-07-01', successors: ['gia-lai'] }],
    ['province', 'binh-dinh', '2025-06-30', null],
    ['province', 'gia-lai', '2026-01-01', null],
    ['province', 'thua-thien-hue', '2025-03-01', { since: '2025-01-01', successors: ['hue'] }],
    ['province', 'ha-tay', '2008-08-01', { since: '2008-08-01', successors: ['ha-noi'] }],
    ['province', 'ha-bac', '2000-01-01', { since: '1997-01-01', successors: ['bac-giang', 'bac-ninh'] }],
    ['district', 'ngoc-lac.thanh-hoa', '2025-07-01', { since: '2025-07-01', successors: [] }],
    ['district', 'ngoc-lac.thanh-hoa', '2025-06-30', null],
    [
      'district',
      'hoanh-bo.quang-ninh',
      '2020-01-01',
      { since: '2020-01-01', successors: ['ha-long.quang-ninh'] },
    ],
    ['district', 'chau-thanh.?3b4e2849', '2025-07-01', { since: '2025-07-01', successors: [] }],
    ['district', null, '2025-07-01', { since: '2025-07-01', successors: [] }],
    ['commune', 'minh-son.ngoc-lac.thanh-hoa', '2026-01-01', null],
    // Xã Ngọc Lặc of 2025 must not be taken for the district whose name it has.
    ['commune', 'ngoc-lac.thanh-hoa', '2026-01-01', null],
    ['central', null, '2026-01-01', null],
    [null, null, '2026-01-01', null],
  ] as const)('%s %s on %s', (level, place, day, end) => expect(issuerGoneOn(level, place, day)).toEqual(end))

  test('a district’s document dated when there were no districts', () => {
    expect(isDistrictAfterReform('district', '2025-07-01')).toBe(true)
    expect(isDistrictAfterReform('district', '2025-06-30')).toBe(false)
    expect(isDistrictAfterReform('district', null)).toBe(false)
    expect(isDistrictAfterReform('commune', '2025-07-02')).toBe(false)
  })
})
