// The units that ship with the program: provinces and districts, old and new, with their paths and how they ended.
// Identities rest on these alone, never on what was imported: the same text has the same identity everywhere.

import { slug } from '../fold.ts'
import { DISTRICT_LINES, DISTRICTS_UNTIL, ENDED_DISTRICT_LINES } from './districts.ts'
import { isTown, type NamedUnit, plainness, slugName, splitKind, type UnitLevel } from './kinds.ts'
import { PROVINCE_LINES } from './provinces.ts'

/** An administrative unit, as the gazetteer knows it. */
export interface Unit {
  /** Smallest first: "ngoc-lac.thanh-hoa". */
  readonly path: string
  /** Without its kind: "Ngọc Lặc". */
  readonly name: string
  /** "huyện": the latest, where it changed. */
  readonly kind: string
  readonly level: UnitLevel
  /** Path of the unit that it lies in; `null` for a province. */
  readonly parent: string | null
  /** ISO days, both included; `null`: not told, or not ended. */
  readonly validFrom: string | null
  readonly validTo: string | null
  /** Paths of what it became; several where it was divided. */
  readonly successors: readonly string[]
  /** Number of the resolution that ended it, or made it. */
  readonly decidedBy: string | null
}

const linesOf = (table: string) => table.split('\n').filter((line) => line.trim() !== '')
const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim())
const listOf = (cell: string | undefined, mark: string) =>
  (cell ?? '')
    .split(mark)
    .map((part) => part.trim())
    .filter(Boolean)

export const PROVINCES: readonly Unit[] = linesOf(PROVINCE_LINES).map((line) => {
  const [name = '', kind = '', from, to, successors, decidedBy] = cellsOf(line)
  return {
    path: slugName(name),
    name,
    kind,
    level: 'province',
    parent: null,
    validFrom: from || null,
    validTo: to || null,
    successors: listOf(successors, ',').map(slug),
    decidedBy: decidedBy || null,
  }
})

interface DistrictLine extends NamedUnit {
  readonly kind: string
  readonly province: string
  readonly validTo: string
  /** "thành phố Hạ Long, Quảng Ninh". */
  readonly successors: readonly string[]
}

/** "Hà Nội: thị xã Sơn Tây; quận Ba Đình, Hoàn Kiếm" → a row a district. */
function lastDistricts(line: string): DistrictLine[] {
  const [province = '', list = ''] = line.split(': ')
  return listOf(list, ';').flatMap((part) => {
    const { kind, name } = splitKind(part)
    const row = { kind: kind ?? 'huyện', province, validTo: DISTRICTS_UNTIL, successors: [] }
    return listOf(name, ',').map((each) => ({ ...row, name: each }))
  })
}

function endedDistrict(line: string): DistrictLine {
  const [words = '', validTo = '', successors] = cellsOf(line)
  return { ...districtNamed(words), validTo, successors: listOf(successors, ';') }
}

/** "huyện Tây Trà, Quảng Ngãi". */
function districtNamed(words: string): NamedUnit & { kind: string; province: string } {
  const [unit = '', province = ''] = listOf(words, ',')
  const { kind, name } = splitKind(unit)
  return { kind: kind ?? 'huyện', name, province }
}

const DISTRICT_ROWS = [
  ...linesOf(DISTRICT_LINES).flatMap(lastDistricts),
  ...linesOf(ENDED_DISTRICT_LINES).map(endedDistrict),
]

/** Plain path → the kinds of the districts that bear the name, plainest first. */
const KINDS_OF_NAME = Map.groupBy(DISTRICT_ROWS, plainPath)

function plainPath({ name, province }: { name: string; province: string }): string {
  return `${slugName(name)}.${slug(province)}`
}

function districtPath(row: { kind: string; name: string; province: string }): string {
  const plain = plainPath(row)
  const kinds = (KINDS_OF_NAME.get(plain) ?? []).map(({ kind }) => kind)
  const isPlainest = kinds.every((kind) => plainness(kind) >= plainness(row.kind))
  return isPlainest ? plain : `${slug(row.kind)}-${plain}`
}

export const DISTRICTS: readonly Unit[] = DISTRICT_ROWS.map((row) => ({
  path: districtPath(row),
  name: row.name,
  kind: row.kind,
  level: 'district',
  parent: slug(row.province),
  // Not in this province before there was one.
  validFrom: PROVINCES.find(({ path }) => path === slug(row.province))?.validFrom ?? null,
  validTo: row.validTo,
  successors: row.successors.map((words) => districtPath(districtNamed(words))),
  decidedBy: row.validTo === DISTRICTS_UNTIL ? '203/2025/QH15' : null,
}))

const BY_PATH = new Map([...PROVINCES, ...DISTRICTS].map((unit) => [unit.path, unit]))
const DISTRICTS_BY_NAME = Map.groupBy(DISTRICTS, ({ name }) => slugName(name))

/** The shipped unit of that path, or `null`. */
export function unitAt(path: string): Unit | null {
  return BY_PATH.get(path) ?? null
}

/**
 * The districts that the words may mean, in any province. The kind decides between two districts of one name in one
 * province: "huyện Cao Lãnh" or "thành phố Cao Lãnh"; a thị xã is sought under the thành phố that it became.
 */
export function districtsNamed({ kind, name }: NamedUnit): readonly Unit[] {
  const found = DISTRICTS_BY_NAME.get(slugName(name)) ?? []
  return [...Map.groupBy(found, ({ parent }) => parent).values()].flatMap((units) => meant(units, kind))
}

function meant(units: readonly Unit[], kind: string | null): readonly Unit[] {
  if (units.length < 2 || kind === null) return units
  const same = units.filter((unit) => unit.kind === kind)
  return same.length > 0 ? same : units.filter((unit) => isTown(unit.kind) === isTown(kind))
}

/** The provinces that a province took in, itself included: "gia-lai" → gia-lai, binh-dinh. */
export function provincesWithin(path: string): readonly string[] {
  return [path, ...PROVINCES.filter(({ successors }) => successors.includes(path)).map((unit) => unit.path)]
}

/** Whether the unit was there on a day; days that the table does not tell are no hindrance. */
export function existsOn({ validFrom, validTo }: Unit, day: string): boolean {
  return (validFrom ?? '') <= day && day <= (validTo ?? '9999')
}
