// Finds all mentions of a text: numbers first, then type words, then laws that amend others; where
// two readings overlap the surer one stays.

import type { Mention } from './mention.ts'
import type { CleanText } from './normalize.ts'
import { type Amending, findAmending } from './rules/amending.ts'
import { findDetailing } from './rules/detailing.ts'
import { findLawLists } from './rules/law-list.ts'
import { findNumbered } from './rules/numbered.ts'
import { findOutside } from './rules/outside.ts'
import { findByWord } from './rules/words.ts'
import { countBefore } from './sorted.ts'

export interface Found {
  /** Sorted, without overlaps. */
  readonly mentions: readonly Mention[]
  /** Laws among them whose name holds other laws. */
  readonly amending: readonly Amending[]
}

/** Finds every mention; `isOwn` tells the document's own number. */
export function findMentions(clean: CleanText, isOwn: (mention: Mention) => boolean): Found {
  const numbered = merged(findNumbered(clean), findOutside(clean))
  const words = findByWord(clean, coverOf(numbered))
  const amending = [...findAmending(clean, numbered), ...findDetailing(clean)]
  const others = withoutOverlaps([...numbered, ...words, ...findLawLists(clean)].sort(inOrder))
  const outers = amending.map(({ outer }) => outer)
  const mentions = withoutCovered([...outers, ...others].sort(inOrder)).filter((each) => !isOwn(each))
  return { mentions, amending }
}

const inOrder = (a: Mention, b: Mention): number => a.start - b.start || b.end - a.end

// A company's letter counts where no rule of the State's reads its number to the end.
function merged(numbered: readonly Mention[], outside: readonly Mention[]): Mention[] {
  const kept = outside.filter((one) => !covers(numbered, one))
  const free = numbered.filter((one) => !covers(kept, one))
  return [...free, ...kept].sort(inOrder)
}

// Whether one of the sorted list reaches as far as this one.
function covers(sorted: readonly Mention[], { start, end }: Mention): boolean {
  const other = sorted[countBefore(sorted, end, (each) => each.start) - 1]
  return other !== undefined && other.end > start && other.end >= end
}

// Asked with growing offsets: whether a numbered mention covers them.
function coverOf(numbered: readonly Mention[]): (at: number) => boolean {
  let next = 0
  return (at) => {
    while (next < numbered.length && (numbered[next] as Mention).end <= at) next++
    return next < numbered.length && (numbered[next] as Mention).start <= at
  }
}

// Where two overlap, the numbered one stays.
function withoutOverlaps(sorted: readonly Mention[]): Mention[] {
  const kept: Mention[] = []
  for (const mention of sorted) {
    const last = kept.at(-1)
    if (!last || mention.start >= last.end) kept.push(mention)
    else if (mention.kind === 'numbered' && last.kind !== 'numbered') kept[kept.length - 1] = mention
  }
  return kept
}

const HOLDING = /^(?:amending|detailing)$/

// What the name of an amending law holds comes back as citations inside it.
function withoutCovered(sorted: readonly Mention[]): Mention[] {
  const kept: Mention[] = []
  for (const mention of sorted) {
    const last = kept.at(-1)
    if (!last || mention.start >= last.end) kept.push(mention)
    else if (HOLDING.test(mention.rule) && !HOLDING.test(last.rule)) kept[kept.length - 1] = mention
  }
  return kept
}
