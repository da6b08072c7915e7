// How lines run from one instrument to another: straight where nothing stands in their way, else through the gaps of
// the rows between, so that no line seems to come from an instrument that it only passes. Each leaves and meets a box
// at a place of its own, and those that share a gap run side by side, so that each can be followed. Rows are evenly
// filled: each is passed in constant time, and their number is bounded.

import type { Relation } from '../citation/types.ts'
import { lanesOf, portsOf } from './lanes.ts'
import { BOX, type Box, GAP, type Layout, type Row } from './layout.ts'
import type { ViewEdge } from './view.ts'

export type Point = readonly [x: number, y: number]

export interface Line {
  readonly edge: ViewEdge
  readonly from: Box
  readonly to: Box
  /** From the side of the one box to the side of the other. */
  readonly points: readonly Point[]
  /** All relations of the pair, on the first of its lines; none on the others. */
  readonly relations: readonly Relation[]
  readonly label: Label
}

/** Where the words of a line stand free. */
export interface Label {
  readonly at: 'middle' | 'from' | 'to'
  /** From that end, along the line; 0 in the middle. */
  readonly offset: number
  readonly point: Point
}

/** A line before its way is known. */
interface Draft {
  readonly edge: ViewEdge
  readonly relations: readonly Relation[]
  /** The upper of its boxes; of two in one row, the left. */
  readonly near: Box
  readonly far: Box
  /** Where it leaves the one and meets the other. */
  nearX: number
  farX: number
}

/** A line that passes upright between two boxes of a row, or beside all of them. */
interface Passage {
  readonly draft: Draft
  readonly row: number
  readonly gap: number
  /** Where it would pass if it ran straight. */
  readonly straight: number
  x: number
}

const STEP = BOX.width + GAP.column
/** Least room between a line and a box that it passes. */
const CLEAR = 8
/** Least room between a line and the edge of the picture. */
const EDGE = 6
/** In a picture of more rows nobody sees a long line whole: one that passes more rows than these runs straight. */
const MANY_ROWS = 60
const MOST_PASSED = 12
/** Pixels aside, from end to end, of what counts as upright. */
const UPRIGHT = 20
/** From a box to the words of its line. */
const OFF = GAP.row / 2
/** Heights at which lines between boxes of one row run over their heads. */
const TRACKS = { first: 16, step: 6, count: 6 } as const

/** All lines of a picture; none from an instrument to itself, nor to one that is not drawn. */
export function routesOf(edges: readonly ViewEdge[], layout: Layout): Line[] {
  const drafts = draftsOf(edges, layout)
  placeEnds(drafts, layout)
  const passages = passagesOf(drafts, layout)
  const heights = heightsOf(drafts)
  return drafts.map((draft) => {
    const height = heights.get(draft)
    const down = height === undefined ? downwards(draft, passages.get(draft), layout) : over(draft, height)
    const points = draft.near.node.key === draft.edge.from ? down : down.reverse()
    const [from, to] =
      draft.near.node.key === draft.edge.from ? [draft.near, draft.far] : [draft.far, draft.near]
    const { edge, relations } = draft
    return { edge, from, to, points, relations, label: labelOf(points, from, to) }
  })
}

/** In an order of their own, those of one pair together. */
function draftsOf(edges: readonly ViewEdge[], { boxes }: Layout): Draft[] {
  const pairs = Map.groupBy(edges, ({ from, to }) => `${from}\n${to}`)
  return [...pairs.keys()].sort().flatMap((pair): Draft[] => {
    const lines = [...(pairs.get(pair) ?? [])].sort((a, b) => (a.relation < b.relation ? -1 : 1))
    const [from, to] = [boxes.get(lines[0]?.from ?? ''), boxes.get(lines[0]?.to ?? '')]
    if (!from || !to || from === to) return []
    const isDown = from.row < to.row || (from.row === to.row && from.x < to.x)
    const [near, far] = isDown ? [from, to] : [to, from]
    const all = [...new Set(lines.map(({ relation }) => relation))]
    return lines.map((edge, i) => ({
      ...{ edge, relations: i === 0 ? all : [], near, far, nearX: middleOf(near), farX: middleOf(far) },
    }))
  })
}

function middleOf({ x }: Box): number {
  return x + BOX.width / 2
}

/** Further aside than any picture is wide. */
const ASIDE = 1e6

