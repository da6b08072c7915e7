// Whether a change costs what it touches, or what is there: the same small changes to the same country, at several sizes
// of its graph, in turns. Each change touches as many citations at every size: it brings an instrument that twenty held citations
// without a date were waiting for, or takes it away again.

import { parseArgs } from 'node:util'
import { createGraphStore, type GraphStore } from '../../src/graph/store.ts'
import type { Facts } from '../../src/ingest/facts.ts'
import { BATCH } from '../../src/ingest/ingest.ts'
import { removeSources, saveDocuments, saveFacts } from '../../src/ingest/save.ts'
import type { DocumentRecord, EventRecord, InstrumentFacts } from '../../src/legal/records.ts'
import { printTable, quantile } from '../report.ts'
import { countedDriver, type Hits } from './counted.ts'
import { type Database, withDatabases } from './database.ts'
import { generate } from './generate.ts'

const { values } = parseArgs({
  options: {
    mentions: { type: 'string', default: '10000,100000' },
    seed: { type: 'string', default: '1' },
  },
})
const sizes = values.mentions.split(',').map(Number)
const seed = Number(values.seed)

/** A text of the country has five citations at least, on the whole. */
const LEAST_MENTIONS = 5
/** Held texts that cite the probed number without its date. */
const WAITING = 20
/** Texts that come and go, one at a time; all of them so many times before, to warm up. */
const [PROBES, WARM_UP] = [15, 3]
const HIT_ROUNDS = 4
const SUBJECTS = 10
/** No instrument of the country has this number. */
const PROBED = { type: 'Quyết định', number: '99001/QĐ-TTg', issuer: 'Thủ tướng Chính phủ' }
/** Before any text of the country, so that all of them may mean it. */
const PROBED_DATE = '2003-05-05'

type Operation = 'save one text' | 'remove it' | 'import 20 facts' | 'withdraw them'

/** What one operation cost at one size: the median time, and the hits of each query. */
interface Cost {
  readonly milliseconds: number
  readonly hits: Hits
}
type Costs = Readonly<Record<Operation, Cost>>

/** One size of the graph. */
interface Side {
  readonly database: Database
  readonly probes: readonly DocumentRecord[]
  readonly times: Readonly<Record<Operation, number[]>>
  readonly mentions: number
  readonly documents: number
}

interface Measured {
  readonly mentions: number
  readonly documents: number
  readonly costs: Costs
}

await withDatabases(sizes.length, async (...databases) => {
  const sides: Side[] = []
  for (const [i, database] of databases.entries()) {
    sides.push(await openSide(database, sizes[i] ?? 0))
    console.error(`${sizes[i]} mentions: loaded after ${Math.round(performance.now() / 1000)} s`)
  }
  for (let round = 0; round < WARM_UP; round++) await takeTurns(sides)
  for (const { times } of sides) for (const list of Object.values(times)) list.length = 0
  await takeTurns(sides)
  report(databases[0]?.version ?? '', await Promise.all(sides.map(measuredOf)))
})

/** The country in a database of its own, loaded to one size. */
async function openSide(database: Database, size: number): Promise<Side> {
  const instruments = Math.ceil(Math.max(...sizes) / LEAST_MENTIONS) * 2
  const documents = citingTexts(instruments)
  const probes = take(documents, PROBES).map((record) => citing(record, PROBED_DATE))
  const waiting = take(documents, WAITING).map((record) => citing(record, null))
  await saveDocuments(database.store, waiting)
  const count = await loadUntil(database.store, documents, size)
  const times = { 'save one text': [], 'remove it': [], 'import 20 facts': [], 'withdraw them': [] }
  return { database, probes, times, ...count }
}

/** Each side does the same in turn, so that whatever else the machine does weighs on all alike. */
async function takeTurns(sides: readonly Side[]): Promise<void> {
  for (let i = 0; i < PROBES; i++) {
    for (const { database, probes, times } of sides) {
      for (const [name, work] of operations(database.store, probes[i] as DocumentRecord)) {
        const start = performance.now()
        await work()
        times[name].push(performance.now() - start)
      }
    }
  }
}

function* citingTexts(instruments: number): Generator<DocumentRecord, undefined> {
  for (const record of generate({ seed, instruments })) if (record.citations.length > 0) yield record
}

/** @throws where the country has no more texts */
function take(from: Iterator<DocumentRecord, undefined>, count: number): DocumentRecord[] {
  return Array.from({ length: count }, () => {
    const { value } = from.next()
    if (!value) throw new Error('the country is too small')
    return value
  })
}

/** The text, citing the probed number as well: with a date it tells of the instrument, without one it waits for it. */
function citing(record: DocumentRecord, date: string | null): DocumentRecord {
  const [last] = record.citations.slice(-1)
  if (!last) throw new Error(`${record.source} cites nothing`)
  const id = `c${record.citations.length + 1}`
  const start = last.surface.end + 60
  const text = `${PROBED.type} số ${PROBED.number}`
  const span = { start, end: start + text.length }
  const more = { ...last, ...PROBED, id, text, date, year: null, title: null, relation: 'BASED_ON' } as const
  const citation = { ...more, ...span, surface: span, relationFrom: 'document', nestedIn: null } as const
  return {
    ...record,
    citations: [...record.citations, citation],
    quotes: { ...record.quotes, [id]: `Căn cứ ${text};` },
  }
}

