// Every row of high confidence of the table of known facts, asked of the seeded graph: its status, and another before.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type StatusOnDay, statusesOf, statusesWhenCited } from '../../src/answer/status.ts'
import { loadSeed } from '../../src/ingest/seed.ts'
import { parseTsv } from '../../src/ingest/seed-records.ts'
import { numberKey } from '../../src/legal/key.ts'
import { openTestStore } from '../support/store.ts'

const TABLE = join(import.meta.dirname, '../../../shared/facts/status-facts.tsv')
const isThere = existsSync(TABLE)
if (!isThere) console.warn('Skipped: ../shared/facts/status-facts.tsv is not beside the checkout.')

/** The table tells the state of knowledge of autumn 2026; what is to begin later is asked of the day on which it begins. */
const TODAY = '2026-11-21'

type Row = Readonly<Record<string, string>>

/** In force as amended: of these the register tells an amendment that the table does not know. */
const AMENDED_BY_REGISTER = ['145/2020/NĐ-CP@2020-12-14', '15/2018/NĐ-CP@2018-02-02']

/** The values that a status of the table may become; a row's note tells which. */
const MEANING: Readonly<Record<string, (row: Row) => readonly string[]>> = {
  in_force: ({ key = '' }) => [AMENDED_BY_REGISTER.includes(key) ? 'AMENDED' : 'NO_KNOWN_CHANGE'],
  amended: ({ confidence_note = '' }) =>
    /abolished in large part|ended in part only/.test(confidence_note) ? ['PARTLY_REPEALED'] : ['AMENDED'],
  continued: () => ['CONTINUED'],
  replaced: () => ['REPLACED'],
  expired: () => ['REPEALED', 'EXPIRED'],
  obsolete_inferred: () => ['SUPERSEDED_IN_SUBSTANCE'],
  one_off: () => ['SPENT', 'NO_KNOWN_CHANGE'],
  unresolved: ({ confidence_note = '' }) =>
    confidence_note.startsWith('SUSPENDED') ? ['SUSPENDED'] : ['CONFLICT', 'UNKNOWN'],
}

let graph: Awaited<ReturnType<typeof openTestStore>>
beforeAll(async () => {
  graph = await openTestStore()
  await loadSeed(graph.store, { force: false })
}, 300_000)
afterAll(() => graph.close())

const rows = (isThere ? parseTsv(readFileSync(TABLE, 'utf8')) : []) as readonly Row[]
const high = rows.filter(({ status_confidence }) => status_confidence === 'high')

