// The path of a commune: its name's slug before its parent's path, unless another unit has that path already.

import { slug } from '../fold.ts'
import { COMMUNE_PAIR_LINES } from './commune-pairs.ts'
import { unitAt } from './index.ts'
import { type NamedUnit, slugName, splitKind } from './kinds.ts'
import { telex } from './telex.ts'

interface Twin extends NamedUnit {
  readonly label: string
}

/** Path that a name alone would give → the communes that would share it. */
const TWINS: ReadonlyMap<string, readonly Twin[]> = new Map(
  COMMUNE_PAIR_LINES.split('\n')
    .filter(Boolean)
    .map((line) => {
      const [parent = '', ...units] = line.split('|').map((cell) => cell.trim())
      const labelled = labels(units.map(splitKind))
      return [`${labelled[0]?.label}.${parent}`, labelled]
    }),
)

/**
 * Labels that tell communes of one slug apart: the first, plainest, keeps the slug; another kind carries its kind; the
 * same kind is spelt in Telex.
 */
export function labels(units: readonly NamedUnit[]): Twin[] {
  const plainest = units[0]
  return units.map((unit, i) => {
    const label = slugName(unit.name)
    if (i === 0) return { ...unit, label }
    if (unit.kind === plainest?.kind) return { ...unit, label: slug(telex(unit.name)) }
    return { ...unit, label: `${slug(unit.kind ?? '')}-${label}` }
  })
}

/**
 * The path of a commune below its parent; `null` where the words fit neither of two that share the name. Since
 * 01/7/2025 communes lie right below provinces; where a district had that path, the commune's carries its kind:
 * "xa-ngoc-lac.thanh-hoa" beside "ngoc-lac.thanh-hoa".
 * @param parent path of the district or, since 2025, of the province
 */
export function communePath(unit: NamedUnit, parent: string): string | null {
  const plain = `${slugName(unit.name)}.${parent}`
  const label = labelOf(unit, TWINS.get(plain))
  if (label === null) return null
  const path = `${label}.${parent}`
  return unitAt(path) ? `${slug(unit.kind ?? 'xã')}-${path}` : path
}

function labelOf(unit: NamedUnit, twins: readonly Twin[] | undefined): string | null {
  if (!twins) return slugName(unit.name)
  const spelt = telex(unit.name)
  const same = twins.filter((twin) => telex(twin.name) === spelt && (!unit.kind || twin.kind === unit.kind))
  return same.length === 1 ? (same[0]?.label ?? null) : null
}
