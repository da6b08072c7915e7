// Turns what people type into a full-text query: with or without marks, in any order, last word unfinished.

import { foldWords } from '../legal/fold.ts'
import { numberKey } from '../legal/key.ts'

const MOST_WORDS = 32
const LONGEST_NUMBER = 60

/**
 * A Lucene query over the fields searchText (as written) and searchFolded (without marks). Words are letters
 * and digits only, so that nothing typed is taken for syntax. All words together weigh most, then words with
 * their marks, then single words. "" where the text holds no word.
 */
export function luceneQuery(text: string): string {
  const folded = foldWords(text).split(' ').filter(Boolean).slice(0, MOST_WORDS)
  if (folded.length === 0) return ''
  const written = words(text).slice(0, MOST_WORDS)
  const every = folded.map((word) => `+searchFolded:${word}`).join(' ')
  const last = folded.at(-1) ?? ''
  const unfinished = last.length > 1 ? ` OR searchFolded:${last}*` : ''
  return `(${every})^8 OR searchText:(${written.join(' ')})^2 OR searchFolded:(${folded.join(' ')})${unfinished}`
}

function words(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** The number in what was typed, in the one spelling of the index: "NQ số 25 - nq/tw" → "25nqtw"; `null` without digits. */
export function typedNumberKey(text: string): string | null {
  const start = text.search(/\d/)
  const typed = start < 0 ? '' : text.slice(start, start + LONGEST_NUMBER)
  return /\p{L}/u.test(typed) ? numberKey(typed) : null
}
