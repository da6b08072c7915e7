// Finds "number/symbol" tokens: digits, an optional year, and the abbreviations of type and organ.

import type { CleanText } from './normalize.ts'
import { DIGITS_FOLLOW, DOCUMENT_TYPES, ORGAN_SYMBOLS } from './vocabulary/types.ts'

/** A number with its symbol, as lexed: "04/2015/NĐ-CP" → 04, "/", 2015, [NĐ, CP]. */
export interface SymbolToken {
  readonly start: number
  readonly end: number
  readonly digits: string
  /** What follows the digits decides the system: "-" Party, "/" State; " " a lost hyphen. */
  readonly joint: '-' | '/' | ' '
  readonly year: string | null
  /** Abbreviations in usual letter case, without their separators. */
  readonly segments: readonly string[]
  /** Separators between segments. */
  readonly separators: readonly string[]
}

const longestFirst = (words: readonly string[]): string =>
  [...new Set(words)].sort((a, b) => b.length - a.length).join('|')
const TYPE = longestFirst(
  DOCUMENT_TYPES.flatMap((type) => type.symbols).filter((each) => /^\p{L}+$/u.test(each)),
)
const ORGAN = String.raw`(?:T\.\s?[ƯW]|TƯ|${longestFirst(ORGAN_SYMBOLS)}|B[A-ZĐ]{2,8}(?:&[A-ZĐ]{2,5})?)`
// NĐ - CP · QĐ / TW: blanks on both sides of the separator, where type and organ are known
const SPACED = String.raw`(?<=[\d/\s-](?:${TYPE}))\s[-/]\s${ORGAN}(?:\s-\s${ORGAN}(?![\p{L}\d])){0,8}`
const SEGMENT = String.raw`(?:T\.\s?[ƯW]|[A-Za-zĐđƯư][A-Za-zĐđƯư&]{0,19}(?:(?<=&)\s[A-ZĐ]{2,8})?\d{0,3}(?:\.(?:\d{1,2}|[IVX]{1,5}))?)`
// units of an organ: K12, CV-01, CCTKV.05-TTKT3
const UNIT = String.raw`[A-Za-zĐđƯư&\d]{1,15}`
// 04/2015/NĐ-CP · 25-NQ/TW · 217- QĐ/TW · 35 CT/TW · 4215/UBND-NC · 10/2022/QH15 · 02/2024/TT- BKHĐT ·
// 50/2022/NĐ_CP; a joint circular has up to nine organs
const NUMBER = new RegExp(
  String.raw`(?<![\d/.,])(\d[\dOolI]{0,5}[a-zđA-D]?)(\s?-\s?|\s?/\s?|\s)(?:((?:[1lI]9|2[0Oo])[\dOolI]{2})\s?[/-]\s?)?` +
    String.raw`(${SEGMENT}(?:${SPACED}|(?:[-/_]\s?|\s[-/])${SEGMENT}|\s-\s[A-ZĐ]{2,8}(?=,?\sng)|[-/]${UNIT}){0,9})(?![\p{L}\d])`,
  'gu',
)

const CANONICAL = new Map<string, string>()
for (const organ of ORGAN_SYMBOLS) CANONICAL.set(organ.toUpperCase(), organ)
for (const type of DOCUMENT_TYPES)
  for (const symbol of type.symbols)
    if (!CANONICAL.has(symbol.toUpperCase())) CANONICAL.set(symbol.toUpperCase(), symbol)

const TYPE_SYMBOLS = new Set(DOCUMENT_TYPES.flatMap((type) => type.symbols.map((s) => s.toUpperCase())))

const PLAIN_ORGANS = new Set(
  ORGAN_SYMBOLS.filter((organ) => !DIGITS_FOLLOW.includes(organ)).map((organ) => organ.toUpperCase()),
)

// Whether the segment abbreviates a type of instrument.
function isTypeSymbol(segment: string): boolean {
  return TYPE_SYMBOLS.has(segment.toUpperCase())
}

/** All number tokens of the text, in order. */
export function* findSymbols(clean: CleanText): Generator<SymbolToken> {
  for (const match of clean.text.matchAll(NUMBER)) {
    const token = readToken(match)
    if (token) yield token
  }
}

function readToken(match: RegExpExecArray): SymbolToken | null {
  const [whole, digits = '', between = '', year = null, symbol = ''] = match
  const joint = between.includes('-') ? '-' : between.includes('/') ? '/' : ' '
  if (year && joint !== '/') return null
  const parts = symbol.split(/(\s?[-/_]\s?)/)
  const segments = parts
    .filter((_, i) => i % 2 === 0)
    .flatMap((part, i) => (i === 0 ? splitLost(part) : [canonical(part)]))
  const call = footnoteIn(segments)
  if (call > 0) segments.push((segments.pop() ?? '').slice(0, -call))
  if (!/^[A-ZĐƯ]/u.test(segments[0] ?? '') || !segments.every(looksLikeSymbol)) return null
  const separators = parts.filter((_, i) => i % 2 === 1).map((part) => part.trim().replace('_', '-'))
  const first = letterBefore(match)
  return {
    start: match.index - first.length,
    end: match.index + whole.length - call,
    digits: asDigits(first + digits),
    joint,
    year: year && asDigits(year),
    segments,
    separators,
  }
}

// "3O/2020/NĐ-CP", "l5/2O2O/NĐ-CP": letters that scanning read for digits
const asDigits = (number: string): string => number.replace(/[Oo]/g, '0').replace(/[lI]/g, '1')

function letterBefore({ input, index }: RegExpExecArray): string {
  return /(?:^|[\s(:])([OolI])$/.exec(input.slice(Math.max(0, index - 2), index))?.[1] ?? ''
}

// "NĐ-CP1": the raised call of a footnote, flattened; how many digits it has.
function footnoteIn(segments: readonly string[]): number {
  const [, organ = '', call = ''] = /^(\D+)(\d+)$/.exec(segments.at(-1) ?? '') ?? []
  return segments.length > 1 && PLAIN_ORGANS.has(organ.toUpperCase()) ? call.length : 0
}

// "14/CTTTg": the hyphen between type and organ is lost.
function splitLost(raw: string): string[] {
  const segment = canonical(raw)
  if (CANONICAL.has(segment.toUpperCase())) return [segment]
  for (const organ of ['TTg', 'CP', 'UBND', 'HĐND'])
    if (segment.endsWith(organ) && isTypeSymbol(segment.slice(0, -organ.length)))
      return [CANONICAL.get(segment.slice(0, -organ.length).toUpperCase()) ?? '', organ]
  return [segment]
}

function canonical(raw: string): string {
  const segment = raw.replace(/^T\.?\s?Ư$|^T\.\s?W$/u, 'TW').replace(/\s/g, '')
  const known = CANONICAL.get(segment.toUpperCase())
  return known ?? (/^[a-zđư]{2,}$/u.test(segment) ? segment.toUpperCase() : segment)
}

function looksLikeSymbol(segment: string): boolean {
  return /^[A-ZĐƯ\d]/u.test(segment)
}

/** The number as it is usually written: "35 CT/TW" → "35-CT/TW", "04/2015/nđ-cp" → "04/2015/NĐ-CP". */
export function writeNumber(token: SymbolToken): string {
  const [first = '', ...rest] = token.segments
  const party = token.joint !== '/'
  const separators = token.segments.length - 1 === token.separators.length ? token.separators : []
  let number = token.digits + (party ? '-' : '/') + (token.year ? `${token.year}/` : '') + first
  rest.forEach((segment, i) => {
    number += (separators[i] ?? '-') + segment
  })
  return number
}
