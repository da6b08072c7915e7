// From rows that tell what the communes of before 01/7/2025 became, to units: old communes, new ones, and which
// became which. Provinces and districts are the shipped ones, so that paths are those that identities use.

import { slug } from '../fold.ts'
import { DISTRICTS_UNTIL } from './districts.ts'
import { districtsNamed, type Unit, unitAt } from './index.ts'
import { KINDS, type NamedUnit, plainness, slugName, splitKind } from './kinds.ts'
import { communePath } from './paths.ts'
import { telex } from './telex.ts'

/** A row of such a table; names with the word for their kind: "Xã Minh Sơn". */
export interface ChangeRow {
  readonly province: string
  readonly district: string
  /** Empty for an island district without communes. */
  readonly ward: string
  readonly newProvince: string
  readonly newWard: string
}

/** First day of the communes of 2025. */
const NEW_SINCE = '2025-07-01'

/** What was wrong with a row: which column, and the words in it. */
export interface BadCell {
  readonly row: number
  readonly column: keyof ChangeRow
  readonly value: string
}

export interface UnitChanges {
  /** Units that are not shipped, each once. */
  readonly units: readonly Unit[]
  /** Paths: what became what, also of shipped districts. */
  readonly merged: readonly { readonly from: string; readonly into: string }[]
  /** For each sound row, the path of the smallest unit that it names on either map. */
  readonly rows: readonly { readonly from: string; readonly into: string }[]
  readonly bad: readonly BadCell[]
}

/** The units of a table. Rows at fault are told, and left out. The same rows in any order give the same. */
export function unitsOfChanges(rows: readonly ChangeRow[]): UnitChanges {
  const read = rows.map(readRow)
  const sound = read.filter((row) => 'into' in row)
  const bad = read.flatMap((row, i) =>
    'column' in row ? [{ row: i, column: row.column, value: rows[i]?.[row.column] ?? '' }] : [],
  )
  const paths = pathsOf(sound.flatMap(({ old, into }) => (old ? [old, into] : [into])))
  const pathOf = (commune: Commune) => paths.get(keyOf(commune))?.path ?? ''
  const pairs = sound.flatMap(({ district, old, into }) =>
    [district, ...(old ? [pathOf(old)] : [])].map((from) => [from, pathOf(into)] as const),
  )
  const merged = [...new Map(pairs.map(([from, into]) => [`${from} ${into}`, { from, into }])).values()].sort(
    (a, b) => (`${a.from} ${a.into}` < `${b.from} ${b.into}` ? -1 : 1),
  )
  const named = sound.map(({ district, old, into }) => ({
    from: old ? pathOf(old) : district,
    into: pathOf(into),
  }))
  return { units: unitsWith(paths, merged), merged, rows: named, bad }
}

/** A commune, old or new, as a row names it. */
interface Commune extends NamedUnit {
  readonly kind: string
  readonly parent: string
}

type ReadRow =
  | { readonly column: keyof ChangeRow }
  | { readonly district: string; readonly old: Commune | null; readonly into: Commune }

function readRow(row: ChangeRow): ReadRow {
  const province = provinceNamed(row.province)
  if (!province) return { column: 'province' }
  const [district] = districtsNamed(splitKind(row.district)).filter(({ parent }) => parent === province)
  if (!district) return { column: 'district' }
  const newProvince = provinceNamed(row.newProvince)
  if (!newProvince) return { column: 'newProvince' }
  const into = communeNamed(row.newWard, newProvince)
  if (!into) return { column: 'newWard' }
  const old = communeNamed(row.ward, district.path)
  if (!old && row.ward !== '') return { column: 'ward' }
  return { district: district.path, old, into }
}

/** Path of the shipped province that the words name. */
function provinceNamed(words: string): string | null {
  const path = slugName(splitKind(words).name)
  return unitAt(path)?.level === 'province' ? path : null
}

function communeNamed(words: string, parent: string): Commune | null {
  const { kind, name } = splitKind(words)
  const isCommune = KINDS.some((known) => known.name === kind && known.levels.includes('commune'))
  return kind !== null && isCommune && slugName(name) !== '' ? { kind, name, parent } : null
}

/** One spelling of a commune: "Xã Hoà Lộc", "Xã Hòa Lộc" of one district are one. */
function keyOf({ kind, name, parent }: Commune): string {
  return `${parent} ${String(plainness(kind)).padStart(2, '0')} ${telex(name)}`
}

interface PlacedCommune extends Commune {
  readonly path: string
}

/** Gives each commune a path of its own: the one that identities use, and where that is taken a wordier one. */
function pathsOf(communes: readonly Commune[]): ReadonlyMap<string, PlacedCommune> {
  const byKey = new Map<string, Commune>()
  for (const commune of communes) {
    const key = keyOf(commune)
    if (commune.name < (byKey.get(key)?.name ?? '\uffff')) byKey.set(key, commune)
  }
  const taken = new Set<string>()
  const placed = new Map<string, PlacedCommune>()
  for (const [key, commune] of [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = possiblePaths(commune).find((each) => !taken.has(each)) ?? `${taken.size}-${slug(key)}`
    taken.add(path)
    placed.set(key, { ...commune, path })
  }
  return placed
}

function possiblePaths(commune: Commune): string[] {
  const { kind, name, parent } = commune
  const own = communePath(commune, parent)
  const wordier = [name, telex(name)].map((words) => `${slug(kind)}-${slug(words)}.${parent}`)
  return own === null ? wordier : [own, ...wordier]
}

function unitsWith(communes: ReadonlyMap<string, PlacedCommune>, merged: UnitChanges['merged']): Unit[] {
  const into = Map.groupBy(merged, ({ from }) => from)
  const units = [...communes.values()].map(({ kind, name, parent, path }): Unit => {
    const isNew = unitAt(parent)?.level === 'province'
    return {
      path,
      name,
      kind,
      level: 'commune',
      parent,
      validFrom: isNew ? NEW_SINCE : null,
      validTo: isNew ? null : DISTRICTS_UNTIL,
      successors: (into.get(path) ?? []).map((row) => row.into),
      decidedBy: null,
    }
  })
  return units.sort((a, b) => (a.path < b.path ? -1 : 1))
}
