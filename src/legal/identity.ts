// Which instrument a mention means. A pure function of the mention and of all instruments that bear its
// number or name, so that the order in which texts arrive never matters. Mentions that state number and date are
// weighed against curated tables alone; what they describe is what the others are then weighed against.

import { foldWords } from './fold.ts'
import { isUntypedKey, parseKey, qualifierOf, yearInNumber } from './key.ts'
import { partyTermAt, partyTermIn } from './terms.ts'

export type ResolutionState = 'RESOLVED' | 'AMBIGUOUS' | 'PENDING' | 'CONTRADICTED'

/** What a mention that does not state its date says of the instrument it means. */
export interface MentionFacts {
  readonly type: string | null
  readonly issuer: string | null
  readonly title: string | null
  readonly year: number | null
  /** Date of the citing document, where it is known. */
  readonly citedOn: string | null
  /** Where it is not: the latest day that it cites, before which it cannot have been written. */
  readonly citedFrom: string | null
  /** Cited by a law's name: of several laws of one name the latest then in force is meant. */
  readonly byName: boolean
  /** The number cannot be right as it stands (year against legislature). */
  readonly numberContradicted: boolean
  /** Keys that the same document states in full for this number or name, of instruments that are known. */
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
  /** ISO date on which it entered into force, where a curated table tells. */
  readonly effective: string | null
}

