import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkText, type Finding } from '../../src/check/check-text.ts'
import { urgencyOf } from '../../src/check/urgency.ts'
import { saveFacts } from '../../src/ingest/save.ts'
import { loadSeed } from '../../src/ingest/seed.ts'
import { readPlainText } from '../../src/reader/index.ts'
import { dump, openTestStore } from '../support/store.ts'

const TODAY = '2026-11-21'
const PLANS = new URL('../../../shared/gold/dev/documents/', import.meta.url)

let graph: Awaited<ReturnType<typeof openTestStore>>
beforeAll(async () => {
  graph = await openTestStore()
  await loadSeed(graph.store, { force: true })
}, 120_000)
afterAll(() => graph.close())

const check = (text: string, documentDate: string | null = null, place: string | null = null) =>
  checkText(graph.store, { read: readPlainText(text), documentDate, place }, TODAY)
const of = (findings: readonly Finding[], number: string) => {
  const found = findings.find(({ citation }) => citation.number === number)
  if (!found) throw new Error(`no citation ${number}`)
  return found
}

const DRAFT = `KẾ HOẠCH
Công tác dân vận năm 2022
Thực hiện Quyết định số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị về Quy chế công tác dân vận của hệ thống chính trị;
Pháp lệnh số 34/2007/PL-UBTVQH11 ngày 20/4/2007 về thực hiện dân chủ ở xã, phường, thị trấn;
Nghị định số 60/2014/NĐ-CP của Chính phủ về việc thực hiện quy chế dân chủ ở cơ sở tại nơi làm việc;
Chỉ thị số 999/CT-TTg ngày 01/02/2021 của Thủ tướng Chính phủ và Nghị quyết số 25-NQ/TW.
`

describe('a draft', () => {
  test('shows what has ended, when, and what to cite instead', async () => {
    const { findings, summary } = await check(DRAFT, '2022-03-01')
    expect(of(findings, '290-QĐ/TW')).toMatchObject({
      state: 'RESOLVED',
      statusToday: { value: 'REPLACED', since: '2021-07-30' },
      statusWhenCited: { value: 'REPLACED' },
      replacement: '23-QĐ/TW@2021-07-30',
    })
    const ordinance = of(findings, '34/2007/PL-UBTVQH11')
    expect(ordinance).toMatchObject({ replacement: '10/2022/QH15@2022-11-10' })
    expect(ordinance.statusToday?.value).toMatch(/REPEALED|EXPIRED/)
    expect(ordinance.statusWhenCited?.value).not.toMatch(/REPEALED|EXPIRED|REPLACED/)
    expect(summary).toMatchObject({ total: findings.length, endedToday: 2, endedWhenCited: 1 })
  })

  test('tells the pages that hold nothing to read, and on which page a citation stands', async () => {
    const pages = ['Trang đầu.', ' \n', 'Căn cứ Quyết định số 290-QĐ/TW ngày 25/02/2010.', '']
    const { emptyPages, findings } = await check(pages.join('\f'))
    expect(emptyPages).toEqual([2])
    expect(findings.map(({ position }) => position.page)).toEqual([3])
  })

  test('is told what was not yet there on its day', async () => {
    const { findings, summary } = await check(
      'Thực hiện Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ; Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư.',
      '2022-03-22',
    )
    const later = of(findings, '59/2023/NĐ-CP')
    expect(later.reasons).toContain('LATER_THAN_CITING_DOCUMENT')
    expect(urgencyOf(later).words[1]).toBe("issued after the draft's date")
    expect(of(findings, '43-KL/TW').reasons).not.toContain('LATER_THAN_CITING_DOCUMENT')
    expect(summary.notYetInForce).toBe(1)
  })

  test('takes a law in the title of a decree for the law of the decree’s day', async () => {
    const { findings } = await check(
      `Căn cứ Luật Đất đai số 31/2024/QH15 ngày 18/01/2024;
Căn cứ Nghị định số 43/2014/NĐ-CP ngày 15/5/2014 của Chính phủ quy định chi tiết thi hành một số điều của Luật Đất đai;`,
      '2025-09-05',
    )
    const named = findings.find(({ within }) => within === 'Nghị định số 43/2014/NĐ-CP')
    expect(named).toMatchObject({ citation: { text: 'Luật Đất đai' }, replacement: null })
    expect(named?.key).not.toBe('31/2024/QH15@2024-01-18')
  })

  test('tells what was to be cited then, and what is to be cited now', async () => {
    const rest = { type: 'Quyết định', number: null, date: null, issuer: null, title: null }
    const told = { quote: null, source: 'test', confidence: 'high' } as const
    const keys = ['9001/QĐ-TTg@2001-01-01', '9002/QĐ-TTg@2011-02-02', '9003/QĐ-TTg@2021-03-03'] as const
    const ended = (key: string, by: string, effective: string) =>
      ({ instrument: { ...rest, key }, kind: 'REPLACED', by: [by], effective, ...told }) as const
    const events = [ended(keys[0], keys[1], '2011-02-02'), ended(keys[1], keys[2], '2021-03-03')]
    await saveFacts(graph.store, { dataset: 'test', instruments: [], events })
    const { findings } = await check('Căn cứ Quyết định số 9001/QĐ-TTg ngày 01/01/2001;', '2015-05-05')
    await saveFacts(graph.store, { dataset: 'test', instruments: [], events: [] })
    expect(findings[0]).toMatchObject({ replacement: keys[2], replacementWhenCited: keys[1] })
  })

  test('a number with another’s date: that other is suggested', async () => {
    const { findings } = await check(
      'Căn cứ Nghị định số 60/2014/NĐ-CP ngày 19/6/2013 của Chính phủ;',
      '2022-03-22',
    )
    const { reasons, suggestions } = of(findings, '60/2014/NĐ-CP')
    expect(reasons).toContain('DATE_DIFFERS')
    expect(suggestions).toEqual([
      { key: '60/2013/NĐ-CP@2013-06-19', reasons: ['ONE_SLIP_AWAY', 'DATE_AGREES'] },
    ])
  })

  test('of nothing but citations is checked in seconds, or refused', async () => {
    const { findings } = await check('Thông tư số 1/2020/TT-BNV; '.repeat(10_000), '2022-03-22')
    expect(findings).toHaveLength(10_000)
    await expect(check('25-NQ/TW '.repeat(50_000))).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
  })

  test('is told of no successor that has itself ended with nothing in its place', async () => {
    const [first, second] = ['9001/QĐ-TTg@2001-01-01', '9002/QĐ-TTg@2002-02-02']
    const rest = { type: 'Quyết định', number: null, date: null, issuer: null, title: null }
    const told = { quote: null, source: 'test', confidence: 'high' } as const
    const events = [
      {
        instrument: { ...rest, key: first },
        kind: 'REPLACED',
        by: [second],
        effective: '2002-02-02',
        ...told,
      },
      { instrument: { ...rest, key: second }, kind: 'EXPIRED', by: [], effective: '2003-03-03', ...told },
    ] as const
    await saveFacts(graph.store, { dataset: 'test', instruments: [], events })
    const { findings } = await check(
      'Căn cứ Quyết định số 9001/QĐ-TTg ngày 01/01/2001 của Thủ tướng Chính phủ;',
    )
    await saveFacts(graph.store, { dataset: 'test', instruments: [], events: [] })
    expect(of(findings, '9001/QĐ-TTg')).toMatchObject({
      statusToday: { value: 'REPLACED', by: [second] },
      replacement: null,
    })
  })

  test('never takes a slip for what it says, and suggests what was meant', async () => {
    const { findings } = await check(DRAFT, '2022-03-01')
    expect(of(findings, '60/2014/NĐ-CP')).toMatchObject({
      state: 'CONTRADICTED',
      key: null,
      statusToday: null,
      suggestions: [{ key: '60/2013/NĐ-CP@2013-06-19' }],
    })
  })

  test('names all that a number may mean, and lists what nobody knows', async () => {
    const { findings, summary } = await check(DRAFT, '2022-03-01')
    const resolution = of(findings, '25-NQ/TW')
    expect(resolution).toMatchObject({ state: 'AMBIGUOUS', key: null })
    expect(resolution.candidates.length).toBeGreaterThan(1)
    expect(summary).toMatchObject({ ambiguous: 2, notHeld: 1 })
    expect(of(findings, '999/CT-TTg')).toMatchObject({ state: 'PENDING', statusToday: null })
  })

  test('without a date says nothing of when it cites', async () => {
    const { documentDate, findings } = await check('Căn cứ Quyết định số 290-QĐ/TW ngày 25/02/2010;')
    expect(documentDate).toBeNull()
    expect(findings[0]).toMatchObject({ statusToday: { value: 'REPLACED' }, statusWhenCited: null })
  })

  test('points at its citations, and is nowhere stored', async () => {
    const before = await dump(graph.driver)
    const { findings } = await check(DRAFT)
    for (const { citation } of findings) expect(DRAFT.slice(citation.start, citation.end)).toBe(citation.text)
    expect(await dump(graph.driver)).toEqual(before)
  })

  test('of a megabyte is checked in one go, whatever odd words it holds', async () => {
    const text = `${'Căn cứ Điều 5 (((1/1/1 “số 12/KH-UBND ngày 31/02/2020 \u0000'.repeat(18_000)}\n${DRAFT}`
    const { findings } = await check(text, '2022-03-01')
    expect(of(findings, '290-QĐ/TW').replacement).toBe('23-QĐ/TW@2021-07-30')
  }, 60_000)
})

