import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { evidenceOf } from '../../src/answer/answers.ts'
import { statusOf } from '../../src/answer/status.ts'
import { CancuError } from '../../src/errors.ts'
import { assertRelation, recordEvent, withdraw } from '../../src/ingest/assert.ts'
import { removeSources, saveDocuments } from '../../src/ingest/save.ts'
import { document, dump, openTestStore } from '../support/store.ts'

let graph: Awaited<ReturnType<typeof openTestStore>>
beforeAll(async () => {
  graph = await openTestStore()
})
beforeEach(() => graph.store.clear())
afterAll(() => graph.close())

const LAN = { author: 'Lan', reason: 'đã xem bản gốc' }
const RESOLUTION = '25-NQ/TW@2013-06-03'
const CONCLUSION = '43-KL/TW@2019-01-07'
const DECREE = '04/2015/NĐ-CP@2015-01-09'
const LATER_DECREE = '59/2023/NĐ-CP@2023-08-14'
const party = document(
  'party.txt',
  'Căn cứ Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng khóa XI;\nCăn cứ Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư;',
)
const nested = document(
  'nested.txt',
  'Căn cứ Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư về tiếp tục thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng khóa XI;',
)
const state = document(
  'state.txt',
  'Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ;\nCăn cứ Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ;',
)
const TEXTS = [party, nested, state]

const now = () => dump(graph.driver)
const code = (error: unknown) => (error instanceof CancuError ? error.code : String(error))
/** What an action was refused for. */
const refusal = (action: Promise<unknown>) => action.then(() => 'done', code)
const continues = { from: CONCLUSION, to: RESOLUTION, relation: 'CONTINUES' } as const
const replaced = {
  instrument: DECREE,
  kind: 'REPLACED',
  effective: '2023-08-15',
  by: [LATER_DECREE],
  quote: 'Nghị định số 04/2015/NĐ-CP hết hiệu lực',
  source: 'Điều 28 Nghị định 59/2023/NĐ-CP',
} as const

async function edge() {
  const trace = await graph.store.trace({
    key: CONCLUSION,
    direction: 'UP',
    relations: ['CONTINUES'],
    depth: 1,
    asOf: null,
    limit: 10,
  })
  return trace?.edges[0]
}

describe('an asserted relation', () => {
  test('is traced, with its author and reason as evidence, until it is withdrawn', async () => {
    await saveDocuments(graph.store, [party])
    const before = await now()
    const { id } = await assertRelation(graph.store, continues, LAN)
    const found = await edge()
    expect(found).toMatchObject({
      ...continues,
      mentions: 0,
      secondHand: false,
      date: '2019-01-07',
      assertions: [id],
    })
    expect(await evidenceOf(graph.store, found ? [found] : [], 3)).toMatchObject([
      [{ mention: null, quote: LAN.reason, source: 'Lan', assertion: { id } }],
    ])
    await withdraw(graph.store, id, LAN)
    expect(await now()).toEqual(before)
  })

  test('stands beside mentions that come and go, and vanishes alone', async () => {
    await saveDocuments(graph.store, [party, nested])
    const before = await now()
    const { id } = await assertRelation(graph.store, continues, LAN)
    expect(await edge()).toMatchObject({ mentions: 1, secondHand: false, assertions: [id] })
    await removeSources(graph.store, [nested.source])
    expect(await edge()).toMatchObject({ mentions: 0, assertions: [id] })
    await saveDocuments(graph.store, [nested])
    await withdraw(graph.store, id, LAN)
    expect(await edge()).toMatchObject({ mentions: 1, secondHand: true, assertions: [] })
    expect(await now()).toEqual(before)
  })

  test('waits while one end is not in the graph, and takes effect when it comes back', async () => {
    await saveDocuments(graph.store, [party])
    const { id } = await assertRelation(graph.store, continues, LAN)
    const asserted = await now()
    await removeSources(graph.store, [party.source])
    expect(await now()).toEqual([])
    await saveDocuments(graph.store, [party])
    expect(await now()).toEqual(asserted)
    await removeSources(graph.store, [party.source])
    await withdraw(graph.store, id, LAN)
    await saveDocuments(graph.store, [party])
    expect(await edge()).toBeUndefined()
  })

  test('of two, one stays when the other is withdrawn', async () => {
    await saveDocuments(graph.store, [party])
    const { id } = await assertRelation(graph.store, continues, LAN)
    const one = await now()
    const other = await assertRelation(graph.store, { ...continues, relation: 'CITES' }, LAN)
    await withdraw(graph.store, other.id, LAN)
    expect(await now()).toEqual(one)
    expect(await edge()).toMatchObject({ assertions: [id] })
  })
})

