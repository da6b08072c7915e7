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
  const from = lastBreak(text.slice(low, span.start + 1), before.length)
  const to = firstBreak(after)
  const head = from < 0 ? (low > 0 ? `…${before.replace(/^\S+/, '')}` : before) : before.slice(from)
  const tail = to < 0 ? (high < text.length ? `${after.replace(/\S+$/, '')}…` : after) : after.slice(0, to)
  const middle = text.slice(span.start, Math.min(span.end, span.start + 2 * REACH))
  return (head + middle + tail).replace(/\s+/g, ' ').trim()
}

// What opens a ground or an item: "Căn cứ", "Điều 3.", "2.", "a)", "-"
const GROUND = String.raw`(?:Căn cứ|Xét|Theo đề nghị|Triển khai|Quán triệt|(?<!Luật\s+)Thực hiện)(?!\p{L})`
const PART = String.raw`(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN)\s+(?:\d|[IVX]+(?!\p{L}))`
const NUMBER = String.raw`(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ]\)|[IVX]{1,5}\.)(?=\s|$)`
// A sentence ends at ".", "!", "?" or ";" before white space and a capital or an item's number.
const SHORTENED = '(?:TP|Tp|TX|Tx|TT|P|Q|TS|ThS|GS|PGS|BS|KT|TM|TL)'
const STOP = String.raw`(?:[!?;]|(?<!(?<!\p{L})${SHORTENED})\.)(?=\s+(?:[\p{Lu}“"*-]|${NUMBER})|\s*$)`
// A line ends there where the next one opens an item, and below the nation's motto; a blank line is an end
// unless small letters go on behind it, as at the foot of a page.
const LINE_END = String.raw`\n(?=[\s*#_|]*(?:[-+•]\s|${GROUND}|${PART}|${NUMBER}))|\n[^\S\n]*\n(?!\s*[\p{Ll}\d(])|(?<=Hạnh phúc[^\S\n]*\S{0,4}[^\S\n]*)\n`
// "QUYẾT ĐỊNH Căn cứ Luật …": where lines were lost, the capital tells.
const END = new RegExp(String.raw`${STOP}|${LINE_END}|\s(?=Căn cứ\s)`, 'gu')

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

function firstBreak(after: string): number {
  const match = after.matchAll(END).next().value
  return match ? match.index + (/\s/.test(match[0]) ? 0 : 1) : -1
}