/** Spreads the ends of lines along the sides of boxes, in the order of where they lead. */
function placeEnds(drafts: readonly Draft[], layout: Layout): void {
  const { rows } = layout
  const ends = drafts.flatMap((draft, order) => {
    const { near, far } = draft
    const pair = `${near.node.key}\n${far.node.key}`
    const [x1, x2] = [middleOf(near), middleOf(far)]
    // Over the heads of a row the wider bow goes around the narrower.
    if (near.row === far.row)
      return [
        { draft, at: near, side: 'head', pair, towards: ASIDE - (x2 - x1), other: x2, order, isNear: true },
        {
          draft,
          at: far,
          side: 'head',
          pair,
          towards: x2 - x1 - ASIDE,
          other: x1,
          order: -order,
          isNear: false,
        },
      ]
    const isFree = runsFree(draft, rows)
    const next = (row: Row | undefined, other: number) =>
      isFree || !row ? other : freeAt(row, xAt(startOf(draft), endOf(draft), row.y + BOX.height / 2))
    const [first, last] = [next(rows[near.row + 1], x2), next(rows[far.row - 1], x1)]
    return [
      { draft, at: near, side: 'foot', pair, towards: first, other: x2, order, isNear: true },
      { draft, at: far, side: 'head', pair, towards: last, other: x1, order, isNear: false },
    ]
  })
  for (const side of Map.groupBy(ends, ({ at, side }) => `${side} ${at.node.key}`).values()) {
    side.sort((a, b) => a.towards - b.towards || a.other - b.other || a.order - b.order)
    const box = side[0]?.at
    if (!box) continue
    const places = portsOf(
      side.map(({ pair }) => pair),
      box,
    )
    for (const [i, { draft, isNear }] of side.entries()) draft[isNear ? 'nearX' : 'farX'] = places[i] ?? 0
  }
}

function startOf({ near, nearX }: Draft): Point {
  return [nearX, near.y + BOX.height]
}

function endOf({ far, farX }: Draft): Point {
  return [farX, far.y]
}

/** Whether it may run straight. */
function runsFree(draft: Draft, rows: readonly Row[]): boolean {
  const { near, far } = draft
  if (rows.length > MANY_ROWS && far.row - near.row > MOST_PASSED + 1) return true
  // What runs nearly upright takes a lane, so that no other runs over it.
  if (far.row > near.row + 1 && Math.abs(draft.nearX - draft.farX) < UPRIGHT) return false
  const [start, end] = [startOf(draft), endOf(draft)]
  for (let i = near.row + 1; i < far.row; i++) if (!passes(rows[i], start, end)) return false
  return true
}

/** Where lines pass the rows between their ends, from above; those that run free, and those within a row, pass none. */
function passagesOf(drafts: readonly Draft[], { rows, width }: Layout): ReadonlyMap<Draft, Passage[]> {
  const all = drafts.flatMap((draft) => (runsFree(draft, rows) ? [] : through(draft, rows)))
  for (const lanes of Map.groupBy(all, ({ row, gap }) => `${row} ${gap}`).values()) {
    const [{ row, gap } = { row: 0, gap: 0 }] = lanes
    const passed = rows[row]
    if (!passed) continue
    lanes.sort((a, b) => a.straight - b.straight || sumOf(a) - sumOf(b))
    const places = lanesOf(
      lanes.map(({ x }) => x),
      roomOf(passed, gap, width),
    )
    for (const [i, lane] of lanes.entries()) lane.x = places[i] ?? lane.x
  }
  return Map.groupBy(all, ({ draft }) => draft)
}

function sumOf({ draft }: Passage): number {
  return draft.nearX + draft.farX
}

function through(draft: Draft, rows: readonly Row[]): Passage[] {
  const [start, end] = [startOf(draft), endOf(draft)]
  return rows.slice(draft.near.row + 1, draft.far.row).map((row, i) => {
    const straight = xAt(start, end, row.y + BOX.height / 2)
    return {
      draft,
      row: draft.near.row + 1 + i,
      gap: gapAt(row, straight),
      straight,
      x: freeAt(row, straight),
    }
  })
}

