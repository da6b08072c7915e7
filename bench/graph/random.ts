// Random numbers that are the same each time: a generator for each number of a seed's own series.

/** Numbers in [0, 1). */
export type Random = () => number

/** The generator of one member of a seed's series (mulberry32 on a mixed start). */
export function randomOf(seed: number, member: number): Random {
  let state = Math.imul(member ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(seed + 1, 0xc2b2ae35)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T
}

/** The key of a table of weights that add up to 1. */
export function pickWeighted<K extends string>(weights: Readonly<Record<K, number>>, random: Random): K {
  let left = random()
  const entries = Object.entries(weights) as [K, number][]
  for (const [key, weight] of entries) {
    left -= weight
    if (left < 0) return key
  }
  return entries.at(-1)?.[0] as K
}

/** A step that visits each of 0 … size-1 once, scattered: i → i * step mod size. */
export function scatterStep(size: number): number {
  let step = Math.floor(size * 0.618_033_988_7) | 1
  while (commonDivisor(step, size) !== 1) step += 2
  return step
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}
