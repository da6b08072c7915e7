// A text cut where citations begin and end: what is drawn of a draft. Linear in the text and the citations.

export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface Segment {
  readonly text: string
  /** Index of the innermost citation that it stands in; `null`: none. */
  readonly finding: number | null
  /** The citation begins here; one that holds another is drawn in several pieces. */
  readonly first: boolean
}

/** @param stretches in any order; one may stand in another; what lies outside the text is cut off */
export function cutText(text: string, stretches: readonly Stretch[]): Segment[] {
  const order = stretches
    .map(({ start, end }, index) => ({ start: Math.max(0, start), end: Math.min(text.length, end), index }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const segments: Segment[] = []
  const begun = new Set<number>()
  const open: { end: number; index: number }[] = []
  let at = 0
  const draw = (to: number) => {
    if (to <= at) return
    const finding = open.at(-1)?.index ?? null
    segments.push({ text: text.slice(at, to), finding, first: finding !== null && !begun.has(finding) })
    if (finding !== null) begun.add(finding)
    at = to
  }
  const close = (until: number) => {
    for (let last = open.at(-1); last && last.end <= until; last = open.at(-1)) {
      draw(last.end)
      open.pop()
    }
  }
  for (const stretch of order) {
    close(stretch.start)
    draw(stretch.start)
    // One that would end outside of the one it stands in ends with it.
    open.push({ index: stretch.index, end: Math.min(stretch.end, open.at(-1)?.end ?? stretch.end) })
  }
  close(text.length)
  draw(text.length)
  return segments
}