/** A mention that states the date of what it means. */
export interface StatedFacts {
  /** The key that its own words give. */
  readonly key: string
  readonly number: string | null
  readonly date: string
  readonly type: string | null
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
 * Resolves a mention that states number (or name) and date against what curated tables know of that number.
 * Nothing known speaks against it: RESOLVED, by its own words. A table knows the number under another date, and
 * no two instruments can share it: RESOLVED with DATE_DIFFERS where all else agrees, else CONTRADICTED.
 */
export function settleStated(mention: StatedFacts, known: readonly CandidateFacts[]): Resolution {
  const basis = mention.number === null ? 'NAME_AND_DATE' : 'NUMBER_AND_DATE'
  const kin = known.filter((candidate) => isOfOneSeries(mention, candidate))
  const sameDay = kin.filter(({ date }) => date.startsWith(mention.date) || mention.date.startsWith(date))
  const [one, ...others] = sameDay
  if (one && others.length === 0)
    return resolved(one.key, [basis, 'KNOWN_FROM_TABLE', ...differences(mention, one)], [])
  if (one) {
    const own = sameDay.find(({ key }) => key === mention.key)
    if (own && mention.type) return resolved(own.key, [basis, 'KNOWN_FROM_TABLE'], [])
    return unresolved('AMBIGUOUS', [], sameDay.map(asCandidate([])))
  }
  const against = kin.filter((candidate) => excludes(candidate, mention))
  const [meant, ...more] = against.filter((candidate) => isSlipOfDate(candidate, mention))
  if (meant && more.length === 0) return resolved(meant.key, [basis, 'KNOWN_FROM_TABLE', 'DATE_DIFFERS'], [])
  if (against.length > 0)
    return unresolved('CONTRADICTED', ['DATE_DIFFERS'], against.map(asCandidate(['DATE_DIFFERS'])))
  return resolved(mention.key, [basis], [])
}

/** Laws and resolutions of the National Assembly are numbered apart, under one symbol. */
function isOfOneSeries(mention: StatedFacts, { type }: CandidateFacts): boolean {
  const { number } = mention
  return number === null || !mention.type || qualifierOf(number, mention.type) === qualifierOf(number, type)
}

/**
 * Whether the known instrument leaves no room for another of its number on the mention's day: normative numbers
 * hold their year, laws of one name are years apart. Other numbers restart every year (State) or term (Party):
 * within it, a title that agrees tells that the same one is meant.
 */
function excludes(known: CandidateFacts, { number, date, title }: StatedFacts): boolean {
  if (number !== null && yearInNumber(number)) return true
  if (number === null) return known.date.slice(0, 4) === date.slice(0, 4)
  const term = /^\d+-/.test(number) ? partyTermAt(known.date) : null
  const together = term ? term === partyTermAt(date) : known.date.slice(0, 4) === date.slice(0, 4)
  return together && sharesWords(known.title, title) === true
}

/**
 * Whether the mention's date is a slip, here or in the table, and nothing speaks for another instrument: a number
 * that holds its year, under the same title, or one day, month or year away.
 */
function isSlipOfDate(known: CandidateFacts, { number, date, title }: StatedFacts): boolean {
  if (number === null || !yearInNumber(number)) return false
  const agrees = sharesWords(title, known.title)
  if (agrees !== null) return agrees
  const [said, told] = [date.split('-'), known.date.split('-')]
  return said.length === 3 && told.length === 3 && said.filter((part, i) => part !== told[i]).length === 1
}

/** What is told of an instrument beside number and date, where the mention tells it otherwise. */
function differences(mention: StatedFacts, known: CandidateFacts): string[] {
  const reasons: string[] = []
  if (mention.type && known.type && !sameType(mention.type, known.type)) reasons.push('TYPE_DIFFERS')
  if (sharesWords(mention.title, known.title) === false) reasons.push('TITLE_DIFFERS')
  return reasons
}

function asCandidate(reasons: readonly string[]) {
  return ({ key }: CandidateFacts): ScoredCandidate => ({ key, score: 0.5, reasons })
}

/**
 * Resolves a mention that gives no date against the candidates that have its number or name.
 * One candidate fits: RESOLVED. Several: AMBIGUOUS. None known: PENDING, on a placeholder. The number
 * contradicts itself, or the only candidate's title has nothing in common with the mention's: CONTRADICTED.
 */
export function resolveMention(mention: MentionFacts, candidates: readonly CandidateFacts[]): Resolution {
  if (mention.byName) return resolveNamed(mention, candidates)
  const scored = candidates.map((candidate) => score(mention, candidate)).sort(byScore)
  const stated = onlyStated(mention, scored)
  if (mention.numberContradicted) return unresolved('CONTRADICTED', ['YEAR_AGAINST_LEGISLATURE'], scored)
  if (stated) return resolved(stated, ['STATED_IN_SAME_DOCUMENT'], scored)
  const possible = scored.filter((candidate) => candidate.score > 0)
  const [best, next] = possible
  if (!best) return nothingFits(mention, scored)
  if (!next)
    return isNear(mention, best)
      ? resolved(best.key, ['ONLY_CANDIDATE', ...best.reasons], scored)
      : unresolved('AMBIGUOUS', ['ONLY_CANDIDATE_FAR_OFF'], scored)
  if (best.reasons.includes('TITLE_AGREES') && !next.reasons.includes('TITLE_AGREES'))
    return resolved(best.key, ['BEST_CANDIDATE', ...best.reasons], scored)
  return unresolved('AMBIGUOUS', [], scored)
}

/**
 * The one instrument that the same text states in full, unless the mention itself speaks of another: of another year or
 * term, or, where the number does not tell the type, of another type.
 */
function onlyStated({ statedInDocument }: MentionFacts, scored: readonly ScoredCandidate[]): string | null {
  const others = scored.filter(({ key, reasons }) =>
    reasons.some((reason) => TELLS_APART.has(reason) || (reason === 'TYPE_DIFFERS' && isUntypedKey(key))),
  )
  const left = statedInDocument.filter((stated) => !others.some(({ key }) => key === stated))
  return left.length === 1 ? (left[0] ?? null) : null
}

const TELLS_APART: ReadonlySet<string> = new Set(['YEAR_DIFFERS', 'TERM_DIFFERS'])

/**
 * Whether the only instrument that we know of may be taken for the one that is meant. Numbers that restart every year
 * (State) or term (Party) need a title or term that agrees, where the text was written in another.
 */
function isNear({ citedOn, citedFrom }: MentionFacts, { key, reasons }: ScoredCandidate): boolean {
  const [parts, written] = [parseKey(key), citedOn ?? citedFrom]
  if (!parts?.date || written === null || yearInNumber(parts.number)) return true
  if (reasons.includes('TITLE_AGREES') || reasons.includes('TERM_AGREES')) return true
  if (/^\d+-/.test(parts.number)) return partyTermAt(parts.date) === partyTermAt(written)
  return Number(written.slice(0, 4)) - Number(parts.date.slice(0, 4)) <= 1
}

/**
 * Resolves a law cited by its name: of several, the latest that was in force when the citing document was
 * written. Between a law's enactment and its first day in force the text may mean either. Where only later laws
 * of the name are known, the older one is not known, and that is said.
 */
function resolveNamed(mention: MentionFacts, candidates: readonly CandidateFacts[]): Resolution {
  const scored = candidates.map((candidate) => score({ ...mention, title: null }, candidate)).sort(byScore)
  const fitting = new Set(scored.filter((candidate) => candidate.score > 0).map(({ key }) => key))
  const stated = onlyStated(mention, scored)
  if (stated) return resolved(stated, ['STATED_IN_SAME_DOCUMENT'], scored)
  const possible = candidates.filter(({ key }) => fitting.has(key)).sort(latestFirst)
  const [latest, before] = possible
  if (!latest) {
    const later = candidates.length > 0 ? ['ONLY_OTHERS_OF_NAME_KNOWN'] : []
    return {
      state: 'PENDING',
      key: mention.placeholder,
      reasons: ['NO_CANDIDATE', ...later],
      candidates: scored,
    }
  }
  if (!before) return resolved(latest.key, ['ONLY_CANDIDATE'], scored)
  const written = mention.citedOn ?? mention.citedFrom
  if (written === null || startOf(latest) > written)
    return unresolved('AMBIGUOUS', [], openOnes(mention, possible, scored))
  return resolved(latest.key, ['LATEST_OF_NAME'], scored)
}

/** Those that were not yet replaced by another of the same name when the text can have been written. */
function openOnes(
  { citedOn, citedFrom }: MentionFacts,
  possible: readonly CandidateFacts[],
  scored: readonly ScoredCandidate[],
): ScoredCandidate[] {
  const written = citedOn ?? citedFrom
  const inForce = written === null ? -1 : possible.findIndex((candidate) => startOf(candidate) <= written)
  const open = new Set((inForce < 0 ? possible : possible.slice(0, inForce + 1)).map(({ key }) => key))
  return scored.filter(({ key }) => open.has(key))
}

function startOf({ effective, date }: CandidateFacts): string {
  return effective ?? date
}

function latestFirst(a: CandidateFacts, b: CandidateFacts): number {
  return a.date > b.date ? -1 : a.date < b.date ? 1 : a.key < b.key ? -1 : 1
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
export function sameType(a: string, b: string): boolean {
  const family = (type: string) =>
    foldWords(type)
      .replace(/^quy (?:dinh|che)$/, 'quyet dinh')
      .replace(/^bo luat$/, 'luat')
  const [left, right] = [family(a), family(b)]
  return left.startsWith(right) || right.startsWith(left)
}

/** Words so common in titles that sharing them proves nothing. */
const COMMON =
  /^(?:ve|viec|thuc|hien|cua|va|cac|trong|cho|so|quy|dinh|ban|hanh|tang|cuong|cong|tac|mot|dieu|nam|den|theo|trien|khai|hoat|dong|nha|nuoc|co|quan|o|giai|doan|tren|dia|tinh|huyen|xa|(?:19|20)\d{2})$/

/** Whether a folded word is in every other title. */
export function isCommonWord(word: string): boolean {
  return COMMON.test(word)
}

/** A title this long says what it is about. */
const TELLING_WORDS = 3
const SHARE_THAT_AGREES = 0.25

/** Whether two titles are about the same thing; `null` where they are too short to tell. */
export function sharesWords(a: string | null, b: string | null): boolean | null {
  const [left, right] = [contentWords(a), contentWords(b)]
  const [least, most] = [Math.min(left.size, right.size), Math.max(left.size, right.size)]
  const shared = [...left].filter((word) => right.has(word)).length
  if (shared === most && most > 1) return true
  if (least === 0 || most < TELLING_WORDS) return null
  if (shared / least >= SHARE_THAT_AGREES) return true
  return shared === 0 || least >= TELLING_WORDS ? false : null
}

function contentWords(title: string | null): Set<string> {
  return new Set(
    foldWords(title ?? '')
      .split(' ')
      .filter((word) => word && !isCommonWord(word)),
  )
}
