// Replaces stretches of a text, in order, and keeps the way back from the new offsets to the old.

export interface Rewriting {
  readonly text: string
  toOriginal(offset: number): number
}

export interface Edit {
  readonly start: number
  readonly end: number
  readonly replacement: string
}

export const identity = (offset: number): number => offset

/** Applies edits that are sorted and do not overlap. Offsets inside a replacement map to its start. */
export function rewrite(text: string, edits: readonly Edit[]): Rewriting {
  if (edits.length === 0) return { text, toOriginal: identity }
  const parts: string[] = []
  const anchors = noAnchors()
  let done = 0
  let length = 0
  for (const { start, end, replacement } of edits) {
    parts.push(text.slice(done, start), replacement)
    length += start - done
    if (replacement.length !== end - start) anchorReplaced(anchors, length, start, replacement.length, end)
    length += replacement.length
    done = end
  }
  parts.push(text.slice(done))
  return { text: parts.join(''), toOriginal: (offset) => backwards(anchors, offset) }
}

/** From the point `rewritten[i]` on, the original runs along from `original[i]`. */
export interface Anchors {
  readonly rewritten: number[]
  readonly original: number[]
}

/** Before the first anchor both texts run along. */
export const noAnchors = (): Anchors => ({ rewritten: [], original: [] })

function anchorReplaced(anchors: Anchors, at: number, start: number, length: number, end: number): void {
  for (let inside = 1; inside < length; inside++) anchor(anchors, at + inside, start)
  anchor(anchors, at + length, end)
}

/** Notes that `at` comes from `from`, unless it follows from what was noted before; `at` never decreases. */
export function anchor({ rewritten, original }: Anchors, at: number, from: number): void {
  const last = rewritten.length - 1
  const shift = last < 0 ? 0 : (original[last] as number) - (rewritten[last] as number)
  if (from - at === shift) return
  rewritten.push(at)
  original.push(from)
}

/** The offset in the original that a rewritten one comes from. */
export function backwards({ rewritten, original }: Anchors, offset: number): number {
  let low = 0
  let high = rewritten.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rewritten[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  if (low === 0) return offset
  return (original[low - 1] as number) + offset - (rewritten[low - 1] as number)
}

/** The way back through two rewritings, the later one first. */
export function chain(first: Rewriting, second: Rewriting): Rewriting {
  if (first.toOriginal === identity) return second
  if (second.toOriginal === identity) return { text: second.text, toOriginal: first.toOriginal }
  return { text: second.text, toOriginal: (offset) => first.toOriginal(second.toOriginal(offset)) }
}
