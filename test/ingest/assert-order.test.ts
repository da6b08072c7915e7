// The graph is a function of the set of texts, tables and standing assertions: random ways to the same set give the same
// bytes. What an assertion is made on must be there when it is made; afterwards everything may come and go.

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomOf } from '../../bench/graph/random.ts'
import { RELATIONS } from '../../src/citation/types.ts'
import { CancuError } from '../../src/errors.ts'
import {
  assertRelation,
  mergeInstruments,
  recordEvent,
  resolveMention,
  splitInstrument,
  withdraw,
} from '../../src/ingest/assert.ts'
import type { Facts } from '../../src/ingest/facts.ts'
import { removeSources, saveDocuments, saveFacts } from '../../src/ingest/save.ts'
import type { Assertion } from '../../src/legal/assertion.ts'
import { formatKey, parseKey } from '../../src/legal/key.ts'
import { EVENT_KINDS, type EventRecord } from '../../src/legal/records.ts'
import { differences } from '../support/differences.ts'
import { madeUpText } from '../support/made-up.ts'
import { document, dump, openTestStore } from '../support/store.ts'

const TEXTS = 8
const ASSERTIONS = 7
const RUNS = Number(process.env.CANCU_ASSERT_RUNS ?? 4)
const LAN = { author: 'Lan', reason: 'vì thế' }

let graph: Awaited<ReturnType<typeof openTestStore>>
beforeAll(async () => {
  graph = await openTestStore()
})
afterAll(() => graph.close())

type Draw = <T>(list: readonly T[]) => T

/** A world of texts and a table; made of one number. */
function worldOf(seed: number) {
  const texts = Array.from({ length: TEXTS }, (_, i) => document(`${i}.txt`, madeUpText(seed, i)))
  const row = (key: string, title: string) => {
    const { number = null, date = null } = parseKey(key) ?? {}
    return { key, type: null, number, date, issuer: null, title }
  }
  const event = (key: string, by: string): EventRecord => ({
    ...{ instrument: row(key, 'về bảng dữ kiện'), kind: 'AMENDED', by: [by], effective: '2020-01-01' },
    ...{ quote: null, source: 'a table', confidence: 'high' },
  })
  const facts: Facts = {
    dataset: 'facts',
    instruments: [row('92-KL/TW@2012-02-02', 'về kết luận')],
    events: [
      event('91-NQ/TW@2003-03-12', '91-NQ/TW@2013-06-03'),
      event('94/2015/NĐ-CP@2015-01-09', '93/CT-TTg@2021-11-26'),
    ],
  }
  return { texts, facts }
}

/** Something to assert, drawn from what is there; refused where it contradicts what stands. */
async function assertSomething(draw: Draw): Promise<Assertion> {
  const { store, driver } = graph
  const list = async (query: string) =>
    (await driver.executeQuery(query)).records.map((row) => String(row.get(0)))
  const keys = await list('MATCH (i:Instrument) WHERE i.date IS NOT NULL RETURN i.key ORDER BY i.key')
  const numbered = keys.filter((key) => !key.startsWith('unnumbered'))
  const mentions = await list('MATCH (m:Mention) RETURN m.id ORDER BY m.id')
  const texts = await list('MATCH (d:Document) RETURN d.sha256 ORDER BY d.sha256')
  const all = await list('MATCH (i:Instrument)<-[:TEXT_OF]-() RETURN i.key ORDER BY i.key')
  const kinds = {
    relation: () =>
      assertRelation(store, { from: draw(keys), to: draw(keys), relation: draw(RELATIONS) }, LAN),
    event: () =>
      recordEvent(
        store,
        {
          ...{ instrument: draw(keys), kind: draw(EVENT_KINDS), effective: '2021-01-01' },
          ...{ by: [draw(keys)], quote: null, source: null },
        },
        LAN,
      ),
    mention: () =>
      resolveMention(store, { mention: draw(mentions), instrument: draw([null, ...numbered]) }, LAN),
    merge: () => mergeInstruments(store, { keys: [draw([...numbered, ...all])], into: draw(numbered) }, LAN),
    split: () => splitSomething(draw, mentions, texts),
  }
  return draw([
    kinds.relation,
    kinds.event,
    kinds.mention,
    kinds.mention,
    kinds.merge,
    kinds.merge,
    kinds.split,
  ])()
}

