// Turns what people type into a full-text query: with or without marks, in any order, last word unfinished.

import { DOCUMENT_TYPES } from '../citation/vocabulary/types.ts'
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

/** Digits, and the year of a normative number: "60/2014". */
const BARE_NUMBER = /^(.*?)(\d{1,5})(?:\s*\/\s*((?:19|20)\d{2}))?\s*$/su
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  [...DOCUMENT_TYPES].reverse().flatMap(({ name, symbols: [symbol] }) => {
    const folded = foldWords(symbol ?? '').replaceAll(' ', '')
    return folded ? [[foldWords(name), folded] as const, [folded, folded] as const] : []
  }),
)

/**
 * How the number begins that was typed without its end: "nghi quyet 25", "NQ 25" → "25nq"; "60/2014", "nghi dinh
 * 60/2014" → "602014", "602014nd". `null` where digits alone, or more than a number, were typed.
 */
export function typedNumberPrefix(text: string): string | null {
  const [, before = '', digits, year] = text.slice(0, LONGEST_NUMBER).match(BARE_NUMBER) ?? []
  if (!digits) return null
  const type = foldWords(before).replace(/ ?so$/, '').trim()
  const symbol = SYMBOLS.get(type)
  if ((type !== '' && symbol === undefined) || (!symbol && !year)) return null
  return `${digits.padStart(2, '0')}${year ?? ''}${symbol ?? ''}`
}
