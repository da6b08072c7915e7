// What holds for every text: spans point at their words, order, NFC and NFD agree, nothing throws, and
// a citation is found among others as it is alone.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Citation, extractCitations } from '../../src/citation/index.ts'

const SENTENCES = [
  'Thực hiện Kế hoạch số 62/KH-UBND ngày 22 tháng 3 năm 2022 của UBND huyện Ngọc Lặc.',
  'Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ về thực hiện dân chủ.',
  'Quán triệt Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương khóa XI.',
  'Tổ chức thực hiện Luật Khiếu nại, Luật Tố cáo.',
  'Theo quy định tại điểm a khoản 2 Điều 5 Luật Đất đai số 31/2024/QH15.',
  'Triển khai Đề án 06 của Chính phủ.',
  'Công văn số 4215/UBND-NC ngày 20/12/2021 của UBND tỉnh về việc đổi mới công tác dân vận.',
  'Các phòng, ban báo cáo trước ngày 20/6 (qua Văn phòng).',
  'Bãi bỏ Quyết định số 22/2025/QĐ-UBND ngày 28/02/2025 của UBND tỉnh.',
]
const PIECES = [
  ...[
    'số ',
    '12/2020/NĐ-CP',
    'Luật ',
    'Nghị quyết ',
    'của ',
    'Chính phủ',
    'về việc ',
    '“',
    '”',
    ';',
    '\n',
    '\n\n',
    '|',
  ],
  ...[
    'Điều 5 ',
    'khoản 2 ',
    'ngày 31/02/2020',
    ' năm 2021',
    'sửa đổi, bổ sung ',
    'một số điều của ',
    'và ',
    ', ',
    '(',
    ')',
  ],
  ...[
    'Căn cứ ',
    '\u0301',
    '\ud800',
    '**',
    '#',
    '217-\n\nQĐ/TW',
    'Quyết  ịnh',
    '\u00a0',
    'hết hiệu lực',
    ':',
    '.',
    '\0',
  ],
]

const oddText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })))
  .map((parts) => parts.join(''))
const officialText = fc
  .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 8 })
  .map((all) => all.join(' '))

function expectExact(text: string): void {
  const { citations, effects } = extractCitations(text)
  let last = -1
  for (const { start, end, text: words, surface } of citations) {
    expect(text.slice(start, end)).toBe(words)
    expect(end).toBeGreaterThan(start)
    expect(start).toBeGreaterThanOrEqual(last)
    expect(surface.start).toBeLessThanOrEqual(start)
    expect(surface.end).toBeGreaterThanOrEqual(end)
    last = start
  }
  for (const effect of effects) expect(text.slice(effect.start, effect.end)).toBe(effect.text)
}

const facts = ({ type, number, date, name, issuer, title, relation, provision }: Citation) => ({
  ...{ type, number, date, name, issuer, title, relation, provision },
})

describe('extractCitations on any text', () => {
  it('gives exact spans, in order, and never throws', () => {
    fc.assert(fc.property(oddText, expectExact), { numRuns: 400 })
    fc.assert(fc.property(officialText, expectExact), { numRuns: 60 })
  })

  it('gives ids that are unique and outer citations that exist', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const { citations, relations } = extractCitations(text)
        const ids = new Set(citations.map(({ id }) => id))
        expect(ids.size).toBe(citations.length)
        for (const { nestedIn } of citations) expect(nestedIn === null || ids.has(nestedIn)).toBe(true)
        for (const { from, to } of relations) expect(ids.has(from) && ids.has(to)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('reads composed and decomposed letters alike', () => {
    fc.assert(
      fc.property(officialText, (text) => {
        const nfc = extractCitations(text.normalize('NFC'))
        const nfd = extractCitations(text.normalize('NFD'))
        expect(nfd.citations.map(facts)).toEqual(nfc.citations.map(facts))
        expectExact(text.normalize('NFD'))
      }),
      { numRuns: 60 },
    )
  })

  it('finds a sentence’s citations among other sentences as it does alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SENTENCES), officialText, officialText, (sentence, before, after) => {
        const alone = extractCitations(sentence).citations.map(({ text }) => text)
        const offset = before.length + 1
        const among = extractCitations(`${before} ${sentence} ${after}`).citations
        const inside = among.filter(({ start }) => start >= offset && start < offset + sentence.length)
        expect(inside.map(({ text }) => text)).toEqual(alone)
      }),
      { numRuns: 80 },
    )
  })

  it('takes linear time on texts made to be slow', () => {
    const filled = (words: string) => words.repeat(Math.ceil(200_000 / words.length))
    for (const words of [
      'Điều ',
      '(((((',
      '1/1/1/1',
      'Căn cứ Căn cứ ',
      'Luật ',
      'của Bộ ',
      '“',
      'được sửa đổi ',
    ]) {
      const started = performance.now()
      extractCitations(filled(words))
      expect(performance.now() - started).toBeLessThan(2_000)
    }
  })
})
