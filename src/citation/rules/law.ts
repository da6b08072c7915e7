// Laws, codes, ordinances and the Constitution cited by name: "Luật Khiếu nại", "Bộ luật Lao động năm
// 2019", "Hiến pháp năm 2013", "Luật ngày 25 tháng 6 năm 2025".

import { readDate } from '../date.ts'
import type { Mention } from '../mention.ts'
import type { CleanText } from '../normalize.ts'
import { isUpper, joined, matchAt, phrases } from '../pattern.ts'
import { LAW_NAMES } from '../vocabulary/laws.ts'

/** Types of law by folded type word. */
export const LAW_TYPES: Readonly<Record<string, string>> = {
  luat: 'Luật',
  'bo luat': 'Bộ luật',
  'phap lenh': 'Pháp lệnh',
  'hien phap': 'Hiến pháp',
}
const KNOWN = new RegExp(
  String.raw`\s(?:${phrases(LAW_NAMES).replaceAll(',', ',?')})(?![a-z])(?:\s\(hiv\/aids\))?`,
  'y',
)
const YEAR = /\s(?:nam\s)?((?:19|20)\d{2})(?!\d|\s?[-/.]\s?\d)/y
const REVISED = /\s\(sua\sdoi(?:,?\sbo\ssung)?\)/y
const OF_DATE = /\s(?=ngay\s\d)/y
const BEFORE_NOT =
  /(?:ky|quy|gioi|xay\sdung|soan\sthao|dong\sdan|phap|phap\sche|du\sthao|du\san|khoa|truong|nganh|dai\shoc|cong\sty|van\sphong|doan|hang|cu\snhan|thac\ssi|tien\ssi|vien|chuyen|hoc|tap\schi)\s$/
const AFTER_NOT =
  /\s(?:su(?![a-z])|luat(?!\ssu)|nay|tren|do|gia|hoc|nhan|moi|hien\shanh|sua\sdoi\snay|so\s?:?\s?\d|dinh)(?![a-z])/y
const WORD = /(,?)\s([a-z]+)/y
const STOPS = new Set(
  'nam ngay so duoc quy co da thi la nay cho tai trong tren de do theo khi neu se phai cac nhung ve hoac tu ma den voi luat'.split(
    ' ',
  ),
)

/** Reads the law that is named where its type word stands. */
export function readLaw(clean: CleanText, at: number, word: string): Mention | null {
  const type = LAW_TYPES[word]
  if (!type) return null
  const { folded, text } = clean
  if (BEFORE_NOT.test(folded.slice(Math.max(0, at - 12), at))) return null
  const after = at + word.length
  const name = readLawName(clean, at, after, type)
  if (name === null) return null
  const revised = matchAt(REVISED, folded, name.end)
  const nameEnd = revised ? REVISED.lastIndex : name.end
  const year = matchAt(YEAR, folded, nameEnd)
  // a bill has no day yet: "Luật Đất đai (sửa đổi)"
  if (revised && !year && !matchAt(OF_DATE, folded, nameEnd)) return null
  if (!isUpper(text, at) && !(name.known && (year || wordsIn(folded.slice(after, name.end)) > 2))) return null
  const end = year ? YEAR.lastIndex : nameEnd
  return {
    rule: type === 'Hiến pháp' ? 'constitution' : 'law',
    kind: 'named',
    start: at,
    end,
    type,
    typeStated: true,
    number: null,
    numberAsWritten: null,
    name: joined(text.slice(at, end)),
    year: year ? Number(year[1]) : null,
    issuer: null,
    date: name.date,
    flags: [],
    confidence: name.known ? 0.97 : 0.7,
  }
}

// A law that the table does not hold counts at the start of a line, after a mark, or after a small
// word: not in "Thư viện Pháp Luật", "Dân Luật".
function isCited(clean: CleanText, at: number): boolean {
  const before = clean.text.slice(Math.max(0, at - 24), at).trimEnd()
  const word = /(\p{L}+)$/u.exec(before)?.[1]
  return word === undefined || /^\p{Ll}/u.test(word) || /^(?:Căn|Và|Của)/u.test(word)
}

const wordsIn = (name: string): number => name.trim().split(/\s/).length

interface NameReading {
  readonly end: number
  readonly known: boolean
  readonly date: string | null
}

function readLawName(clean: CleanText, at: number, after: number, type: string): NameReading | null {
  const { folded } = clean
  const done = (end: number, known: boolean, date: string | null = null): NameReading => ({
    end,
    known,
    date,
  })
  if (type === 'Hiến pháp') return done(constitutionEnd(folded, after), true)
  const known = knownNameEnd(clean, after)
  if (known > 0) return done(known, true)
  if (matchAt(AFTER_NOT, folded, after)) return null
  if (matchAt(OF_DATE, folded, after)) {
    const date = readDate(folded, after + 1)
    return date?.iso ? done(date.end, true, date.iso) : null
  }
  const end = isCited(clean, at) ? capitalsEnd(clean, after) : -1
  return end > after ? done(end, false) : null
}

/** End of the name of a law of the table that stands, with the blank before it, at `at`; -1 where none does. */
export function knownNameEnd(clean: CleanText, at: number): number {
  return matchAt(KNOWN, clean.folded, at) && !cutShort(clean, KNOWN.lastIndex) ? KNOWN.lastIndex : -1
}

// A known name that a capital follows is the beginning of a longer one that the table does not hold.
function cutShort(clean: CleanText, end: number): boolean {
  return (
    clean.folded.charAt(end) === ' ' &&
    isUpper(clean.text, end + 1) &&
    !/^[A-ZĐ]{2}/u.test(clean.text.slice(end + 1)) &&
    !matchAt(/\s(?:luat|nghi|thong|quyet|bo\sluat|so|nam|ngay)\s/y, clean.folded, end)
  )
}

function constitutionEnd(folded: string, after: number): number {
  const full = matchAt(/\s(?:nuoc\s)?cong\shoa\sxa\shoi\schu\snghia\sviet\snam/y, folded, after)
  return full ? after + full[0].length : after
}

// The name of a law that the table does not hold: a capital, then words up to one that cannot go on.
function capitalsEnd(clean: CleanText, after: number): number {
  if (!isUpper(clean.text, after + 1)) return -1
  let end = after
  for (let count = 0; count < 12; count++) {
    const word = matchAt(WORD, clean.folded, end)
    if (!word || (count > 0 && STOPS.has(word[2] ?? '')) || word[1]) break
    if (
      word[2] === 'va' &&
      !matchAt(/\sva\s(?!luat|bo\sluat|nghi|cac|thong|quyet|phap)[a-z]/y, clean.folded, end)
    )
      break
    end = WORD.lastIndex
  }
  return end
}
