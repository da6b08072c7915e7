// All that a graph holds, as rows in files; and the plainest way to write such rows: one UNWIND a batch, MERGE on keys.

import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Driver } from 'neo4j-driver'
import { RELATIONS } from '../../src/citation/types.ts'

/** Rows a transaction. */
const BATCH = 10_000
/** The whole graph is read in one go. */
const NO_LIMIT = { timeout: 0 }

/** What is unique in each label. */
const KEYS = {
  Place: 'path',
  Authority: 'id',
  Instrument: 'key',
  Document: 'sha256',
  Source: 'uri',
  Mention: 'id',
} as const
type Label = keyof typeof KEYS

const RELATIONSHIPS: readonly (readonly [from: Label, type: string, to: Label])[] = [
  ['Authority', 'OF', 'Place'],
  ['Instrument', 'ISSUED_BY', 'Authority'],
  ['Document', 'TEXT_OF', 'Instrument'],
  ['Source', 'HOLDS', 'Document'],
  ['Document', 'HAS_MENTION', 'Mention'],
  ['Mention', 'REFERS_TO', 'Instrument'],
  ['Mention', 'CANDIDATE', 'Instrument'],
  ['Mention', 'INSIDE', 'Mention'],
  ['Mention', 'RELATION_FROM', 'Mention'],
  ['Mention', 'STATES', 'Mention'],
  ...RELATIONS.map((relation) => ['Instrument', relation, 'Instrument'] as const),
]

/** The rows of one label or one type of relationship: how they are read, and how they are written. */
interface Kind {
  readonly name: string
  readonly read: string
  readonly write: string
}

const KINDS: readonly Kind[] = [
  ...Object.entries(KEYS).map(([label, key]) => ({
    name: label,
    read: `MATCH (n:${label}) WHERE n.${key} > '' RETURN {key: n.${key}, properties: properties(n)} AS row ORDER BY n.${key}`,
    write: `UNWIND $rows AS row MERGE (n:${label} {${key}: row.key}) SET n += row.properties`,
  })),
  ...RELATIONSHIPS.map(([from, type, to]) => ({
    name: type,
    read: `MATCH (a:${from}) WHERE a.${KEYS[from]} > '' MATCH (a)-[r:${type}]->(b:${to})
      RETURN {from: a.${KEYS[from]}, to: b.${KEYS[to]}, properties: properties(r)} AS row ORDER BY a.${KEYS[from]}`,
    write: `UNWIND $rows AS row MATCH (a:${from} {${KEYS[from]}: row.from}) MATCH (b:${to} {${KEYS[to]}: row.to})
      MERGE (a)-[r:${type}]->(b) SET r += row.properties`,
  })),
]

export interface RowFile {
  readonly kind: Kind
  readonly path: string
  readonly count: number
  readonly batches: number
}

/** Writes all rows of a graph to files of `folder`, sorted by key, a line a row. */
export async function exportRows(driver: Driver, folder: string): Promise<readonly RowFile[]> {
  const files: RowFile[] = []
  for (const kind of KINDS) files.push(await exportKind(driver, kind, join(folder, `${kind.name}.jsonl`)))
  return files.filter(({ count }) => count > 0)
}

async function exportKind(driver: Driver, kind: Kind, path: string): Promise<RowFile> {
  const file = createWriteStream(path)
  const session = driver.session({ defaultAccessMode: 'READ' })
  let count = 0
  for await (const record of session.run(kind.read, {}, NO_LIMIT)) {
    count++
    if (!file.write(`${JSON.stringify(record.get('row'))}\n`)) await once(file, 'drain')
  }
  await session.close()
  file.end()
  await once(file, 'close')
  return { kind, path, count, batches: Math.ceil(count / BATCH) }
}

/** The batches in which the rows are written; each is read from its file when its turn comes. */
export async function* rowBatches(files: readonly RowFile[]) {
  for (const { kind, path } of files) {
    let rows: object[] = []
    for await (const line of createInterface({ input: createReadStream(path) })) {
      rows.push(withIntegers(JSON.parse(line)))
      if (rows.length < BATCH) continue
      yield { query: kind.write, rows }
      rows = []
    }
    if (rows.length > 0) yield { query: kind.write, rows }
  }
}

/** The one whole number among the properties that the database itself counts. */
function withIntegers(row: { properties: { openMentions?: number | bigint } }): object {
  const { properties } = row
  if (typeof properties.openMentions === 'number') properties.openMentions = BigInt(properties.openMentions)
  return row
}

export async function writeRows(driver: Driver, { query, rows }: { query: string; rows: readonly object[] }) {
  const session = driver.session()
  try {
    await session.executeWrite((tx) => tx.run(query, { rows }))
  } finally {
    await session.close()
  }
}

/** How many rows of each kind a graph holds. */
export async function countRows(driver: Driver): Promise<Readonly<Record<string, number>>> {
  const { records } = await driver.executeQuery(
    `CALL () { MATCH (n) WHERE NOT n:Migration AND NOT n:WriteLock UNWIND labels(n) AS name RETURN name
       UNION ALL MATCH ()-[r]->() RETURN type(r) AS name }
     RETURN name, count(*) AS count ORDER BY name`,
    {},
  )
  return Object.fromEntries(records.map((record) => [record.get('name'), record.get('count')]))
}
