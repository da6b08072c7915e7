// A store on the tests' own Neo4j, emptied before each use, and small documents to put into it.

import neo4j from 'neo4j-driver'
import { inject } from 'vitest'
import { extractCitations, quoteAround } from '../../src/citation/index.ts'
import { dumpGraph } from '../../src/graph/dump.ts'
import { migrate } from '../../src/graph/migrate.ts'
import { createGraphStore } from '../../src/graph/store.ts'
import type { DocumentRecord } from '../../src/legal/records.ts'
import { decodeText } from '../../src/reader/text.ts'

export async function openTestStore() {
  const { uri, username, password } = inject('neo4j')
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true })
  await migrate(driver, null)
  const store = createGraphStore(driver)
  await store.clear()
  return { store, driver, close: () => driver.close() }
}

/** The record of a small text, as `cancu ingest` would make it. */
export function document(source: string, text: string, more: Partial<DocumentRecord> = {}): DocumentRecord {
  const read = decodeText(new TextEncoder().encode(text), source)
  const extraction = extractCitations(read.text)
  return {
    ...extraction,
    source,
    sha256: read.sha256,
    extractor: 'test',
    place: null,
    quotes: Object.fromEntries(
      extraction.citations.map(({ id, surface }) => [id, quoteAround(read.text, surface)]),
    ),
    fictional: false,
    ...more,
  }
}

/** Everything derived in the graph, as sorted lines: equal graphs have equal dumps. */
export async function dump(driver: neo4j.Driver): Promise<string[]> {
  const lines: string[] = []
  for await (const line of dumpGraph(driver, null)) lines.push(line)
  return lines
}
