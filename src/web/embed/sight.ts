// What of a drawing is in sight: how high its frame is, where it begins, names of levels at the edge of what shows, and
// how many instruments lie outside.

import type { Core, NodeSingular } from 'cytoscape'
import { BAND, BOX, type Layer, type Layout } from '../../drawing/layout.ts'

/** Letters of 11 units are then about 9 pixels high. */
const LEAST_READABLE = 0.85
/** Nothing is drawn larger than it was laid out, unless one asks for it. */
const MOST_AT_FIRST = 1
/** Pixels around a drawing. */
const MARGIN = 12
/** Pixels of a level's name, with the room that it keeps from the edge. */
const NAME = { height: 20, edge: 4 } as const

/** Pixels that the whole drawing needs, in letters that can be read, where its frame is so wide. */
export function heightFor({ width, height }: Layout, frame: number): number {
  return Math.ceil(height * zoomFor(width, frame) + 2 * MARGIN)
}

function zoomFor(width: number, frame: number): number {
  return Math.min(MOST_AT_FIRST, Math.max(LEAST_READABLE, (frame - 2 * MARGIN) / width))
}

/** All of it. */
export function showAll(graph: Core): void {
  graph.fit(undefined, MARGIN)
  if (graph.zoom() <= MOST_AT_FIRST) return
  graph.zoom(MOST_AT_FIRST)
  graph.center()
}

/** A picture too large to be read whole begins at the root, in letters that can be read. */
export function begin(graph: Core): void {
  showAll(graph)
  if (graph.zoom() >= LEAST_READABLE) return
  graph.zoom(LEAST_READABLE)
  graph.center(graph.$('node.root'))
  const { x1, x2, y1, y2 } = graph.elements().renderedBoundingBox()
  graph.panBy({ x: shiftInto(x1, x2, graph.width()), y: shiftInto(y1, y2, graph.height()) })
}

/** How far to move what reaches from `start` to `end`, so that no room within `size` is left empty. */
function shiftInto(start: number, end: number, size: number): number {
  if (end - start <= size) return (size - end - start) / 2
  return Math.min(0, MARGIN - start) + Math.max(0, size - MARGIN - end)
}

/** Moves the drawing, and the page, no further than it takes to show one instrument. */
export function bringIntoSight(graph: Core, node: NodeSingular): void {
  const { x1, x2, y1, y2 } = node.renderedBoundingBox()
  const [dx, dy] = [inwards(x1, x2, graph.width()), inwards(y1, y2, graph.height())]
  if (dx !== 0 || dy !== 0) graph.panBy({ x: dx, y: dy })
  const top = graph.container()?.getBoundingClientRect().top ?? 0
  const beyond = inwards(top + y1 + dy, top + y2 + dy, window.innerHeight)
  if (beyond !== 0) window.scrollBy({ top: -beyond })
}

/** How far what reaches from `start` to `end` is from being within `size`. */
function inwards(start: number, end: number, size: number): number {
  if (start < MARGIN) return MARGIN - start
  return end > size - MARGIN ? Math.max(size - MARGIN - end, MARGIN - start) : 0
}

/** Instruments that are not wholly in sight. */
export function countOutside(graph: Core, { boxes }: Layout): number {
  const [zoom, pan, width, height] = [graph.zoom(), graph.pan(), graph.width(), graph.height()]
  const isOut = (start: number, length: number, size: number) =>
    start < -1 || start + length * zoom > size + 1
  return [...boxes.values()].filter(
    ({ x, y }) => isOut(x * zoom + pan.x, BOX.width, width) || isOut(y * zoom + pan.y, BOX.height, height),
  ).length
}

/** Puts the names of levels at the edge of what shows of them. */
export function placeNames(names: HTMLElement, layers: readonly Layer[], graph: Core): void {
  const [zoom, pan, height] = [graph.zoom(), graph.pan(), graph.height()]
  for (const [i, { y, height: high }] of layers.entries()) {
    const name = names.children[i] as HTMLElement | undefined
    if (!name) continue
    const top = (y - BAND.above) * zoom + pan.y
    const foot = (y + high + BAND.below) * zoom + pan.y
    name.hidden = foot < NAME.height || top > height - NAME.height
    const down = Math.min(Math.max(top, 0) + NAME.edge / 2, foot - NAME.height)
    name.style.transform = `translate(${Math.max(NAME.edge, pan.x + NAME.edge)}px, ${down}px)`
  }
}