/** Half of what means one instrument, and half of its texts. */
async function splitSomething(draw: Draw, mentions: readonly string[], texts: readonly string[]) {
  const start = draw(mentions)
  const { records } = await graph.driver.executeQuery(
    `MATCH (m:Mention {id: $start}) WITH m.key AS key
     RETURN key, COLLECT { MATCH (n:Mention {key: key}) WHERE n.asserted IS NULL RETURN n.id ORDER BY n.id } AS mentions,
       COLLECT { MATCH (d:Document)-[:TEXT_OF]->(:Instrument {key: key}) RETURN d.sha256 ORDER BY d.sha256 } AS texts`,
    { start },
  )
  const found = records[0]?.toObject()
  const parts = parseKey(found?.key ?? '')
  const half = (list: readonly string[]) => list.filter((_, i) => i % 2 === 0)
  const into = parts ? formatKey({ ...parts, qualifier: draw(['A', 'B']) }) : draw(texts)
  return splitInstrument(
    graph.store,
    {
      instrument: found?.key ?? '',
      mentions: half(found?.mentions ?? []),
      documents: half(found?.texts ?? []),
      into,
    },
    LAN,
  )
}

async function assertSome(draw: Draw): Promise<Assertion[]> {
  const made: Assertion[] = []
  for (let i = 0; i < ASSERTIONS * 3 && made.length < ASSERTIONS; i++) {
    const before = await dump(graph.driver)
    try {
      made.push(await assertSomething(draw))
    } catch (error) {
      if (!(error instanceof CancuError)) throw error
      expect(differences(before, await dump(graph.driver))).toEqual([])
    }
  }
  return made
}

test(`${RUNS} random worlds`, { timeout: 110_000 * RUNS }, async () => {
  const { store, driver } = graph
  const world = async (seed: number) => {
    const random = randomOf(seed, 0)
    const draw: Draw = (list) => list[Math.floor(random() * list.length)] as never
    const shuffled = <T>(list: readonly T[]) =>
      list
        .map((item) => ({ item, lot: random() }))
        .sort((a, b) => a.lot - b.lot)
        .map(({ item }) => item)
    const { texts, facts } = worldOf(seed)
    const sources = texts.map(({ source }) => source)
    const nothing = { ...facts, instruments: [], events: [] }
    const reload = async () => {
      for (const record of shuffled(texts)) {
        if (record.source === '4.txt') await saveFacts(store, facts)
        await saveDocuments(store, [{ ...record, extractor: 'newer' }])
      }
    }
    await store.clear()
    await reload()
    const plain = await dump(driver)
    const made = await assertSome(draw)
    const asserted = await dump(driver)
    expect(asserted).not.toEqual(plain)
    // some come and go, the table too
    const some = shuffled(sources).slice(0, TEXTS / 2)
    await removeSources(store, some)
    await saveFacts(store, nothing)
    await saveDocuments(
      store,
      shuffled(texts).map((record) => ({ ...record, extractor: 'older' })),
    )
    await saveFacts(store, facts)
    await saveDocuments(
      store,
      shuffled(texts).map((record) => ({ ...record, extractor: 'newer' })),
    )
    expect(differences(asserted, await dump(driver))).toEqual([])
    // asserted first, loaded later
    await removeSources(store, sources)
    await saveFacts(store, nothing)
    expect(await dump(driver)).toEqual((await dump(driver)).filter((line) => line.includes('"Alias"')))
    await reload()
    expect(differences(asserted, await dump(driver))).toEqual([])
    // withdrawn one by one; half-way, as if the others had been all
    const [first = [], rest = []] = [shuffled(made).slice(0, 3), shuffled(made)]
    for (const { id } of first) await withdraw(store, id, LAN)
    const left = await dump(driver)
    await removeSources(store, sources)
    await saveFacts(store, nothing)
    await reload()
    expect(differences(left, await dump(driver))).toEqual([])
    const gone = new Set(first.map(({ id }) => id))
    for (const { id } of rest) if (!gone.has(id)) await withdraw(store, id, LAN)
    expect(differences(plain, await dump(driver))).toEqual([])
    return true
  }
  await fc.assert(fc.asyncProperty(fc.nat(1e9), world), { numRuns: RUNS, endOnFailure: true })
})
