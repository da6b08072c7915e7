// Tables of units into the graph: the shipped map, and what a CSV tells of the communes.

import { createHash } from 'node:crypto'
import type { UnitTable } from '../graph/places.ts'
import type { GraphStore } from '../graph/store.ts'
import type { UnitChanges } from '../legal/units/changes-of-2025.ts'
import { DISTRICTS, PROVINCES } from '../legal/units/index.ts'

const SHIPPED = 'shipped'
const IMPORTED = 'imported'

function tableOf(name: string, parts: Pick<UnitTable, 'units' | 'merged'>): UnitTable {
  const edition = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
  return { name, edition, ...parts }
}

function shippedTable(): UnitTable {
  const units = [...PROVINCES, ...DISTRICTS]
  const merged = units.flatMap(({ path, successors }) => successors.map((into) => ({ from: path, into })))
  return tableOf(SHIPPED, { units, merged })
}

/** Puts the shipped map into a graph that has none, or an older one. @returns whether anything was written */
export async function ensurePlaces(store: GraphStore): Promise<boolean> {
  return writeTable(store, shippedTable())
}

/**
 * Puts a table of communes in place of the one that was imported before, all in one transaction.
 * @returns whether anything was written: the same table again changes nothing
 */
export async function importUnits(
  store: GraphStore,
  { units, merged }: UnitChanges,
  onProgress: (share: number) => void = () => {},
): Promise<boolean> {
  await ensurePlaces(store)
  return writeTable(store, tableOf(IMPORTED, { units, merged }), onProgress)
}

async function writeTable(
  store: GraphStore,
  table: UnitTable,
  onProgress?: (share: number) => void,
): Promise<boolean> {
  if ((await store.unitTableEdition(table.name)) === table.edition) return false
  await store.write((writer) => writer.writeUnitTable(table, onProgress))
  return true
}
