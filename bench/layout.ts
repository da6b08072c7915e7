// How long it takes to place the instruments of a trace: of a thousand, and of ten times as many.

import { layOut } from '../src/drawing/layout.ts'
import { toSvg } from '../src/drawing/svg.ts'
import type { TraceView } from '../src/drawing/view.ts'
import { LEVELS } from '../src/legal/place.ts'
import { printTable, quantile } from './report.ts'

const ROUNDS = 20

function viewOf(size: number): TraceView {
  const nodes = Array.from({ length: size }, (_, i) => ({
    ...{ key: `${i}/KH-UBND@2022-03-22`, number: `${i}/KH-UBND`, date: '2022-03-22', type: 'Kế hoạch' },
    ...{
      title: 'Công tác dân vận của chính quyền năm 2022',
      issuer: null,
      level: LEVELS[i % 4] ?? null,
      depth: i % 7,
    },
    ...{ textHeld: i % 3 > 0, fictional: false, status: null },
  }))
  const key = (i: number) => nodes[i % size]?.key ?? ''
  const edges = Array.from({ length: 4 * size }, (_, i) => ({
    ...{ from: key(i), to: key(i * 7 + 3), relation: 'IMPLEMENTS' as const, secondHand: false },
  }))
  return { root: key(0), direction: 'UP', nodes, edges, gaps: [], truncated: false }
}

function milliseconds(work: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return quantile(times, 0.5)
}

const rows = [1_000, 10_000].map((size) => {
  const view = viewOf(size)
  const laid = milliseconds(() => layOut(view))
  const drawn = milliseconds(() => toSvg(view, 'vi'))
  return [size, 4 * size, laid.toFixed(1), drawn.toFixed(1), ((1000 * laid) / size).toFixed(1)]
})
printTable(
  'npm run bench layout',
  null,
  ['nodes', 'edges', 'layout, ms (p50)', 'layout and SVG, ms (p50)', 'layout, µs a node'],
  rows,
)
