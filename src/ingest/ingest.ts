// Takes files and folders into the graph: read, extracted and saved a batch at a time, what fails kept apart.

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
  /** Why it failed. */
  readonly error?: unknown
}

export interface IngestSummary {
  readonly files: readonly IngestedFile[]
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly failed: number
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
  let batch: { path: string; record: DocumentRecord }[] = []
  let citations = 0
  const flush = async () => {
    const outcomes =
      batch.length > 0
        ? await saveDocuments(
            store,
            batch.map(({ record }) => record),
          )
        : []
    for (const [i, { path, record }] of batch.entries())
      files.push({ path, outcome: outcomes[i] ?? 'failed', citations: record.citations.length })
    batch = []
    citations = 0
  }
  let done = 0
  for await (const found of findFiles(paths)) {
    const read = 'error' in found ? found : await tryToRead(found.path, options)
    if ('error' in read) files.push({ path: found.path, outcome: 'failed', citations: 0, error: read.error })
    else {
      batch.push(read)
      citations += read.record.citations.length
    }
    if (batch.length >= BATCH || citations >= MOST_CITATIONS) await flush()
    onProgress(++done, found.path)
  }
  await flush()
  return summarise(files)
}

async function tryToRead(path: string, options: ReadOptions) {
  try {
    return { path, record: await readDocument(path, options) }
  } catch (error) {
    return { path, error }
  }
}

function summarise(files: readonly IngestedFile[]): IngestSummary {
  const count = (outcome: IngestedFile['outcome']) => files.filter((file) => file.outcome === outcome).length
  return {
    files,
    new: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    failed: count('failed'),
  }
}
