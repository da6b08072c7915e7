// Saves texts and curated tables into the graph, and takes them out again.

import type { GraphStore } from '../graph/store.ts'
import type { GraphWriter, HoldingSource } from '../graph/writer.ts'
import type { DocumentRecord } from '../legal/records.ts'
import type { Facts } from './facts.ts'
import { sourceName } from './identify.ts'
import { rederive } from './rederive.ts'

export type SaveOutcome = 'new' | 'changed' | 'unchanged'

/**
 * Saves texts, all in one transaction: each replaces, as a whole, what its source held before. A text that the
 * source holds already, read by the same reader, is left alone; one that was marked by hand stays as marked.
 * @returns for each record in order, what it was to the graph
 * @throws NEO4J_GONE where the database is away: nothing was written then
 */
export function saveDocuments(store: GraphStore, records: readonly DocumentRecord[]): Promise<SaveOutcome[]> {
  return store.write(async (writer) => {
    const present = await readPresent(writer, records)
    const outcomes = records.map((record) => outcomeOf(record, present))
    const fresh = records.filter((_, i) => outcomes[i] !== 'unchanged')
    if (fresh.length > 0) await replace(writer, fresh, present)
    return outcomes
  })
}

/** Saves a curated table in place of what it held before. */
export function saveFacts(store: GraphStore, facts: Facts): Promise<void> {
  const { dataset: name, version, imported = false } = facts
  return store.write(async (writer) => {
    await rederive(writer, { removed: [], added: [], facts })
    if (version !== undefined) await writer.writeDataset({ name, version, imported })
  })
}

/** Takes sources out of the graph, with all that only they said. @returns how many texts went */
export function removeSources(store: GraphStore, uris: readonly string[]): Promise<number> {
  return store.write(async (writer) => {
    const removed = await writer.detachSources(uris)
    await rederive(writer, { removed, added: [], facts: null })
    return removed.length
  })
}

const BY_HAND = 'marked by hand'

type Reading = Pick<DocumentRecord, 'extractor' | 'place' | 'fictional'>

interface Present {
  /** By source: the text that it holds. */
  readonly held: ReadonlyMap<string, HoldingSource>
  /** sha256 → who read the text that the graph holds, and what was said of it then. */
  readonly readers: ReadonlyMap<string, Reading>
}

async function readPresent(writer: GraphWriter, records: readonly DocumentRecord[]): Promise<Present> {
  const sources = await writer.readSources(records.map((record) => record.source))
  const documents = await writer.readExtractors(records.map((record) => record.sha256))
  return {
    held: new Map(sources.map((source) => [source.uri, source])),
    readers: new Map(documents.map(({ sha256, ...reading }) => [sha256, reading])),
  }
}

function outcomeOf(record: DocumentRecord, present: Present): SaveOutcome {
  const held = present.held.get(record.source)
  if (held === undefined) return 'new'
  const same = held.sha256 === record.sha256 && held.fileSha256 === (record.fileSha256 ?? null)
  return same && !isReread(record, present) ? 'unchanged' : 'changed'
}

/** The graph holds the same text as another reader, or another version of it, read it; or of another place. */
function isReread({ sha256, extractor, place, fictional }: DocumentRecord, present: Present): boolean {
  const before = present.readers.get(sha256)
  if (before === undefined || before.extractor === BY_HAND) return false
  return before.extractor !== extractor || (before.place ?? null) !== place || before.fictional !== fictional
}

async function replace(
  writer: GraphWriter,
  fresh: readonly DocumentRecord[],
  present: Present,
): Promise<void> {
  const texts = [...new Map(fresh.map((record) => [record.sha256, record])).values()]
  const reread = texts.filter((record) => isReread(record, present)).map((record) => record.sha256)
  const added = texts.filter(
    (record) => !present.readers.has(record.sha256) || reread.includes(record.sha256),
  )
  const staying = new Set(texts.map((record) => record.sha256))
  const holders = await writer.readHolders(reread)
  const left = await writer.detachSources(
    fresh.map((record) => record.source).filter((uri) => present.held.has(uri)),
  )
  const removed = [...new Set([...left.filter((sha256) => !staying.has(sha256)), ...reread])]
  await rederive(writer, { removed, added, facts: null })
  const held = new Map(holders.map((source) => [source.uri, source]))
  for (const { source: uri, sha256, fileSha256 = null } of fresh) held.set(uri, { uri, sha256, fileSha256 })
  await writer.attachSources(
    [...held.values()].map((source) => ({ ...source, name: sourceName(source.uri) })),
  )
}
