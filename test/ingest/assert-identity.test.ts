// What staff decide of identity: what a mention means, which keys are one instrument, which instrument is two.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findKey } from '../../src/answer/find-key.ts'
import { statusOf } from '../../src/answer/status.ts'
import { checkText } from '../../src/check/check-text.ts'
import { CancuError } from '../../src/errors.ts'
import {
  assertRelation,
  mergeInstruments,
  recordEvent,
  resolveMention,
  splitInstrument,
  withdraw,
} from '../../src/ingest/assert.ts'
import { removeSources, saveDocuments, saveFacts } from '../../src/ingest/save.ts'
import type { Assertion } from '../../src/legal/assertion.ts'
import type { DocumentRecord, EventRecord } from '../../src/legal/records.ts'
import { readPlainText } from '../../src/reader/index.ts'
import { document, dump, openTestStore } from '../support/store.ts'

let graph: Awaited<ReturnType<typeof openTestStore>>
beforeAll(async () => {
  graph = await openTestStore()
})
beforeEach(() => graph.store.clear())
afterAll(() => graph.close())

const LAN = { author: 'Lan', reason: 'đã xem bản gốc' }
const PARTY = 'Ban Chấp hành Trung ương Đảng'
const RESOLUTION = '25-NQ/TW@2013-06-03'
const RELIGION = '25-NQ/TW@2003-03-12'
const SLIP = '25-NQ/TW@2013-06-13'
const dated = document(
  'dated.txt',
  `Căn cứ Nghị quyết số 25-NQ/TW ngày 03/6/2013 của ${PARTY} về công tác dân vận;`,
)
const religion = document(
  'religion.txt',
  `Căn cứ Nghị quyết số 25-NQ/TW ngày 12/3/2003 của ${PARTY} về công tác tôn giáo;`,
)
const undated = document(
  'undated.txt',
  `Thực hiện Nghị quyết số 25-NQ/TW của ${PARTY}, xã ban hành kế hoạch.`,
)
const slip = document(
  'slip.txt',
  `Căn cứ Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư về tiếp tục thực hiện Nghị quyết số 25-NQ/TW ngày 13/6/2013 của ${PARTY} về công tác dân vận;`,
)
const CONCLUSION = '43-KL/TW@2019-01-07'

const now = () => dump(graph.driver)
const code = (error: unknown) => (error instanceof CancuError ? error.code : String(error))
const refusal = (action: Promise<unknown>) => action.then(() => 'done', code)
const ownKey = ({ sha256 }: DocumentRecord) => `unnumbered@${sha256.slice(0, 12)}`
const undo = ({ id }: Assertion) => withdraw(graph.store, id, LAN)

async function mentions(record: DocumentRecord, own = ownKey(record)) {
  const [list = []] = await graph.store.citations([own], 20, '')
  return list
}
async function mention(record: DocumentRecord, i = 0) {
  const found = (await mentions(record))[i]
  if (!found) throw new Error(`no mention ${i} in ${record.source}`)
  return found
}
const meaning = async (record: DocumentRecord, i = 0) => {
  const { state, target, reasons } = await mention(record, i)
  return { state, target, reasons }
}
const keysOf = async (number: string) =>
  (
    await graph.store.instruments({ level: null, type: null, textHeld: null, numberKey: number }, 50, null)
  ).map(({ key }) => key)

