// Tables of the register that people bring: what is put right, and what is refused with line and column.

import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { registerFacts } from '../../src/ingest/register.ts'
import { cleanRegister, type RegisterRow } from '../../src/ingest/register-rows.ts'
import { formatRegister, parseChanges, parseRegister } from '../../src/ingest/register-table.ts'

const HEAD = 'register_id\ttype\tnumber\tdate\tissuer\ttitle\teffective_date\teditions'
const GOOD = '1\tLuật\t31/2024/QH15\t2024-01-18\tQuốc hội\tĐất đai\t2025-01-01\t2026-01'
const CHANGE_HEAD =
  'register_id\tchanged_number\tby_type\tby_number\tby_date\teffective_date\tverbs\tarticles\teditions'
const CHANGE = '1\t31/2024/QH15\tLuật\t43/2024/QH15\t2024-06-29\t2025-08-01\tsửa đổi, bổ sung\t2\t2026-01'

/** The good row with one cell changed. */
const row = (more: Partial<RegisterRow>): RegisterRow => ({
  register_id: '1',
  type: 'Thông tư',
  number: '106/2018/TT-BTC',
  date: '2018-11-15',
  issuer: 'Bộ Tài chính',
  title: 'Quy định về một việc',
  effective_date: '2019-01-01',
  editions: '2026-01',
  register_date: '',
  remark: '',
  ...more,
})
const cleaned = (more: Partial<RegisterRow>, ...others: RegisterRow[]) =>
  cleanRegister([row(more), ...others]).rows[0]

