// Reads what a document says of itself: the letterhead (issuer, number, place and date), type and
// title above the text, the signer below it. Works on the lines of the text as given, top and tail only.

import { isoDate } from './date.ts'
import { type CleanText, fold, normalizeText } from './normalize.ts'
import { joined, phrases } from './pattern.ts'
import type { Header } from './types.ts'
import { DOCUMENT_TYPES } from './vocabulary/types.ts'

export interface HeaderReading {
  readonly header: Header
}

const TOP = 9000
const TAIL = 9000

/** Reads the header; every field that the text does not state is null. */
export function readHeader(text: string): Header {
  const lines = headLines(text)
  const motto = lines.findIndex(({ folded }) => /doc\slap\s?-\s?tu\sdo/.test(folded))
  const number = readOwnNumber(lines)
  const placed = readPlaceAndDate(lines)
  const typed = readTypeAndTitle(lines, motto)
  return {
    type: typed?.type ?? null,
    number,
    date: placed?.date ?? null,
    place: placed?.place ?? null,
    issuer: readLetterhead(lines, motto),
    title: typed?.title ?? readSubject(lines),
    signer: readSigner(text),
  }
}

interface Line {
  readonly text: string
  readonly folded: string
}

function headLines(text: string): Line[] {
  return toLines(text.slice(0, TOP))
}

function toLines(text: string): Line[] {
  return text
    .split(/\r?\n|\|/)
    .map((line) => normalizeText(line))
    .map((clean: CleanText) => ({ text: joined(clean.text), folded: joined(clean.folded) }))
    .filter(({ text }) => text !== '')
}

