// Puts the drawn letters of a page together into lines.

import type { Glyph } from './pdf-glyphs.ts'

// All of these in heights of the letters.
/** Letters whose base lines differ by less stand on one line: raised and lowered ones do. */
const SAME_LINE = 0.5
/** What is further apart are two words, even without a blank drawn between them. */
const WORD_GAP = 0.15
/** What is further apart stands in two columns; words of justified lines are nearer. */
const COLUMN_GAP = 2
/** Letters that start so near each other stand in one place. */
const SAME_PLACE = 0.12
/** The mark of a footnote is so much smaller, and so much higher. */
const MARK_SIZE = 0.75
const MARK_RISE = 0.2

/** A glyph that its font maps to no letter comes as a control character: its letter is lost. */
const CONTROL = /\p{Cc}/u
const CONTROLS = /\p{Cc}/gu
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
  let before: Glyph | undefined
  const seen = asSeen(drawn)
  for (const [i, glyph] of seen.entries()) {
    if (isFootnoteMark(glyph, main) || isDrawnOver(glyph, before, seen[i + 1])) continue
    const gap = before ? gapBetween(before, glyph) : ''
    text = (gap === '\t' ? text.trimEnd() : text) + gap + lettersOf(glyph)
    before = glyph
  }
  return text.trim()
}

function lettersOf({ text }: Glyph): string {
  return CONTROL.test(text) ? text.replace(CONTROLS, LOST) : text
}

function asSeen(drawn: readonly Glyph[]): readonly Glyph[] {
  const inOrder = drawn.every((glyph, i) => glyph.start >= (drawn[i - 1]?.start ?? Number.NEGATIVE_INFINITY))
  return inOrder ? drawn : drawn.toSorted((a, b) => a.start - b.start)
}

function isFootnoteMark({ text, size, base }: Glyph, main: Glyph): boolean {
  return size <= MARK_SIZE * main.size && base - main.base >= MARK_RISE * main.size && /^\d$/.test(text)
}

/** Drawn in the place of another: for boldness, or as the part of a letter that was told as a whole. */
function isDrawnOver(glyph: Glyph, before: Glyph | undefined, after: Glyph | undefined): boolean {
  if (CONTROL.test(glyph.text)) return isNear(glyph, before) || isNear(glyph, after)
  return glyph.text === before?.text && glyph.text !== ' ' && isNear(glyph, before)
}

function isNear({ start, size }: Glyph, other: Glyph | undefined): boolean {
  return other !== undefined && Math.abs(start - other.start) < SAME_PLACE * size
}

function gapBetween(before: Glyph, glyph: Glyph): string {
  const gap = (glyph.start - before.end) / Math.max(glyph.size, before.size)
  if (gap > COLUMN_GAP) return '\t'
  const hasBlank = before.text.trim() === '' || glyph.text.trim() === ''
  return gap > WORD_GAP && !hasBlank ? ' ' : ''
}
