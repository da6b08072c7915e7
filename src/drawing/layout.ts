// Where each instrument of a trace stands: layers by level, the central ones on top; within a level, rows by the
// number of steps from the root; within a row, by the barycentre of its neighbours (Sugiyama, Tagawa, Toda 1981).
// A fixed number of sweeps over nodes and edges: cost grows with the drawing.

import { LEVELS, type Level } from '../legal/level.ts'
import type { TraceView, ViewNode } from './view.ts'

export const BOX = { width: 232, height: 76 } as const
export const GAP = { column: 36, row: 60, layer: 24 } as const
/** The ground of a level reaches so far over its boxes, where its name stands, and so far below. */
export const BAND = { above: 24, below: 12 } as const
const MARGIN = { top: 48, right: 30, bottom: 24, left: 112 } as const
/** Boxes side by side; more go to a further row. */
const MOST_COLUMNS = 6
const SWEEPS = 4

export interface Box {
  readonly node: ViewNode
  /** Of its upper left corner. */
  readonly x: number
  readonly y: number
  /** Index of its row. */
  readonly row: number
}

/** Boxes side by side, evenly. */
export interface Row {
  readonly y: number
  readonly left: number
  readonly count: number
}

export interface Layer {
  /** `null`: instruments whose level nobody tells. */
  readonly level: Level | null
  readonly y: number
  readonly height: number
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly layers: readonly Layer[]
  /** From the top. */
  readonly rows: readonly Row[]
  readonly boxes: ReadonlyMap<string, Box>
}

/** Places every node of a trace. The same trace, in whatever order its parts come, is placed alike. */
export function layOut(view: TraceView): Layout {
  const groups = groupsOf(view)
  order(groups, neighboursOf(view))
  return place(groups)
}

/** Nodes of one level and depth. */
interface Group {
  readonly level: Level | null
  nodes: ViewNode[]
}

const ORDER: readonly (Level | null)[] = [...LEVELS, null]

function groupsOf({ nodes, direction }: TraceView): Group[] {
  const sorted = [...nodes].sort((a, b) => (a.key < b.key ? -1 : 1))
  const groups = Map.groupBy(sorted, ({ level, depth }) => `${ORDER.indexOf(level)}:${depth}`)
  // Upwards the far ones stand on top of a level, downwards at its foot: lines run one way.
  const sign = direction === 'UP' ? -1 : 1
  return [...groups.values()]
    .map((members) => ({ level: members[0]?.level ?? null, depth: members[0]?.depth ?? 0, nodes: members }))
    .sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || sign * (a.depth - b.depth))
}

function neighboursOf({ edges }: TraceView): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>()
  const add = (key: string, other: string) => {
    const list = neighbours.get(key)
    if (list) list.push(other)
    else neighbours.set(key, [other])
  }
  for (const { from, to } of edges) {
    add(from, to)
    add(to, from)
  }
  return neighbours
}

/** Orders each group by where the neighbours of its nodes stand, downwards and upwards in turns. */
function order(groups: readonly Group[], neighbours: ReadonlyMap<string, readonly string[]>): void {
  const at = new Map<string, number>()
  const note = ({ nodes }: Group) => {
    for (const [i, { key }] of nodes.entries()) at.set(key, (i + 0.5) / nodes.length)
  }
  for (const group of groups) note(group)
  const weight = ({ key }: ViewNode) => {
    const places = (neighbours.get(key) ?? []).map((other) => at.get(other) ?? 0.5)
    return places.length === 0
      ? (at.get(key) ?? 0.5)
      : places.reduce((sum, one) => sum + one, 0) / places.length
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const group of sweep % 2 === 0 ? groups : [...groups].reverse()) {
      const weighed = group.nodes.map((node) => [weight(node), node] as const)
      group.nodes = weighed
        .sort(([a, x], [b, y]) => a - b || (x.key < y.key ? -1 : 1))
        .map(([, node]) => node)
      note(group)
    }
  }
}

function place(groups: readonly Group[]): Layout {
  const rows = groups.flatMap(({ level, nodes }) => rowsOf(nodes).map((row) => ({ level, row })))
  const columns = Math.max(1, ...rows.map(({ row }) => row.length))
  const inner = columns * BOX.width + (columns - 1) * GAP.column
  const boxes = new Map<string, Box>()
  const layers: { level: Level | null; y: number; height: number }[] = []
  const placed: Row[] = []
  let y: number = MARGIN.top
  for (const { level, row } of rows) {
    const layer = layers.at(-1)
    if (layer && layer.level === level) layer.height += GAP.row + BOX.height
    else {
      if (layer) y += GAP.layer
      layers.push({ level, y, height: BOX.height })
    }
    const left = MARGIN.left + (inner - row.length * BOX.width - (row.length - 1) * GAP.column) / 2
    for (const [i, node] of row.entries())
      boxes.set(node.key, { node, x: left + i * (BOX.width + GAP.column), y, row: placed.length })
    placed.push({ y, left, count: row.length })
    y += BOX.height + GAP.row
  }
  const height = y - GAP.row + MARGIN.bottom
  return {
    width: MARGIN.left + inner + MARGIN.right,
    height: Math.max(height, MARGIN.top + MARGIN.bottom),
    layers,
    rows: placed,
    boxes,
  }
}

/** Rows of about the same length. */
function rowsOf(nodes: readonly ViewNode[]): ViewNode[][] {
  const count = Math.ceil(nodes.length / MOST_COLUMNS)
  const size = Math.ceil(nodes.length / count)
  return Array.from({ length: count }, (_, i) => nodes.slice(i * size, (i + 1) * size)).filter(
    (row) => row.length > 0,
  )
}