describe('a recorded event', () => {
  test('changes the status, until it is withdrawn', async () => {
    await saveDocuments(graph.store, [state])
    const before = await now()
    const status = async () => (await statusOf(graph.store, [DECREE], '2024-01-01')).get(DECREE)
    const { id } = await recordEvent(graph.store, replaced, LAN)
    expect(await status()).toMatchObject({
      value: 'REPLACED',
      since: '2023-08-15',
      by: [LATER_DECREE],
      evidence: [{ quote: replaced.quote, source: replaced.source }],
    })
    await withdraw(graph.store, id, LAN)
    expect(await status()).toMatchObject({ value: 'NO_KNOWN_CHANGE' })
    expect(await now()).toEqual(before)
  })

  test('waits while its instrument is not in the graph, and is joined to its doer when that comes', async () => {
    await saveDocuments(graph.store, [state])
    await recordEvent(graph.store, { ...replaced, quote: null, source: null }, LAN)
    const recorded = await now()
    await removeSources(graph.store, [state.source])
    expect(await now()).toEqual([])
    await saveDocuments(graph.store, [state])
    expect(await now()).toEqual(recorded)
    const first = document('first.txt', 'Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ;')
    await removeSources(graph.store, [state.source])
    await saveDocuments(graph.store, [first])
    await saveDocuments(graph.store, [state])
    await removeSources(graph.store, [first.source])
    expect(await now()).toEqual(recorded)
  })
})

describe('the record', () => {
  test('keeps everything, latest first, those withdrawn too', async () => {
    await saveDocuments(graph.store, TEXTS)
    const first = await assertRelation(graph.store, continues, { author: ' Lan ', reason: ' vì thế\n' })
    const second = await recordEvent(graph.store, replaced, { author: 'Minh', reason: 'báo' })
    await withdraw(graph.store, first.id, { author: 'Minh', reason: 'nhầm' })
    const list = async (more: object) => {
      const filter = { instrument: null, author: null, withdrawn: null, ...more }
      return (await graph.store.assertions(filter, 10, '')).map(({ id }) => id)
    }
    const { store } = graph
    const [newest, oldest] = await store.assertions(
      { instrument: null, author: null, withdrawn: null },
      10,
      '',
    )
    expect(newest).toMatchObject({ id: second.id, kind: 'EVENT', withdrawnAt: null })
    expect(oldest).toMatchObject({
      id: first.id,
      author: 'Lan',
      reason: 'vì thế',
      withdrawnBy: 'Minh',
      withdrawReason: 'nhầm',
      instruments: [CONCLUSION, RESOLUTION],
    })
    expect(JSON.parse(oldest?.payload ?? '')).toEqual(continues)
    expect(await list({ instrument: DECREE })).toEqual([second.id])
    expect(await list({ author: 'Lan' })).toEqual([first.id])
    expect(await list({ withdrawn: false })).toEqual([second.id])
    expect(await list({ withdrawn: true })).toEqual([first.id])
  })
})

describe('what is wrong is refused, and nothing is written', () => {
  const wrong: readonly (readonly [string, () => Promise<unknown>, string])[] = [
    [
      'an unknown key',
      () => assertRelation(graph.store, { ...continues, to: '1-NQ/TW@2001-01-01' }, LAN),
      'INSTRUMENT_NOT_FOUND',
    ],
    ['a malformed key', () => assertRelation(graph.store, { ...continues, to: '@' }, LAN), 'KEY_MALFORMED'],
    ['itself', () => assertRelation(graph.store, { ...continues, to: CONCLUSION }, LAN), 'RELATION_TO_SELF'],
    [
      'no reason',
      () => assertRelation(graph.store, continues, { author: 'Lan', reason: ' \n' }),
      'ARGUMENT_INVALID',
    ],
    [
      'no author',
      () => assertRelation(graph.store, continues, { author: '', reason: 'x' }),
      'ARGUMENT_INVALID',
    ],
    [
      'a book',
      () => assertRelation(graph.store, continues, { author: 'Lan', reason: 'x'.repeat(4_001) }),
      'ARGUMENT_INVALID',
    ],
    [
      'a control character',
      () => assertRelation(graph.store, continues, { author: 'La\u0000n', reason: 'x' }),
      'ARGUMENT_INVALID',
    ],
    [
      'an unknown doer',
      () => recordEvent(graph.store, { ...replaced, by: ['1/2001/NĐ-CP@2001-01-01'] }, LAN),
      'INSTRUMENT_NOT_FOUND',
    ],
    ['its own doer', () => recordEvent(graph.store, { ...replaced, by: [DECREE] }, LAN), 'RELATION_TO_SELF'],
    ['an unknown assertion', () => withdraw(graph.store, 'none', LAN), 'ASSERTION_NOT_FOUND'],
  ]
  test.each(wrong)('%s', async (_, action, expected) => {
    await saveDocuments(graph.store, TEXTS)
    const before = await now()
    expect(await refusal(action())).toBe(expected)
    expect(await now()).toEqual(before)
    expect(await graph.store.assertions({ instrument: null, author: null, withdrawn: null }, 10, '')).toEqual(
      [],
    )
  })

  test('saying it twice, withdrawing it twice', async () => {
    await saveDocuments(graph.store, TEXTS)
    const { id } = await assertRelation(graph.store, continues, LAN)
    const before = await now()
    expect(
      await refusal(assertRelation(graph.store, continues, { author: 'Minh', reason: 'cũng thế' })),
    ).toBe('ASSERTION_STANDS')
    expect(await now()).toEqual(before)
    await withdraw(graph.store, id, LAN)
    expect(await refusal(withdraw(graph.store, id, LAN))).toBe('ASSERTION_WITHDRAWN')
  })
})
