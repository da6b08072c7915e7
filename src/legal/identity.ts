// Which instrument a mention means. A pure function of the mention and of all instruments that bear its
// number, so that the order in which texts arrive never matters.

import { foldWords } from './fold.ts'
import { partyTermIn } from './terms.ts'

export type ResolutionState = 'RESOLVED' | 'AMBIGUOUS' | 'PENDING' | 'CONTRADICTED'

/** What a mention that does not state its date says of the instrument it means. */
export interface MentionFacts {
  readonly type: string | null
  readonly issuer: string | null
  readonly title: string | null
  readonly year: number | null
  /** Date of the citing document, where it is known. */
  readonly citedOn: string | null
  /** The number cannot be right as it stands (year against legislature). */
  readonly numberContradicted: boolean
  /** Keys that the same document states in full for this number. */
  readonly statedInDocument: readonly string[]
  /** The placeholder's key, where nobody has told the date; `null` for a short form, which may mean anything. */
  readonly placeholder: string | null
}

/** A dated instrument that bears the mention's number, in the same jurisdiction. */
export interface CandidateFacts {
  readonly key: string
  readonly type: string | null
  readonly date: string
  readonly issuer: string | null
  readonly title: string | null
}

export interface ScoredCandidate {
  readonly key: string
  /** 0 to 1. */
  readonly score: number
  readonly reasons: readonly string[]
}

export interface Resolution {
  readonly state: ResolutionState
  /** The instrument, or its placeholder; `null` where the text does not settle it. */
  readonly key: string | null
  readonly reasons: readonly string[]
  readonly candidates: readonly ScoredCandidate[]
}

/**
 * Resolves a mention that gives no date against the candidates that have its number.
 * One candidate fits: RESOLVED. Several: AMBIGUOUS. None known: PENDING, on a placeholder. The number
 * contradicts itself, or the only candidate's title has nothing in common with the mention's: CONTRADICTED.
 */
export function resolveMention(mention: MentionFacts, candidates: readonly CandidateFacts[]): Resolution {
  const scored = candidates.map((candidate) => score(mention, candidate)).sort(byScore)
  if (mention.numberContradicted) return unresolved('CONTRADICTED', ['YEAR_AGAINST_LEGISLATURE'], scored)
  const [stated, ...others] = mention.statedInDocument
  if (stated && others.length === 0) return resolved(stated, ['STATED_IN_SAME_DOCUMENT'], scored)
  const possible = scored.filter((candidate) => candidate.score > 0)
  const [best, next] = possible
  if (!best) return nothingFits(mention, scored)
  if (!next) return resolved(best.key, ['ONLY_CANDIDATE', ...best.reasons], scored)
  if (best.reasons.includes('TITLE_AGREES') && !next.reasons.includes('TITLE_AGREES'))
    return resolved(best.key, ['BEST_CANDIDATE', ...best.reasons], scored)
  return unresolved('AMBIGUOUS', [], scored)
}

function nothingFits(mention: MentionFacts, scored: readonly ScoredCandidate[]): Resolution {
  // A candidate that is impossible for another reason too contradicts nothing.
  const titlesDiffer = scored.some(({ reasons }) => reasons.every((reason) => reason === 'TITLE_DIFFERS'))
  if (titlesDiffer) return unresolved('CONTRADICTED', ['TITLE_DIFFERS'], scored)
  return { state: 'PENDING', key: mention.placeholder, reasons: ['NO_CANDIDATE'], candidates: scored }
}

function resolved(
  key: string,
  reasons: readonly string[],
  candidates: readonly ScoredCandidate[],
): Resolution {
  return { state: 'RESOLVED', key, reasons, candidates: candidates.filter((other) => other.key !== key) }
}

function unresolved(
  state: 'AMBIGUOUS' | 'CONTRADICTED',
  reasons: readonly string[],
  candidates: readonly ScoredCandidate[],
): Resolution {
  return { state, key: null, reasons, candidates }
}

function byScore(a: ScoredCandidate, b: ScoredCandidate): number {
  return b.score - a.score || (a.key < b.key ? -1 : 1)
}

/** A candidate's score: 0 where something rules it out, else more for each thing that agrees. */
function score(mention: MentionFacts, candidate: CandidateFacts): ScoredCandidate {
  const against = contradictions(mention, candidate)
  if (against.length > 0) return { key: candidate.key, score: 0, reasons: against }
  const reasons: string[] = []
  if (mention.type && candidate.type) reasons.push('TYPE_AGREES')
  if (sharesWords(mention.title, candidate.title) === true) reasons.push('TITLE_AGREES')
  if (mention.year || partyTermIn(mention.issuer)) reasons.push('TERM_AGREES')
  return { key: candidate.key, score: (1 + reasons.length) / 4, reasons }
}

function contradictions(mention: MentionFacts, candidate: CandidateFacts): string[] {
  const reasons: string[] = []
  const term = partyTermIn(mention.issuer)
  if (mention.citedOn && candidate.date.slice(0, mention.citedOn.length) > mention.citedOn)
    reasons.push('LATER_THAN_CITING_DOCUMENT')
  if (mention.year && !candidate.date.startsWith(String(mention.year))) reasons.push('YEAR_DIFFERS')
  if (term && (candidate.date < term.from || candidate.date > term.to)) reasons.push('TERM_DIFFERS')
  if (mention.type && candidate.type && !sameType(mention.type, candidate.type)) reasons.push('TYPE_DIFFERS')
  if (sharesWords(mention.title, candidate.title) === false) reasons.push('TITLE_DIFFERS')
  return reasons
}

/** Quyết định and Quy định share one symbol and are often taken for each other; compounds may be shortened. */
function sameType(a: string, b: string): boolean {
  const family = (type: string) =>
    foldWords(type)
      .replace(/^quy (?:dinh|che)$/, 'quyet dinh')
      .replace(/^bo luat$/, 'luat')
  const [left, right] = [family(a), family(b)]
  return left.startsWith(right) || right.startsWith(left)
}

/** Words so common in titles that sharing them proves nothing. */
const COMMON =
  /^(?:ve|viec|thuc|hien|cua|va|cac|trong|cho|so|quy|dinh|ban|hanh|tang|cuong|cong|tac|mot|dieu|nam|den|theo|trien|khai|hoat|dong|nha|nuoc|co|quan)$/
/** A title this long says what it is about. */
const TELLING_WORDS = 3
const SHARE_THAT_AGREES = 0.25

/** Whether two titles are about the same thing; `null` where they are too short to tell. */
export function sharesWords(a: string | null, b: string | null): boolean | null {
  const [left, right] = [contentWords(a), contentWords(b)]
  const [least, most] = [Math.min(left.size, right.size), Math.max(left.size, right.size)]
  if (least === 0 || most < TELLING_WORDS) return null
  const shared = [...left].filter((word) => right.has(word)).length
  if (shared / least >= SHARE_THAT_AGREES) return true
  return shared === 0 || least >= TELLING_WORDS ? false : null
}

function contentWords(title: string | null): Set<string> {
  return new Set(
    foldWords(title ?? '')
      .split(' ')
      .filter((word) => word && !COMMON.test(word)),
  )
}
