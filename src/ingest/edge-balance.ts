// Adds up what mentions say of each pair of instruments, before and after a change; the difference is what
// the graph's edges owe. Counting differences keeps the cost at what changed, not at what is there.

import type { EdgeChange, Link } from '../graph/writer.ts'

export class EdgeBalance {
  readonly #changes = new Map<string, EdgeChange>()

  /** @param sign 1 for links that stand now, -1 for links that stood before */
  add(links: readonly Link[], sign: 1 | -1): void {
    for (const link of links) this.#addOne(link, sign)
  }

  /** What the edges owe; pairs that come out even are left out. */
  changes(): EdgeChange[] {
    return [...this.#changes.values()].filter(({ mentions, firstHand }) => mentions !== 0 || firstHand !== 0)
  }

  /** A link with an open end says nothing yet, and no instrument does anything to itself. */
  #addOne({ from, to, relation, fromMention }: Link, sign: 1 | -1): void {
    if (!from || !to || from === to) return
    const id = `${from}\n${relation}\n${to}`
    const before = this.#changes.get(id)
    this.#changes.set(id, {
      from,
      to,
      relation,
      mentions: (before?.mentions ?? 0) + sign,
      firstHand: (before?.firstHand ?? 0) + (fromMention === null ? sign : 0),
    })
  }
}
