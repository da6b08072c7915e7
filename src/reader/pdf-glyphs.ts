// Follows the drawing of a PDF's page, as pdf.js lists it, and tells which letter is drawn where.
// pdf.js's own text of a page joins letters before they are in order, and leaves out the blanks of lost letters.

import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** One drawn letter, or ligature, or blank. Lengths are in points, along the line of writing and across it (upwards). */
export interface Glyph {
  readonly text: string
  /** Where it starts and ends, along the line. */
  readonly start: number
  readonly end: number
  /** Its base line. */
  readonly base: number
  readonly size: number
  /** Direction of writing, in degrees. */
  readonly angle: number
}

/** What pdf.js lists for a page: codes of operations, and what each is given. */
export interface Drawing {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** What a font says of a letter; numbers between letters move the pen. */
type Shown = number | { readonly unicode: string; readonly width: number; readonly isSpace: boolean }
/** [a b c d e f] of x' = ax + cy + e, y' = bx + dy + f */
type Matrix = ArrayLike<number>

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
const THOUSANDTH = 0.001

/** The state of drawing that text depends on (ISO 32000-1, 8.4 and 9.3). */
interface Pen {
  readonly page: Matrix
  readonly text: Matrix
  /** Position in the line, and where the line started. */
  readonly x: number
  readonly y: number
  readonly lineX: number
  readonly lineY: number
  readonly font: string
  readonly size: number
  readonly letterSpace: number
  readonly wordSpace: number
  /** 1: as wide as the font says. */
  readonly stretch: number
  readonly leading: number
  readonly rise: number
}

const NEW_PEN: Pen = {
  page: IDENTITY,
  text: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
  font: '',
  size: 0,
  letterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
}

/** Most operations are given numbers; a font's name and a matrix come in a number's place. */
type Change = (pen: Pen, args: readonly number[]) => Partial<Pen>

const start = { x: 0, y: 0, lineX: 0, lineY: 0 }
const move = ({ lineX, lineY }: Pen, x: number, y: number) => ({
  x: lineX + x,
  y: lineY + y,
  lineX: lineX + x,
  lineY: lineY + y,
})

/** Operations that only change the pen. */
const CHANGES: Readonly<Record<number, Change>> = {
  [OPS.transform]: ({ page }, matrix) => ({ page: multiply(page, matrix) }),
  [OPS.beginText]: () => ({ text: IDENTITY, ...start }),
  [OPS.setTextMatrix]: (_, [matrix]) => ({ text: matrixOf(matrix), ...start }),
  [OPS.moveText]: (pen, [x = 0, y = 0]) => move(pen, x, y),
  [OPS.setLeadingMoveText]: (pen, [x = 0, y = 0]) => ({ ...move(pen, x, y), leading: -y }),
  [OPS.nextLine]: (pen) => move(pen, 0, -pen.leading),
  [OPS.setFont]: (_, [font, size = 0]) => ({ font: String(font), size }),
  [OPS.setCharSpacing]: (_, [letterSpace = 0]) => ({ letterSpace }),
  [OPS.setWordSpacing]: (_, [wordSpace = 0]) => ({ wordSpace }),
  [OPS.setHScale]: (_, [percent = 100]) => ({ stretch: percent / 100 }),
  [OPS.setLeading]: (_, [leading = 0]) => ({ leading }),
  [OPS.setTextRise]: (_, [rise = 0]) => ({ rise }),
}

/** Names of the fonts that a page draws with. */
export function fontsOf({ fnArray, argsArray }: Drawing): Set<string> {
  return new Set(argsArray.flatMap((args, i) => (fnArray[i] === OPS.setFont ? (args as [string])[0] : [])))
}

/**
 * The letters of a page, in the order in which they are drawn.
 * @param unitOf of a font's name: what one unit of its widths is, for letters of size 1
 */
export function glyphsOf({ fnArray, argsArray }: Drawing, unitOf: (font: string) => number): Glyph[] {
  const glyphs: Glyph[] = []
  const saved: Pen[] = []
  let pen = NEW_PEN
  for (const [i, operation] of fnArray.entries()) {
    const args = (argsArray[i] ?? []) as readonly number[]
    const change = CHANGES[operation]
    if (change) pen = { ...pen, ...change(pen, args) }
    else if (operation === OPS.showText) pen = show(pen, rowOf(args), unitOf(pen.font), glyphs)
    else if (SAVING.has(operation)) {
      saved.push(pen)
      if (operation !== OPS.save) pen = { ...pen, page: multiply(pen.page, matrixOf(args[0])) }
    } else if (RESTORING.has(operation)) pen = saved.pop() ?? pen
  }
  return glyphs
}

const SAVING: ReadonlySet<number> = new Set([OPS.save, OPS.paintFormXObjectBegin])
const RESTORING: ReadonlySet<number> = new Set([OPS.restore, OPS.paintFormXObjectEnd])

function matrixOf(given: unknown): Matrix {
  return (given as Matrix | null | undefined) ?? IDENTITY
}

function rowOf([row]: readonly unknown[]): readonly Shown[] {
  return (row as readonly Shown[] | undefined) ?? []
}

/** Draws a row of letters; returns the pen behind them. */
function show(pen: Pen, row: readonly Shown[], unit: number, glyphs: Glyph[]): Pen {
  const line = lineOf(pen)
  let { x } = pen
  for (const shown of row) {
    const from = x
    x += advance(shown, pen, unit)
    if (typeof shown === 'number' || pen.size === 0) continue
    const [start, end] = [line.origin + from * line.scale, line.origin + x * line.scale]
    glyphs.push({ text: shown.unicode, start, end, base: line.base, size: line.size, angle: line.angle })
  }
  return { ...pen, x }
}

function advance(shown: Shown, { size, letterSpace, wordSpace, stretch }: Pen, unit: number): number {
  if (typeof shown === 'number') return -shown * THOUSANDTH * size * stretch
  return (shown.width * unit * size + letterSpace + (shown.isSpace ? wordSpace : 0)) * stretch
}

/** Where the pen's line lies on the page, along and across the direction of writing. */
function lineOf({ page, text, size, y, rise }: Pen) {
  const [a, b, c, d, e, f] = numbersOf(multiply(page, text))
  const turn = Math.atan2(b * size, a * size)
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const [startX, startY] = [c * (y + rise) + e, d * (y + rise) + f]
  return {
    origin: startX * cos + startY * sin,
    /** Of one unit of the pen's x. */
    scale: a * cos + b * sin,
    base: startY * cos - startX * sin,
    size: Math.abs(size) * Math.hypot(c, d),
    angle: Math.round((turn * 180) / Math.PI),
  }
}

/** First `inner`, then `outer`. */
function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = numbersOf(outer)
  const [g, h, i, j, k, l] = numbersOf(inner)
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** A matrix comes as an array, or as one of six floats. */
function numbersOf(matrix: Matrix) {
  return matrix as unknown as readonly [number, number, number, number, number, number]
}

/** What one unit of a font's widths is, where the font does not say otherwise. */
export const USUAL_UNIT = THOUSANDTH
