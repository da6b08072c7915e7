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
  const from = lastBreak(before)
  const to = firstBreak(after)
  const head = from < 0 ? (low > 0 ? `…${before.replace(/^\S+/, '')}` : before) : before.slice(from)
  const tail = to < 0 ? (high < text.length ? `${after.replace(/\S+$/, '')}…` : after) : after.slice(0, to)
  const middle = text.slice(span.start, Math.min(span.end, span.start + 2 * REACH))
  return (head + middle + tail).replace(/\s+/g, ' ').trim()
}

// A sentence ends at ".", "!", "?" or ";" before white space and a capital, a list item at its bullet.
const SENTENCE_END = /[.!?;]\s+(?=[\p{Lu}“"*-])|\n\s*(?=[-+*•]\s)/gu

function lastBreak(before: string): number {
  let from = -1
  for (const match of before.matchAll(SENTENCE_END)) from = match.index + match[0].length
  return from
}

function firstBreak(after: string): number {
  const match = /[.!?;](?=\s+[\p{Lu}“"*-]|\s*$)|\n\s*(?=[-+*•]\s)/u.exec(after)
  return match ? match.index + (match[0].startsWith('\n') ? 0 : 1) : -1
}
