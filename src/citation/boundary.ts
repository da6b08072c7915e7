// Where clauses and titles may end: sentence ends, bullets, table cells, blank lines that mean it.

import { type CleanText, LINE, lineStart, PARAGRAPH } from './normalize.ts'
import { isLower, isUpper, matchAt } from './pattern.ts'

const BULLET =
  /(?:[-+•~]\s?|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-z]\)\s|\(\d{1,2}\)\s|[ivx]{1,4}\.\s|can\scu\s|dieu\s\d{1,3}[.:]|noi\snhan|-{3,})/y
const ABBREVIATION = /(?:^|[^a-z])(?:tp|tt|p|q|ths|ts|pgs|gs|bs|ong|ba|st|tr|mr|vs|ky|no)$/

/** Whether the full stop at `at` ends a sentence. */
export function endsSentence(clean: CleanText, at: number): boolean {
  const { folded, text } = clean
  const next = folded.charAt(at + 1)
  if (next === '') return true
  if (next === '.' || next === '/') return next === '/'
  if (next !== ' ' && next !== LINE && next !== PARAGRAPH)
    return isUpper(text, at + 1) && isLower(text, at - 1)
  if (ABBREVIATION.test(folded.slice(Math.max(0, at - 4), at))) return false
  return !isLower(text, at + 2)
}

/** Whether the white space at `at` separates items or paragraphs. */
export function breaksItem(clean: CleanText, at: number): boolean {
  const gap = clean.folded.charAt(at)
  if (gap !== LINE && gap !== PARAGRAPH) return false
  if (matchAt(BULLET, clean.folded, at + 1)) return true
  if (gap === LINE) return false
  return !clean.wrapped
    ? !isLower(clean.text, at + 1) && !splitsLine(clean, at)
    : /[.;:]/.test(clean.folded.charAt(at - 1))
}

/** Whether the blank line at `at` only stands between two lines of one paragraph, as at the end of a page. */
export function splitsLine(clean: CleanText, at: number): boolean {
  if (clean.folded.charAt(at) !== PARAGRAPH) return false
  if (clean.wrapped) return true
  if (clean.width === 0 || !GOES_ON.test(clean.folded.charAt(at - 1))) return false
  const length = at - lineStart(clean.text, at)
  return (
    length >= FULL * clean.width && length <= LONGEST * clean.width && isMixed(clean.text, at - length, at)
  )
}

const GOES_ON = /[a-z\d,"-]/
// A line that is nearly as long as the others is full; a much longer one is no line of this width.
const FULL = 0.8
const LONGEST = 1.3

// A heading in capitals ends where its line does.
function isMixed(text: string, start: number, end: number): boolean {
  const line = text.slice(start, end)
  return line !== line.toUpperCase()
}

/** Start of the clause in which `at` stands, no earlier than `floor`. */
export function clauseStart(clean: CleanText, at: number, floor: number): number {
  const { folded } = clean
  const low = Math.max(floor, at - REACH)
  for (let i = at - 1; i >= low; i--) {
    const code = folded.charCodeAt(i)
    if (code === 124) return i + 1
    if (code === 46 && i + 1 < at && endsSentence(clean, i)) return i + 1
    if ((code === 10 || code === 13) && breaksItem(clean, i)) return i + 1
  }
  return low
}

const REACH = 1200
