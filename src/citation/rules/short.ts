// Short numbers: a type and digits without a symbol. "Đề án 06", "Nghị quyết số 57", "QĐ 45", "Nghị định 30/2020".

import type { Mention } from '../mention.ts'
import { type CleanText, fold } from '../normalize.ts'
import { isUpper, matchAt } from '../pattern.ts'
import { DOCUMENT_TYPES, TYPE_ALIASES } from '../vocabulary/types.ts'

const SHORT_TYPES = new Map<string, string>()
for (const type of DOCUMENT_TYPES) if (type.short) SHORT_TYPES.set(fold(type.name), type.name)
for (const alias of ['QĐ', 'NQ', 'NĐ', 'CT', 'KL', 'ĐA'])
  SHORT_TYPES.set(fold(alias), TYPE_ALIASES[alias] ?? alias)

// not "Kế hoạch 5 năm", "Quyết định 30%", "Nghị quyết 2021-2025", "Nghị định 15/2020/…"
const DIGITS =
  /\s(so\s?:?\s?)?(\d{1,4})(?![\da-z]|\s?[-/]\s?[a-z\d]|[.,]\d|\s?%|\s?(?:nam|thang|ngay|quy|gio|dong|trieu|ty|nguoi|diem|phong|xa|tinh|huyen|lan|buoc|noi|nhiem|muc|cap|don|thu|ke|dieu|khoan|hang|loai|chi|de|du|truong|bo)(?![a-z]))/y

// Nghị định 30/2020 · Thông tư số 01 năm 2020; not "Nghị định 15/2020/…"
const OF_YEAR =
  /\s(so\s?:?\s?)?(\d{1,4})(\s?\/\s?|\snam\s)((?:19|20)\d{2})(?![\da-z]|\s?[-/]\s?[a-z\d]|\.\d)/y
// A plan of 03/2020 is one of March.
const NORMATIVE = new Set(['Nghị định', 'Thông tư', 'Quyết định', 'Nghị quyết', 'Chỉ thị'])
/** First year in which decrees had their year in the number. */
const YEAR_IN_DECREES = 1997

/** Reads a short number where a type word stands. */
export function readShort(clean: CleanText, at: number, word: string): Mention | null {
  const type = SHORT_TYPES.get(word)
  if (!type || !isUpper(clean.text, at)) return null
  const ofYear = NORMATIVE.has(type) ? matchAt(OF_YEAR, clean.folded, at + word.length) : null
  if (ofYear) return readOfYear(at, type, ofYear)
  const match = matchAt(DIGITS, clean.folded, at + word.length)
  if (!match || !plausible(match[2] ?? '', match[1] !== undefined, type, word.length < 4)) return null
  return { ...SHORT, start: at, end: DIGITS.lastIndex, type, number: match[2] ?? null }
}

const SHORT = {
  rule: 'short',
  kind: 'short',
  typeStated: true,
  numberAsWritten: null,
  name: null,
  year: null,
  issuer: null,
  date: null,
  flags: [],
  confidence: 0.75,
} as const

// Decrees are the Government's alone, so that the type tells the symbol; of others the year is kept.
function readOfYear(at: number, type: string, match: RegExpExecArray): Mention | null {
  const [whole, so, digits = '', link = '', written = ''] = match
  if (/nam/.test(link) && so === undefined && type !== 'Nghị định' && type !== 'Thông tư') return null
  const year = Number(written)
  const numberAsWritten = `${digits}/${written}`
  const read = { ...SHORT, start: at, end: match.index + whole.length, type, numberAsWritten }
  if (type !== 'Nghị định' || year < YEAR_IN_DECREES) return { ...read, number: digits, year }
  return { ...read, kind: 'numbered', number: `${numberAsWritten}/NĐ-CP`, flags: ['NUMBER_COMPLETED'] }
}

// Words of everyday speech too: "có đủ các Quyết định 03" needs more than two digits.
const NUMBERED_ONLY = new Set(['Quyết định', 'Quy định', 'Kế hoạch', 'Chương trình', 'Thông tư'])

function plausible(digits: string, hasSo: boolean, type: string, isAbbreviated: boolean): boolean {
  if (/^(?:19|20)\d{2}$/.test(digits)) return false
  if (digits.length === 1) return false
  return hasSo || (NUMBERED_ONLY.has(type) ? digits.length > 2 || isAbbreviated : digits.length <= 3)
}
