// Statuses from what texts state, on a real graph: clauses on force, reach of words, days of citing.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { statusesOf, statusesWhenCited, statusOf, timelinesOf } from '../../src/answer/status.ts'
import { removeSources, saveDocuments, saveFacts } from '../../src/ingest/save.ts'
import type { EventRecord } from '../../src/legal/records.ts'
import { document, dump, openTestStore } from '../support/store.ts'

let graph: Awaited<ReturnType<typeof openTestStore>>
beforeAll(async () => {
  graph = await openTestStore()
  // The planner's first look at the questions is the longest.
  await statusesWhenCited(graph.store, [{ id: 'none', target: null }])
  await statusOf(graph.store, ['1/QĐ'], '2020-01-01')
}, 120_000)
beforeEach(() => graph.store.clear())
afterAll(() => graph.close())

const OLD = '12/2019/NĐ-CP@2019-02-01'
const NEW = '30/2021/NĐ-CP@2021-03-26'

/** A decree with its number and date, as its letterhead would give them. */
function decree(source: string, key: string, body: string) {
  const [number = '', date = ''] = key.split('@')
  const read = document(source, `NGHỊ ĐỊNH\n${body}`)
  return { ...read, header: { ...read.header, type: 'Nghị định', number, date, issuer: 'Chính phủ' } }
}
const oldOne = 'Nghị định số 12/2019/NĐ-CP ngày 01/02/2019 của Chính phủ'
const replacing = (clause: string) =>
  decree('new.txt', NEW, `Điều 9. ${clause}\nĐiều 10. Nghị định này thay thế ${oldOne}.`)

const valueOn = async (key: string, asOf: string) =>
  (await statusOf(graph.store, [key], asOf)).get(key)?.value

describe('what a text replaces ends', () => {
  test('when the text enters into force, not when it is signed', async () => {
    await saveDocuments(graph.store, [replacing('Nghị định này có hiệu lực từ ngày 15 tháng 5 năm 2021.')])
    expect(await valueOn(OLD, '2021-05-14')).toBe('NO_KNOWN_CHANGE')
    expect((await statusOf(graph.store, [OLD], '2021-05-15')).get(OLD)).toMatchObject({
      value: 'REPLACED',
      since: '2021-05-15',
      by: [NEW],
      evidence: [{ rank: 'TEXT', source: 'new.txt', quote: expect.stringContaining('thay thế') }],
      warnings: [],
    })
    expect(await valueOn(NEW, '2021-05-14')).toBe('NOT_YET_IN_FORCE')
    expect(await valueOn(NEW, '2021-05-15')).toBe('NO_KNOWN_CHANGE')
  })

  test('on the text’s own date, where it holds from its signing', async () => {
    await saveDocuments(graph.store, [replacing('Nghị định này có hiệu lực kể từ ngày ký.')])
    expect((await statusOf(graph.store, [OLD], '2021-04-01')).get(OLD)).toMatchObject({
      value: 'REPLACED',
      since: '2021-03-26',
      warnings: [],
    })
  })

  test('on the day that a table gives, where the text does not say', async () => {
    await saveDocuments(graph.store, [replacing('Tổ chức thực hiện.')])
    const entry: EventRecord = {
      instrument: { key: NEW, type: null, number: null, date: null, issuer: null, title: null },
      ...{ kind: 'ENTERED_INTO_FORCE', by: [], effective: '2021-06-01', quote: null },
      ...{ source: 'table', confidence: 'high' },
    }
    expect((await statusOf(graph.store, [OLD], '2022-01-01')).get(OLD)?.warnings).toEqual(['DATE_NOT_KNOWN'])
    await saveFacts(graph.store, { dataset: 'test', instruments: [], events: [entry] })
    expect((await statusOf(graph.store, [OLD], '2022-01-01')).get(OLD)).toMatchObject({
      since: '2021-06-01',
      warnings: [],
    })
  })

  test('on the clause’s own day, where it has one', async () => {
    const text = `Điều 9. Nghị định này có hiệu lực từ ngày 15 tháng 5 năm 2021. ${oldOne} hết hiệu lực kể từ ngày 01 tháng 7 năm 2021.`
    await saveDocuments(graph.store, [decree('new.txt', NEW, text)])
    expect(await valueOn(OLD, '2021-06-30')).toBe('NO_KNOWN_CHANGE')
    expect((await statusOf(graph.store, [OLD], '2021-07-01')).get(OLD)).toMatchObject({
      value: 'REPEALED',
      since: '2021-07-01',
      by: [NEW],
    })
  })
})

