// Issuers and titles that a list states once: copied backwards to members that have none of their own.

import type { CleanText } from './normalize.ts'
import { joined } from './pattern.ts'
import type { Placed } from './structure.ts'

export interface Shared {
  issuer?: string
  title?: string
}

const LINK = /^\s?(?:,|va|,\s?va|hoac|cung)\s?(?:cac\s)?$/

/** For each mention, the issuer and title that it takes from later members of its list. */
export function shareAcrossLists(clean: CleanText, placed: readonly Placed[]): Shared[] {
  const shared: Shared[] = placed.map(() => ({}))
  for (let i = placed.length - 2; i >= 0; i--) {
    const one = placed[i] as Placed
    const next = placed[i + 1] as Placed
    if (one.mention.kind !== 'numbered' || next.mention.kind !== 'numbered') continue
    if (one.outer !== next.outer || one.title) continue
    if (!LINK.test(clean.folded.slice(one.surfaceEnd, next.head))) continue
    shared[i] = take(clean, one, next, shared[i + 1] as Shared)
  }
  return shared
}

function take(clean: CleanText, one: Placed, next: Placed, later: Shared): Shared {
  const words = (at: { start: number; end: number } | null) =>
    at ? joined(clean.text.slice(at.start, at.end)) : undefined
  const share: Shared = {}
  const issuer = next.mention.issuer ?? words(next.issuer) ?? later.issuer
  const title = words(next.title) ?? later.title
  const bare = !one.issuer && !one.mention.issuer
  if (issuer && bare && sameOrgan(one, next)) share.issuer = issuer
  if (title && one.mention.type === next.mention.type && (!bare || share.issuer)) share.title = title
  return share
}

// "217-QĐ/TW, 218-QĐ/TW của Bộ Chính trị": one organ's symbol.
function sameOrgan(one: Placed, next: Placed): boolean {
  const organ = (placed: Placed) => /(?:.*[-/])(.+)$/.exec(placed.mention.number ?? '')?.[1]?.toUpperCase()
  return organ(one) === organ(next)
}
