// The words around a citation: the sentence, ground or item that holds it, and no more.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteAround } from '../../src/citation/index.ts'

/** The quote of what stands between "⟦" and "⟧". */
function quoteOf(marked: string): string {
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  return quoteAround(marked.replace(/[⟦⟧]/g, ''), { start, end })
}

const DECISION = `ỦY BAN NHÂN DÂN
TỈNH LAM SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/QĐ-UBND
QUYẾT ĐỊNH
Căn cứ ⟦Luật Tổ chức chính quyền địa phương số 72/2025/QH15⟧;
Xét đề nghị của Giám đốc Sở Nội vụ,`

describe('quoteAround', () => {
  it.each([
    [
      'the sentence, on one line',
      'Câu trước.\nThực hiện ⟦Kế hoạch\nsố 62/KH-UBND⟧ của huyện. Câu sau.',
      'Thực hiện Kế hoạch số 62/KH-UBND của huyện.',
    ],
    ['a ground, without letterhead', DECISION, 'Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;'],
    [
      'a ground, where lines were lost',
      'Độc lập - Tự do - Hạnh phúc QUYẾT ĐỊNH Căn cứ ⟦Luật Đất đai⟧; Căn cứ Luật Nhà ở;',
      'Căn cứ Luật Đất đai;',
    ],
    [
      'a title, without the motto above it',
      'Độc lập - Tự do - Hạnh phúc\nKẾ HOẠCH\ntuyên truyền ⟦Luật Đất đai⟧\n\nĐể đưa luật vào cuộc sống',
      'KẾ HOẠCH tuyên truyền Luật Đất đai',
    ],
    [
      'an item, without the next one’s number',
      '1. Phổ biến ⟦Luật Đất đai⟧ tới từng hộ. 2. Tổ chức đối thoại.',
      'Phổ biến Luật Đất đai tới từng hộ.',
    ],
    [
      'an item that no mark ends',
      'a) Phổ biến ⟦Luật Đất đai⟧ tới từng hộ\nb) Tổ chức đối thoại',
      'a) Phổ biến Luật Đất đai tới từng hộ',
    ],
    [
      'an article that no mark ends',
      'Điều 2. Bãi bỏ ⟦Quyết định số 5/QĐ-UBND⟧\nĐiều 3. Tổ chức thực hiện',
      'Bãi bỏ Quyết định số 5/QĐ-UBND',
    ],
    [
      'a bullet',
      'Các việc:\n+ Báo cáo quý\n- Triển khai ⟦Luật Đất đai⟧\n+ Sơ kết',
      '- Triển khai Luật Đất đai',
    ],
    [
      'a line up to the next ground',
      'Thực hiện ⟦Kế hoạch số 62/KH-UBND⟧ của huyện\nTheo đề nghị của công chức văn hóa',
      'Thực hiện Kế hoạch số 62/KH-UBND của huyện',
    ],
    [
      'no other sentence before it',
      'Câu trước đã hết. ⟦Kế hoạch số 62/KH-UBND⟧ được gửi các xã.',
      'Kế hoạch số 62/KH-UBND được gửi các xã.',
    ],
    [
      'what governs a list',
      'Cụ thể hóa Nghị quyết số 57-NQ/TW; ⟦Quyết định số 1132/QĐ-TTg⟧; các đề án khác.',
      'Cụ thể hóa Nghị quyết số 57-NQ/TW; Quyết định số 1132/QĐ-TTg; các đề án khác.',
    ],
    [
      'a sentence over a blank line inside it',
      'Thực hiện ⟦Kế hoạch số 62/KH-UBND⟧ của Ban Thường\n\nvụ Huyện ủy về dân vận.',
      'Thực hiện Kế hoạch số 62/KH-UBND của Ban Thường vụ Huyện ủy về dân vận.',
    ],
    [
      'a sentence over a blank line before capitals, where lines are full',
      'Thực hiện ⟦Nghị quyết số 25-NQ/TW⟧ của Ban Chấp hành Trung ương Đảng khóa\n\nXI về công tác dân vận.',
      'Thực hiện Nghị quyết số 25-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XI về công tác dân vận.',
    ],
    [
      'what is repealed of it, over a blank line',
      'Điều 1.\nBãi bỏ một số điều của\n\n⟦Nghị định số 5/2015/NĐ-CP⟧ về dân chủ.',
      'Bãi bỏ một số điều của Nghị định số 5/2015/NĐ-CP về dân chủ.',
    ],
    [
      'its provision, though that begins a line',
      'Theo quy định tại khoản 2\nĐiều 5 ⟦Nghị định số 5/2015/NĐ-CP⟧, xã báo cáo.',
      'Theo quy định tại khoản 2 Điều 5 Nghị định số 5/2015/NĐ-CP, xã báo cáo.',
    ],
    [
      'a paragraph up to the blank line',
      'KẾ HOẠCH\n\nTuyên truyền ⟦Luật Đất đai⟧ năm 2025\n\nUBND xã xây dựng kế hoạch',
      'Tuyên truyền Luật Đất đai năm 2025',
    ],
    [
      'a sentence over a shortened word',
      'Thực hiện ⟦Kế hoạch số 62/KH-UBND⟧ của UBND TP. Hồ Chí Minh. Câu sau.',
      'Thực hiện Kế hoạch số 62/KH-UBND của UBND TP. Hồ Chí Minh.',
    ],
    [
      'the whole of a law’s name that lines part',
      'Tuyên truyền ⟦Nghị định số 59/2023/NĐ-CP⟧ và Luật\nThực hiện dân chủ ở cơ sở.',
      'Tuyên truyền Nghị định số 59/2023/NĐ-CP và Luật Thực hiện dân chủ ở cơ sở.',
    ],
  ])('gives %s', (_, marked, expected) => {
    expect(quoteOf(marked)).toBe(expected)
  })

  const PIECES = [
    'Căn cứ ',
    'Điều 3. ',
    '\n',
    '\n\n',
    '- ',
    '2. ',
    'a) ',
    '. ',
    '; ',
    'Luật ',
    '*',
    '\t',
    '\ud800',
  ]
  const oddText = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })), {
      maxLength: 80,
    })
    .map((parts) => parts.join(''))

  it('holds the span itself, on one line, not much over 400 characters, on any text', () => {
    fc.assert(
      fc.property(oddText, fc.nat(200), fc.nat(200), (text, a, b) => {
        const [start = 0, end = 0] = [a, b].map((at) => Math.min(at, text.length)).sort((x, y) => x - y)
        const quote = quoteAround(text, { start, end })
        expect(quote.length).toBeLessThan(1_000)
        expect(quote).not.toMatch(/\n/)
        expect(quote).toContain(text.slice(start, end).replace(/\s+/g, ' ').trim())
      }),
    )
  })

  it('takes no longer on blanks and breaks without end', () => {
    for (const words of [' ', '\n', '\n \n', '. ', '*\n', 'Căn cứ ', '1.1.1.']) {
      const text = words.repeat(100_000)
      const started = performance.now()
      for (let at = 0; at < 400_000; at += 4_000)
        quoteAround(text, { start: at % text.length, end: (at % text.length) + 9 })
      expect(performance.now() - started).toBeLessThan(1_000)
    }
  })
})