describe('clauses on force', () => {
  const texts = [
    replacing('Nghị định này có hiệu lực từ ngày 15 tháng 5 năm 2021.'),
    document('plan.txt', `${oldOne} có hiệu lực từ ngày 20/3/2019.`),
    decree('old.txt', OLD, 'Điều 5. Nghị định này có hiệu lực từ ngày 21 tháng 3 năm 2019.'),
  ]

  test('belong to their document: the same in any order, gone with it', async () => {
    await saveDocuments(graph.store, texts)
    const whole = await dump(graph.driver)
    expect(whole.filter((line) => line.includes('STATES_EFFECT'))).toHaveLength(3)
    await graph.store.clear()
    for (const text of [...texts].reverse()) await saveDocuments(graph.store, [text])
    expect(await dump(graph.driver)).toEqual(whole)
    await removeSources(
      graph.store,
      texts.map(({ source }) => source),
    )
    expect(await dump(graph.driver)).toEqual([])
  })

  test('of a third text give way to the instrument’s own', async () => {
    await saveDocuments(graph.store, texts.slice(1, 2))
    expect((await statusOf(graph.store, [OLD], '2019-03-10')).get(OLD)).toMatchObject({
      value: 'NOT_YET_IN_FORCE',
      since: '2019-03-20',
      evidence: [{ rank: 'HEARSAY', confidence: 'low', source: 'plan.txt' }],
    })
    await saveDocuments(graph.store, texts.slice(2))
    expect((await statusOf(graph.store, [OLD], '2019-03-20')).get(OLD)).toMatchObject({
      value: 'NOT_YET_IN_FORCE',
      since: '2019-03-21',
    })
  })

  test('follow what their mention means, without being written again', async () => {
    const undated = document('undated.txt', 'Nghị định số 12/2019/NĐ-CP có hiệu lực từ ngày 20/3/2019.')
    await saveDocuments(graph.store, [undated])
    expect((await statusOf(graph.store, [OLD], '2019-03-10')).get(OLD)?.value).toBe('NO_KNOWN_CHANGE')
    await saveDocuments(graph.store, [document('dated.txt', `Căn cứ ${oldOne};`)])
    expect((await statusOf(graph.store, [OLD], '2019-03-10')).get(OLD)?.value).toBe('NOT_YET_IN_FORCE')
  })
})

describe('the reach of words', () => {
  const ending = (words: string) =>
    decree('new.txt', NEW, `Điều 9. Nghị định này có hiệu lực từ ngày 15 tháng 5 năm 2021. ${words}`)

  test('the repeal of a provision ends a part', async () => {
    await saveDocuments(graph.store, [ending(`Bãi bỏ khoản 2 Điều 5 ${oldOne}.`)])
    expect((await statusOf(graph.store, [OLD], '2022-01-01')).get(OLD)).toMatchObject({
      value: 'PARTLY_REPEALED',
      since: '2021-05-15',
    })
  })

  test('a blanket repeal changes nothing, and is told', async () => {
    await saveDocuments(graph.store, [ending(`Bãi bỏ các quy định trước đây trái với ${oldOne}.`)])
    expect((await statusOf(graph.store, [OLD], '2022-01-01')).get(OLD)).toMatchObject({
      value: 'NO_KNOWN_CHANGE',
      warnings: ['BLANKET_REPEAL_IGNORED'],
      about: { BLANKET_REPEAL_IGNORED: [NEW] },
    })
    expect((await timelinesOf(graph.store, [OLD]))[0]).toEqual([])
  })

  test('a commune’s plan that tells of the end of a decree does not end it: words of a third text', async () => {
    const plan = document('plan.txt', `${oldOne} hết hiệu lực kể từ ngày 01/7/2021.`, { level: 'commune' })
    await saveDocuments(graph.store, [
      { ...plan, header: { ...plan.header, number: '4/KH-UBND', date: '2021-09-01' }, place: 'a.b.c' },
    ])
    expect((await statusOf(graph.store, [OLD], '2022-01-01')).get(OLD)).toMatchObject({
      value: 'REPEALED',
      since: '2021-07-01',
      by: [],
      evidence: [{ rank: 'HEARSAY' }],
    })
  })
})