const OWN_NUMBER = /^so\s?:?\s?(\d{1,6}[a-z]?\s?(?:[-/]\s?[a-z\d&]+\s?){1,6}?)(?:$|[,;(]|\s(?=[a-z]+,|v\/v))/
const PLACE_DATE = /([a-z][a-z\s.]{1,40}),?\s?ngay\s?(\d{1,2})\s?thang\s?(\d{1,2})\s?nam\s?(\d{4})/

function readOwnNumber(lines: readonly Line[]): string | null {
  for (const [i, line] of lines.slice(0, 90).entries()) {
    if (!/^so\s?(?:hieu\s?)?:/.test(line.folded)) continue
    const whole = /:$/.test(line.folded) ? joined(`${line.text} ${lines[i + 1]?.text ?? ''}`) : line.text
    const match = OWN_NUMBER.exec(fold(whole).replace(/^so hieu/, 'so'))
    if (!match) continue
    const from =
      fold(whole)
        .replace(/^so hieu/, 'so')
        .indexOf(match[1] as string) +
      whole.length -
      fold(whole).replace(/^so hieu/, 'so').length
    return whole.slice(from, from + (match[1] as string).length).replace(/\s/g, '')
  }
  return null
}

function readPlaceAndDate(lines: readonly Line[]): { place: string; date: string | null } | null {
  const top = lines.slice(0, 90)
  for (let i = 0; i < top.length; i++) {
    const text = joined([top[i], top[i + 1], top[i + 2]].map((line) => line?.text ?? '').join(' '))
    const match = PLACE_DATE.exec(fold(text))
    if (!match || match.index > 40 || /(?:can cu|luat|nghi dinh|quyet dinh|cua)/.test(match[1] ?? ''))
      continue
    const place = text.slice(match.index, match.index + (match[1] as string).length).replace(/,?\s*$/, '')
    return { place, date: isoDate(Number(match[4]), Number(match[3]), Number(match[2])) }
  }
  return null
}

const TYPES = DOCUMENT_TYPES.map((type) => type.name)
const TYPE_LINE = new RegExp(`^(?:${phrases(TYPES)})(?![a-z])`)
const BODY_START =
  /^(?:can cu|thuc hien|theo|kinh gui|i\.|1\.|dieu 1|xet|thu tuong|bo truong|uy ban nhan dan .* (?:ban hanh|xay dung)|chuong i|phan|-{3})/

function readTypeAndTitle(
  lines: readonly Line[],
  motto: number,
): { type: string; title: string | null } | null {
  const from = Math.max(motto, 0)
  for (let i = from; i < Math.min(lines.length, from + 40); i++) {
    const line = lines[i] as Line
    const match = TYPE_LINE.exec(line.folded)
    if (!match || !isCapitals(line.text.slice(0, match[0].length))) continue
    const type = TYPES.find((name) => fold(name) === match[0].replace(/\s/g, ' ')) ?? null
    if (type) return { type, title: readTitle(lines, i, line.text.slice(match[0].length)) }
  }
  return null
}

const isCapitals = (text: string): boolean => text === text.toUpperCase()

function readTitle(lines: readonly Line[], at: number, rest: string): string | null {
  const parts = rest.trim() ? [rest.trim()] : []
  for (const line of lines.slice(at + 1, at + 14)) {
    if (BODY_START.test(line.folded) && parts.length > 0) break
    if (/^(?:so\s?:|-{3,}|~+$)/.test(line.folded)) continue
    if (/[;:]$/.test(line.text) || /^(?:can cu|kinh gui)/.test(line.folded)) break
    parts.push(line.text)
    if (/[.]$/.test(line.text)) break
  }
  return parts.length > 0 ? joined(parts.join(' ')) : null
}

// A Công văn has no type; its subject stands under the number: "V/v …".
function readSubject(lines: readonly Line[]): string | null {
  const at = lines.findIndex(({ folded }) => /^v\s?\/\s?v/.test(folded))
  if (at < 0) return null
  const parts: string[] = []
  for (const line of lines.slice(at, at + 8)) {
    if (/^(?:kinh gui|cong hoa|doc lap|-{3,})|ngay\s?\d/.test(line.folded)) break
    parts.push(line.text)
  }
  return joined(parts.join(' '))
}

function readLetterhead(lines: readonly Line[], motto: number): string | null {
  const nation = lines.findIndex(({ folded }) => /^cong hoa xa/.test(folded))
  const from = nation >= 0 ? nation : motto
  if (from < 0) return null
  const parts: string[] = []
  for (let i = from - 1; i >= Math.max(0, from - 5); i--) {
    const line = lines[i] as Line
    if (/^[-~]+$/.test(line.folded)) continue
    if (!isCapitals(line.text)) break
    parts.unshift(line.text)
  }
  return parts.length > 0 ? titleCase(joined(parts.join(' '))) : null
}

const titleCase = (text: string): string => text.charAt(0) + text.slice(1).toLowerCase()

const OFFICE =
  /^(?:(?:tm|kt|tl|tuq|q)\.|chu tich|pho chu tich|giam doc|pho giam doc|bo truong|thu truong|thu tuong|pho thu tuong|truong ban|pho truong ban|chanh van phong|pho chanh van phong|cuc truong|pho cuc truong|tong cuc truong|bi thu|pho bi thu|vu truong|pho vu truong|truong phong|pho truong phong|tong giam doc|thong doc|pho thong doc|bo truong, chu nhiem|pho chu nhiem|chu nhiem|vien truong|chanh an|tong thanh tra|pho tong thanh tra|truong thue|pho truong thue|chi cuc truong|pho chi cuc truong)/
const NAME = /^(?:\p{Lu}\p{Ll}*\s){1,4}\p{Lu}\p{Ll}*$/u

function readSigner(text: string): string | null {
  const lines = toLines(text.length > TAIL * 4 ? text : text)
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as Line
    if (!OFFICE.test(line.folded) || !isCapitals(line.text.slice(0, 8))) continue
    const name = lines.slice(i + 1, i + 6).find((each) => NAME.test(each.text))
    if (name) return name.text
  }
  return null
}
