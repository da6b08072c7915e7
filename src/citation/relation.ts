// Gives every placed mention its relation: by the cue of its clause, carried on along lists; inside a
// title by that title's own words.

import { clauseStart } from './boundary.ts'
import { type CueReading, readCue, readTitleCue } from './cue.ts'
import type { CleanText } from './normalize.ts'
import type { Placed } from './structure.ts'
import type { Relation, StatedRelation } from './types.ts'

export interface Related {
  readonly relation: Relation
  /** Cue in clean offsets; null where none was found. */
  readonly cue: { readonly start: number; readonly end: number } | null
  readonly carried: boolean
}

/** A relation between two cited instruments, by index. */
export interface Link {
  readonly from: number
  readonly to: number
  readonly relation: StatedRelation['relation']
  readonly start: number
  readonly end: number
}

const AMENDED_BY =
  /(?:da\s)?duoc\s(sua\sdoi,?\s(?:va\s)?bo\ssung|sua\sdoi|bo\ssung|thay\sthe|dinh\schinh|bai\sbo)(?:,?\s(?:bo\ssung|thay\sthe|bai\sbo))*(?:\smot\sso\sdieu)?\s(?:boi|tai|theo|bang)/
const PASSIVE: Readonly<Record<string, Relation>> = { t: 'REPLACES', d: 'CORRECTS', b: 'AMENDS', s: 'AMENDS' }
const TABLE_HEADING = /(?:can\scu|co\sso)\sphap\sly/g
const LEGAL_COLUMN_REACH = 40_000
const FRAGMENT = /^[\s,;.:*"')~+|-]*(?:va\s|(?:\d{1,2}|[a-z])[.)]\s|[-+]\s)?(?:cac\s)?$/

/** Relations of all mentions, in order, and those stated between two of them. */
export function relateMentions(
  clean: CleanText,
  placed: readonly Placed[],
): { related: Related[]; links: Link[] } {
  const related: Related[] = []
  const links: Link[] = []
  const columns = legalColumns(clean)
  let last = -1
  placed.forEach((one, index) => {
    if (one.outer) {
      related.push(relateInner(clean, one, one.outer, placed[index - 1], related[index - 1]))
      return
    }
    const before = last >= 0 ? placed[last] : undefined
    const gapStart = Math.max(before?.extent ?? 0, 0)
    const result = relateOuter(clean, one, before, last >= 0 ? related[last] : undefined, columns)
    related.push(result)
    const link = before ? linkBetween(clean, gapStart, one, last, index, links) : null
    if (link) links.push(link)
    last = index
  })
  return { related, links }
}

function relateInner(
  clean: CleanText,
  one: Placed,
  outer: Placed,
  sibling: Placed | undefined,
  siblingRelated: Related | undefined,
): Related {
  const low = outer.title?.start ?? outer.surfaceEnd
  const from = sibling && sibling.outer === outer ? sibling.extent : Math.max(low, one.head - 300)
  const cue = readTitleCue(clean.folded.slice(from, one.head))
  if (cue) return { relation: cue.relation, cue: shift(cue, from), carried: false }
  if (sibling && sibling.outer === outer && siblingRelated) return { ...siblingRelated, carried: true }
  return { relation: 'CITES', cue: null, carried: false }
}

const shift = (cue: CueReading, by: number) => ({ start: cue.start + by, end: cue.end + by })

function relateOuter(
  clean: CleanText,
  one: Placed,
  before: Placed | undefined,
  beforeRelated: Related | undefined,
  columns: readonly number[],
): Related {
  const floor = before?.extent ?? 0
  const start = clauseStart(clean, one.head, floor)
  const clause = clean.folded.slice(start, one.head)
  if (before && beforeRelated && start <= floor) {
    if (AMENDED_BY.test(clause)) return { ...beforeRelated, carried: true }
    const cue = readCue(clause)
    if (cue) return { relation: cue.relation, cue: shift(cue, start), carried: false }
    return { ...beforeRelated, carried: true }
  }
  const cue = readCue(clause)
  if (cue) return { relation: cue.relation, cue: shift(cue, start), carried: false }
  if (inLegalColumn(clean, one.head, columns)) return { relation: 'BASED_ON', cue: null, carried: false }
  if (FRAGMENT.test(clause)) return relateFragment(clean, start, before, beforeRelated)
  return { relation: 'CITES', cue: null, carried: false }
}

// A bullet or a sentence that is nothing but the mention: the intro line, or the list it goes on with.
function relateFragment(
  clean: CleanText,
  start: number,
  before: Placed | undefined,
  beforeRelated: Related | undefined,
): Related {
  const floor = before?.extent ?? 0
  if (beforeRelated && start - floor < 40) return { ...beforeRelated, carried: true }
  const head = clean.folded.slice(0, start).trimEnd().length
  if (clean.folded.charAt(head - 1) === ':') {
    const from = clauseStart(clean, head - 1, Math.max(floor, head - 400))
    const cue = readCue(clean.folded.slice(from, head))
    if (cue) return { relation: cue.relation, cue: shift(cue, from), carried: true }
  }
  return { relation: 'CITES', cue: null, carried: false }
}

function legalColumns(clean: CleanText): number[] {
  return clean.folded.includes('|')
    ? [...clean.folded.matchAll(TABLE_HEADING)].map((match) => match.index)
    : []
}

function inLegalColumn(clean: CleanText, head: number, columns: readonly number[]): boolean {
  const heading = columns.findLast((at) => at < head)
  if (heading === undefined || head - heading > LEGAL_COLUMN_REACH) return false
  return clean.folded.slice(Math.max(0, head - 2500), head).includes('|')
}

function linkBetween(
  clean: CleanText,
  gapStart: number,
  one: Placed,
  before: number,
  index: number,
  links: readonly Link[],
): Link | null {
  if (one.head - gapStart > 160) return null
  const gap = clean.folded.slice(gapStart, one.head)
  const match = AMENDED_BY.exec(gap)
  if (match) {
    const relation = PASSIVE[match[1]?.charAt(0) ?? 's'] ?? 'AMENDS'
    const start = gapStart + match.index
    return { from: index, to: before, relation, start, end: start + match[0].length }
  }
  const open = links.at(-1)
  if (open && open.from === before && /^\s?(?:,|va|,\sva)\s?$/.test(gap)) return { ...open, from: index }
  return null
}
