// Loads the project's seed into a graph: the five plans marked by hand, known facts, and the invented set.

import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createError } from '../errors.ts'
import type { GraphStore } from '../graph/store.ts'
import { ensurePlaces } from './places.ts'
import { readDocument } from './read-document.ts'
import { shippedRegister } from './register.ts'
import { saveDocuments } from './save.ts'
import { readSeed, type Seed, shippedFacts } from './seed-records.ts'
import { type ShippedTable, saveShipped } from './shipped-table.ts'

const SEED_FOLDER = fileURLToPath(new URL('../../seed', import.meta.url))
/** Sources of the seed begin so; files of users have absolute paths. */
export const SEED_SOURCE = 'seed/'

export interface SeedSummary {
  readonly documents: number
  readonly events: number
  readonly instruments: number
}

/**
 * Loads the seed. Loading it again changes nothing.
 * @param force load it beside what the graph holds already
 * @param register with the register of five thousand national instruments, most of what there is to load
 * @throws GRAPH_NOT_EMPTY where the graph holds texts of others and `force` is not given
 */
export async function loadSeed(
  store: GraphStore,
  { force, register: withRegister = true }: { force: boolean; register?: boolean },
): Promise<SeedSummary> {
  const count = await store.countSourcesOutside(SEED_SOURCE)
  if (count > 0 && !force) throw createError('GRAPH_NOT_EMPTY', { count, flag: '--force' })
  await ensurePlaces(store)
  const seed = readSeed(SEED_FOLDER)
  const [facts, register] = shippedTables()
  await saveShipped(store, facts)
  const known = [seed, ...(withRegister ? [register.read()] : [])]
  if (withRegister) await saveShipped(store, register)
  const documents = [...seed.documents, ...(await readSamples(seed))]
  await saveDocuments(store, documents)
  return {
    documents: documents.length,
    events: known.reduce((sum, { events }) => sum + events.length, 0),
    instruments: new Set(known.flatMap(({ instruments }) => instruments.map(({ key }) => key))).size,
  }
}

/**
 * Brings a graph that was filled before to the curated tables of this version: the register, and the project's
 * facts where it was seeded with them.
 * @returns names of the tables that were taken in; mostly none, at the cost of two small questions
 */
export async function refreshTables(store: GraphStore): Promise<string[]> {
  const [facts, register] = shippedTables()
  const wanted = (await store.dataset(facts.dataset)) ? [facts, register] : [register]
  const saved: string[] = []
  for (const table of wanted) if (await saveShipped(store, table)) saved.push(table.dataset)
  return saved
}

function shippedTables(): [facts: ShippedTable, register: ShippedTable] {
  return [shippedFacts(SEED_FOLDER), shippedRegister(join(SEED_FOLDER, 'register'))]
}

/** The invented texts are read and extracted like anyone's. */
function readSamples({ sampleFiles, samplePlaces }: Seed) {
  return Promise.all(
    sampleFiles.map(async (file) => {
      const place = samplePlaces.find((sample) => sample.file === file)?.place ?? null
      const record = await readDocument(file, { place, fictional: true })
      return { ...record, source: `${SEED_SOURCE}sample/${basename(file)}` }
    }),
  )
}
