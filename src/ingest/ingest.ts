// Takes files and folders into the graph: read, extracted and saved a batch at a time, what fails kept apart.

import { CancuError } from '../errors.ts'
import type { GraphStore } from '../graph/store.ts'
import type { DocumentRecord } from '../legal/records.ts'
import { findFiles } from './find-files.ts'
import { type ReadOptions, readDocument } from './read-document.ts'
import { type SaveOutcome, saveDocuments } from './save.ts'

/** Texts saved together: enough to keep the database busy, few enough that a cut-off run loses little. */
export const BATCH = 1_000
/** Texts with very many citations are saved sooner. */
const MOST_CITATIONS = 10_000

export interface IngestedFile {
  readonly path: string
  readonly outcome: SaveOutcome | 'failed'
  readonly citations: number
  /** Numbers of the pages of which nothing could be read. */
  readonly emptyPages: readonly number[]
  /** Why it failed. */
  readonly error?: unknown
}

export interface IngestSummary {
  readonly files: readonly IngestedFile[]
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly failed: number
  /** Files in folders that we do not read, by their endings. */
  readonly skipped: number
}

/**
 * Ingests files and folders. A file that cannot be read fails alone; the others are kept.
 * @param onProgress called after each file has been dealt with
 * @throws NEO4J_GONE where the database is away; the batches before are kept, and a repeat continues from there
 */
export async function ingest(
  store: GraphStore,
  paths: readonly string[],
  options: ReadOptions,
  onProgress: (done: number, file: string) => void = () => {},
): Promise<IngestSummary> {
  const files: IngestedFile[] = []
  let batch: ReadFile[] = []
  let [citations, done, skipped] = [0, 0, 0]
  const flush = async () => {
    files.push(...(await saveBatch(store, batch)))
    batch = []
    citations = 0
  }
  for await (const found of findFiles(paths)) {
    if ('skipped' in found) {
      skipped++
      continue
    }
    const read = 'error' in found ? found : await tryToRead(found.path, options)
    if ('error' in read) files.push(failed(found.path, read.error))
    else {
      batch.push(read)
      citations += read.record.citations.length
    }
    if (batch.length >= BATCH || citations >= MOST_CITATIONS) await flush()
    onProgress(++done, found.path)
  }
  await flush()
  return summarise(files, skipped)
}

interface ReadFile {
  readonly path: string
  readonly record: DocumentRecord
}

/** Saves texts together; where that fails for one of them, the others are saved without it. */
async function saveBatch(store: GraphStore, batch: readonly ReadFile[]): Promise<IngestedFile[]> {
  const records = batch.map(({ record }) => record)
  try {
    const outcomes = batch.length > 0 ? await saveDocuments(store, records) : []
    return batch.map(({ path, record }, i) => ({
      path,
      outcome: outcomes[i] ?? 'failed',
      citations: record.citations.length,
      emptyPages: record.emptyPages ?? [],
    }))
  } catch (error) {
    const [one, ...others] = batch
    if (!one || error instanceof CancuError) throw error
    if (others.length === 0) return [failed(one.path, error)]
    const middle = Math.ceil(batch.length / 2)
    const first = await saveBatch(store, batch.slice(0, middle))
    return [...first, ...(await saveBatch(store, batch.slice(middle)))]
  }
}

function failed(path: string, error: unknown): IngestedFile {
  return { path, outcome: 'failed', citations: 0, emptyPages: [], error }
}

async function tryToRead(path: string, options: ReadOptions) {
  try {
    return { path, record: await readDocument(path, options) }
  } catch (error) {
    return { path, error }
  }
}

function summarise(files: readonly IngestedFile[], skipped: number): IngestSummary {
  const count = (outcome: IngestedFile['outcome']) => files.filter((file) => file.outcome === outcome).length
  return {
    files,
    new: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    failed: count('failed'),
    skipped,
  }
}
