// Numbered citations: every number token is offered to the forms in order; the first that reads it
// wins, and the type word before the number, where there is one, wins over the symbol.

import type { Mention } from '../mention.ts'
import { type CleanText, fold } from '../normalize.ts'
import { isUpper, joined, matchesIn, phrases } from '../pattern.ts'
import { findSymbols, type SymbolToken, writeNumber } from '../symbol.ts'
import type { Flag } from '../types.ts'
import { DOCUMENT_TYPES, GENERIC_TYPE, TYPE_ALIASES } from '../vocabulary/types.ts'
import { readAssemblyNumber } from './assembly.ts'
import { readFrontNumber } from './front.ts'
import { readJointNumber } from './joint.ts'
import { readNormativeNumber } from './normative.ts'
import { readPartyNumber } from './party.ts'
import type { NumberReading, NumberRule } from './reading.ts'
import { readStateNumber } from './state.ts'

const RULES: readonly NumberRule[] = [
  readAssemblyNumber,
  readJointNumber,
  readFrontNumber,
  readNormativeNumber,
  readPartyNumber,
  readStateNumber,
]

const TYPE_OF = new Map<string, string>()
for (const type of DOCUMENT_TYPES) TYPE_OF.set(fold(type.name), type.name)
for (const [alias, name] of Object.entries(TYPE_ALIASES)) TYPE_OF.set(fold(alias), name)
TYPE_OF.set(fold(GENERIC_TYPE), GENERIC_TYPE)
const TYPE_WORDS = new RegExp(`(?<![a-z])(?:${phrases(TYPE_OF.keys())})(?![a-z])`, 'g')
const SO = /(?<![a-z])so\s?(?:hieu\s?)?[:.]?\s?$/
// Nghị quyết[ số ] · Báo cáo[ thẩm tra số ] · Nghị định[ của Chính phủ số ]
const DIRECT = /^\s?:?\s?(?:so\s?)?[:.]?\s?$/
const FILLED = /^(\s\(?(?!cua\s)(?:[a-z]+\)?,?\s){1,7})so\s?[:.]?\s?$/
const OWNED = /^\scua\s((?:[a-z]+,?\s?){1,9}?)\s?:?\sso\s?[:.]?\s?$/
const LAW_NAME =
  /^\s[^;:.|"(]{3,170}(?:\((?:hiv\/aids|sua\sdoi(?:,?\sbo\ssung)?)\)[^;:.|"(]{0,60})?\s(?:so\s?[:.]?\s?)?$/
const FILLER_STOPS = /\s(?:nay|nam|ngay|cac|mot|theo|tai|va|voi|co|cho|cua|trong|ve|tren|tang|giam|voi)\s/
const NOT_CITED =
  /(?<![a-z])(?:mau|bieu|bieu\smau|tcvn|qcvn|tcn|iso|hoa\sdon|to\skhai|ma\sso|lo|thua|ban\sve|dien\sthoai|quoc\slo|km)\s?(?:so\s?)?[:.]?\s?$/
const LAWS = new Set(['Luật', 'Bộ luật', 'Pháp lệnh'])
const REACH = 190
// Most type words stand this close: the long window is for the names of laws.
const NEAR = 44

interface Lead {
  readonly start: number
  readonly type: string | null
  readonly issuer: string | null
  readonly hasSo: boolean
}

/** All numbered mentions, in order of appearance. */
export function findNumbered(clean: CleanText): Mention[] {
  const mentions: Mention[] = []
  for (const token of findSymbols(clean)) {
    const reading = firstReading(token)
    if (!reading) continue
    mentions.push(...readBareMembers(clean, token, reading, mentions.at(-1)?.end ?? 0))
    const mention = readMention(clean, token, reading, mentions.at(-1))
    if (mention) mentions.push(mention)
  }
  return mentions
}

function readMention(
  clean: CleanText,
  token: SymbolToken,
  reading: NumberReading,
  previous: Mention | undefined,
): Mention | null {
  const floor = Math.max(previous?.end ?? 0, token.start - REACH)
  const before = clean.folded.slice(floor, token.start)
  const lead = readLead(clean, floor, before, token.start)
  if (lead.type === null && NOT_CITED.test(before)) return null
  const listed =
    lead.type === null &&
    previous !== undefined &&
    LIST_GAP.test(clean.folded.slice(previous.end, lead.start))
  if (reading.needsWord && lead.type === null && !lead.hasSo && !listed) return null
  return toMention(clean, token, reading, lead, listed ? previous : undefined)
}

