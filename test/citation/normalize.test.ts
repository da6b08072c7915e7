// The text that the rules read: what becomes of white space, marks and odd letters, and the way back.

import { describe, expect, it } from 'vitest'
import { normalizeText } from '../../src/citation/normalize.ts'

describe('normalizeText', () => {
  it.each([
    ['Luật  Đất đai ', 'Luật Đất đai'],
    [' \n# Điều 1\nKhoản 2', 'Điều 1\nKhoản 2'],
    ['Điều 1 \r\n Khoản 2', 'Điều 1\nKhoản 2'],
    ['Điều 1 \n \n Khoản 2', 'Điều 1\rKhoản 2'],
    ['**Điều 1**\nKhoản 2', 'Điều 1\rKhoản 2'],
    ['mục * 2 *\t#3', 'mục 2 #3'],
    ['25–NQ⁄TW của Ðảng', '25-NQ/TW của Đảng'],
    ['Lua\u0323\u0302t ve\u0302\u0300', 'Luật về'],
    ['\u0301 a', 'a'],
  ])('reads %j as %j', (given, read) => {
    expect(normalizeText(given).text).toBe(read)
  })

  it('leads back to the letters that were given', () => {
    const given = ' Căn cu\u031b\u0301  **Luật**\r\n\r\nsố 1–2'
    const clean = normalizeText(given)
    expect(clean.text).toBe('Căn cứ Luật\rsố 1-2')
    const words = ['Căn', 'cu\u031b\u0301', 'Luật', 'số', '1–2']
    const spans = [...clean.text.matchAll(/\S+/g)].map(({ 0: word, index }) => [index, index + word.length])
    expect(spans.map(([from = 0, to = 0]) => given.slice(clean.start(from), clean.end(to)))).toEqual(words)
  })

  it('folds to the same length', () => {
    const { text, folded } = normalizeText('Nghị định “số” 1… Ω')
    expect(folded).toBe('nghi dinh "so" 1. ~')
    expect(folded).toHaveLength(text.length)
  })

  it('reads a text longer than what it keeps room for like a short one', () => {
    const given = 'Điều  1\n'.repeat(20_000)
    expect(normalizeText(given).text).toBe('Điều 1\n'.repeat(20_000).trimEnd())
  })
})