/** The table names a few without their date, local ones without their place, resolutions without their qualifier. */
async function keyOf({ key = '', number = '', date = '' }: Row): Promise<string> {
  const full =
    key === 'Hiến pháp 2013' ? `Hiến pháp@${date}` : date && !key.includes('@') ? `${key}@${date}` : key
  if (!full.includes('@')) return full
  const filter = { level: null, type: null, textHeld: null, numberKey: numberKey(number || key) }
  const bearers = (await graph.store.instruments(filter, 50, null)).filter((one) => one.date === date)
  const [only] = bearers
  return only && bearers.length === 1 ? only.key : full
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

interface Asked {
  readonly row: Row
  readonly key: string
  readonly today: StatusOnDay
  readonly before: StatusOnDay | null
}

async function ask(list: readonly Row[]): Promise<Asked[]> {
  const keys = await Promise.all(list.map(keyOf))
  const days = list.map(({ effective_date: day }) => (day ? dayBefore(day) : TODAY))
  const latest = list.map(({ effective_date: day = '' }) => (day > TODAY ? day : TODAY))
  const answers = await statusesOf(
    graph.store,
    keys.flatMap((key, i) => [latest[i] ?? TODAY, days[i] ?? TODAY].map((asOf) => ({ key, asOf }))),
  )
  return list.map((row, i) => ({
    row,
    key: keys[i] ?? '',
    today: answers[2 * i] as StatusOnDay,
    before: row.effective_date ? (answers[2 * i + 1] as StatusOnDay) : null,
  }))
}

const isRight = ({ row, today }: Asked) =>
  (MEANING[row.status ?? '']?.(row) ?? []).includes(today.value) || row.status === 'collision'

/** Something else is said the day before: another value, or, of several amendments, fewer doers. */
function isOther({ row, today, before }: Asked): boolean {
  if (!before || row.status === 'collision') return true
  if (row.status === 'in_force') return before.value === 'NOT_YET_IN_FORCE'
  const words = ({ value, since, by }: StatusOnDay) => JSON.stringify([value, since, by])
  return row.status === 'amended' ? words(before) !== words(today) : before.value !== today.value
}

const shown = ({ row, key, today, before }: Asked) =>
  `${key}: ${row.status} ${row.effective_date} → ${before?.value} · ${today.value} ${today.since}`

describe.skipIf(!isThere)('the table of known facts (skipped where ../shared is absent)', () => {
  test('each row of high confidence has its status today, and another the day before', async () => {
    const asked = await ask(high)
    const wrong = asked.filter((one) => !isRight(one) || !isOther(one))
    console.log(`status-facts.tsv, high confidence: ${asked.length - wrong.length} of ${asked.length} rows`)
    expect(wrong.map(shown)).toEqual([])
  }, 120_000)

  test('a number that several bear is told with its bearers', async () => {
    const collisions = (await ask(high.filter(({ status }) => status === 'collision'))).filter(
      ({ row }) => !row.key?.includes('@'),
    )
    expect(collisions.length).toBeGreaterThan(10)
    for (const { key, today, row } of collisions) {
      expect(today.warnings, key).toContain('NUMBER_HAS_SEVERAL_INSTRUMENTS')
      const named = row.confidence_note?.match(/\S+@\d{4}-\d{2}-\d{2}/g) ?? []
      expect(today.about.NUMBER_HAS_SEVERAL_INSTRUMENTS ?? [], key).toEqual(expect.arrayContaining(named))
    }
  })

  test('what is of lower confidence is never told as a fact', async () => {
    const others = rows.filter(
      ({ status_confidence, status }) => status_confidence !== 'high' && status !== 'collision',
    )
    const asked = await ask(others)
    const told = asked.filter((one) => isRight(one) && one.today.value !== 'NO_KNOWN_CHANGE')
    console.log(`status-facts.tsv, the others: ${told.length} of ${asked.length} rows by other sources`)
    const facts = told.filter(({ today }) =>
      today.evidence.some(({ rank, confidence }) => rank === 'FACTS' && confidence === 'high'),
    )
    expect(facts.map(shown)).toEqual([])
  }, 120_000)
})

describe('two dates', () => {
  const whenCited = async (target: string, source: string) => {
    const [mentions = []] = await graph.store.citedBy([target], 50, '')
    const asked = mentions.filter((mention) => mention.source === source)
    expect(asked.length).toBeGreaterThan(0)
    return (await statusesWhenCited(graph.store, asked))[0]
  }
  const today = async (key: string) => (await statusesOf(graph.store, [{ key, asOf: TODAY }]))[0]?.value

  test('290-QĐ/TW was replaced already when the plan 000 cited it', async () => {
    expect(await whenCited('290-QĐ/TW@2010-02-25', '000')).toMatchObject({
      value: 'REPLACED',
      since: '2021-07-30',
      asOf: '2021-12-20',
      warnings: expect.arrayContaining(['CITING_DATE_NOT_KNOWN']),
    })
  })

  test('34/2007/PL-UBTVQH11 was valid when the plan 001 cited it, and is not today', async () => {
    const then = await whenCited('34/2007/PL-UBTVQH11@2007-04-20', '001')
    expect([then?.value, then?.asOf]).toEqual(['NO_KNOWN_CHANGE', '2022-03-22'])
    expect(await today('34/2007/PL-UBTVQH11@2007-04-20')).toBe('REPEALED')
  })

  test('04/2015/NĐ-CP is superseded in substance by the law, and not replaced by 59/2023/NĐ-CP', async () => {
    const [status] = await statusesOf(graph.store, [{ key: '04/2015/NĐ-CP@2015-01-09', asOf: TODAY }])
    expect(status).toMatchObject({ value: 'SUPERSEDED_IN_SUBSTANCE', by: ['10/2022/QH15@2022-11-10'] })
  })
})
