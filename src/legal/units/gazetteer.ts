// A gazetteer in memory: units by name and by path, for finding what people mean without a database.

import { existsOn, type Unit } from './index.ts'
import { foldName } from './kinds.ts'
import { namesToLookUp, type PlacedUnit, placesMeant } from './place-name.ts'

export type Gazetteer = ReturnType<typeof createGazetteer>

export function createGazetteer(units: readonly Unit[]) {
  const byPath = new Map(units.map((unit) => [unit.path, unit]))
  const byName = Map.groupBy(units, ({ name }) => foldName(name))
  const placed = (unit: Unit): Unit & PlacedUnit => ({ ...unit, within: [...uppersOf(unit, byPath)] })
  return {
    /**
     * All units that the words may mean, in the order of their paths; one where they settle it.
     * @param on ISO day: only units that were there
     */
    find(text: string, on: string | null = null): Unit[] {
      const named = namesToLookUp(text).flatMap((name) => byName.get(name) ?? [])
      const there = on === null ? named : named.filter((unit) => existsOn(unit, on))
      return placesMeant(text, there.map(placed)).sort((a, b) => (a.path < b.path ? -1 : 1))
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