describe('second order', () => {
  const THIRD = '5/2023/NĐ-CP@2023-01-10'
  test('an amender that was itself replaced is told with its key', async () => {
    await saveDocuments(graph.store, [
      decree('amending.txt', NEW, `Điều 1. Sửa đổi, bổ sung một số điều của ${oldOne}.`),
      decree(
        'third.txt',
        THIRD,
        'Điều 9. Nghị định này thay thế Nghị định số 30/2021/NĐ-CP ngày 26/3/2021 của Chính phủ.',
      ),
    ])
    const [before, after] = await statusesOf(graph.store, [
      { key: OLD, asOf: '2022-01-01' },
      { key: OLD, asOf: '2023-02-01' },
    ])
    expect(before).toMatchObject({ value: 'AMENDED', by: [NEW] })
    expect(before?.warnings).not.toContain('AMENDER_ENDED')
    expect(after).toMatchObject({ value: 'AMENDED', about: { AMENDER_ENDED: [NEW] } })
  })
})

describe('a mere number', () => {
  test('of which nothing is known is unknown', async () => {
    await saveDocuments(graph.store, [
      document('b.txt', 'Căn cứ Chỉ thị số 99/CT-TTg của Thủ tướng Chính phủ;'),
    ])
    expect(await valueOn('99/CT-TTg', '2026-01-01')).toBe('UNKNOWN')
  })

  test('that fits none of its bearers is unknown, and they are told', async () => {
    const [first, second] = ['16/CT-TTg@2016-05-16', '16/CT-TTg@2020-03-31']
    const plan = document('b.txt', 'Căn cứ Chỉ thị số 16/CT-TTg của Thủ tướng Chính phủ;')
    await saveDocuments(graph.store, [
      document('a.txt', 'Căn cứ Chỉ thị số 16/CT-TTg ngày 16/5/2016 và Chỉ thị số 16/CT-TTg ngày 31/3/2020;'),
      { ...plan, header: { ...plan.header, date: '2015-01-01' } },
    ])
    expect((await statusOf(graph.store, ['16/CT-TTg'], '2026-01-01')).get('16/CT-TTg')).toMatchObject({
      value: 'UNKNOWN',
      about: { NUMBER_HAS_SEVERAL_INSTRUMENTS: [first, second] },
    })
    expect(await valueOn('16/CT-TTg@2016-05-16', '2026-01-01')).toBe('NO_KNOWN_CHANGE')
  })
})

describe('when it was cited', () => {
  const cite = async (date: string | null, more = '') => {
    const plan = document('plan.txt', `Kế hoạch ${date}\nCăn cứ ${oldOne};${more}`)
    await saveDocuments(graph.store, [
      replacing('Nghị định này có hiệu lực từ ngày 15 tháng 5 năm 2021.'),
      { ...plan, header: { ...plan.header, date } },
    ])
    const [mentions = []] = await graph.store.citedBy([OLD], 10, '')
    const asked = mentions.filter(({ source }) => source === 'plan.txt')
    return (await statusesWhenCited(graph.store, asked))[0]
  }

  test('is judged on the day of the citing text', async () => {
    expect(await cite('2020-01-01')).toMatchObject({ value: 'NO_KNOWN_CHANGE', asOf: '2020-01-01' })
    expect(await cite('2022-01-01')).toMatchObject({ value: 'REPLACED', asOf: '2022-01-01', warnings: [] })
  })

  test('of a text without a date, on the latest date that it cites, and says so', async () => {
    expect(await cite(null, ' Căn cứ Chỉ thị số 33/CT-TTg ngày 26/11/2021;')).toMatchObject({
      value: 'REPLACED',
      asOf: '2021-11-26',
      warnings: ['CITING_DATE_NOT_KNOWN'],
    })
  })

  test('of a text that tells no day at all is not known', async () => {
    await saveDocuments(graph.store, [document('plan.txt', 'Căn cứ Nghị định số 12/2019/NĐ-CP;')])
    const [mentions = []] = await graph.store.citedBy(['12/2019/NĐ-CP'], 10, '')
    expect(mentions).toHaveLength(1)
    expect(await statusesWhenCited(graph.store, mentions)).toEqual([null])
  })
})

test('the database is asked the same number of times for one day and for many', async () => {
  await saveDocuments(graph.store, [replacing('Nghị định này có hiệu lực từ ngày 15 tháng 5 năm 2021.')])
  const count = async (days: readonly string[]) => {
    let questions = 0
    const counting = new Proxy(graph.store, {
      get: (store, name, receiver) => {
        questions += 1
        return Reflect.get(store, name, receiver)
      },
    })
    const asked = days.flatMap((asOf) => [OLD, NEW].map((key) => ({ key, asOf })))
    expect(await statusesOf(counting, asked)).toHaveLength(asked.length)
    return questions
  }
  expect(await count(['2020-01-01', '2021-06-01', '2022-01-01'])).toBe(await count(['2022-01-01']))
})
