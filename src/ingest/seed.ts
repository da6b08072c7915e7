// Loads the project's seed into a graph: the five plans marked by hand, known facts, and the invented set.

import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createError } from '../errors.ts'
import type { GraphStore } from '../graph/store.ts'
import { ensurePlaces } from './places.ts'
import { readDocument } from './read-document.ts'
import { saveDocuments, saveFacts } from './save.ts'
import { readSeed, type Seed } from './seed-records.ts'

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
 * @throws GRAPH_NOT_EMPTY where the graph holds texts of others and `force` is not given
 */
export async function loadSeed(store: GraphStore, { force }: { force: boolean }): Promise<SeedSummary> {
  const count = await store.countSourcesOutside(SEED_SOURCE)
  if (count > 0 && !force) throw createError('GRAPH_NOT_EMPTY', { count, flag: '--force' })
  await ensurePlaces(store)
  const seed = readSeed(SEED_FOLDER)
  await saveFacts(store, { dataset: 'seed/facts', instruments: seed.instruments, events: seed.events })
  const documents = [...seed.documents, ...(await readSamples(seed))]
  await saveDocuments(store, documents)
  return { documents: documents.length, events: seed.events.length, instruments: seed.instruments.length }
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
