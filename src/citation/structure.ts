// Puts mentions in order: what stands around each (provision, date, issuer), and, by a walk over the
// text between them, its title and which stands inside the title of which.

import { splitsLine } from './boundary.ts'
import { type DateReading, readDate } from './date.ts'
import { type IssuerReading, readIssuer, readIssuerBefore } from './issuer.ts'
import type { Mention } from './mention.ts'
import type { CleanText } from './normalize.ts'
import { isLower, isUpper, matchAt } from './pattern.ts'
import { type ProvisionReading, readProvision } from './provision.ts'
import { TitleWalk } from './title.ts'

/** A mention with what belongs to it, still in clean offsets. */
export interface Placed {
  readonly mention: Mention
  /** Start with its provision. */
  readonly head: number
  /** Start with the issuer that stands before it. */
  readonly lead: number
  readonly provision: ProvisionReading | null
  readonly date: DateReading | null
  readonly issuer: IssuerReading | null
  /** End of number, date and issuer. */
  readonly surfaceEnd: number
  title: { start: number; end: number } | null
  /** End with the title and all that stands in it. */
  extent: number
  outer: Placed | null
}

/** Places all mentions; they must be sorted and must not overlap. */
export function placeMentions(clean: CleanText, mentions: readonly Mention[]): Placed[] {
  const placed: Placed[] = []
  let floor = 0
  for (const mention of mentions) {
    const one = readAround(clean, mention, floor, mentions[placed.length + 1]?.start ?? clean.text.length)
    placed.push(one)
    floor = one.surfaceEnd
  }
  const walk = new TitleWalk(clean, placed)
  for (let i = 0; i < placed.length; i = Math.max(i + 1, walk.next)) walk.close(i)
  return placed
}

function readAround(clean: CleanText, mention: Mention, floor: number, ceiling: number): Placed {
  const provision = readProvision(clean, floor, mention.start)
  let at = afterFootnote(clean, mention.end)
  let date = mention.date || opensParagraph(clean, at) ? null : readDate(clean.folded, at)
  if (date && date.end <= ceiling) at = afterFootnote(clean, date.end)
  else date = null
  let issuer =
    mention.kind === 'named' || mention.issuer ? null : readIssuer(clean, at, mention.rule === 'joint')
  if (issuer && issuer.end <= ceiling) at = issuer.end
  else issuer = null
  if (!date?.iso && issuer) {
    const late = readDate(clean.folded, at)
    if (late?.iso && late.end <= ceiling) {
      date = late
      at = late.end
    }
  }
  const head = provision?.start ?? mention.start
  if (!issuer && mention.kind === 'numbered' && !mention.issuer) issuer = readIssuerBefore(clean, floor, head)
  return {
    mention,
    head,
    lead: issuer && issuer.end <= head ? issuer.start : head,
    provision,
    date,
    issuer,
    surfaceEnd: at,
    title: null,
    extent: at,
    outer: null,
  }
}

// NĐ-CP1 ngày · NĐ-CP[1] ngày · NĐ-CP¹ ngày: the call of a footnote
const FOOTNOTE = /(?:\d{1,3}| ?\[\^?\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3})(?![\p{L}\d])/uy

function afterFootnote(clean: CleanText, at: number): number {
  return at + (matchAt(FOOTNOTE, clean.text, at)?.[0].length ?? 0)
}

// "… 66-NQ/TW / Ngày 28 tháng 11 năm 2025, tại …": a capital after a line break begins something else.
function opensParagraph(clean: CleanText, at: number): boolean {
  return (
    /[\n\r]/.test(clean.folded.charAt(at)) &&
    !clean.wrapped &&
    !splitsLine(clean, at) &&
    isUpper(clean.text, at + 1) &&
    isLower(clean.text, at + 2)
  )
}