/** Loads texts until the graph holds so many mentions. */
async function loadUntil(store: GraphStore, documents: Iterator<DocumentRecord, undefined>, size: number) {
  for (;;) {
    const { mentions, documents: count } = await store.contents()
    if (mentions >= size) return { mentions, documents: count }
    const missing = Math.ceil((size - mentions) / LEAST_MENTIONS / 1.2)
    const batch = take(documents, Math.min(BATCH, Math.max(1, missing)))
    await saveDocuments(store, batch)
  }
}

async function measuredOf({ database, probes, times, mentions, documents }: Side): Promise<Measured> {
  const hits = await countHits(database.driver, probes.slice(0, HIT_ROUNDS))
  const cost = (operation: Operation): Cost => ({
    milliseconds: quantile(times[operation], 0.5),
    hits: hits.get(operation) ?? new Map(),
  })
  const costs = {
    'save one text': cost('save one text'),
    'remove it': cost('remove it'),
    'import 20 facts': cost('import 20 facts'),
    'withdraw them': cost('withdraw them'),
  }
  return { mentions, documents, costs }
}

/** The hits of a few rounds, a round. */
async function countHits(driver: Database['driver'], probes: readonly DocumentRecord[]) {
  const counted = countedDriver(driver)
  const store = createGraphStore(counted.driver)
  const sums = new Map<Operation, Map<string, number>>()
  for (const probe of probes) {
    for (const [name, work] of operations(store, probe)) {
      await work()
      const sum = sums.get(name) ?? new Map<string, number>()
      for (const [query, hits] of counted.take()) sum.set(query, (sum.get(query) ?? 0) + hits / probes.length)
      sums.set(name, sum)
    }
  }
  return sums
}

/** The small changes, in an order that leaves the graph as it was. */
function operations(store: GraphStore, probe: DocumentRecord): [Operation, () => Promise<unknown>][] {
  return [
    ['save one text', () => saveDocuments(store, [probe])],
    ['remove it', () => removeSources(store, [probe.source])],
    ['import 20 facts', () => saveFacts(store, factsAbout(probe))],
    ['withdraw them', () => saveFacts(store, { dataset: 'bench', instruments: [], events: [] })],
  ]
}

/** A small table: instruments that nobody knew, each replaced by one; the probed number is the first of them. */
function factsAbout({ header }: DocumentRecord): Facts {
  const subjects = Array.from({ length: SUBJECTS }, (_, i) => subject(i, PROBED_DATE))
  const actors = Array.from({ length: SUBJECTS }, (_, i) => subject(i, '2019-09-09'))
  const events = subjects.map(
    (instrument, i): EventRecord => ({
      instrument,
      kind: 'REPLACED',
      by: [actors[i]?.key ?? instrument.key],
      effective: header.date,
      quote: null,
      source: 'bench',
      confidence: 'high',
    }),
  )
  return { dataset: 'bench', instruments: actors, events }
}

function subject(i: number, date: string): InstrumentFacts {
  const number = i === 0 ? PROBED.number : `${99_100 + i}/QĐ-TTg`
  return { ...PROBED, number, key: `${number}@${date}`, date, title: 'ban hành quy chế làm việc' }
}

function report(version: string, measured: readonly Measured[]): void {
  const [smallest] = measured
  if (!smallest) return
  const command = `npm run bench growth -- --mentions ${values.mentions} --seed ${seed}`
  const names = Object.keys(smallest.costs) as Operation[]
  const head = ['', ...measured.map(({ mentions }) => `${mentions} mentions`), 'last against first']
  const row = (label: string, digits: number, of: (one: Measured) => number) => {
    const numbers = measured.map(of)
    const ratio = (numbers.at(-1) ?? 0) / (numbers[0] ?? 1)
    return [label, ...numbers.map((number) => number.toFixed(digits)), ratio.toFixed(2)]
  }
  printTable(command, version, head, [
    row('texts', 0, ({ documents }) => documents),
    ...names.map((name) => row(`${name}, ms`, 1, ({ costs }) => costs[name].milliseconds)),
    ...names.map((name) => row(`${name}, db hits`, 0, ({ costs }) => total(costs[name].hits))),
  ])
  for (const name of names) reportGrown(name, measured)
}

function total(hits: Hits): number {
  return [...hits.values()].reduce((sum, count) => sum + count, 0)
}

/** Queries that cost a third more at the last size than at the first: where to look. */
function reportGrown(name: Operation, measured: readonly Measured[]): void {
  const [first, last] = [measured[0]?.costs[name].hits, measured.at(-1)?.costs[name].hits]
  for (const [query, hits] of last ?? []) {
    const before = first?.get(query) ?? 0
    if (hits > 1.3 * before + 20)
      console.log(`\n${name}: from ${Math.round(before)} to ${Math.round(hits)} hits:\n${query}`)
  }
}
