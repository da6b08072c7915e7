// Reads what a document says of itself: the letterhead (issuer, number, place and date), type and
// title above the text, the signer below it.

import { isoDate } from './date.ts'
import { readColumns } from './letterhead.ts'
import { type CleanText, fold, normalizeText } from './normalize.ts'
import { isUpper, matchAt, matchesIn, phrases } from './pattern.ts'
import { readSigner } from './signature.ts'
import type { Header } from './types.ts'
import { LETTERHEAD_ORGANS } from './vocabulary/letterhead.ts'
import { DOCUMENT_TYPES } from './vocabulary/types.ts'

interface Line {
  readonly text: string
  readonly folded: string
}

const TOP = 9000
const TOP_LINES = 90

/** Reads the header; every field that the text does not state is null. `layout` is the text with its blanks. */
export function readHeader(clean: CleanText, layout: string): Header {
  const lines = topLines(clean, layout)
  const nation = lines.findIndex(isNation)
  const placed = readPlaceAndDate(lines)
  const typed = readTypeAndTitle(lines, nation)
  return {
    type: typed?.type ?? null,
    number: readOwnNumber(lines, headEnd(lines, nation, typed?.at ?? -1)),
    date: placed?.date ?? null,
    place: placed?.place ?? null,
    issuer: readLetterhead(lines, nation),
    title: typed?.title ?? readSubject(lines),
    signer: readSigner(clean, layout),
  }
}

function topLines(clean: CleanText, layout: string): Line[] {
  const head = readColumns(layout)
  if (!head) return toLines(clean, 0, TOP)
  const part = (start: number, end: number): Line[] =>
    toLines(normalizeText(layout.slice(start, end)), 0, TOP)
  const columns = head.lines.map((text) => ({ text, folded: fold(text) }))
  return [...part(0, head.start), ...columns, ...part(head.end, head.end + TOP)]
}

function toLines(clean: CleanText, from: number, to: number): Line[] {
  return matchesIn(LINE, clean.folded.slice(from, to)).map(({ 0: folded, index }) => ({
    text: clean.text.slice(from + index, from + index + folded.length),
    folded,
  }))
}

// a line or a cell of a table, without the blanks around it
const LINE = /[^\s|](?:[^\n\r|]*[^\s|])?/g

// the State's letterhead names the nation, the Party's the Party
const isNation = ({ text, folded }: Line): boolean =>
  /cong hoa xa|doc lap\s?-\s?tu do/.test(folded) ||
  (/^dang cong san viet nam/.test(folded) && isCapitals(text))

const OWN_NUMBER =
  /^so\s?(?:hieu\s?)?:?\s?(\d{1,6}[a-z]?\s?[-/]\s?[a-z\d&/.-]+(?:(?<=[-/])\s[a-z\d&/-]+|\s\/\s?[a-z]{2,8})?)/
// "Số 12-KH/ĐU", as the Party writes it: alone on its line, or with place and date behind it
const BARE_NUMBER = /^so\s?\d{1,6}[a-z]?(?:\s?[-/]\s?[a-z\d&.]{1,12}){1,8}(?:$|\s(?=[^\d]{1,40}ngay\s))/

function isBareNumber({ text, folded }: Line): boolean {
  const match = text.startsWith('S') && BARE_NUMBER.exec(folded)
  return match ? match[0].length === text.length || isUpper(text, match[0].length) : false
}

// Below the type line, or behind the one to whom a letter goes, a number without a colon is a citation.
function headEnd(lines: readonly Line[], nation: number, typeAt: number): number {
  if (typeAt >= 0) return typeAt
  const addressee = lines.findIndex(({ folded }) => folded.startsWith('kinh gui'))
  return addressee >= 0 ? addressee : nation < 0 ? 0 : nation + LETTERHEAD_LINES
}

const LETTERHEAD_LINES = 8

function readOwnNumber(lines: readonly Line[], head: number): string | null {
  for (const [i, line] of lines.slice(0, TOP_LINES).entries()) {
    if (!/^so\s?(?:hieu\s?)?:/.test(line.folded) && !(i < head && isBareNumber(line))) continue
    const whole = /:$/.test(line.folded) ? `${line.text} ${lines[i + 1]?.text ?? ''}` : line.text
    const match = OWN_NUMBER.exec(fold(whole))
    if (!match?.[1]) continue
    const from = match.index + match[0].length - match[1].length
    return whole
      .slice(from, from + match[1].length)
      .replace(/\s/g, '')
      .replace(/[.-]$/, '')
  }
  return null
}

const DATE = /ngay\s?(\d{1,2})\s?thang\s?(\d{1,2})\s?nam\s?(\d{4})/y
const NO_PLACE = /(?:can cu|luat|nghi dinh|quyet dinh|cua|ke tu|truoc|thong tu|so\s)/