describe('a mention that staff resolve', () => {
  test('means what they say, and describes it, until they withdraw', async () => {
    await saveDocuments(graph.store, [dated, religion, undated])
    const before = await now()
    expect(await meaning(undated)).toMatchObject({ state: 'AMBIGUOUS' })
    const { id } = await mention(undated)
    const asserted = await resolveMention(graph.store, { mention: id, instrument: RELIGION }, LAN)
    expect(await meaning(undated)).toEqual({ state: 'RESOLVED', target: RELIGION, reasons: ['ASSERTED'] })
    await undo(asserted)
    expect(await now()).toEqual(before)
  })

  test('that states its date is overruled as well, and the instrument that only it named is gone', async () => {
    await saveDocuments(graph.store, [dated, slip])
    const before = await now()
    const { id } = await mention(slip, 1)
    const asserted = await resolveMention(graph.store, { mention: id, instrument: RESOLUTION }, LAN)
    expect(await meaning(slip, 1)).toMatchObject({ target: RESOLUTION })
    expect(await keysOf('25nqtw')).toEqual([RESOLUTION])
    await undo(asserted)
    expect(await keysOf('25nqtw')).toEqual([RESOLUTION, SLIP])
    expect(await now()).toEqual(before)
  })

  test('may mean nothing that is known', async () => {
    await saveDocuments(graph.store, [dated, undated])
    const before = await now()
    const asserted: Assertion[] = []
    for (const record of [undated, dated]) {
      const { id } = await mention(record)
      asserted.push(await resolveMention(graph.store, { mention: id, instrument: null }, LAN))
      expect(await meaning(record)).toEqual({ state: 'PENDING', target: null, reasons: ['ASSERTED'] })
    }
    expect(await keysOf('25nqtw')).toEqual([])
    for (const one of asserted) await undo(one)
    expect(await now()).toEqual(before)
  })

  test('keeps its meaning when its text goes and comes back, and when a newer reader counts otherwise', async () => {
    const text = `Theo Luật Khiếu nại.\nThực hiện Nghị quyết số 25-NQ/TW của ${PARTY}.\n`
    const record = document('two.txt', text)
    const newer = {
      ...record,
      extractor: 'newer',
      citations: record.citations
        .filter(({ number }) => number !== null)
        .map((citation) => ({ ...citation, id: 'c1' })),
    }
    await saveDocuments(graph.store, [dated, religion, record])
    const { id } = await mention(record, 1)
    await resolveMention(graph.store, { mention: id, instrument: RELIGION }, LAN)
    await saveDocuments(graph.store, [newer])
    expect(await mention(newer)).toMatchObject({ target: RELIGION, reasons: ['ASSERTED'] })
    await removeSources(graph.store, [record.source])
    await saveDocuments(graph.store, [record])
    expect(await meaning(record, 1)).toMatchObject({ target: RELIGION })
  })

  test('keeps its meaning where a newer reader draws its bounds otherwise', async () => {
    await saveDocuments(graph.store, [dated, religion, undated])
    const { id } = await mention(undated)
    await resolveMention(graph.store, { mention: id, instrument: RELIGION }, LAN)
    const citations = undated.citations.map((citation) => ({ ...citation, start: citation.start + 5 }))
    await saveDocuments(graph.store, [{ ...undated, extractor: 'newer', citations }])
    expect(await meaning(undated)).toMatchObject({ target: RELIGION, reasons: ['ASSERTED'] })
  })
})

