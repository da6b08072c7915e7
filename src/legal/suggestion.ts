// Which instrument was probably meant where a number is no one's, or someone's with another subject: numbers that
// differ by one slip of the hand, whose instruments are of the same type and subject. Only ever suggested.

import { foldWords } from './fold.ts'
import { type CandidateFacts, isCommonWord, sameType, sharesWords } from './identity.ts'
import { lookupOf } from './key.ts'

/** A mention that its words do not settle. */
export interface OpenMention {
  readonly number: string | null
  readonly type: string | null
  readonly title: string | null
  readonly place: string | null
  /** Date of the citing document, where it is known. */
  readonly citedOn: string | null
  /** The date that it states, where tables know its number under another; else `null`. */
  readonly otherDate: string | null
  /** The number contradicts itself (year against legislature): then any number that does not will do. */
  readonly numberContradicted: boolean
}

export interface Suggestion {
  readonly key: string
  readonly reasons: readonly string[]
}

const NUMBER = /^(\d{1,5})(?:\/((?:19|20)\d{2}))?([-/].+)$/u
const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Every number that one slip away may have become this one: a digit changed, or two swapped. At most 90. */
export function nearNumbers(number: string): string[] {
  const [, count = '', year, symbol] = number.match(NUMBER) ?? []
  if (!symbol) return []
  const counts = slips(count).filter((digits) => !/^0+$/.test(digits))
  const years = year ? slips(year).filter((digits) => /^(?:19|20)/.test(digits)) : []
  const middle = year ? `/${year}` : ''
  const near = [
    ...counts.map((digits) => digits + middle + symbol),
    ...years.map((one) => `${count}/${one}${symbol}`),
  ]
  return [...new Set(near)].filter((one) => one !== number)
}

function slips(digits: string): string[] {
  return [...digits].flatMap((digit, i) => {
    const [before, after] = [digits.slice(0, i), digits.slice(i + 1)]
    const changed = DIGITS.map((other) => before + other + after)
    const next = after[0]
    return next === undefined ? changed : [...changed, before + next + digit + after.slice(1)]
  })
}

/** Titles that share words, two of them side by side: "dân chủ", not "dân" alone. */
function isOfSubject(a: string | null, b: string | null): boolean {
  if (sharesWords(a, b) !== true) return false
  const pairs = wordPairs(b)
  return [...wordPairs(a)].some((pair) => pairs.has(pair))
}

function wordPairs(title: string | null): Set<string> {
  const words = foldWords(title ?? '').split(' ')
  const pairs = words.flatMap((word, i) => (i > 0 ? [`${words[i - 1]} ${word}`] : []))
  return new Set(pairs.filter((pair) => !isCommonPair(pair)))
}

function isCommonPair(pair: string): boolean {
  return BOILERPLATE.has(pair) || pair.split(' ').some((word) => isCommonWord(word) || BOILERPLATE.has(word))
}

/** Folded words and pairs of "quy định chi tiết và biện pháp thi hành một số điều của Luật …", as half of all decrees have it. */
const BOILERPLATE: ReadonlySet<string> = new Set([
  ...['chi', 'tiet', 'thi', 'luat'],
  ...['bien phap', 'huong dan', 'phap lenh'],
])

/** The numbers and places under which what was probably meant is looked up. */
export function nearLookups({ number, place }: OpenMention): string[] {
  return number === null ? [] : nearNumbers(number).map((near) => lookupOf(near, place))
}

/**
 * What was probably meant, of the instruments that bear near numbers; keys in order.
 * @param near dated instruments under `nearLookups`
 */
export function suggestionsFor(mention: OpenMention, near: readonly CandidateFacts[]): Suggestion[] {
  const { type, citedOn } = mention
  const found = near
    .filter(
      (candidate) =>
        (!type || !candidate.type || sameType(type, candidate.type)) &&
        (!citedOn || candidate.date.slice(0, citedOn.length) <= citedOn),
    )
    .flatMap((candidate) => {
      const reason = reasonFor(mention, candidate)
      return reason ? [{ key: candidate.key, reasons: ['ONE_SLIP_AWAY', reason] }] : []
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const ofThatDay = found.filter(({ reasons }) => reasons.includes('DATE_AGREES'))
  return ofThatDay.length > 0 ? ofThatDay : found
}

/** What speaks for a candidate besides its number; `null`: nothing does. */
function reasonFor(mention: OpenMention, candidate: CandidateFacts): string | null {
  const { title, otherDate, numberContradicted } = mention
  if (otherDate?.length === 10 && otherDate === candidate.date) return 'DATE_AGREES'
  if (!isOfSubject(title, candidate.title) && !(numberContradicted && title === null)) return null
  return numberContradicted ? 'YEAR_IN_LEGISLATURE' : 'TITLE_AGREES'
}
