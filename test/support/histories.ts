// Ways to one and the same graph: each text and table gets a life of its own that ends as it should (read anew, taken out
// and put back, a guest that leaves again), and they go on in an order, and in transactions, drawn at random.

import { pickWeighted, type Random } from '../../bench/graph/random.ts'
import type { GraphStore } from '../../src/graph/store.ts'
import { assertRelation, recordEvent } from '../../src/ingest/assert.ts'
import type { Facts } from '../../src/ingest/facts.ts'
import { removeSources, saveDocuments, saveFacts } from '../../src/ingest/save.ts'
import type { DocumentRecord } from '../../src/legal/records.ts'

type Step =
  | { readonly kind: 'save'; readonly record: DocumentRecord }
  | { readonly kind: 'remove'; readonly source: string }
  | { readonly kind: 'facts'; readonly facts: Facts }

/** What is to be there in the end, and texts that only come by. */
/** What a member of staff decides when the first table is there, whatever comes and goes afterwards. */
export interface Decision {
  readonly from: string
  readonly to: string
}

export interface Contents {
  readonly records: readonly DocumentRecord[]
  readonly tables: readonly Facts[]
  readonly guests: readonly DocumentRecord[]
  readonly decision: Decision
}

const MOST_TOGETHER = 30

const save = (record: DocumentRecord): Step => ({ kind: 'save', record })
const remove = ({ source }: DocumentRecord): Step => ({ kind: 'remove', source })

/** The lives that a text may have; all end with the text as it is. */
const LIVES: Readonly<Record<string, (record: DocumentRecord) => readonly Step[]>> = {
  once: (record) => [save(record)],
  repeated: (record) => [save(record), save(record)],
  'read anew': (record) => [save(readBadly(record)), save(record)],
  'put back': (record) => [save(record), remove(record), save(record)],
  'another text before': (record) => [
    save({ ...readBadly(record), sha256: reversed(record.sha256) }),
    save(record),
  ],
  'with a copy': (record) => [save(copy(record)), save(record), remove(copy(record))],
}
const SHARES = {
  once: 0.5,
  repeated: 0.1,
  'read anew': 0.1,
  'put back': 0.1,
  'another text before': 0.1,
  'with a copy': 0.1,
}

/** As a poor reader had read it: half of the citations, another title, no number. */
function readBadly(record: DocumentRecord): DocumentRecord {
  const citations = record.citations.slice(0, Math.ceil(record.citations.length / 2))
  const header = { ...record.header, title: 'đọc sai', number: null }
  return { ...record, extractor: 'a poor reader', header, citations }
}

function copy(record: DocumentRecord): DocumentRecord {
  return { ...record, source: `a-copy/${record.source}` }
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}

/** The plain way: tables first, then all texts together. @returns the names that assertions were given */
export async function loadPlainly(store: GraphStore, contents: Contents): Promise<string[]> {
  const ids = await decide(store, contents)
  for (const facts of contents.tables) await saveFacts(store, facts)
  await saveDocuments(store, contents.records)
  return ids
}

/** One of very many other ways. @returns the names that assertions were given */
export async function loadAtRandom(store: GraphStore, contents: Contents, random: Random): Promise<string[]> {
  const ids = await decide(store, contents)
  for (const transaction of together(lives(contents, random), random)) {
    const [first] = transaction
    if (first?.kind === 'facts') await saveFacts(store, first.facts)
    await saveAll(store, transaction)
    await removeAll(store, transaction)
  }
  return ids
}

async function decide(store: GraphStore, { tables: [facts], decision: { from, to } }: Contents) {
  if (facts) await saveFacts(store, facts)
  const testimony = { author: 'Lan', reason: 'vì đã đọc cả hai' }
  const said = await assertRelation(store, { from, to, relation: 'GUIDES' }, testimony)
  const event = { kind: 'AMENDED', effective: null, by: [from], quote: null, source: null } as const
  const recorded = await recordEvent(store, { instrument: to, ...event }, testimony)
  return [said.id, recorded.id]
}

async function saveAll(store: GraphStore, steps: readonly Step[]): Promise<void> {
  const records = steps.flatMap((step) => (step.kind === 'save' ? step.record : []))
  if (records.length > 0) await saveDocuments(store, records)
}

async function removeAll(store: GraphStore, steps: readonly Step[]): Promise<void> {
  const sources = steps.flatMap((step) => (step.kind === 'remove' ? step.source : []))
  if (sources.length > 0) await removeSources(store, sources)
}

function lives({ records, tables, guests }: Contents, random: Random): Step[][] {
  const nothing = { instruments: [], events: [] }
  return [
    ...records.map((record) => [...(LIVES[pickWeighted(SHARES, random)]?.(record) ?? [])]),
    ...guests.map((record) => [save(record), remove(record)]),
    ...tables.map((facts): Step[] => {
      const half = { ...facts, events: facts.events.slice(0, facts.events.length / 2) }
      const before: Facts[][] = [[], [facts], [half], [facts, { ...facts, ...nothing }]]
      const steps = [...(before[Math.floor(random() * before.length)] ?? []), facts]
      return steps.map((table) => ({ kind: 'facts', facts: table }))
    }),
  ]
}

/** Takes up the next steps of lives drawn at random, those of one kind together, until all have ended. */
function* together(all: readonly Step[][], random: Random): Generator<Step[]> {
  for (;;) {
    const waiting = shuffled(all, random).filter((life) => life.length > 0)
    const kind = waiting[0]?.[0]?.kind
    if (kind === undefined) return
    const limit = kind === 'facts' ? 1 : 1 + Math.floor(random() * MOST_TOGETHER)
    const names = new Set<string>()
    const transaction: Step[] = []
    for (const life of waiting) {
      const [step] = life
      if (step?.kind !== kind || transaction.length >= limit) continue
      // No source and no text comes twice in a transaction.
      const own = namesOf(step)
      if (own.some((name) => names.has(name))) continue
      for (const name of own) names.add(name)
      transaction.push(...life.splice(0, 1))
    }
    yield transaction
  }
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const lots = list.map((item) => ({ item, lot: random() }))
  return lots.sort((a, b) => a.lot - b.lot).map(({ item }) => item)
}

function namesOf(step: Step): string[] {
  if (step.kind === 'save') return [step.record.source, step.record.sha256]
  return step.kind === 'remove' ? [step.source] : []
}
