// Keys, headers, stated relations and clauses on force.

import { describe, expect, it } from 'vitest'
import { citationKey, EXTRACTOR_VERSION, extractCitations } from '../../src/citation/index.ts'

const DECISION = `**ỦY BAN NHÂN DÂN**
TỈNH LAM SƠN
-------
|
**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
|
Số: 12/2025/QĐ-UBND
|
*Lam Sơn, ngày 05 tháng 8 năm 2025*

**QUYẾT ĐỊNH**

BÃI BỎ QUYẾT ĐỊNH SỐ 07/2021/QĐ-UBND NGÀY 10/5/2021

*Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;*

**Điều 1.** Bãi bỏ Quyết định số 07/2021/QĐ-UBND ngày 10/5/2021.

**Điều 2.** Quyết định này có hiệu lực kể từ ngày 20 tháng 8 năm 2025. Quyết định số 12/2025/QĐ-UBND được gửi các sở.

TM. ỦY BAN NHÂN DÂN
**CHỦ TỊCH**

Trần Văn An
`

describe('citationKey', () => {
  it('is number@date as far as the citation says, and null for a named one', () => {
    const { citations } = extractCitations(
      'Căn cứ Nghị định số 1/2020/NĐ-CP ngày 02/3/2020; Thông tư số 4/2021/TT-BNV; Luật Đất đai.',
    )
    expect(citations.map(citationKey)).toEqual(['1/2020/NĐ-CP@2020-03-02', '4/2021/TT-BNV', null])
  })
})

describe('the header', () => {
  it('holds what the document says of itself', () => {
    expect(extractCitations(DECISION).header).toEqual({
      type: 'Quyết định',
      number: '12/2025/QĐ-UBND',
      date: '2025-08-05',
      place: 'Lam Sơn',
      issuer: 'Ủy ban nhân dân tỉnh Lam Sơn',
      title: 'BÃI BỎ QUYẾT ĐỊNH SỐ 07/2021/QĐ-UBND NGÀY 10/5/2021',
      signer: 'Trần Văn An',
    })
  })

  it('gives null where nothing is said', () => {
    const { header } = extractCitations('Chỉ có một câu.')
    expect(Object.values(header)).toEqual([null, null, null, null, null, null, null])
  })

  it('keeps the document’s own number out of the citations', () => {
    const numbers = extractCitations(DECISION).citations.map(({ number }) => number)
    expect(numbers).toEqual(['07/2021/QĐ-UBND', '72/2025/QH15', '07/2021/QĐ-UBND'])
  })
})

describe('relations between cited instruments', () => {
  it('are read from "được sửa đổi, bổ sung bởi", along its list', () => {
    const { relations, citations } = extractCitations(
      'Căn cứ Nghị định số 120/2020/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 83/2024/NĐ-CP, Nghị định số 283/2025/NĐ-CP;',
    )
    expect(citations.map(({ relation }) => relation)).toEqual(['BASED_ON', 'BASED_ON', 'BASED_ON'])
    expect(relations).toEqual([
      { from: 'c2', to: 'c1', relation: 'AMENDS', text: 'được sửa đổi, bổ sung bởi' },
      { from: 'c3', to: 'c1', relation: 'AMENDS', text: 'được sửa đổi, bổ sung bởi' },
    ])
  })

  it('are read from brackets that say what the first does to the second', () => {
    const { relations, citations } = extractCitations(
      'Thực hiện Quyết định số 23-QĐ/TW ngày 30/7/2021 (thay thế Quyết định số 290-QĐ/TW ngày 25/02/2010).',
    )
    expect(citations.map(({ relation }) => relation)).toEqual(['IMPLEMENTS', 'IMPLEMENTS'])
    expect(relations).toEqual([{ from: 'c1', to: 'c2', relation: 'REPLACES', text: 'thay thế' }])
  })

  it('tell a replacement from an amendment', () => {
    const { relations } = extractCitations(
      'Quyết định số 5/QĐ-UBND được thay thế bởi Quyết định số 9/QĐ-UBND.',
    )
    expect(relations.map(({ relation }) => relation)).toEqual(['REPLACES'])
  })
})

describe('clauses on force', () => {
  it('say from which day the document itself holds', () => {
    const { effects } = extractCitations(DECISION)
    expect(effects.map(({ kind, citation, date }) => ({ kind, citation, date }))).toEqual([
      { kind: 'ENTERS_INTO_FORCE', citation: null, date: '2025-08-20' },
    ])
  })

  it('speak of what replaces, not of what is replaced', () => {
    const { effects } = extractCitations(
      'Điều 3. Quyết định này thay thế Quyết định số 290-QĐ/TW ngày 25/02/2010 và có hiệu lực kể từ ngày ký.',
    )
    expect(effects.map(({ kind, citation, text }) => ({ kind, citation, text }))).toEqual([
      { kind: 'ENTERS_INTO_FORCE', citation: null, text: 'có hiệu lực kể từ ngày ký' },
    ])
  })

  it('say nothing of the whole where an article ends', () => {
    const { effects } = extractCitations(
      'Điều 5 Quy định này. Khoản 2 Điều 7 hết hiệu lực từ ngày 01/3/2027.',
    )
    expect(effects).toEqual([])
  })

  it('say which cited instrument ends', () => {
    const { effects, citations } = extractCitations(
      'Pháp lệnh số 34/2007/PL-UBTVQH11 hết hiệu lực kể từ ngày 01 tháng 7 năm 2023.',
    )
    expect(citations[0]?.relation).toBe('REPEALS')
    expect(effects.map(({ kind, citation, date }) => ({ kind, citation, date }))).toEqual([
      { kind: 'CEASES', citation: 'c1', date: '2023-07-01' },
    ])
  })
})

it.each([
  ['Nghị định số 34/2010/NĐ-CP ngày 02/4/2010 của Chính phủ và Nghị định số 71/2012/NĐ-CP', 'REPEALS'],
  ['Luật Đất đai số 45/2013/QH13 đã được sửa đổi một số điều theo Luật số 35/2018/QH14', 'REPEALS'],
  ['Đối với dự án theo Nghị định số 34/2010/NĐ-CP thì Nghị định số 71/2012/NĐ-CP', 'ACCORDING_TO'],
  ['Nghị định số 34/2010/NĐ-CP được áp dụng; Nghị định số 71/2012/NĐ-CP', 'CITES'],
])('%s hết hiệu lực: the first %s', (words, relation) => {
  const { citations } = extractCitations(`Điều 3. ${words} hết hiệu lực kể từ ngày Luật này có hiệu lực.`)
  expect(citations.map((citation) => citation.relation)).toEqual([relation, 'REPEALS'])
})

it('names the version of the extractor', () => {
  expect(EXTRACTOR_VERSION).toMatch(/^\d+/)
})