/** Upright through each row; corners that turn nowhere are left out. */
function downwards(draft: Draft, passages: readonly Passage[] | undefined, { rows }: Layout): Point[] {
  const corners = (passages ?? []).flatMap(({ row, x }): Point[] => {
    const y = rows[row]?.y ?? 0
    return [
      [x, y - CLEAR],
      [x, y + BOX.height + CLEAR],
    ]
  })
  const turns = corners.filter(([x], i) => x !== corners[i - 1]?.[0] || x !== corners[i + 1]?.[0])
  return [startOf(draft), ...turns, endOf(draft)]
}

/** Over the heads of the boxes between two of one row. */
function over({ near, nearX, farX }: Draft, height: number): Point[] {
  const y = near.y - height
  return [
    [nearX, near.y],
    [nearX, y],
    [farX, y],
    [farX, near.y],
  ]
}

/** Of lines within a row: narrow ones run low, and each where none runs yet, as long as there is room. */
function heightsOf(drafts: readonly Draft[]): ReadonlyMap<Draft, number> {
  const heights = new Map<Draft, number>()
  const within = drafts.filter(({ near, far }) => near.row === far.row).reverse()
  for (const lines of Map.groupBy(within, ({ near }) => near.row).values()) {
    const tracks = Array.from({ length: TRACKS.count }, (): [number, number][] => [])
    lines.sort((a, b) => a.farX - a.nearX - (b.farX - b.nearX))
    for (const draft of lines) {
      const isFree = (track: readonly (readonly [number, number])[]) =>
        track.slice(-MOST_COMPARED).every(([x1, x2]) => draft.farX < x1 || draft.nearX > x2)
      const at = tracks.findIndex(isFree)
      const track = at < 0 ? TRACKS.count - 1 : at
      tracks[track]?.push([draft.nearX, draft.farX])
      heights.set(draft, TRACKS.first + TRACKS.step * track)
    }
  }
  return heights
}

/** Lines of a track that a further one is held against. */
const MOST_COMPARED = 8

/** Between neighbours in the middle. Near the root many lines meet; at their other ends they have parted. */
function labelOf(points: readonly Point[], from: Box, to: Box): Label {
  const [first = [0, 0], last = [0, 0]] = [points[0], points.at(-1)]
  if (from.row === to.row)
    return { at: 'middle', offset: 0, point: between(points[1] ?? first, points[2] ?? last) }
  if (points.length === 2 && Math.abs(from.row - to.row) === 1)
    return { at: 'middle', offset: 0, point: between(first, last) }
  const at = from.node.depth > to.node.depth ? 'from' : 'to'
  const [[x1, y1], [x2, y2] = [0, 0]] = at === 'from' ? [first, points[1]] : [last, points.at(-2)]
  const share = OFF / Math.abs(y2 - y1)
  const point: Point = [x1 + share * (x2 - x1), y1 + share * (y2 - y1)]
  return { at, offset: share * Math.hypot(x2 - x1, y2 - y1), point }
}

function between([x1, y1]: Point, [x2, y2]: Point): Point {
  return [(x1 + x2) / 2, (y1 + y2) / 2]
}

/** Number of the gap that is nearest: 0 is left of the first box. */
function gapAt({ left, count }: Row, x: number): number {
  return Math.min(count, Math.max(0, Math.round((x - left + GAP.column / 2) / STEP)))
}

/** Where lines may pass upright at a gap. */
function roomOf({ left, count }: Row, gap: number, width: number): readonly [least: number, most: number] {
  const middle = left - GAP.column / 2 + gap * STEP
  const room = GAP.column / 2 - CLEAR
  return [gap === 0 ? EDGE : middle - room, gap === count ? width - EDGE : middle + room]
}

/** The nearest place where a line may pass upright: the place itself, where it is free. */
function freeAt(row: Row, x: number): number {
  const gap = gapAt(row, x)
  const [least, most] = roomOf(row, gap, Number.POSITIVE_INFINITY)
  return x >= least && x <= most ? x : row.left - GAP.column / 2 + gap * STEP
}

/** Whether a straight line runs beside all boxes of a row; between two of them lines run upright, in lanes. */
function passes(row: Row | undefined, start: Point, end: Point): boolean {
  if (!row) return true
  const [head, foot] = [xAt(start, end, row.y), xAt(start, end, row.y + BOX.height)]
  const gap = gapAt(row, head)
  const isBeside = gap === gapAt(row, foot) && (gap === 0 || gap === row.count)
  return isBeside && freeAt(row, head) === head && freeAt(row, foot) === foot
}

function xAt([x1, y1]: Point, [x2, y2]: Point, y: number): number {
  return x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)
}
