// The words around a citation, for evidence.

import type { Span } from './types.ts'

const REACH = 200

/**
 * The sentence or line that holds a span, white space collapsed, at most about 400 characters. Ends
 * that had to be cut show "…".
 */
export function quoteAround(text: string, span: Span): string {
  const low = Math.max(0, span.start - REACH)
  const high = Math.min(text.length, Math.max(span.end, span.start + 1) + REACH)
  const before = text.slice(low, span.start)
  const after = text.slice(span.end, high)
  const shown = text.slice(Math.max(span.start, span.end - REACH), high)
  const from = lastBreak(text.slice(low, span.start + 1), before.length)
  const to = firstBreak(shown, shown.length - after.length)
  const head = from < 0 ? (low > 0 ? `…${before.replace(/^\S+/, '')}` : before) : before.slice(from)
  const tail = to < 0 ? (high < text.length ? `${after.replace(/\S+$/, '')}…` : after) : after.slice(0, to)
  const middle = text.slice(span.start, Math.min(span.end, span.start + 2 * REACH))
  return (head + middle + tail).replace(/\s+/g, ' ').trim()
}

// What opens a ground or an item: "Căn cứ", "Điều 3.", "2.", "a)", "-"
const GROUND = String.raw`(?:Căn cứ|Xét|Theo đề nghị|Triển khai|Quán triệt|Thực hiện)(?!\p{L})`
const PART = String.raw`(?:Điều|Chương|Mục|Phần|ĐIỀU|CHƯƠNG|MỤC|PHẦN)\s+(?:\d{1,3}|[IVX]{1,5})\p{Ll}?\s?(?:[.:*\n]|$)`
const NUMBER = String.raw`(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ]\)|[IVX]{1,5}\.)(?=\s|$)`
// A sentence ends at ".", "!", "?" or ";" before white space and a capital or an item's number.
const SHORTENED = '(?:TP|Tp|TX|Tx|TT|P|Q|TS|ThS|GS|PGS|BS|KT|TM|TL)'
const STOP = String.raw`(?:[!?;]|(?<!(?<!\p{L})${SHORTENED})\.)(?=\s+(?:[\p{Lu}“"*-]|${NUMBER})|\s*$)`
// A line ends where the next one opens an item, below the nation's motto, and at a blank line; but not behind
// a word that wants another, nor at a blank line in a sentence, as at the foot of a page.
const WANTS_MORE = String.raw`(?<!\p{L})(?:của|tại|theo|và|các|về|việc|với|số|cho|trong|bởi|hoặc|là|Luật|luật)\s*`
const FULL_LINE = String.raw`(?:^|\n)[^\n]{50,160}[\p{Ll},]\s*`
const ITEM = String.raw`\n(?=[\s*#_|]*(?:[-+•]\s|${GROUND}|${PART}|${NUMBER}))`
const BLANK_LINE = String.raw`(?<!${FULL_LINE})\n[^\S\n]*\n(?!\s*[\p{Ll}\d(])`
const MOTTO = String.raw`(?=\n)(?<=Hạnh phúc[^\S\n]*\S{0,4}[^\S\n]*)\n`
// "QUYẾT ĐỊNH Căn cứ Luật …": where lines were lost, the capital tells.
const LOST_LINE = String.raw`\s(?=Căn cứ\s)`
const END = new RegExp(
  `${STOP}|(?=\\n)(?<!${WANTS_MORE})(?:${ITEM}|${BLANK_LINE})|${MOTTO}|${LOST_LINE}`,
  'gu',
)

// Of the words before the span with its first letter, which tells whether a sentence begins with it. A member
// of a list keeps what stands before the semicolon: the words that govern the list.
function lastBreak(words: string, length: number): number {
  let from = -1
  for (const match of words.matchAll(END)) {
    const next = match.index + match[0].length
    const opensSpan = match[0] === ';' && words.slice(next, length).trim() === ''
    if (next <= length && !opensSpan) from = next
  }
  return from
}

// Behind the first `length` characters, which are the span's own; counted from there.
function firstBreak(words: string, length: number): number {
  for (const match of words.matchAll(END))
    if (match.index >= length) return match.index - length + (/\s/.test(match[0]) ? 0 : 1)
  return -1
}
