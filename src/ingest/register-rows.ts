// Rows of the register of codified instruments, put right by rule where their own words show how. The register
// (Bộ pháp điển điện tử) was filled in by hand over ten years: dates of the amended instrument instead of the
// amending one, issuers with half a title before them, symbols in lower case.

import { foldText } from '../legal/fold.ts'
import { canonicalNumber, yearInNumber } from '../legal/key.ts'

/** A row of the register's table, its cells as they are written; empty where nothing is known. */
export interface RegisterRow {
  /** The register's ids of it, parted by "|". */
  readonly register_id: string
  readonly type: string
  readonly number: string
  /** ISO day; the year alone where the day is doubtful. */
  readonly date: string
  readonly issuer: string
  readonly title: string
  /** ISO day on which it took effect. */
  readonly effective_date: string
  /** Editions that list it, "2025-02|2026-01". */
  readonly editions: string
  /** The register's own date, where `date` is another. */
  readonly register_date: string
  /** What was put right, see `REMARKS`; parted by "; ". */
  readonly remark: string
}

/** What is done to a row, and why. */
export const REMARKS = {
  NUMBER_SPELLED: { vi: 'số, ký hiệu viết lại đúng mẫu', en: 'number spelled in official style' },
  DATE_FROM_OWN_WORDS: { vi: 'ngày lấy từ lời của chính dòng đó', en: 'date taken from its own words' },
  DATE_DOUBTFUL: { vi: 'ngày trái với năm của số: chỉ giữ năm', en: 'date against number: the year alone' },
  ISSUER_CLEANED: { vi: 'sửa tên cơ quan', en: 'issuer cleaned' },
  ISSUER_FROM_SYMBOL: { vi: 'cơ quan lấy theo ký hiệu', en: 'issuer taken from the symbol' },
  TITLE_CLEANED: { vi: 'sửa trích yếu', en: 'title cleaned' },
  ENTRY_DOUBTFUL: {
    vi: 'có hiệu lực trước khi ban hành: bỏ ngày đó',
    en: 'in force before it was issued: that day left out',
  },
  MERGED: { vi: 'gộp dòng lặp lại', en: 'repeated rows joined' },
} as const
export type Remark = keyof typeof REMARKS

/** A row that names another instrument's number as its own: what it is itself, nothing in it tells. */
export interface LeftOut {
  readonly register_id: string
  readonly number: string
  readonly reason: 'NUMBER_OF_ANOTHER'
}

