// A gazetteer in memory: units by name and by path, for finding what people mean without a database.

import { existsOn, type Unit } from './index.ts'
import { foldName } from './kinds.ts'
import { type Candidate, knownNames, namesToLookUp, placesMeant } from './place-name.ts'

export type Gazetteer = ReturnType<typeof createGazetteer>

export function createGazetteer(units: readonly Unit[]) {
  const byPath = new Map(units.map((unit) => [unit.path, unit]))
  const byName = Map.groupBy(units, ({ name }) => foldName(name))
  const made = new Map<Unit, Candidate & { readonly unit: Unit }>()
  const candidateOf = (unit: Unit) => {
    const known = made.get(unit) ?? { unit, names: knownNames([unit, ...uppersOf(unit, byPath)]) }
    made.set(unit, known)
    return known
  }
  return {
    /**
     * All units that the words may mean, in the order of their paths; one where they settle it.
     * @param on ISO day: only units that were there
     */
    find(text: string, on: string | null = null): Unit[] {
      const named = namesToLookUp(text).flatMap((name) => byName.get(name) ?? [])
      const there = on === null ? named : named.filter((unit) => existsOn(unit, on))
      const meant = placesMeant(text, there.map(candidateOf)).map(({ unit }) => unit)
      return meant.sort((a, b) => (a.path < b.path ? -1 : 1))
    },
  }
}

function* uppersOf(unit: Unit, byPath: ReadonlyMap<string, Unit>): Generator<Unit> {
  let upper = byPath.get(unit.parent ?? '')
  while (upper) {
    yield upper
    upper = byPath.get(upper.parent ?? '')
  }
}