describe('merged keys', () => {
  const merge = () => mergeInstruments(graph.store, { keys: [SLIP], into: RESOLUTION }, LAN)

  test('are one instrument, which answers for the old key', async () => {
    await saveDocuments(graph.store, [dated, slip, undated])
    const before = await now()
    const asserted = await merge()
    expect(await keysOf('25nqtw')).toEqual([RESOLUTION])
    expect(await findKey(graph.store, SLIP)).toBe(RESOLUTION)
    expect(await meaning(slip, 1)).toEqual({
      state: 'RESOLVED',
      target: RESOLUTION,
      reasons: ['NUMBER_AND_DATE', 'MERGED'],
    })
    expect(await meaning(undated)).toMatchObject({ state: 'RESOLVED', target: RESOLUTION })
    const question = { direction: 'UP', relations: [], depth: 5, asOf: null, limit: 10 } as const
    const trace = await graph.store.trace({ key: ownKey(slip), ...question })
    expect(trace?.edges).toContainEqual(
      expect.objectContaining({ from: CONCLUSION, to: RESOLUTION, relation: 'CONTINUES' }),
    )
    await undo(asserted)
    expect(await findKey(graph.store, SLIP)).toBe(SLIP)
    expect(await now()).toEqual(before)
  })

  test('are one in a draft as well', async () => {
    await saveDocuments(graph.store, [dated, slip])
    await merge()
    const read = readPlainText(`Căn cứ Nghị quyết số 25-NQ/TW ngày 13/6/2013 của ${PARTY};`)
    const { findings } = await checkText(graph.store, { read, documentDate: null, place: null }, '2026-01-01')
    expect(findings).toMatchObject([{ state: 'RESOLVED', key: RESOLUTION }])
  })

  test('stay one whatever comes and goes', async () => {
    await saveDocuments(graph.store, [dated, slip, undated])
    await merge()
    const merged = await now()
    const sources = [dated, slip, undated].map(({ source }) => source)
    await removeSources(graph.store, sources)
    for (const record of [undated, slip, dated]) await saveDocuments(graph.store, [record])
    expect(await now()).toEqual(merged)
    await removeSources(graph.store, [dated.source])
    expect(await keysOf('25nqtw')).toEqual([RESOLUTION])
  })

  test('with facts, events, edges and assertions of their own', async () => {
    const row = (key: string, title: string) => {
      return { key, type: 'Nghị quyết', number: '25-NQ/TW', date: key.slice(9), issuer: 'BCHTW', title }
    }
    const event = (key: string, title: string): EventRecord => ({
      ...{ instrument: row(key, title), kind: 'CONTINUED', by: [CONCLUSION], effective: '2019-01-07' },
      ...{ quote: null, source: 'a table', confidence: 'high' },
    })
    const facts = {
      dataset: 'facts',
      instruments: [row(RESOLUTION, 'về dân vận'), row(SLIP, 'về đổi mới công tác dân vận')],
      events: [event(SLIP, 'về đổi mới công tác dân vận')],
    }
    await saveFacts(graph.store, facts)
    await saveDocuments(graph.store, [dated, slip, undated])
    await assertRelation(graph.store, { from: SLIP, to: CONCLUSION, relation: 'CITES' }, LAN)
    await recordEvent(
      graph.store,
      {
        instrument: SLIP,
        kind: 'AMENDED',
        effective: '2020-01-01',
        by: [CONCLUSION],
        quote: null,
        source: null,
      },
      LAN,
    )
    const before = await now()
    const asserted = await merge()
    const merged = await now()
    expect(await keysOf('25nqtw')).toEqual([RESOLUTION])
    const [instrument] = await graph.store.instrumentsByKeys([RESOLUTION])
    expect(instrument).toMatchObject({ title: 'về dân vận' })
    const status = (await statusOf(graph.store, [RESOLUTION], '2021-01-01')).get(RESOLUTION)
    expect(status).toMatchObject({ value: 'AMENDED', since: '2020-01-01' })
    expect(merged.some((line) => line.includes('"CITES"') && line.includes(RESOLUTION))).toBe(true)
    await saveFacts(graph.store, { dataset: 'facts', instruments: [], events: [] })
    await removeSources(graph.store, [slip.source, dated.source])
    await saveDocuments(graph.store, [slip, dated])
    await saveFacts(graph.store, facts)
    expect(await now()).toEqual(merged)
    await undo(asserted)
    expect(await now()).toEqual(before)
  })

  test('one after another: the last answers for all', async () => {
    await saveDocuments(graph.store, [dated, slip, religion])
    const before = await now()
    const first = await merge()
    const once = await now()
    const second = await mergeInstruments(graph.store, { keys: [RESOLUTION], into: RELIGION }, LAN)
    expect(await keysOf('25nqtw')).toEqual([RELIGION])
    expect(await findKey(graph.store, SLIP)).toBe(RELIGION)
    await undo(second)
    expect(await now()).toEqual(once)
    await undo(first)
    expect(await now()).toEqual(before)
  })

  test('give a text that shows no number the number that it has', async () => {
    const key = '62/KH-UBND@2022-03-22@ngoc-lac.thanh-hoa'
    await saveDocuments(graph.store, [dated, undated])
    const before = await now()
    const asserted = await mergeInstruments(graph.store, { keys: [ownKey(undated)], into: key }, LAN)
    const [instrument] = await graph.store.instrumentsByKeys([key])
    expect(instrument).toMatchObject({ number: '62/KH-UBND', date: '2022-03-22', textHeld: true })
    expect(await graph.store.instrumentsByKeys([ownKey(undated)])).toEqual([])
    expect((await mentions(undated, key))[0]).toMatchObject({ target: RESOLUTION })
    const given = await now()
    await removeSources(graph.store, [undated.source])
    expect(await graph.store.instrumentsByKeys([key])).toEqual([])
    await saveDocuments(graph.store, [undated])
    expect(await now()).toEqual(given)
    await undo(asserted)
    expect(await now()).toEqual(before)
  })
})

