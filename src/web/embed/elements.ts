// A trace as cytoscape takes it: bands, boxes and lines at the places that the layout gives them.

import type { ElementDefinition } from 'cytoscape'
import { cut, dayLineOf, headOf, relationWords, titleLines } from '../../drawing/label.ts'
import { BAND, BOX, type Box, type Layout } from '../../drawing/layout.ts'
import { type Point, routesOf } from '../../drawing/route.ts'
import { STATUS_SIGNS } from '../../drawing/signs.ts'
import type { TraceView, ViewNode } from '../../drawing/view.ts'
import type { Language } from '../../legal/words.ts'

/** `detail` of the event `node-select`. */
export type NodeSelect = Pick<ViewNode, 'key' | 'number' | 'date' | 'type' | 'title' | 'status'>

export function elementsOf(view: TraceView, layout: Layout, language: Language): ElementDefinition[] {
  const layers = layout.layers.map(({ y, height }, i): ElementDefinition => {
    const h = height + BAND.above + BAND.below
    return {
      data: { id: `layer ${i}`, w: layout.width, h },
      position: { x: layout.width / 2, y: y - BAND.above + h / 2 },
      classes: 'layer',
      selectable: false,
    }
  })
  const nodes = [...layout.boxes.values()].map(({ node, x, y }): ElementDefinition => {
    const [sign, kind] = (node.status && STATUS_SIGNS[node.status]) ?? ['', '']
    const lines = [
      cut(`${sign ? `${sign} ` : ''}${headOf(node, language)}`),
      cut(dayLineOf(node, language)),
      ...titleLines(node.title),
    ]
    const { key, number, date, type, title, status } = node
    const detail: NodeSelect = { key, number, date, type, title, status }
    return {
      data: { id: node.key, label: lines.filter(Boolean).join('\n'), node: detail },
      position: { x: x + BOX.width / 2, y: y + BOX.height / 2 },
      classes: ['instrument', node.key === view.root && 'root', !node.textHeld && 'unheld', kind]
        .filter(Boolean)
        .join(' '),
    }
  })
  const edges = routesOf(view.edges, layout).map((line, i): ElementDefinition => {
    const { edge, from, to, points, relations, label } = line
    const bent = points.length > 2
    return {
      data: {
        ...{ id: `edge ${i}`, source: edge.from, target: edge.to, edge, offset: label.offset },
        label: relationWords(relations, language),
        ...ends(from, to, points),
        ...(bent && corners(points)),
      },
      classes: [label.at, bent && 'bent', edge.secondHand && 'second'].filter(Boolean).join(' '),
    }
  })
  return [...layers, ...nodes, ...edges]
}

/** Where a line leaves and meets its boxes, in pixels from their middles. */
function ends(from: Box, to: Box, points: readonly Point[]) {
  const offset = ({ x, y }: Box, [px, py]: Point) =>
    `${px - x - BOX.width / 2}px ${py - y - BOX.height / 2}px`
  const [first, last] = [points[0], points.at(-1)]
  return first && last ? { leaves: offset(from, first), meets: offset(to, last) } : {}
}

/** Corners as cytoscape wants them: how far along the straight line between the ends, and how far aside of it. */
function corners(points: readonly Point[]) {
  const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = [points[0], points.at(-1)]
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = Math.hypot(dx, dy)
  const inner = points.slice(1, -1)
  return {
    along: inner.map(([x, y]) => ((x - x1) * dx + (y - y1) * dy) / length ** 2),
    aside: inner.map(([x, y]) => ((y - y1) * dx - (x - x1) * dy) / length),
  }
}
