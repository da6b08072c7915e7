// How right identities are, in a real graph with the shipped tables: the codification's own ids of what its notes cite,
// and the normative citations of whole documents whose numbers the tables hold.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { BATCH } from '../src/ingest/ingest.ts'
import { toRecord } from '../src/ingest/read-document.ts'
import { saveDocuments } from '../src/ingest/save.ts'
import { loadSeed } from '../src/ingest/seed.ts'
import type { DocumentRecord } from '../src/legal/records.ts'
import { decodeText } from '../src/reader/text.ts'
import { type Database, withDatabases } from './graph/database.ts'
import { printTable } from './report.ts'

const SHARED = fileURLToPath(new URL('../../shared/', import.meta.url))
const LISTED = process.argv.includes('--list')
const COMMAND = 'npx node bench/identity.ts [--list]'

interface Note {
  readonly text: string
  /** The register's ids of what it cites; the first is the instrument itself. */
  readonly itemids: readonly string[]
}

interface Meant {
  readonly sha256: string
  readonly id: string
  readonly text: string
  readonly state: string
  readonly reasons: readonly string[]
  readonly key: string | null
  readonly number: string | null
  readonly type: string | null
  readonly date: string | null
  readonly known: readonly string[]
}

await withDatabases(1, async (database) => {
  await measureNotes(database)
  await database.store.clear()
  await measureCorpus(database)
})

/** Pairs of notes: one id in two identities (under-merge), two ids in one (over-merge). */
async function measureNotes(database: Database): Promise<void> {
  const lines = readShared('phapdien/notes-dev.jsonl.gz', (bytes) =>
    gunzipSync(bytes).toString('utf8').trim().split('\n'),
  )
  if (!lines) return
  const notes = lines.map((line) => JSON.parse(line) as Note)
  const records = notes.map(({ text }, i) => recordOf(text, `note-${i + 1}`))
  await load(database, records)
  const first = new Map<string, Meant>()
  for (const meant of await meantIn(database)) if (!first.has(meant.sha256)) first.set(meant.sha256, meant)
  const pairs = notes.map(({ itemids }, i) => {
    const meant = first.get(records[i]?.sha256 ?? '')
    return {
      id: itemids[0] ?? '',
      identity: meant?.key ?? `${meant?.state ?? 'nothing found'}:${meant?.text ?? ''}`,
    }
  })
  const under = split(
    pairs,
    ({ id }) => id,
    ({ identity }) => identity,
  )
  const over = split(
    pairs,
    ({ identity }) => identity,
    ({ id }) => id,
  )
  const row = (what: string, { pairs, apart, groups }: Split) =>
    [what, pairs, apart, `${((100 * apart) / pairs).toFixed(3)} %`, groups.length] as const
  printTable(
    COMMAND,
    database.version,
    ['notes of the codification', 'pairs', 'wrong', 'share', 'groups'],
    [row(`one id, other identity, of ${notes.length} notes`, under), row('one identity, other id', over)],
  )
  if (LISTED) for (const group of [...under.groups, ...over.groups]) console.log(group)
}

interface Split {
  /** Pairs that agree in the first. */
  readonly pairs: number
  /** Of them, those that differ in the second. */
  readonly apart: number
  readonly groups: readonly string[]
}

function split<T>(items: readonly T[], same: (item: T) => string, other: (item: T) => string): Split {
  const pairsOf = (count: number) => (count * (count - 1)) / 2
  const groups: string[] = []
  let [pairs, apart] = [0, 0]
  for (const [name, members] of Map.groupBy(items, same)) {
    const parts = [...Map.groupBy(members, other)].map(([part, list]) => [part, list.length] as const)
    pairs += pairsOf(members.length)
    apart += pairsOf(members.length) - parts.reduce((sum, [, count]) => sum + pairsOf(count), 0)
    if (parts.length > 1)
      groups.push(`${name}: ${parts.map(([part, count]) => `${part} × ${count}`).join(' | ')}`)
  }
  return { pairs, apart, groups }
}

/** Normative citations whose number the tables hold: whether they are taken for it. */
async function measureCorpus(database: Database): Promise<void> {
  const folder = join(SHARED, 'corpus/official')
  const names = attempt(() => readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  if (!names) return
  const files = names.filter((name) => /\.(?:md|txt)$/.test(name)).sort()
  const records = files.map((name) => recordOf(readFileSync(join(folder, name), 'utf8'), name))
  await load(database, records)
  const held = (await meantIn(database)).filter(
    ({ number, known }) => isNormative(number) && known.length > 0,
  )
  const right = held.filter(({ key, known }) => key !== null && known.includes(key))
  const flagged = right.filter(({ reasons }) => reasons.some((reason) => reason.endsWith('_DIFFERS')))
  printTable(
    COMMAND,
    database.version,
    ['normative citations whose number a table holds', 'count', 'share'],
    [
      [`all, of ${records.length} documents`, held.length, ''],
      [
        'taken for what the table holds',
        right.length,
        `${((100 * right.length) / held.length).toFixed(2)} %`,
      ],
      ['of them flagged: date, type or title differs', flagged.length, ''],
      ['not taken for it', held.length - right.length, ''],
    ],
  )
  if (LISTED)
    for (const { text, type, date, state, reasons, known } of [
      ...flagged,
      ...held.filter((one) => !right.includes(one)),
    ])
      console.log(
        [state, reasons.join('+'), type, text.replaceAll(/\s+/gu, ' '), date, known.join(' ')].join(' · '),
      )
}

/** A number that holds its year: no other act of its kind bears it. */
function isNormative(number: string | null): boolean {
  return number !== null && /^\d+\/(?:19|20)\d\d\//.test(number)
}

function recordOf(text: string, source: string): DocumentRecord {
  const read = decodeText(new TextEncoder().encode(text), source)
  return toRecord(source, read, { place: null, fictional: false })
}

async function load({ store }: Database, records: readonly DocumentRecord[]): Promise<void> {
  await loadSeed(store, { force: true })
  for (let i = 0; i < records.length; i += BATCH) {
    await saveDocuments(store, records.slice(i, i + BATCH))
    process.stderr.write(`\r${Math.min(i + BATCH, records.length)} of ${records.length} texts`)
  }
  process.stderr.write('\n')
}

/** Every mention of texts that are not the seed's, in order, with what the tables hold under its number. */
async function meantIn({ driver }: Database): Promise<Meant[]> {
  const { records } = await driver.executeQuery(`
    MATCH (s:Source)-[:HOLDS]->(d:Document)-[:HAS_MENTION]->(m:Mention)
    WHERE NOT s.uri STARTS WITH 'seed/'
    RETURN DISTINCT d.sha256 AS sha256, m {.id, .text, .state, .reasons, .key, .number, .type, .date} AS mention,
      COLLECT { MATCH (f:Fact {lookup: coalesce(m.statedLookup, m.lookup)}) RETURN DISTINCT f.key } AS known
    ORDER BY mention.id`)
  return records.map((record) => ({
    ...record.get('mention'),
    sha256: record.get('sha256'),
    known: record.get('known'),
  }))
}

function readShared<T>(path: string, read: (bytes: Buffer) => T): T | null {
  return attempt(() => read(readFileSync(join(SHARED, path))))
}

/** `null`, and a word, where the material is not there. */
function attempt<T>(action: () => T): T | null {
  try {
    return action()
  } catch (error) {
    console.log(`skipped: ${(error as Error).message}`)
    return null
  }
}
