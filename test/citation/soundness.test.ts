// The cheap look at text layers: what it lets pass, and what it hands to the repair.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { normalizeText } from '../../src/citation/normalize.ts'
import { looksSound } from '../../src/citation/soundness.ts'

const SAMPLE = new URL('../../seed/sample/3-ke-hoach-tinh-lam-sa.txt', import.meta.url)
const SOUND = readFileSync(SAMPLE, 'utf8')

const without = (letters: string, sign: string): string =>
  [...SOUND].map((letter) => (letters.includes(letter) ? sign : letter)).join('')

describe('looksSound', () => {
  it('lets a sound text pass', () => {
    expect(looksSound(SOUND)).toBe(true)
  })

  it.each([
    ['đưụổờì', ' '],
    ['ăâêô', ' '],
    ['ạảãấ', ' '],
    ['ạảãấ', ''],
    ['ệộà', ''],
    ['ếệ', '□'],
  ])('suspects a text that lost %s and has "%s" for them', (letters, sign) => {
    expect(looksSound(without(letters, sign))).toBe(false)
    expect(looksSound(without(letters, sign).repeat(20))).toBe(false)
  })
})

describe('normalizeText', () => {
  it.each(['\ufffd', '\ue001', '\uf0b7'])('tells of the sign of a lost glyph anywhere: %j', (sign) => {
    expect(normalizeText(SOUND.repeat(20)).lostGlyphs).toBe(false)
    expect(normalizeText(SOUND.repeat(20).replace('trách nhiệm', `trách nhi${sign}m`)).lostGlyphs).toBe(true)
  })
})
