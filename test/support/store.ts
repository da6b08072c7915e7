// A store on the tests' own Neo4j, emptied before each use, and small documents to put into it.

import neo4j from 'neo4j-driver'
import { inject } from 'vitest'
import { extractCitations, quoteAround } from '../../src/citation/index.ts'
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
  const nodes = await driver.executeQuery(
    'MATCH (n) WHERE NOT n:Migration AND NOT n:WriteLock RETURN labels(n) AS labels, properties(n) AS properties',
  )
  const edges = await driver.executeQuery(`
    MATCH (a)-[r]->(b)
    RETURN coalesce(a.key, a.id, a.uri, a.sha256, a.path) AS a, type(r) AS type, properties(r) AS properties,
      coalesce(b.key, b.id, b.uri, b.sha256, b.path) AS b`)
  const line = (record: { toObject(): object }) => JSON.stringify(record.toObject(), sortKeys)
  return [...nodes.records, ...edges.records].map(line).sort()
}

function sortKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
