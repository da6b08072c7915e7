// Cuts a text into stretches of letters, blanks and lost-letter signs: what one reading is sought for.

import { type LanguageModel, UNKNOWN } from './language-model.ts'
import { type Borders, isLetter, wordEnd } from './lattice.ts'

export interface Stretch {
  readonly start: number
  readonly text: string
  readonly borders: Omit<Borders, 'before'>
  /** Only line breaks stand between this stretch and the one before. */
  readonly continues: boolean
}

const SPACE = 32
/** A longer run of blanks is layout, not lost letters. */
const LAYOUT_RUN = 7
const KEPT_OF_LAYOUT = 3
const MAX_LENGTH = 400
const MAX_LENGTH_UNBROKEN = 2000
const OPENING = new Set('([{“‘"\'«<*')
const SPACED = new Set('([{“‘"\'«<-–—/*|•+0123456789')
const BLANK_AFTER = new Set(',;:.)!?”-–0123456789')
const BLANK_BEFORE = new Set('([“0123456789')
const GLUE = new Set('0123456789/*_-.@=&')
const SENTENCE_END = new Set('.:;!?-–•*|#+')
const ANY = 1_000
/** A syllable met less than about once in 60,000 may be what is left of another. */
const RARE_WORD = 11
const SMALL_WORD = /^\p{Ll}+$/u
const HAS_VOWEL = /[aeiouyà-ýăĩũơưạ-ỹ]/

/** The stretches of a text that hold a letter; `hole` is the sign that lost letters left, or ' ' or ''. */
export function* stretchesOf(text: string, hole: string): Generator<Stretch> {
  const sign = hole.length === 1 ? hole.charCodeAt(0) : SPACE
  let lastEnd = 0
  for (let at = 0; at < text.length; ) {
    const end = stretchEnd(text, at, sign)
    if (end === at) {
      at++
      continue
    }
    if (holdsLetter(text, at, end)) {
      yield describe(text, at, end, lastEnd)
      lastEnd = end
    }
    at = end
  }
}

/** Ends before a character of another sort, before a layout gap (all but its first blanks), or when long. */
function stretchEnd(text: string, start: number, sign: number): number {
  let blanks = 0
  let at = start
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === SPACE) blanks++
    else if (!isLetter(code) && code !== sign) return at
    else {
      if (blanks >= LAYOUT_RUN && at - blanks > start) return at - KEPT_OF_LAYOUT
      if (at - start > (blanks > 0 ? MAX_LENGTH : MAX_LENGTH_UNBROKEN)) return at
      blanks = 0
    }
  }
  return at
}

function holdsLetter(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isLetter(text.charCodeAt(at))) return true
  return false
}

function describe(text: string, start: number, end: number, lastEnd: number): Stretch {
  const before = text.charAt(start - 1)
  const after = text.charAt(end)
  const gap = text.slice(lastEnd, start)
  return {
    start,
    text: text.slice(start, end),
    continues: start === lastEnd || gap.trim() === '',
    borders: {
      lead: isLayout(before) ? ANY : OPENING.has(before) ? 0 : 1,
      trail: isLayout(after) ? ANY : SPACED.has(after) ? 1 : 0,
      leadDue: BLANK_AFTER.has(before),
      trailDue: BLANK_BEFORE.has(after),
      leadGlued: GLUE.has(before),
      trailGlued: GLUE.has(after),
      sentenceStart: SENTENCE_END.has(lastSign(text, start)) || start === 0,
    },
  }
}

function isLayout(sign: string): boolean {
  return sign === '' || sign.trim() === '' || isLetter(sign.charCodeAt(0))
}

/** The last character before `start` that is no white space, looked for not too far back. */
function lastSign(text: string, start: number): string {
  return text
    .slice(Math.max(0, start - 12), start)
    .trimEnd()
    .slice(-1)
}

/** Whether a stretch shows any trace of lost letters: words that are none, blanks that are too many. */
export function isSuspect(stretch: Stretch, model: LanguageModel, hole: string): boolean {
  const { text, borders } = stretch
  if (hole !== ' ') return hole === '' || text.includes(hole)
  const lead = text.length - text.trimStart().length
  const trail = text.length - text.trimEnd().length
  return lead > borders.lead || trail > borders.trail || text.trim().includes('  ') || hasOddWord(text, model)
}

function hasOddWord(text: string, model: LanguageModel): boolean {
  for (let at = 0; at < text.length; at++) {
    const end = wordEnd(text, at)
    if (end === at) continue
    if (end - at === 1 || isOdd(text.slice(at, end).toLowerCase(), model)) return true
    at = end
  }
  return false
}

/** Which share of the words in small letters is no syllable, or a rare one. */
export function oddShare(text: string, model: LanguageModel): number {
  let words = 0
  let odd = 0
  for (let at = 0, end = 0; at < text.length; at = end + 1) {
    end = wordEnd(text, at)
    const word = text.slice(at, end)
    // what the model holds is in small letters
    if (word.length < 2 || (model.find(word) === UNKNOWN && !SMALL_WORD.test(word))) continue
    words++
    if (isOdd(word, model)) odd++
  }
  return words === 0 ? 0 : odd / words
}

function isOdd(word: string, model: LanguageModel): boolean {
  const id = model.find(word)
  return id === UNKNOWN || model.cost(id) > RARE_WORD || !HAS_VOWEL.test(word)
}

/** The id of the last word of a stretch as written. */
export function lastWord(text: string, model: LanguageModel): number {
  const words = text.trimEnd().split(' ')
  return model.find((words.at(-1) ?? '').toLowerCase())
}
