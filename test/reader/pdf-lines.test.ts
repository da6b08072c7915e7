// Letters of a page put together into lines, as they are seen.

import { describe, expect, test } from 'vitest'
import type { Glyph } from '../../src/reader/pdf-glyphs.ts'
import { linesOf } from '../../src/reader/pdf-lines.ts'

/** Letters of one width in a row, of size 10. */
function row(text: string, start: number, base: number, more: Partial<Glyph> = {}): Glyph[] {
  return [...text].map((letter, i) => ({
    text: letter,
    start: start + 5 * i,
    end: start + 5 * (i + 1),
    base,
    size: 10,
    angle: 0,
    ...more,
  }))
}

describe('lines of a page', () => {
  test('letters drawn last in another font stand where they are seen', () => {
    const shown = row('Thường vụ', 0, 700)
    const lastly = shown.filter(({ text }) => 'ườụ'.includes(text))
    expect(linesOf([...shown.filter((glyph) => !lastly.includes(glyph)), ...lastly])).toBe('Thường vụ')
  })
  test('blanks of lost letters stay', () => {
    expect(linesOf(row('Quyết  ịnh', 0, 700))).toBe('Quyết  ịnh')
  })
  test('words parted without a blank', () => {
    expect(linesOf([...row('Căn', 0, 700), ...row('cứ', 18, 700)])).toBe('Căn cứ')
    expect(linesOf([...row('Că', 0, 700), ...row('n', 11, 700)])).toBe('Căn')
  })
  test('columns of one line are parted by a tab', () => {
    expect(linesOf([...row('ỦY BAN ', 0, 700), ...row('CỘNG HÒA', 200, 700)])).toBe('ỦY BAN\tCỘNG HÒA')
  })
  test('cells stand one after another, as they are drawn', () => {
    const cells = [row('ỦY', 0, 700), row('BAN', 0, 685), row('CỘNG', 200, 700), row('HÒA', 200, 685)]
    expect(linesOf(cells.flat())).toBe('ỦY\nBAN\nCỘNG\nHÒA')
  })
  test('the mark of a footnote is left out, a lowered digit is not', () => {
    const mark = row('1', 25, 704, { size: 6 })
    expect(linesOf([...row('25-NQ', 0, 700), ...mark, ...row(' ngày', 28, 700)])).toBe('25-NQ ngày')
    expect(linesOf([...row('CO', 0, 700), ...row('2', 10, 697, { size: 6 })])).toBe('CO2')
  })
  test('what is drawn twice for boldness is read once', () => {
    expect(linesOf([...row('KẾ', 0, 700), ...row('KẾ', 0.4, 700)])).toBe('KẾ')
  })
  test('a glyph without a letter shows that one is lost', () => {
    expect(linesOf(row('a\f\0b', 0, 700))).toBe('a\ufffd\ufffdb')
  })
  test('the part of a letter that was told as a whole is no letter', () => {
    const [mark] = row('\u0010', 15, 700)
    if (mark) expect(linesOf([...row('Luật', 0, 700), ...row(' Hải', 20, 700), mark])).toBe('Luật Hải')
  })
  test('writing in another direction is another line', () => {
    expect(linesOf([...row('ngang', 0, 700), ...row('dọc', 0, 700, { angle: 90 })])).toBe('ngang\ndọc')
  })
})
