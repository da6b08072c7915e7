// How a line runs from one instrument to another: straight where nothing stands in its way, else through the gaps of
// the rows between, so that no line seems to come from an instrument that it only passes. Rows are evenly filled: each
// is passed in constant time, and their number is bounded.

import { BOX, type Box, GAP, type Row } from './layout.ts'

export type Point = readonly [x: number, y: number]

export interface Route {
  /** From the side of the one box to the side of the other. */
  readonly points: readonly Point[]
  readonly label: Label
}

/** Where the words of a line stand free. */
export interface Label {
  readonly at: 'middle' | 'from' | 'to'
  /** From that end, along the line; 0 in the middle. */
  readonly offset: number
  readonly point: Point
}

const STEP = BOX.width + GAP.column
/** Least room between a line and a box that it passes. */
const CLEAR = 8
/** Rows that a line is led around; one that passes more runs straight, in a picture that nobody sees whole. */
const MOST_PASSED = 60
/** From a box to the words of its line, or to where a line between neighbours of a row turns. */
const OFF = GAP.row / 2

/** The way of a line; `null` from an instrument to itself. */
export function routeOf(from: Box, to: Box, rows: readonly Row[]): Route | null {
  if (from === to) return null
  if (from.row === to.row) return besides(from, to)
  const [upper, lower] = from.row < to.row ? [from, to] : [to, from]
  const start: Point = [middleOf(upper), upper.y + BOX.height]
  const end: Point = [middleOf(lower), lower.y]
  const passed = rows.slice(upper.row + 1, lower.row)
  const isFree = passed.length > MOST_PASSED || passed.every((row) => passes(row, start, end))
  const down = [start, ...(isFree ? [] : through(passed, start, end)), end]
  const points = upper === from ? down : down.reverse()
  return { points, label: passed.length === 0 ? inMiddle(start, end) : atFarEnd(points, from, to) }
}

function middleOf({ x }: Box): number {
  return x + BOX.width / 2
}

/** Over the heads of the boxes between two of one row. */
function besides(from: Box, to: Box): Route {
  const [x1, x2, y] = [middleOf(from), middleOf(to), from.y - OFF]
  const points: Point[] = [
    [x1, from.y],
    [x1, y],
    [x2, y],
    [x2, to.y],
  ]
  return { points, label: inMiddle([x1, y], [x2, y]) }
}

function inMiddle([x1, y1]: Point, [x2, y2]: Point): Label {
  return { at: 'middle', offset: 0, point: [(x1 + x2) / 2, (y1 + y2) / 2] }
}

/** Near the root many lines meet; at their other ends they have parted. */
function atFarEnd(points: readonly Point[], from: Box, to: Box): Label {
  const at = from.node.depth > to.node.depth ? 'from' : 'to'
  const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = at === 'from' ? points : points.slice(-2).reverse()
  const share = OFF / Math.abs(y2 - y1)
  const point: Point = [x1 + share * (x2 - x1), y1 + share * (y2 - y1)]
  return { at, offset: share * Math.hypot(x2 - x1, y2 - y1), point }
}

/** Number of the gap that is nearest: 0 is left of the first box. */
function gapAt({ left, count }: Row, x: number): number {
  return Math.min(count, Math.max(0, Math.round((x - left + GAP.column / 2) / STEP)))
}

/** The nearest place where a line may pass upright: the place itself, where it is free. */
function freeAt(row: Row, x: number): number {
  const gap = gapAt(row, x)
  const middle = row.left - GAP.column / 2 + gap * STEP
  const room = GAP.column / 2 - CLEAR
  const [least, most] = [
    gap === 0 ? Number.NEGATIVE_INFINITY : middle - room,
    gap === row.count ? Number.POSITIVE_INFINITY : middle + room,
  ]
  return x >= least && x <= most ? x : middle
}

/** Whether a straight line meets no box of a row. */
function passes(row: Row, start: Point, end: Point): boolean {
  const [head, foot] = [xAt(start, end, row.y), xAt(start, end, row.y + BOX.height)]
  return freeAt(row, head) === head && freeAt(row, foot) === foot && gapAt(row, head) === gapAt(row, foot)
}

function xAt([x1, y1]: Point, [x2, y2]: Point, y: number): number {
  return x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)
}

/** Upright through each row; corners that turn nowhere are left out. */
function through(rows: readonly Row[], start: Point, end: Point): Point[] {
  const corners = rows.flatMap((row): Point[] => {
    const x = freeAt(row, xAt(start, end, row.y + BOX.height / 2))
    return [
      [x, row.y - CLEAR],
      [x, row.y + BOX.height + CLEAR],
    ]
  })
  return corners.filter(([x], i) => x !== corners[i - 1]?.[0] || x !== corners[i + 1]?.[0])
}
