// The whole derived graph as text, one way only: equal graphs have equal dumps, byte for byte. Read a page at a time.

import neo4j, { type Driver, type RecordShape } from 'neo4j-driver'
import { readQueryNamed } from './queries.ts'

/** Nodes a transaction: no question runs long, however large the graph. */
const PAGE = 1_000
/** Rows on their way at once: a text may have ten thousand mentions. */
const FETCH = 100
const TIMEOUT_MS = 60_000

/** What follows from nothing: how the store is kept, who may ask it, and what staff decided. */
const NOT_DERIVED: ReadonlySet<string> = new Set(['Migration', 'WriteLock', 'Key', 'Assertion'])

/** Label → the property that tells its nodes apart. */
type Keys = Readonly<Record<string, string>>

/**
 * Every derived node, by label and key, each followed by the relationships that begin at it, by type and end: a line
 * each, `[label, key, properties]` or `[label, key, type, label, key, properties]` as JSON with sorted names. It is
 * read page by page: a writer at work meanwhile may show in some pages and not in others.
 */
export async function* dumpGraph(driver: Driver, database: string | null): AsyncGenerator<string> {
  const keys = await readKeys(driver, database)
  for (const label of Object.keys(keys).sort()) yield* dumpLabel(driver, database, label, keys)
}

async function readKeys(driver: Driver, database: string | null): Promise<Keys> {
  const keys: Record<string, string> = {}
  for await (const { label, key } of read(driver, database, readQueryNamed('dump-keys'), {}))
    if (!NOT_DERIVED.has(label)) keys[label] = key
  return keys
}

async function* dumpLabel(driver: Driver, database: string | null, label: string, keys: Keys) {
  const query = readQueryNamed('dump')
    .replaceAll('{{label}}', `\`${label}\``)
    .replaceAll('{{key}}', `\`${keys[label]}\``)
  let after: string | null = ''
  while (after !== null) {
    const start: string = after
    let [last, count]: [string, number] = [start, 0]
    for await (const { key, properties, relationships } of read(driver, database, query, {
      ...{ after: start, first: neo4j.int(PAGE), keys },
    })) {
      yield JSON.stringify([label, key, properties], sortNames)
      yield* relationships.map((rest: unknown[]) => JSON.stringify([label, key, ...rest], sortNames)).sort()
      ;[last, count] = [key, count + 1]
    }
    after = count < PAGE ? null : last
  }
}

async function* read(
  driver: Driver,
  database: string | null,
  query: string,
  params: RecordShape,
): AsyncGenerator<RecordShape> {
  const session = driver.session({
    defaultAccessMode: neo4j.session.READ,
    fetchSize: FETCH,
    ...(database ? { database } : {}),
  })
  try {
    for await (const record of session.run(query, params, { timeout: TIMEOUT_MS })) yield record.toObject()
  } finally {
    await session.close()
  }
}

function sortNames(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
