// Places side by side: for the ends of lines along a side of a box, and for lines that pass the same gap.

import { BOX, type Box } from './layout.ts'

/** Pixels between the ends of lines to different boxes, and of lines to the same. */
const PORTS = { apart: 26, together: 9 } as const
/** Pixels at each end of a side where no line meets it: there the box is round. */
const CORNER = 14
/** Pixels between lines that pass the same gap. */
const LANE = 5

/**
 * Where lines meet a side, in their order: about its middle, closer together where there are many.
 * @param pairs what each line joins, as any text
 */
export function portsOf(pairs: readonly string[], { x }: Box): number[] {
  const places: number[] = []
  for (const [i, pair] of pairs.entries())
    places.push(i === 0 ? 0 : (places[i - 1] ?? 0) + PORTS[pair === pairs[i - 1] ? 'together' : 'apart'])
  const width = places.at(-1) ?? 0
  const scale = Math.min(1, (BOX.width - 2 * CORNER) / Math.max(1, width))
  return places.map((place) => x + BOX.width / 2 + (place - width / 2) * scale)
}

/**
 * Moves lines apart, no further than it takes, and keeps their order.
 * @param wanted where each would pass, in their order
 */
export function lanesOf(wanted: readonly number[], [least, most]: readonly [number, number]): number[] {
  const last = wanted.length - 1
  const gap = Math.min(LANE, (most - least) / Math.max(1, last))
  const [right, left] = [[...wanted], [...wanted]]
  for (let i = 1; i <= last; i++) right[i] = Math.max(right[i] ?? 0, (right[i - 1] ?? 0) + gap)
  for (let i = last - 1; i >= 0; i--) left[i] = Math.min(left[i] ?? 0, (left[i + 1] ?? 0) - gap)
  return wanted.map((_, i) => {
    const middle = ((right[i] ?? 0) + (left[i] ?? 0)) / 2
    return Math.min(Math.max(middle, least + i * gap), most - (last - i) * gap)
  })
}