const LIST_GAP = /^(?:[^;.|"]{0,60})(?:,|;|va)\s?(?:so\s?)?$/

const LINK = String.raw`(?:\s?,\s?(?:va\s)?|\sva\s)`
const BARE = String.raw`(?:so\s?:?\s?)?\d{1,4}[a-z]?(?:\s?\/\s?(?:19|20)\d{2})?`
// Nghị định số 43, 44 và[ số 45/2014/NĐ-CP] · Thông tư 01,[ 02/2020/TT-BNV]
const BARE_LIST = new RegExp(
  String.raw`(?<![a-z])(${phrases(TYPE_OF.keys())})\s${BARE}(?:${LINK}${BARE}){0,20}${LINK}(?:so\s?:?\s?)?$`,
)
const BARE_MEMBER = /(?:so\s?:?\s?)?(\d{1,4}[a-z]?)(?:\s?\/\s?(\d{4}))?(?=[\s,])/g
const LISTED = /\d[a-z]?\s?(?:,|,?\sva)\s?(?:so\s?:?\s?)?$/

// Members of a list that says symbol and year once, with its last number.
function readBareMembers(
  clean: CleanText,
  token: SymbolToken,
  reading: NumberReading,
  previousEnd: number,
): Mention[] {
  const floor = Math.max(previousEnd, token.start - REACH)
  if (!LISTED.test(clean.folded.slice(Math.max(floor, token.start - 14), token.start))) return []
  const list = BARE_LIST.exec(clean.folded.slice(floor, token.start))
  const word = list?.[1] ?? ''
  const type = TYPE_OF.get(word.replace(/[\n\r]/g, ' '))
  if (!list || !type || !isTypeOf(type, token, reading)) return []
  const start = floor + list.index
  const members = matchesIn(BARE_MEMBER, list[0].slice(word.length))
  if (members.some(([whole, digits = '', year]) => isDoubtful(token, whole, digits, year))) return []
  return members.map((member, i): Mention => {
    const at = start + word.length + member.index
    return bareMember(clean, token, type, i === 0 ? start : at, at + member[0].length, member)
  })
}

const isTypeOf = (type: string, token: SymbolToken, reading: NumberReading): boolean =>
  type === reading.type || agrees(type, token) || (reading.rule === 'assembly' && ASSEMBLY_TYPES.has(type))

const ASSEMBLY_TYPES = new Set(['Luật', 'Bộ luật', 'Pháp lệnh', 'Nghị quyết'])

// a year and no number, or a year beside numbers that have none
const isDoubtful = (token: SymbolToken, whole: string, digits: string, year: string | undefined): boolean =>
  (/^(?:19|20)\d{2}$/.test(digits) && !whole.startsWith('so')) || (year !== undefined && token.year === null)

function bareMember(
  clean: CleanText,
  token: SymbolToken,
  type: string,
  start: number,
  end: number,
  [, digits = '', year]: RegExpExecArray,
): Mention {
  return {
    rule: 'list',
    kind: 'numbered',
    start,
    end,
    type,
    typeStated: isUpper(clean.text, start),
    number: writeNumber({ ...token, digits, year: year ?? token.year }),
    numberAsWritten: year === undefined ? digits : `${digits}/${year}`,
    name: null,
    year: null,
    issuer: null,
    date: null,
    flags: ['NUMBER_COMPLETED'],
    confidence: 0.85,
  }
}

function firstReading(token: SymbolToken): NumberReading | null {
  for (const rule of RULES) {
    const reading = rule(token)
    if (reading) return reading
  }
  return null
}

function readLead(clean: CleanText, floor: number, before: string, tokenStart: number): Lead {
  const so = SO.exec(before.slice(-12))
  const near = before.slice(-NEAR)
  const lead = nearestType(clean, tokenStart - near.length, near, so !== null)
  if (lead) return lead
  const far = before.length > NEAR ? nearestType(clean, floor, before, so !== null) : null
  if (far) return far
  return {
    start: so ? tokenStart - Math.min(12, before.length) + so.index : tokenStart,
    type: null,
    issuer: null,
    hasSo: so !== null,
  }
}

function nearestType(clean: CleanText, floor: number, before: string, hasSo: boolean): Lead | null {
  for (const hit of matchesIn(TYPE_WORDS, before).reverse()) {
    const lead = readTypeWord(clean, floor, before, hit, hasSo)
    if (lead) return lead
  }
  return null
}

function readTypeWord(
  clean: CleanText,
  floor: number,
  before: string,
  hit: RegExpExecArray,
  hasSo: boolean,
): Lead | null {
  const type = TYPE_OF.get(hit[0].replace(/[\n\r]/g, ' ')) ?? null
  const start = floor + hit.index
  const between = before.slice(hit.index + hit[0].length)
  if (
    type !== null &&
    TYPE_ALIASES[clean.text.slice(start, start + hit[0].length)] === undefined &&
    hit[0].length < 4 &&
    !isUpper(clean.text, start)
  )
    return null
  const found = (issuer: string | null = null): Lead => ({ start, type, issuer, hasSo })
  if (type === 'Luật' && /phap\s$/.test(before.slice(0, hit.index))) return null
  if (DIRECT.test(between)) return found()
  if (type !== null && LAWS.has(type))
    return isLawName(clean, start, between, before, hit.index) ? found() : null
  if (type === GENERIC_TYPE && /\sphap\s/.test(between)) return null
  const owned = OWNED.exec(between)
  if (owned)
    return found(
      joined(
        clean.text.slice(start + hit[0].length + 5, start + hit[0].length + 5 + (owned[1]?.length ?? 0)),
      ),
    )
  const filled = FILLED.exec(between)
  return filled && !FILLER_STOPS.test(filled[1] ?? '') ? found() : null
}

function isLawName(clean: CleanText, start: number, between: string, before: string, index: number): boolean {
  if (!isUpper(clean.text, start) || /phap\s$/.test(before.slice(0, index))) return false
  return LAW_NAME.test(between) && !/\s(?:ngay|nghi\sdinh|thong\stu|(?<!phap\s)luat)\s/.test(between.slice(1))
}

function toMention(
  clean: CleanText,
  token: SymbolToken,
  reading: NumberReading,
  lead: Lead,
  head: Mention | undefined,
): Mention {
  const number = writeNumber(token)
  const written = joined(clean.text.slice(token.start, token.end))
  const type = typeOf(reading, token, lead, head)
  const flags: Flag[] = []
  if (written.replace(/\s/g, '') !== number) flags.push('NUMBER_REPAIRED')
  if (lead.type === null) flags.push('TYPE_INFERRED')
  else if (reading.type !== null && lead.type !== GENERIC_TYPE && disagree(lead.type, reading, token))
    flags.push('TYPE_AGAINST_SYMBOL')
  return {
    rule: reading.rule,
    kind: 'numbered',
    start: lead.start,
    end: token.end,
    type,
    typeStated: lead.type !== null,
    number,
    numberAsWritten: written === number ? null : written,
    name: null,
    year: null,
    issuer: lead.issuer,
    date: null,
    flags,
    confidence: lead.type !== null ? 0.98 : lead.hasSo ? 0.9 : 0.75,
  }
}

function typeOf(
  reading: NumberReading,
  token: SymbolToken,
  lead: Lead,
  head: Mention | undefined,
): string | null {
  if (lead.type !== null && lead.type !== GENERIC_TYPE) return lead.type
  if (lead.type === null && head?.type && (reading.type === null || agrees(head.type, token)))
    return head.type
  return reading.type ?? (reading.rule === 'assembly' ? 'Luật' : 'Công văn')
}

function agrees(type: string, token: SymbolToken): boolean {
  const symbol = token.segments[0]?.toUpperCase()
  const entry = DOCUMENT_TYPES.find((each) => each.name === type)
  if (type === 'Quy định' && symbol === 'QĐ') return true
  return entry?.symbols.some((each) => each.toUpperCase() === symbol) ?? false
}

// "Chương trình hành động số 10-CTr/TU" agrees with its symbol; CT in a letter's is an organ too (Cục Thuế).
function disagree(type: string, reading: NumberReading, token: SymbolToken): boolean {
  if (reading.type === null || reading.rule === 'letter' || agrees(type, token)) return false
  if (type === 'Công văn' && token.segments[0] === 'CT') return false
  return !type.startsWith(reading.type) && !reading.type.startsWith(type)
}
