// Look-ups in lists that are sorted by place, so that no list is walked once a mention.

/** How many of the sorted items lie before `at`. */
export function countBefore<T>(items: readonly T[], at: number, placeOf: (item: T) => number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (placeOf(items[middle] as T) < at) low = middle + 1
    else high = middle
  }
  return low
}
