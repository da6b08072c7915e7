// The graph is a function of the set of texts, facts and assertions: thirty random ways to the same set give the same bytes.
// CANCU_ORDER_SEED repeats a run.

import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomOf } from '../../bench/graph/random.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import { readSeed } from '../../src/ingest/seed-records.ts'
import type { DocumentRecord, EventRecord } from '../../src/legal/records.ts'
import { differences } from '../support/differences.ts'
import { type Contents, loadAtRandom, loadPlainly } from '../support/histories.ts'
import { madeUpText } from '../support/made-up.ts'
import { document, dump, openTestStore } from '../support/store.ts'

const SEED_FOLDER = fileURLToPath(new URL('../../seed', import.meta.url))
const PLANS = fileURLToPath(new URL('../../../shared/gold/dev/documents', import.meta.url))
const OFFICIAL = fileURLToPath(new URL('../../../shared/corpus/official', import.meta.url))
const SHARED = existsSync(PLANS) && existsSync(OFFICIAL)

const ORDERS = 30
const seed = Number(process.env.CANCU_ORDER_SEED ?? Math.floor(Math.random() * 1e9))
/** Of the official texts, so many of the shortest are drawn from, and so many drawn. */
const [SHORT, OFFICIAL_TEXTS] = [120, 30]
const MADE_UP_TEXTS = SHARED ? 22 : 57
const GUESTS = 6
/** Rows of the curated table: enough that texts and facts meet. */
const FACTS = 80

describe(`${ORDERS} orders of seed ${seed}${SHARED ? '' : ' (../shared is absent: without the real texts)'}`, () => {
  let graph: Awaited<ReturnType<typeof openTestStore>>
  let contents: Contents
  let expected: string[]
  beforeAll(async () => {
    graph = await openTestStore()
    contents = await readContents()
    expected = named(await loadPlainly(graph.store, contents), await dump(graph.driver))
  }, 120_000)
  afterAll(async () => {
    await graph.store.clear()
    await graph.close()
  })

  test('there is something to get wrong', () => {
    const holds = (state: string) => expected.some((line) => line.includes(`"state":"${state}"`))
    expect(contents.records.length).toBeGreaterThanOrEqual(60)
    expect(['RESOLVED', 'AMBIGUOUS', 'PENDING'].filter((state) => !holds(state))).toEqual([])
  })

  test.for(Array.from({ length: ORDERS }, (_, i) => i + 1))(
    'order %i gives the same bytes',
    { timeout: 120_000 },
    async (order) => {
      await graph.store.clear()
      const ids = await loadAtRandom(graph.store, contents, randomOf(seed, order))
      expect(differences(expected, named(ids, await dump(graph.driver)))).toEqual([])
    },
  )
})

/** Assertions are named by chance: here by their order instead. */
function named(ids: readonly string[], lines: readonly string[]): string[] {
  return lines.map((line) => ids.reduce((text, id, i) => text.replaceAll(id, `(${i})`), line)).sort()
}

async function readContents(): Promise<Contents> {
  const { sampleFiles, samplePlaces, events } = readSeed(SEED_FOLDER)
  const samples = sampleFiles.map((file) => {
    const place = samplePlaces.find((sample) => sample.file === file)?.place ?? null
    return read(file, place)
  })
  const real = SHARED ? [...seedPlans(), ...officialTexts()].map((file) => read(file, null)) : []
  const texts = Array.from({ length: MADE_UP_TEXTS + GUESTS }, (_, i) =>
    document(`made-up/${i}.txt`, madeUpText(seed, i)),
  )
  const records = [...(await Promise.all([...samples, ...real])), ...texts.slice(GUESTS)]
  const [first, ...others] = events.slice(0, FACTS / 2).map(({ instrument }) => instrument.key)
  const decision = { from: first ?? '', to: others.find((key) => key !== first) ?? '' }
  return { records, guests: texts.slice(0, GUESTS), tables: tables(events.slice(0, FACTS)), decision }
}

async function read(file: string, place: string | null): Promise<DocumentRecord> {
  return { ...(await readDocument(file, { place, fictional: place !== null })), source: basename(file) }
}

function seedPlans(): string[] {
  const names = readdirSync(PLANS).filter((name) => /^\d{3}_.*\.txt$/.test(name))
  return names.sort().map((name) => join(PLANS, name))
}

function officialTexts(): string[] {
  const random = randomOf(seed, 0)
  const files = readdirSync(OFFICIAL)
    .map((name) => join(OFFICIAL, name))
    .map((file) => ({ file, size: statSync(file).size }))
  const short = files.sort((a, b) => a.size - b.size || (a.file < b.file ? -1 : 1)).slice(0, SHORT)
  const drawn = short.map(({ file }) => ({ file, lot: random() })).sort((a, b) => a.lot - b.lot)
  return drawn.slice(0, OFFICIAL_TEXTS).map(({ file }) => file)
}

/** Two tables that speak of some instruments both, in other words. */
function tables(events: readonly EventRecord[]) {
  const middle = Math.floor(events.length / 2)
  const others = events.slice(middle - 10).map((event) => ({
    ...event,
    instrument: {
      ...event.instrument,
      title: event.instrument.title && `${event.instrument.title} (bảng hai)`,
    },
  }))
  return [
    { dataset: 'first', instruments: [], events: events.slice(0, middle) },
    { dataset: 'second', instruments: [], events: others },
  ]
}
