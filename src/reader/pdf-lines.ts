// Puts the drawn letters of a page together into lines.

import type { Glyph } from './pdf-glyphs.ts'

// All of these in heights of the letters.
/** Letters whose base lines differ by less stand on one line: raised and lowered ones do. */
const SAME_LINE = 0.5
/** What is further apart are two words, even without a blank drawn between them. */
const WORD_GAP = 0.15
/** What is further apart stands in two columns; words of justified lines are nearer. */
const COLUMN_GAP = 2
/** The same letter drawn again so near is there for boldness. */
const DRAWN_TWICE = 0.12
/** The mark of a footnote is so much smaller, and so much higher. */
const MARK_SIZE = 0.75
const MARK_RISE = 0.2

/** A glyph that its font maps to a control character has lost its letter; and a form feed would end the page. */
const CONTROL = /\p{Cc}/gu
const LOST = '\ufffd'

/**
 * The lines of a page, in the order in which the page draws them. Within a line letters stand as they are seen: some
 * programs draw those of a second font last. A tab parts the columns of one line.
 */
export function linesOf(glyphs: readonly Glyph[]): string {
  const lines: string[] = []
  let line: Glyph[] = []
  let main: Glyph | null = null
  for (const glyph of glyphs) {
    if (main && !isOnLine(glyph, main)) {
      lines.push(textOf(line, main))
      ;[line, main] = [[], null]
    }
    line.push(glyph)
    if (!main || glyph.size > main.size) main = glyph
  }
  if (main) lines.push(textOf(line, main))
  return lines.filter((text) => text !== '').join('\n')
}

function isOnLine(glyph: Glyph, main: Glyph): boolean {
  const height = Math.max(glyph.size, main.size)
  return glyph.angle === main.angle && Math.abs(glyph.base - main.base) < SAME_LINE * height
}

function textOf(drawn: readonly Glyph[], main: Glyph): string {
  let text = ''
  let before: Glyph | null = null
  for (const glyph of asSeen(drawn)) {
    if (isFootnoteMark(glyph, main) || (before && isDrawnTwice(glyph, before))) continue
    const gap = before ? gapBetween(before, glyph) : ''
    text = (gap === '\t' ? text.trimEnd() : text) + gap + glyph.text.replace(CONTROL, LOST)
    before = glyph
  }
  return text.trim()
}

function asSeen(drawn: readonly Glyph[]): readonly Glyph[] {
  const inOrder = drawn.every((glyph, i) => glyph.start >= (drawn[i - 1]?.start ?? Number.NEGATIVE_INFINITY))
  return inOrder ? drawn : drawn.toSorted((a, b) => a.start - b.start)
}

function isFootnoteMark({ text, size, base }: Glyph, main: Glyph): boolean {
  return size <= MARK_SIZE * main.size && base - main.base >= MARK_RISE * main.size && /^\d$/.test(text)
}

function isDrawnTwice(glyph: Glyph, before: Glyph): boolean {
  return (
    glyph.text === before.text &&
    glyph.text !== ' ' &&
    Math.abs(glyph.start - before.start) < DRAWN_TWICE * glyph.size
  )
}

function gapBetween(before: Glyph, glyph: Glyph): string {
  const gap = (glyph.start - before.end) / Math.max(glyph.size, before.size)
  if (gap > COLUMN_GAP) return '\t'
  const hasBlank = before.text.trim() === '' || glyph.text.trim() === ''
  return gap > WORD_GAP && !hasBlank ? ' ' : ''
}
