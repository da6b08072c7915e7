// Reads who issued an instrument: "của Ban Chấp hành Trung ương Đảng khóa XI", "giữa A và B". The name
// goes on as long as its words look like an organ's; tables of heads and of ending words decide.

import { splitsLine } from './boundary.ts'
import type { CleanText } from './normalize.ts'
import { isUpper, matchAt, matchesIn, phrases } from './pattern.ts'
import { ISSUER_HEADS, ISSUER_STOPS, ISSUER_WORDS } from './vocabulary/issuers.ts'
import { DOCUMENT_TYPES } from './vocabulary/types.ts'

export interface IssuerReading {
  readonly start: number
  readonly end: number
}

const HEAD = new RegExp(`(?:${phrases(ISSUER_HEADS)})(?![a-z])`, 'y')
const LOWER_HEAD = new RegExp(
  `(?:${phrases(['đại hội', 'chính phủ', 'thủ tướng', 'quốc hội', 'ủy ban', 'hội đồng', 'bộ', 'tỉnh ủy', 'huyện ủy', 'thành ủy', 'liên ngành', 'ban chấp hành'])})(?![a-z])`,
  'y',
)
// not the "ủy ban" of "Tỉnh ủy ban hành"
const PAIR = new RegExp(`(?!uy\\sban\\shanh)(?:${phrases(ISSUER_WORDS)})(?![a-z])`, 'y')
const STOPS = new Set(ISSUER_STOPS)
const WORD = /[a-z]+\d*/y
const TYPE_NUMBER = new RegExp(
  String.raw`(?:cac\s)?(?:${phrases(DOCUMENT_TYPES.map((t) => t.name))})\s(?:[a-z]+\s){0,3}?(?:so\s?:?\s?)?\d`,
  'y',
)
const TYPE_WORD = new RegExp(`(?:${phrases(DOCUMENT_TYPES.map((t) => t.name))})(?![a-z])`, 'y')
const BRACKET = /\s?\(\s?(?:khoa|nhiem\sky|ubnd|hdnd|mttq|cu|truoc\sday|lan\sthu)[^()]{0,40}\)/y
const OWNER = /,?\s?\(?(?:cua|do)\s/y
const BETWEEN = /,?\s?giua\s/y
const MAX_WORDS = 24
const MAX_PLAIN = 5

// Folded, "Bộ" is "bổ" and "Sở" is "số": a head of one syllable must be spelt out.
const ONE_SYLLABLE = new Set(
  ISSUER_HEADS.filter((head) => !head.includes(' ')).map((head) => head.toLowerCase()),
)

/** Whether an organ's name begins at `at`, in capitals. */
export function organAt(clean: CleanText, at: number): boolean {
  const head = isUpper(clean.text, at) ? matchAt(HEAD, clean.folded, at) : null
  if (!head) return false
  const words = clean.text.slice(at, at + head[0].length).toLowerCase()
  return /\s/.test(words) || ONE_SYLLABLE.has(words)
}

/** Reads the issuer that follows a number or date at `at`; a joint act may have several, with commas. */
export function readIssuer(clean: CleanText, at: number, isJoint = false): IssuerReading | null {
  if (matchAt(BETWEEN, clean.folded, at)) return readName(clean, BETWEEN.lastIndex, false)
  if (matchAt(OWNER, clean.folded, at)) return readNames(clean, OWNER.lastIndex, isJoint)
  const bare = matchAt(/,?\s\(?/y, clean.folded, at)
  if (!bare) return null
  const start = at + bare[0].length
  if (!organAt(clean, start)) return null
  if (bare[0].startsWith(',') && opensMainClause(clean, start)) return null
  return readName(clean, start, true)
}

// "…/2021, UBND xã Minh Sơn xây dựng": an organ after a comma is the subject of the main clause.
function opensMainClause(clean: CleanText, start: number): boolean {
  const name = readName(clean, start, true)
  return name === null || !matchAt(/\s(?:ve|quy\sdinh|ban\shanh\squy)(?![a-z])/y, clean.folded, name.end)
}

// "của Bộ Quốc phòng, Bộ Tài chính": the organs of a joint act, one after another.
function readNames(clean: CleanText, start: number, isJoint: boolean): IssuerReading | null {
  const first = readName(clean, start, false)
  if (!first || !isJoint) return first
  let { end } = first
  for (let more: IssuerReading | null = first; more; ) {
    const link: RegExpExecArray | null = matchAt(/,\s(?:va\s)?|\sva\s/y, clean.folded, end)
    more = link && organAt(clean, end + link[0].length) ? readName(clean, end + link[0].length, true) : null
    if (more) end = more.end
  }
  return { start, end }
}

/** The words of a name that have been read so far. */
interface NameWalk {
  readonly capitals: boolean
  /** Small words in a row. */
  plain: number
  at: number
}

function readName(clean: CleanText, start: number, strict: boolean): IssuerReading | null {
  const { text, folded } = clean
  if (!isUpper(text, start) && (strict || !matchAt(LOWER_HEAD, folded, start))) return null
  if (matchAt(TYPE_NUMBER, folded, start)) return null
  const walk: NameWalk = { capitals: isCapitals(text, start), plain: 0, at: start }
  let end = start
  for (let count = 0; count < MAX_WORDS; count++) {
    const wordEnd = readWord(clean, walk, count === 0)
    if (wordEnd < 0) break
    end = wordEnd + (matchAt(BRACKET, folded, wordEnd)?.[0].length ?? 0)
    walk.at = stepOver(clean, end)
    if (walk.at < 0) break
  }
  return end > start ? { start, end } : null
}

// End of the next word of the name; -1 where the name has ended before it.
function readWord(clean: CleanText, walk: NameWalk, isFirst: boolean): number {
  const { at, capitals } = walk
  const word = matchAt(WORD, clean.folded, at)
  if (!word) return readOrdinal(clean, at)
  const pair = matchAt(PAIR, clean.folded, at)
  const upper = isUpper(clean.text, at) && !capitals
  if (!isFirst && endsName(clean, at, word[0], upper, pair !== null, capitals)) return -1
  walk.plain = upper || pair ? 0 : walk.plain + 1
  if (walk.plain > MAX_PLAIN && !capitals) return -1
  return at + (pair ?? word)[0].length
}

// "Hội nghị Trung ương 6 khóa XII", "lần thứ 13"
function readOrdinal(clean: CleanText, at: number): number {
  const ordinal = matchAt(/\d{1,2}(?![\d/.-])/y, clean.folded, at)
  if (!ordinal || !/(?:trung\suong|thu|khoa)\s$/.test(clean.folded.slice(Math.max(0, at - 12), at))) return -1
  return at + ordinal[0].length
}

function isCapitals(text: string, at: number): boolean {
  return (
    isUpper(text, at) &&
    isUpper(text, at + 1) &&
    isUpper(text, at + 2) &&
    !/^(?:UBND|HĐND|BCH|BTV|UBTV|UBMT)/.test(text.slice(at, at + 4))
  )
}

function endsName(
  clean: CleanText,
  at: number,
  word: string,
  upper: boolean,
  pair: boolean,
  capitals: boolean,
): boolean {
  if (matchAt(TYPE_NUMBER, clean.folded, at)) return true
  if (pair) return false
  if (upper) return startsTitle(clean, at)
  return STOPS.has(wordAt(clean, at, word.length)) || (capitals && startsTitle(clean, at))
}

const TITLE_START =
  /(?:ve|v\/v|quy\sdinh|ban\shanh|sua\sdoi|phe\sduyet|huong\sdan|thanh\slap|cong\sbo|chap\sthuan|dieu\schinh|bai\sbo|cong\snhan|kien\stoan|xac\sdinh|quan\sly,)(?![a-z])/y

const wordAt = (clean: CleanText, at: number, length: number): string =>
  clean.text.slice(at, at + length).toLowerCase()

// "của Ban Cán sự Đảng UBND tỉnh Kế hoạch thực hiện …": a type word that no Bộ, Sở, Phòng governs.
function startsTitle(clean: CleanText, at: number): boolean {
  if (matchAt(TITLE_START, clean.folded, at)) return true
  if (!matchAt(TYPE_WORD, clean.folded, at)) return false
  return !/(?:bo|so|phong|vu|ban|cuc|va|truong)\s$/.test(clean.folded.slice(Math.max(0, at - 8), at))
}

// From the end of one word to the start of the next; -1 where the name ends.
function stepOver(clean: CleanText, at: number): number {
  const { text, folded } = clean
  const gap = folded.charAt(at)
  if (gap === ' ' || gap === '\n' || splitsLine(clean, at)) return stepOverWord(clean, at + 1)
  if (gap === '-' && folded.charAt(at + 1) === ' ' && isUpper(text, at + 2)) return at + 2
  if (gap === ',' && isUpper(text, at + 2)) return stepOverComma(clean, at + 2)
  return -1
}

function stepOverWord(clean: CleanText, at: number): number {
  const { text, folded } = clean
  if (folded.startsWith('va', at) && /\s/.test(folded.charAt(at + 2)))
    return isUpper(text, at + 3) && !matchAt(TYPE_WORD, folded, at + 3) ? at + 3 : -1
  if (/-\s/.test(folded.slice(at, at + 2)) && folded.charAt(at - 1) === ' ')
    return isUpper(text, at + 2) && !matchAt(TYPE_NUMBER, folded, at + 2) ? at + 2 : -1
  return at
}

// A comma joins organs of the Party's centre, a minister's two offices, or parts of a ministry's name.
function stepOverComma(clean: CleanText, at: number): number {
  const { folded } = clean
  if (
    matchAt(
      /(?:bo\schinh\stri|ban\sbi\sthu|ban\schap\shanh|chu\snhiem|tong\sthanh\stra|thong\sdoc)/y,
      folded,
      at,
    )
  )
    return at
  if (organAt(clean, at) || matchAt(TYPE_NUMBER, folded, at)) return -1
  return matchAt(/(?:[a-z]+\s){1,4}va\s[a-z]/y, folded, at) ? at : -1
}

const ACTS =
  /^\s?(?:\([^()]{0,60}\)\s?)?(?:(?:da|moi)\s)?(?:tai|ban\shanh|phe\sduyet\stai|co|trinh|gui|ky)(?:\scac)?\s$/
const ACT_WORD = /(?:tai|hanh|co|trinh|gui|ky)(?:\scac)?\s$/
const NAMES_BEFORE = new RegExp(`(?<![a-z])(?:${phrases(ISSUER_HEADS)})(?![a-z])`, 'g')
const BEFORE_REACH = 130

/** Reads the issuer that stands before a mention at `head`: "Giám đốc Sở Nội vụ tại Tờ trình số". */
export function readIssuerBefore(clean: CleanText, floor: number, head: number): IssuerReading | null {
  if (!ACT_WORD.test(clean.folded.slice(Math.max(floor, head - 16), head))) return null
  const low = Math.max(floor, head - BEFORE_REACH)
  const window = clean.folded.slice(low, head)
  for (const match of matchesIn(NAMES_BEFORE, window)) {
    if (!organAt(clean, low + match.index)) continue
    const name = readName(clean, low + match.index, true)
    if (name && name.end < head && ACTS.test(clean.folded.slice(name.end, head))) return name
  }
  return null
}