function readPlaceAndDate(lines: readonly Line[]): { place: string | null; date: string | null } | null {
  for (let i = 0; i < Math.min(lines.length, TOP_LINES); i++) {
    const line = lines[i] as Line
    const at = line.folded.search(/(?<![a-z])ngay(?![a-z])/)
    if (at < 0 || at > 40) continue
    const rest = [line, lines[i + 1], lines[i + 2]].map((each) => each?.folded ?? '').join(' ')
    const match = matchAt(DATE, rest, at)
    const before = at > 0 ? line : lines[i - 1]
    const place = placeOf(
      at > 0 ? line.text.slice(0, at) : (before?.text ?? ''),
      lines[at > 0 ? i - 1 : i - 2],
    )
    if (!match || NO_PLACE.test(fold(place))) continue
    return { place: place || null, date: isoDate(Number(match[3]), Number(match[2]), Number(match[1])) }
  }
  return null
}

const PLACE_HALF = /^\p{Lu}[\p{L}.]*(?:\s(?:\p{Lu}[\p{L}.]*|phố)){0,4}$/u

// "Số: 45/KH-UBND Trúc Lĩnh, ngày", "BDVTU Lam Sa, ngày": the number, or the end of its symbol, in one line
const NUMBER_BEFORE = /^(?:Số\s?:?\s?\d+\s?[-/]\s?\S+|[A-ZĐ&-]{3,})\s(?=\p{Lu}\p{Ll})/u

// "Hà / Nội, ngày": a narrow cell breaks the place over two lines.
function placeOf(words: string, before: Line | undefined): string {
  const place = words.replace(/,?\s*$/, '').replace(NUMBER_BEFORE, '')
  const goesOn = before !== undefined && PLACE_HALF.test(before.text) && !isCapitals(before.text)
  return goesOn ? `${before.text} ${place}` : place
}

const TYPES = DOCUMENT_TYPES.map((type) => ({ name: type.name, folded: fold(type.name) })).sort(
  (a, b) => b.name.length - a.name.length,
)
const BODY_START =
  /^(?:can cu|thuc hien|trien khai|theo|kinh gui|i\.|1\.|dieu 1|xet|thu tuong chinh phu|bo truong|uy ban nhan dan .*(?:ban hanh|xay dung)|chuong i|de |nham )/
