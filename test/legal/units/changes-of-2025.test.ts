import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseUnitsCsv } from '../../../src/ingest/units-csv.ts'
import { type ChangeRow, unitsOfChanges } from '../../../src/legal/units/changes-of-2025.ts'
import { COMMUNE_PAIR_LINES } from '../../../src/legal/units/commune-pairs.ts'
import { DISTRICTS, PROVINCES, unitAt } from '../../../src/legal/units/index.ts'
import { slugName, splitKind } from '../../../src/legal/units/kinds.ts'
import { communePath } from '../../../src/legal/units/paths.ts'

const CSV = new URL('../../../../shared/units/legacy-to-2025.csv', import.meta.url)

const row = (words: Partial<ChangeRow>): ChangeRow => ({
  province: 'Tỉnh Bình Định',
  district: 'Huyện Tây Sơn',
  ward: 'Xã Bình Tân',
  newProvince: 'Tỉnh Gia Lai',
  newWard: 'Xã Bình Phú',
  ...words,
})

describe('rows of what communes became', () => {
  test('give old and new units, each once, and what became what', () => {
    const rows = [row({}), row({ ward: 'Xã Bình Thuận' }), row({ newWard: 'Xã Tây Sơn' })]
    const { units, merged, bad } = unitsOfChanges(rows)
    expect(bad).toEqual([])
    expect(units.map(({ path, validFrom, validTo }) => [path, validFrom, validTo])).toEqual([
      ['binh-phu.gia-lai', '2025-07-01', null],
      ['binh-tan.tay-son.binh-dinh', null, '2025-06-30'],
      ['binh-thuan.tay-son.binh-dinh', null, '2025-06-30'],
      ['tay-son.gia-lai', '2025-07-01', null],
    ])
    expect(units[1]?.successors).toEqual(['binh-phu.gia-lai', 'tay-son.gia-lai'])
    expect(merged.filter(({ from }) => from === 'tay-son.binh-dinh').map(({ into }) => into)).toEqual([
      'binh-phu.gia-lai',
      'tay-son.gia-lai',
    ])
  })

  test('an island district without communes became a đặc khu', () => {
    const island = row({
      province: 'Tỉnh Quảng Ngãi',
      district: 'Huyện Lý Sơn',
      ward: '',
      newProvince: 'Tỉnh Quảng Ngãi',
      newWard: 'Đặc khu Lý Sơn',
    })
    expect(unitsOfChanges([island]).merged).toEqual([
      { from: 'ly-son.quang-ngai', into: 'dac-khu-ly-son.quang-ngai' },
    ])
  })

  test('do not depend on their order, nor on the place of a tone mark', () => {
    const rows = [
      row({ ward: 'Xã Tân Hòa' }),
      row({ ward: 'Xã Tân Hoà' }),
      row({ ward: 'Thị trấn Tân Hòa' }),
      row({ ward: 'Xã Tân Hoa' }),
    ]
    const { units } = unitsOfChanges(rows)
    expect(unitsOfChanges(rows.toReversed()).units).toEqual(units)
    expect(
      units.filter(({ parent }) => parent === 'tay-son.binh-dinh').map(({ kind, name }) => `${kind} ${name}`),
    ).toHaveLength(3)
    expect(new Set(units.map(({ path }) => path)).size).toBe(units.length)
  })

  test.each([
    ['province', 'Tỉnh Lam Sa'],
    ['district', 'Huyện Mộc Hà'],
    ['ward', 'Minh Sơn'],
    ['newProvince', ''],
    ['newWard', 'Huyện Tây Sơn'],
  ] as const)('a row whose %s is "%s" is told', (column, value) =>
    expect(unitsOfChanges([row({}), row({ [column]: value })]).bad).toEqual([{ row: 1, column, value }]),
  )
})

describe.skipIf(!existsSync(CSV))('the map of the whole country (skipped where ../shared is absent)', () => {
  const rows = existsSync(CSV) ? parseUnitsCsv(readFileSync(CSV, 'utf8'), 'units.csv') : []
  const changes = unitsOfChanges(rows)

  test('every row is sound, and two units are never one place', () => {
    expect(changes.bad).toEqual([])
    const names = new Set(rows.map(({ province, district, ward }) => `${ward}|${district}|${province}`))
    expect(new Set(changes.rows.map(({ from }) => from)).size).toBe(names.size)
    const paths = [...PROVINCES, ...DISTRICTS, ...changes.units].map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    expect(new Set(changes.rows.map(({ into }) => into)).size).toBe(3321)
  })

  test('the shipped map has each of its districts, of the same kind', () => {
    const districts = new Set(rows.map(({ province, district }) => `${district}|${province}`.toLowerCase()))
    const last = DISTRICTS.filter(({ validTo }) => validTo === '2025-06-30')
    const shipped = last.map(({ kind, name, parent }) => {
      const province = unitAt(parent ?? '')
      // Đồng Nai is a thành phố only since 2026.
      const kindThen = province?.path === 'dong-nai' ? 'tỉnh' : province?.kind
      return `${kind} ${name}|${kindThen} ${province?.name}`.toLowerCase()
    })
    expect(shipped.toSorted()).toEqual([...districts].toSorted())
  })

  test('the path of every commune is the one that identities use', () => {
    for (const { kind, name, parent, path } of changes.units)
      expect(communePath({ kind, name }, parent ?? '')).toBe(path)
  })

  test('the table of communes that share a name holds them all, and no others', () => {
    const twins = Map.groupBy(changes.units, ({ parent, name }) => `${slugName(name)}.${parent}`)
    const several = [...twins.values()].filter(({ length }) => length > 1)
    const told = COMMUNE_PAIR_LINES.split('\n').filter(Boolean)
    expect(several.map(([unit]) => unit?.parent).toSorted()).toEqual(
      told.map((line) => line.split(' | ')[0]).toSorted(),
    )
    const held = new Set(changes.units.map(({ kind, name, parent }) => `${parent} | ${kind} ${name}`))
    for (const line of told) {
      const [parent, ...names] = line.split(' | ')
      for (const each of names)
        expect(held).toContain(`${parent} | ${splitKind(each).kind} ${splitKind(each).name}`)
    }
  })
})
