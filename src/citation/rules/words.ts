// Named and short citations: one pass finds the type words, and the rules of each are tried there.

import type { Mention } from '../mention.ts'
import { type CleanText, fold } from '../normalize.ts'
import { phrases } from '../pattern.ts'
import { DOCUMENT_TYPES } from '../vocabulary/types.ts'
import { readCharter } from './charter.ts'
import { readLaw } from './law.ts'
import { readResolution } from './resolution.ts'
import { readShort } from './short.ts'

type WordRule = (clean: CleanText, at: number, word: string) => Mention | null
const RULES: readonly WordRule[] = [readLaw, readResolution, readCharter, readShort]

const WORDS = [
  'Luật',
  'Bộ luật',
  'Pháp lệnh',
  'Hiến pháp',
  'Điều lệ',
  'Quy chế',
  ...DOCUMENT_TYPES.filter((type) => type.short).map((type) => type.name),
]
const ABBREVIATED = ['QĐ', 'NQ', 'NĐ', 'CT', 'KL', 'ĐA']
// with the sign before it: to look behind at every letter takes half as long again
const ANCHOR = new RegExp(String.raw`(?:^|[^a-z])(${phrases([...WORDS, ...ABBREVIATED])})(?=\s)`, 'g')
const WHOLE = new Set(WORDS.map(fold))

/** All named and short mentions, in order of appearance; `taken` tells what numbers already cover. */
export function findByWord(clean: CleanText, taken: (at: number) => boolean): Mention[] {
  const mentions: Mention[] = []
  let end = 0
  for (const anchor of clean.folded.matchAll(ANCHOR)) {
    const [whole, words = ''] = anchor
    const at = anchor.index + whole.length - words.length
    if (at < end || taken(at)) continue
    const word = words.replace(/[\n\r]/g, ' ')
    const mention =
      WHOLE.has(word) || /^[A-ZĐ]+$/u.test(clean.text.slice(at, at + word.length))
        ? readWord(clean, at, word)
        : null
    if (!mention) continue
    mentions.push(mention)
    end = mention.end
  }
  return mentions
}

function readWord(clean: CleanText, at: number, word: string): Mention | null {
  for (const rule of RULES) {
    const mention = rule(clean, at, word)
    if (mention) return mention
  }
  return null
}