export interface CleanRegister {
  readonly rows: readonly RegisterRow[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * Puts the rows of a register right and joins those that repeat an instrument. Rows that are right already stay
 * as they are: cleaning twice is cleaning once.
 */
export function cleanRegister(rows: readonly RegisterRow[]): CleanRegister {
  const spelling = symbolSpellings(rows)
  const bearers = Map.groupBy(rows, ({ number }) => spelled(number, spelling))
  const cleaned = rows.map((row) => {
    const number = spelled(row.number, spelling)
    return cleanRow({ ...row, number }, row.number, bearers.get(number) ?? [])
  })
  return {
    rows: merge(cleaned.flatMap((row) => row ?? [])),
    leftOut: rows
      .filter((_, i) => cleaned[i] === null)
      .map(({ register_id, number }) => ({ register_id, number, reason: 'NUMBER_OF_ANOTHER' })),
  }
}

type Step = (row: RegisterRow) => RegisterRow

function cleanRow(row: RegisterRow, written: string, bearers: readonly RegisterRow[]): RegisterRow | null {
  const spelledRow = row.number === written ? row : remarked(row, 'NUMBER_SPELLED')
  const dated = withOwnWords(spelledRow)
  if (!ownsNumber(dated, dated !== spelledRow, bearers)) return null
  const steps: readonly Step[] = [withIssuer, withDate, withTitle, withEntry]
  return steps.reduce((state, step) => step(state), dated)
}

function remarked(row: RegisterRow, remark: Remark): RegisterRow {
  const remarks = row.remark.split('; ').filter(Boolean)
  return remarks.includes(remark) ? row : { ...row, remark: [...remarks, remark].join('; ') }
}

/** "05/2020/TT-BNV" → "TT-BNV"; "74/CP" → "CP". */
function symbolOf(number: string): string {
  return number.replace(/^\d{1,5}[A-Za-z]?(?:\/\d{4})?[/-]/u, '')
}

/** Symbols that lack or double a letter. */
const SYMBOL_SLIPS: Readonly<Record<string, string>> = {
  'TT-BNNPTN': 'TT-BNNPTNT',
  'TT-BNNPTTN': 'TT-BNNPTNT',
  UBNVQH14: 'UBTVQH14',
}

/** For each symbol, folded, the spelling that most rows give it: "TT-BTC", not "tt-btc". */
export function symbolSpellings(rows: readonly RegisterRow[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  for (const { number } of rows) {
    const symbol = symbolOf(latin(number))
    counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
  }
  const best = new Map<string, string>()
  for (const [symbol, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const key = foldText(symbol)
    if (count > (counts.get(best.get(key) ?? '') ?? 0)) best.set(key, symbol)
  }
  return best
}

/** One Đ, one hyphen. */
function latin(number: string): string {
  return number
    .normalize('NFC')
    .replaceAll('Ð', 'Đ')
    .replaceAll('ð', 'đ')
    .replace(/[_‐-―]/gu, '-')
}

/** The number in official style, its symbol as most rows write it. */
export function spelled(number: string, spellings: ReadonlyMap<string, string> = new Map()): string {
  const plain = latin(number).replace(/\s+/gu, '')
  const symbol = symbolOf(plain)
  const usual = spellings.get(foldText(symbol)) ?? symbol
  return canonicalNumber(plain.slice(0, plain.length - symbol.length) + (SYMBOL_SLIPS[usual] ?? usual))
}

/** "Chính phủ quy định … ngày 15/11/2018 của Bộ Tài chính": what stands last is the row's own date and issuer. */
const OWN_WORDS = /^(.*?)[\s.,]*ngày (\d{1,2})\/(\d{1,2})\/(\d{4}) của ([^\d]+)$/u

function withOwnWords(row: RegisterRow): RegisterRow {
  const words = row.issuer.slice(row.issuer.lastIndexOf('ngày '))
  const [, , day = '', month = '', year = '', issuer = ''] = words.match(OWN_WORDS) ?? []
  if (!issuer) return row
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const cleaned = remarked({ ...row, issuer: issuer.trim() }, 'ISSUER_CLEANED')
  return date === row.date ? cleaned : withOtherDate(cleaned, date, 'DATE_FROM_OWN_WORDS')
}

function withOtherDate(row: RegisterRow, date: string, remark: Remark): RegisterRow {
  return remarked({ ...row, date, register_date: row.register_date || row.date }, remark)
}

/** Who alone issues what bears the symbol. */
const ISSUER_OF_SYMBOL: readonly (readonly [RegExp, string])[] = [
  [/^(?:NĐ-|NQ-)?CP$/u, 'Chính phủ'],
  [/^(?:QĐ-|CT-)?TTg$/u, 'Thủ tướng Chính phủ'],
  [/^(?:NQ-)?QH\d{1,2}$/u, 'Quốc hội'],
  [/^(?:NQ-|PL-)?UBTVQH\d{1,2}$/u, 'Ủy ban Thường vụ Quốc hội'],
]

function issuerOfSymbol(number: string): string | null {
  const symbol = symbolOf(number)
  return ISSUER_OF_SYMBOL.find(([pattern]) => pattern.test(symbol))?.[1] ?? null
}

/** "ngày 04 tháng 6 năm 2004 của Chính phủ quy định …", "ngày 8-8-1994 của …": whose date it is that follows the number. */
const TITLE_DATE = /^ngày (\d{1,2})(?: tháng |-|\/)(\d{1,2})(?: năm |-|\/)(\d{4}) của /u

/**
 * Whether the number is the row's own. Where the register lost the number of "Thông tư số … hướng dẫn Nghị định số
 * 132/2004/NĐ-CP ngày 04/6/2004", its row bears the decree's, with the date and issuer of the circular.
 */
function ownsNumber(row: RegisterRow, ownWords: boolean, bearers: readonly RegisterRow[]): boolean {
  const [, day = '', month = '', year = ''] = row.title.match(TITLE_DATE) ?? []
  if (year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` !== row.date) return false
  if (ownWords && yearInNumber(row.number) !== null && yearInNumber(row.number) !== row.date.slice(0, 4))
    return false
  const issuer = issuerOfSymbol(row.number)
  if (issuer === null || sameName(issuer, row.issuer)) return true
  return (
    !ownWords && !bearers.some((other) => sameName(issuer, other.issuer)) && !startsWith(row.issuer, issuer)
  )
}

/** "Chính phủ quy định chi tiết thi hành Luật thuế …": what is left of the instrument that a lost one carries out. */
function startsWith(issuer: string, name: string): boolean {
  return foldText(issuer).startsWith(`${foldText(name)} `)
}

function sameName(a: string, b: string): boolean {
  return foldText(a).replace(/[\s.]+$/u, '') === foldText(b).replace(/[\s.]+$/u, '')
}

/** Names that the register writes in several ways, as the organs write them. */
const ISSUERS = [
  'Bộ Công Thương',
  'Bộ Giáo dục và Đào tạo',
  'Bộ Lao động - Thương binh và Xã hội',
  'Ngân hàng Nhà nước Việt Nam',
  'Tòa án nhân dân tối cao',
  'Ủy ban Thể dục Thể thao',
  'Ủy ban Thường vụ Quốc hội',
  'Ủy ban Mặt trận Tổ quốc Việt Nam',
  'Viện kiểm sát nhân dân tối cao',
]
const ISSUER_BY_WORDS = new Map(ISSUERS.map((name) => [foldText(name), name]))
/** Two names of one organ. */
const ISSUER_SHORT: Readonly<Record<string, string>> = { 'Ngân hàng Nhà nước': 'Ngân hàng Nhà nước Việt Nam' }

function withIssuer(row: RegisterRow): RegisterRow {
  const expected = issuerOfSymbol(row.number)
  if (expected !== null && !sameName(expected, row.issuer))
    return remarked({ ...row, issuer: expected }, 'ISSUER_FROM_SYMBOL')
  const issuer = wellSpelled(row.issuer)
  return issuer === row.issuer ? row : remarked({ ...row, issuer }, 'ISSUER_CLEANED')
}

/** Each organ of a joint issuer in its own spelling. */
function wellSpelled(issuer: string): string {
  const plain = latin(issuer)
    .replace(/\s+/gu, ' ')
    .replace(/[\s.,]+$/u, '')
  const whole = ISSUER_BY_WORDS.get(foldText(plain)) ?? ISSUER_SHORT[plain]
  if (whole !== undefined) return whole
  return plain
    .split(/(, | và (?=Bộ |Tòa |Toà |Viện |Ngân hàng |Ủy ban ))/u)
    .map((part) => ISSUER_BY_WORDS.get(foldText(part)) ?? ISSUER_SHORT[part] ?? part)
    .join('')
}

function withDate(row: RegisterRow): RegisterRow {
  const year = yearInNumber(row.number)
  if (year === null || row.date.startsWith(year)) return row
  return withOtherDate(row, year, 'DATE_DOUBTFUL')
}

const LAWS = ['Luật', 'Bộ luật', 'Pháp lệnh']

function withTitle(row: RegisterRow): RegisterRow {
  const title = LAWS.includes(row.type) ? lawTitle(row) : plainTitle(row)
  return title === row.title ? row : remarked({ ...row, title }, 'TITLE_CLEANED')
}

/** "Năng lượng nguyên tử", "Bộ Luật lao động" → "Luật Năng lượng nguyên tử", "Bộ luật Lao động". */
function lawTitle({ type, title }: RegisterRow): string {
  if (!title) return title
  const name = title.replace(LAW_WORD, '').trim()
  const amending = /^(?:sửa đổi|bổ sung|bãi bỏ)/iu.test(name)
  return `${type} ${amending ? lower(name) : upper(name)}`
}

/** Not the first word of "Luật sư". */
const LAW_WORD = /^(?:bộ lu[ậâ]t|lu[ậâ]t|pháp lệnh)\s+(?!sư$)/iu

/** How a title begins once the words before it are gone. */
const OPENING =
  'quy định|qui định|hướng dẫn|ban hành|ban quy|sửa đổi|bổ sung|bãi bỏ|về việc|về|công bố|phê duyệt|liên tịch|danh mục|quy chuẩn'
const OWN_DATE = /(?:ngày \d{1,2}(?: tháng |-|\/)\d{1,2}(?: năm |-|\/)\d{4})/iu.source
const BEFORE_TITLE = (type: string, number: string) =>
  new RegExp(
    `^(?:(?:hành )?(?:${type}|thông tư liên bộ)\\s+)?(?:của [^\\d]{1,160}?\\s+)?(?:(?:số )?${literal(number)}\\s+)?` +
      `(?:${OWN_DATE}\\s+)?(?:của [^\\d]{1,160}?\\s+)?(?=(?:${OPENING})(?!\\p{L}))`,
    'iu',
  )

function literal(text: string): string {
  return text
    .replace(/[.*+?^${}()|[\]\\&-]/gu, '\\$&')
    .replaceAll('\\&', '&')
    .replaceAll('\\-', '-')
}

/** Without its own type, number, date and issuer before it: "Thông tư quy định …" → "Quy định …". */
function plainTitle({ type, number, title }: RegisterRow): string {
  const trimmed = title.trim()
  if (!MAY_SAY_MORE.test(trimmed)) return upper(trimmed)
  const rest = trimmed.replace(BEFORE_TITLE(type, number), '').replace(/^hành (?=quy chuẩn)/iu, 'Ban hành ')
  return upper(rest)
}

/** A cheap look at how a title begins: most begin as they should. */
const MAY_SAY_MORE = /^(?:thông tư|nghị|quyết|chỉ thị|hành|của|ngày)(?!\p{L})/iu

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** Nothing takes effect before it is issued, but for a few that say so; the register's slips in days are more. */
function withEntry(row: RegisterRow): RegisterRow {
  if (row.effective_date === '' || row.effective_date.slice(0, row.date.length) >= row.date) return row
  return remarked({ ...row, effective_date: '' }, 'ENTRY_DOUBTFUL')
}

/** Rows of one type, number and date are one instrument; the row of more editions gives the words. */
function merge(rows: readonly RegisterRow[]): RegisterRow[] {
  const groups = Map.groupBy(rows, ({ type, number, date }) => JSON.stringify([type, number, date]))
  return [...groups.values()].map((group) => {
    const [first, ...others] = [...group].sort((a, b) => b.editions.length - a.editions.length)
    return others.reduce(joined, first as RegisterRow)
  })
}

function joined(row: RegisterRow, other: RegisterRow): RegisterRow {
  const union = (a: string, b: string) => [...new Set([...a.split('|'), ...b.split('|')])]
  return remarked(
    {
      ...row,
      register_id: union(row.register_id, other.register_id).join('|'),
      title: row.title || other.title,
      effective_date: row.effective_date || other.effective_date,
      editions: union(row.editions, other.editions).sort().join('|'),
    },
    'MERGED',
  )
}