describe('a split instrument', () => {
  const TWIN = '25-NQ/TW~2@2013-06-03'

  test('is two: some of its mentions and texts are of the other', async () => {
    const text =
      'ỦY BAN NHÂN DÂN\nTỈNH LAM SA\n\nSố: 12/KH-UBND\n\nLam Sa, ngày 03 tháng 6 năm 2022\n\nKẾ HOẠCH\nvề dân vận\n\nCăn cứ Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư;'
    const plan = document('plan.txt', text, { place: 'lam-sa' })
    const other = document('other.txt', `${text}\nBản khác.`, { place: 'lam-sa' })
    await saveDocuments(graph.store, [plan, other])
    const before = await now()
    const asserted = await splitInstrument(
      graph.store,
      {
        instrument: '12/KH-UBND@2022-06-03@lam-sa',
        mentions: [],
        documents: [other.source],
        into: '12/KH-UBND~2@2022-06-03@lam-sa',
      },
      LAN,
    )
    expect(await keysOf('12khubnd')).toEqual([
      '12/KH-UBND@2022-06-03@lam-sa',
      '12/KH-UBND~2@2022-06-03@lam-sa',
    ])
    const split = await now()
    await removeSources(graph.store, [other.source])
    expect(await keysOf('12khubnd')).toEqual(['12/KH-UBND@2022-06-03@lam-sa'])
    await saveDocuments(graph.store, [{ ...other, extractor: 'newer' }])
    await saveDocuments(graph.store, [other])
    expect(await now()).toEqual(split)
    await undo(asserted)
    expect(await now()).toEqual(before)
  })

  test('leaves undated mentions of the number in doubt', async () => {
    const again = document('again.txt', `Theo Nghị quyết số 25-NQ/TW ngày 03/6/2013 của ${PARTY};`)
    await saveDocuments(graph.store, [dated, again, undated])
    const before = await now()
    const { id } = await mention(again)
    const input = { instrument: RESOLUTION, mentions: [id], documents: [], into: TWIN }
    const asserted = await splitInstrument(graph.store, input, LAN)
    expect(await meaning(again)).toMatchObject({ target: TWIN, reasons: ['ASSERTED'] })
    expect(await meaning(undated)).toMatchObject({ state: 'AMBIGUOUS' })
    await undo(asserted)
    expect(await now()).toEqual(before)
  })
})