describe.skipIf(!existsSync(PLANS))('the five plans as drafts (their texts lie in ../shared)', () => {
  const plan = (name: string) => {
    const file = readdirSync(PLANS).find((one) => one.startsWith(`${name}_`))
    return readFileSync(new URL(file ?? name, PLANS), 'utf8')
  }
  const ended = (findings: readonly Finding[]) =>
    findings
      .filter(({ statusWhenCited }) => /REPEALED|REPLACED|EXPIRED/.test(statusWhenCited?.value ?? ''))
      .map(({ citation }) => citation.number)

  test('000 cites 290-QĐ/TW, which had been replaced', async () => {
    const { findings } = await check(plan('000'), '2022-01-10', 'quang-ngai')
    expect(new Set(ended(findings))).toEqual(new Set(['290-QĐ/TW']))
    expect(of(findings, '290-QĐ/TW').replacement).toBe('23-QĐ/TW@2021-07-30')
  })

  test('001 cites what ended later, and two slips', async () => {
    const { findings } = await check(plan('001'), '2022-03-25', 'minh-son.ngoc-lac.thanh-hoa')
    expect(ended(findings)).toEqual([])
    expect(of(findings, '60/2014/NĐ-CP').suggestions.map(({ key }) => key)).toEqual([
      '60/2013/NĐ-CP@2013-06-19',
    ])
    expect(of(findings, '34/2017/PL-UBTVQH11').suggestions.map(({ key }) => key)).toEqual([
      '34/2007/PL-UBTVQH11@2007-04-20',
    ])
  })

  test.each([
    ['002', '2025-03-10', 'cao-bang'],
    ['003', '2022-05-20', 'tay-son.binh-dinh'],
    ['004', '2024-03-01', 'binh-dinh'],
  ])('%s cites nothing that had ended', async (name, date, place) => {
    const { findings } = await check(plan(name), date, place)
    expect(ended(findings)).toEqual([])
  })
})