describe('cleaning', () => {
  it.each<[string, Partial<RegisterRow>, Partial<RegisterRow>]>([
    ['nothing where all is well', {}, { remark: '' }],
    ['pads the number', { number: '4/2018/TT-BTC' }, { number: '04/2018/TT-BTC', remark: 'NUMBER_SPELLED' }],
    [
      'takes date and issuer from the row’s own words',
      { date: '2011-08-08', issuer: 'Chính phủ quy định một việc ngày 15/11/2018 của Bộ Tài chính' },
      {
        date: '2018-11-15',
        issuer: 'Bộ Tài chính',
        register_date: '2011-08-08',
        remark: 'ISSUER_CLEANED; DATE_FROM_OWN_WORDS',
      },
    ],
    [
      'keeps the year alone of a date against the number',
      { date: '2011-08-08' },
      { date: '2018', register_date: '2011-08-08', remark: 'DATE_DOUBTFUL' },
    ],
    ['drops an entry into force before the date', { effective_date: '2018-01-15' }, { effective_date: '' }],
    [
      'cuts the type before a title',
      { title: 'Thông tư quy định về một việc' },
      { title: 'Quy định về một việc' },
    ],
    [
      'cuts number, date and issuer before a title',
      { title: 'Thông tư số 106/2018/TT-BTC ngày 15/11/2018 của Bộ trưởng Bộ Tài chính sửa đổi một điều' },
      { title: 'Sửa đổi một điều' },
    ],
    [
      'keeps a title that only begins like one',
      { title: 'Thông tư liên lạc' },
      { title: 'Thông tư liên lạc' },
    ],
    [
      'names a law in full',
      { type: 'Luật', number: '31/2018/QH14', issuer: 'Quốc hội', title: 'Trồng trọt' },
      { title: 'Luật Trồng trọt' },
    ],
    [
      'knows the law on lawyers',
      { type: 'Luật', number: '65/2018/QH14', issuer: 'Quốc hội', title: 'Luật sư' },
      { title: 'Luật Luật sư' },
    ],
    [
      'takes the issuer from the symbol where nobody else bears the number',
      { type: 'Nghị định', number: '113/2018/NĐ-CP', issuer: 'Bộ Công Thương.' },
      { issuer: 'Chính phủ', remark: 'ISSUER_FROM_SYMBOL' },
    ],
    [
      'spells organs as they do',
      { issuer: 'Bộ công thương và Toà án nhân dân tối cao' },
      {
        issuer: 'Bộ Công Thương và Tòa án nhân dân tối cao',
      },
    ],
  ])('%s', (_, before, after) => {
    expect(cleaned(before)).toMatchObject(after)
  })

  it('spells a symbol as most rows do', () => {
    const others = ['2', '3'].map((id) => row({ register_id: id, number: `0${id}/2018/TT-BTC` }))
    expect(cleaned({ number: '106/2018/tt-btc' }, ...others)?.number).toBe('106/2018/TT-BTC')
  })

  it.each([
    {
      number: '132/2004/NĐ-CP',
      date: '2005-10-18',
      issuer: 'Bộ Quốc phòng',
      title: 'ngày 04 tháng 6 năm 2004 của Chính phủ quy định',
    },
    { number: '74/CP', issuer: 'Chính phủ quy định chi tiết thi hành một luật', title: '' },
    {
      number: '05/1999/NĐ-CP',
      date: '1999-02-03',
      issuer: 'Chính phủ. ngày 29/04/1999 của Bộ Công an',
      title: '',
    },
    { number: '71/2011/TT-BNN', issuer: 'Bộ trưởng ngày 27/09/2023 của Bộ Nông nghiệp', title: '' },
  ])('leaves out a row that bears the number of $number', (more) => {
    const { rows, leftOut } = cleanRegister([row(more)])
    expect(rows).toEqual([])
    expect(leftOut).toEqual([{ register_id: '1', number: more.number, reason: 'NUMBER_OF_ANOTHER' }])
  })

  it('joins rows that repeat an instrument, and no law with a resolution of its number', () => {
    const [first, ...rest] = cleanRegister([
      row({ editions: '2025-02' }),
      row({ register_id: '2', editions: '2025-02|2026-01', title: '' }),
    ]).rows
    expect(rest).toEqual([])
    expect(first).toMatchObject({
      register_id: '2|1',
      title: 'Quy định về một việc',
      editions: '2025-02|2026-01',
    })
    const assembly = { number: '18/2008/QH12', date: '2008-06-03', issuer: 'Quốc hội' }
    const pair = [
      row({ ...assembly, type: 'Luật' }),
      row({ ...assembly, type: 'Nghị quyết', register_id: '2' }),
    ]
    const facts = registerFacts({ rows: cleanRegister(pair).rows, changes: [] })
    expect(facts.instruments.map(({ key }) => key)).toEqual([
      '18/2008/QH12@2008-06-03',
      '18/2008/QH12~NQ@2008-06-03',
    ])
  })

  it('stays linear where cells are long and odd', () => {
    const long = ['ngày 01/01/2018 của ', 'Thông tư của ', '1', ' và Bộ '].map((part) => part.repeat(250))
    const rows = long.flatMap((words, i) =>
      Array.from({ length: 100 }, (_, n) =>
        row({ register_id: `${i}${n}`, number: `${n}/2018/TT-X`, issuer: words, title: `Thông tư ${words}` }),
      ),
    )
    const start = performance.now()
    cleanRegister(rows)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

describe('reading a table', () => {
  it('skips remarks and empty lines, and reads what it writes', () => {
    const rows = parseRegister(`# a remark\n\n${HEAD}\r\n${GOOD}\r\n`, 'x.tsv')
    expect(parseRegister(formatRegister('# again', rows), 'y.tsv')).toEqual(rows)
  })

  it.each([
    ['', 1, 'register_id'],
    [HEAD, 1, 'register_id'],
    [`# x\n${HEAD.replace('title', 'titel')}\n${GOOD}`, 2, 'title'],
    [`${HEAD}\tmore\n${GOOD}\tx`, 1, 'more'],
    [`${HEAD}\n${GOOD.replace('2024-01-18', '18/01/2024')}`, 2, 'date'],
    [`${HEAD}\n${GOOD.replace('2025-01-01', '2025-02-30')}`, 2, 'effective_date'],
    [`${HEAD}\n${GOOD.replace('31/2024/QH15', '31/2024/QH15@x')}`, 2, 'number'],
    [`${HEAD}\n${GOOD.replace('Quốc hội', '')}`, 2, 'issuer'],
    [`${HEAD}\n${GOOD.replace('2026-01', 'January')}`, 2, 'editions'],
    [`${HEAD}\n${GOOD.replace('Đất đai', 'x'.repeat(6_000))}`, 2, 'title'],
    [`${HEAD}\n\n${GOOD}\n${GOOD}`, 4, 'register_id'],
    [`${HEAD}\n${GOOD}\tmore`, 2, 'editions'],
  ])('refuses table %#', (text, line, column) => {
    expect(() => parseRegister(text, '/somewhere/new.tsv')).toThrow(
      expect.objectContaining({
        code: 'REGISTER_INVALID',
        details: expect.objectContaining({ file: 'new.tsv', line, column }),
      }),
    )
  })

  it.each([
    [CHANGE.replace('1\t', '7\t'), 'register_id'],
    [CHANGE.replace('43/2024/QH15', ''), 'by_number'],
    [CHANGE.replace('2025-08-01', 'soon'), 'effective_date'],
    [CHANGE.replace('\t2\t', '\ttwo\t'), 'articles'],
  ])('refuses change %#', (change, column) => {
    const rows = parseRegister(`${HEAD}\n${GOOD}`, 'x.tsv')
    expect(() => parseChanges(`${CHANGE_HEAD}\n${change}`, 'c.tsv', rows)).toThrow(
      expect.objectContaining({
        code: 'REGISTER_INVALID',
        details: expect.objectContaining({ file: 'c.tsv', line: 2, column }),
      }),
    )
  })
})

describe('a change as an event', () => {
  const rows = parseRegister(`${HEAD}\n${GOOD}`, 'x.tsv')
  const event = (change: string) =>
    registerFacts({ rows, changes: parseChanges(`${CHANGE_HEAD}\n${change}`, 'c.tsv', rows) }).events[0]

  it.each([
    ['sửa đổi, bổ sung', 'AMENDED'],
    ['sửa đổi, bổ sung, bãi bỏ', 'AMENDED'],
    ['bãi bỏ', 'PARTLY_REPEALED'],
    ['thay thế', 'PARTLY_REPEALED'],
    ['', 'AMENDED'],
  ])('"%s" is %s', (verbs, kind) => {
    expect(event(CHANGE.replace('sửa đổi, bổ sung', verbs))?.kind).toBe(kind)
  })

  it('dates the acting instrument by the year of its number where the table has no date, or a wrong one', () => {
    expect(event(CHANGE)?.by).toEqual(['43/2024/QH15@2024-06-29'])
    expect(event(CHANGE.replace('2024-06-29', ''))?.by).toEqual(['43/2024/QH15@2024'])
    expect(event(CHANGE.replace('2024-06-29', '2019-06-29'))?.by).toEqual(['43/2024/QH15@2024'])
  })

  it('has no day where the table’s precedes the acting instrument', () => {
    expect(event(CHANGE.replace('2025-08-01', '2024-01-27'))?.effective).toBeNull()
  })
})