describe('what is wrong is refused, and nothing is written', () => {
  const merging = (keys: readonly string[], into: string) => () =>
    mergeInstruments(graph.store, { keys, into }, LAN)
  const resolving = (instrument: string | null, id?: string) => async () =>
    resolveMention(graph.store, { mention: id ?? (await mention(undated)).id, instrument }, LAN)
  const splitting = (more: object) => async () =>
    splitInstrument(
      graph.store,
      {
        instrument: RESOLUTION,
        mentions: [(await mention(dated)).id],
        documents: [],
        into: '25-NQ/TW~2@2013-06-03',
        ...more,
      },
      LAN,
    )
  const wrong: readonly (readonly [string, () => Promise<unknown>, string])[] = [
    ['an unknown mention', resolving(RELIGION, '0000:000001'), 'MENTION_NOT_FOUND'],
    ['an unknown meaning', resolving('1-NQ/TW@2001-01-01'), 'INSTRUMENT_NOT_FOUND'],
    ['a meaning without a date', resolving('25-NQ/TW'), 'KEY_UNSETTLED'],
    ['a meaning without a number', resolving(ownKey(dated)), 'KEY_UNSETTLED'],
    ['a malformed meaning', resolving('@'), 'KEY_MALFORMED'],
    ['merging nothing', merging([], RESOLUTION), 'ARGUMENT_INVALID'],
    ['merging what is not known', merging(['1-NQ/TW@2001-01-01'], RESOLUTION), 'INSTRUMENT_NOT_FOUND'],
    ['merging into itself', merging([RELIGION, RESOLUTION], RESOLUTION), 'RELATION_TO_SELF'],
    ['merging a number alone', merging(['25-NQ/TW'], RESOLUTION), 'KEY_UNSETTLED'],
    ['merging into a text without a number', merging([RELIGION], ownKey(dated)), 'KEY_UNSETTLED'],
    ['splitting nothing off', splitting({ mentions: [] }), 'ARGUMENT_INVALID'],
    ['splitting into another date', splitting({ into: '25-NQ/TW~2@2013-06-04' }), 'ARGUMENT_INVALID'],
    ['splitting into itself', splitting({ into: RESOLUTION }), 'ARGUMENT_INVALID'],
    ['splitting an unknown mention off', splitting({ mentions: ['0000:000001'] }), 'MENTION_NOT_FOUND'],
    ['splitting an unknown text off', splitting({ documents: ['nowhere.txt'] }), 'SOURCE_NOT_FOUND'],
    ['splitting another’s text off', splitting({ documents: [dated.source] }), 'NOT_OF_INSTRUMENT'],
  ]
  test.each(wrong)('%s', async (_, action, expected) => {
    await saveDocuments(graph.store, [dated, religion, undated])
    const before = await now()
    expect(await refusal(action())).toBe(expected)
    expect(await now()).toEqual(before)
    expect(await graph.store.assertions({ instrument: null, author: null, withdrawn: null }, 10, '')).toEqual(
      [],
    )
  })

  test('deciding otherwise while a decision stands; a circle of mergers', async () => {
    await saveDocuments(graph.store, [dated, religion, undated, slip])
    await resolving(RELIGION)()
    await merging([SLIP], RESOLUTION)()
    const before = await now()
    expect(await refusal(resolving(RESOLUTION)())).toBe('ASSERTION_STANDS')
    expect(await refusal(resolving(null)())).toBe('ASSERTION_STANDS')
    expect(await refusal(merging([SLIP], RELIGION)())).toBe('ASSERTION_STANDS')
    expect(await refusal(merging([RESOLUTION], SLIP)())).toBe('RELATION_TO_SELF')
    expect(await refusal(splitting({ mentions: [(await mention(undated)).id] })())).toBe('ASSERTION_STANDS')
    expect(await now()).toEqual(before)
  })
})

test('assertions and loading at once end like one after the other', async () => {
  const texts = [dated, religion, undated, slip]
  await saveDocuments(graph.store, texts)
  const { id } = await mention(undated)
  const all = [
    () => mergeInstruments(graph.store, { keys: [SLIP], into: RESOLUTION }, LAN),
    () => resolveMention(graph.store, { mention: id, instrument: RELIGION }, LAN),
    () =>
      saveDocuments(
        graph.store,
        texts.map((text) => ({ ...text, extractor: 'newer' })),
      ),
    () => saveDocuments(graph.store, [{ ...dated, source: 'copy.txt', extractor: 'newer' }]),
  ]
  await Promise.all(all.map((one) => one()))
  const together = await now()
  await removeSources(graph.store, [...texts.map(({ source }) => source), 'copy.txt'])
  for (const text of texts) await saveDocuments(graph.store, [{ ...text, extractor: 'newer' }])
  await saveDocuments(graph.store, [{ ...dated, source: 'copy.txt', extractor: 'newer' }])
  expect(await now()).toEqual(together)
})