const NOT_TITLE = /^(?:so\s?:|-{2,}|~+$|_+$|\(ban hanh kem)/

function readTypeAndTitle(
  lines: readonly Line[],
  nation: number,
): { type: string; title: string | null; at: number } | null {
  const from = Math.max(nation, 0)
  for (let i = from; i < Math.min(lines.length, from + 40); i++) {
    const line = lines[i] as Line
    const type = TYPES.find(({ folded }) => heads(line, folded))
    if (type)
      return { type: type.name, title: readTitle(lines, i, line.text.slice(type.folded.length)), at: i }
    const next = lines[i + 1]
    const broken = next && { text: `${line.text} ${next.text}`, folded: `${line.folded} ${next.folded}` }
    const split = broken && !/\s/.test(line.folded) && TYPES.find(({ folded }) => folded === broken.folded)
    if (split && isCapitals(broken.text))
      return { type: split.name, title: readTitle(lines, i + 1, ''), at: i }
  }
  return null
}

function heads(line: Line, type: string): boolean {
  return (
    line.folded.startsWith(type) &&
    !/^[a-z]/.test(line.folded.slice(type.length)) &&
    isCapitals(line.text.slice(0, type.length))
  )
}

const isCapitals = (text: string): boolean => text === text.toUpperCase()

function readTitle(lines: readonly Line[], at: number, rest: string): string | null {
  const parts = rest.trim() ? [rest.trim()] : []
  for (const line of lines.slice(at + 1, at + 14)) {
    if (NOT_TITLE.test(line.folded)) continue
    if (/[;:]$/.test(line.text) || /^(?:can cu|kinh gui|noi nhan|(?:tm|kt)\.)/.test(line.folded)) break
    const shouted = isShouted(parts[0] ?? '')
    if (parts.length > 0 && (shouted ? !isCapitals(line.text) : BODY_START.test(line.folded))) break
    parts.push(line.text)
    if (/[.]$/.test(line.text)) break
  }
  return parts.length > 0 ? withoutIssuer(parts).join(' ').replace(BETWEEN, '') : null
}

// "giữa Ủy ban nhân dân tỉnh và Ban Dân vận Tỉnh ủy về …": the issuers of a joint act, before its subject
const BETWEEN = /^giữa\s.{3,300}?\s(?=về\s)/iu

// "… TỈNH AN GIANG / CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN GIANG": the organ that decides stands under the title.
function withoutIssuer(parts: readonly string[]): readonly string[] {
  const at = parts.findLastIndex((part) => ACTING.test(fold(part)))
  const before = parts[at - 1]
  return at < 1 || before === undefined || GOES_ON.test(fold(before)) ? parts : parts.slice(0, at)
}

const ACTING =
  /^(?:(?:pho\s)?chu tich (?:uy ban|ubnd|nuoc)|uy ban nhan dan|uy ban thuong vu|hoi dong nhan dan|bo truong|thu tuong chinh phu|chinh phu$|quoc hoi$|giam doc|thong doc|chanh an|tong thanh tra|(?:tong )?cuc truong|vien truong|chu nhiem)/
const GOES_ON = /(?:cua|tai|thuoc|cho|va|do|voi|,)$/

const isShouted = (text: string): boolean => text.length > 6 && isCapitals(text)

// A Công văn has no type; its subject stands under the number: "V/v …".
function readSubject(lines: readonly Line[]): string | null {
  const at = lines.findIndex(({ folded }) => /^v\s?\/\s?v/.test(folded))
  if (at < 0) return null
  const parts: string[] = []
  for (const line of lines.slice(at, at + 8)) {
    if (/^(?:kinh gui|cong hoa|doc lap|-{3,}|~)|ng\s?ay\s?\d/.test(line.folded)) break
    parts.push(line.text)
  }
  return parts.join(' ')
}

const ORGAN_LINE = new RegExp(`^(?!ban nhan dan)(?:${phrases(LETTERHEAD_ORGANS)})(?![a-z])`)

// Above "CỘNG HÒA …" stand the parent organ and the issuer: the issuer is the last that a line opens.
function readLetterhead(lines: readonly Line[], nation: number): string | null {
  if (nation < 0) return null
  const block: Line[] = []
  for (let i = nation - 1; i >= Math.max(0, nation - 6); i--) {
    const line = lines[i] as Line
    if (
      /^[-~_]+$|^cong(?: hoa|$)|^(?:hoa )?xa hoi|chu nghia viet|^hoi chu nghia|^nghia viet|^viet nam$|^hoa xa/.test(
        line.folded,
      )
    )
      continue
    if (!isCapitals(line.text) || /[.:]/.test(line.text)) break
    block.unshift(line)
  }
  let opening = block.findLastIndex((line) => ORGAN_LINE.test(line.folded))
  // "VĂN / PHÒNG CHÍNH PHỦ": a line of one syllable goes on
  while (opening > 0 && HALF.test(block[opening - 1]?.folded ?? '')) opening--
  const parts = block.slice(Math.max(opening, 0)).map((line) => line.text)
  return parts.length > 0
    ? titleCase(
        parts
          .join(' ')
          .replace(/\s+/g, ' ')
          .replace(/[\s_-]+$/, ''),
      )
    : null
}

// "VĂN / PHÒNG CHÍNH PHỦ", "VĂN PHÒNG / CHÍNH PHỦ": a line that is no organ yet.
const HALF =
  /^(?:van|uy|tong|hoi|chi|cuc|ban|thanh|kiem|vien|toa|dang|tinh|huyen|lien|tap|truong|ngan|kho|van phong|hoi dong|thanh tra|toa an|vien kiem sat|uy ban|uy ban thuong vu|ban chap hanh)$/
const PLACE_UNIT =
  /(?<=\s)(tỉnh(?: ủy)?|thành ủy|thành phố|huyện(?: ủy)?|quận(?: ủy)?|thị xã|thị ủy|xã|phường|thị trấn|đặc khu|đảng ủy)\s(.+)$/iu
const FIELD =
  /(^|\s)(bộ|ban(?! nhân)|sở|cục|vụ|phòng|văn phòng|và|chi cục|trung tâm|ngân hàng|\p{L}+,)\s(\p{L})/gu

// "ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ" → "Ủy ban nhân dân thành phố Cần Thơ"
const titleCase = (text: string): string => text.split(' - ').map(caseOrgan).join(' - ')

function caseOrgan(text: string): string {
  const named = text
    .toLowerCase()
    .replace(FIELD, (_, gap: string, unit: string, letter: string) => `${gap}${unit} ${letter.toUpperCase()}`)
    .replace(PLACE_UNIT, (_, unit: string, name: string) => `${unit} ${capitalized(name)}`)
    .replace(/ủy Ban|ủy ban N/gu, (words) => words.toLowerCase())
    .replace(
      /(?<=\s)(?:ủy ban|hội đồng nhân dân|thường vụ|(?:tỉnh|thành|huyện|quận|thị|đảng) ủy)|chính phủ|quốc hội/gu,
      (organ) => organ.charAt(0).toUpperCase() + organ.slice(1),
    )
  return named.charAt(0).toUpperCase() + named.slice(1)
}

const capitalized = (name: string): string =>
  name.replace(/(^|\s)(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
