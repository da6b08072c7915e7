// Resolutions that a congress or a plenum names: "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII
// của Đảng", "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII", "Nghị quyết Trung
// ương 4 khóa XII".

import type { Mention } from '../mention.ts'
import type { CleanText } from '../normalize.ts'
import { joined, matchAt } from '../pattern.ts'

const ORDINAL = String.raw`(?:[ivxl]{1,6}|\d{1,2}|nhat|hai|ba|tu|t|nam|sau|bay|tam|chin|muoi|muoi\s(?:mot|hai|ba|bon|tu|lam))(?![a-z\d])`
const TERM = String.raw`,?\s(?:\((?:khoa|nhiem\sky)\s[^()]{1,30}\)|(?:khoa|nhiem\sky)\s(?:[ivxl]{1,6}|\d{1,4}\s?-\s?\d{4}|\d{1,2})(?![a-z\d]))`
// Đại hội đại biểu toàn quốc lần thứ XIII của Đảng · Đại hội XIII của Đảng · đại hội Đảng lần thứ XIII
const CONGRESS = new RegExp(
  String.raw`\s(?:cua\s)?(dai\shoi(?:\s(?!lan|khoa|nhiem|va|ve)[a-z]+){0,9}?\s(?:lan\sthu\s)?${ORDINAL}(?:\s(?:cua\s)?dang(?:\s(?:bo\s[a-z]+(?:\s[a-z]+){0,3}?(?=[\s,;.)])|cong\ssan\sviet\snam))?)?(?:${TERM})?)`,
  'y',
)
// Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII · Hội nghị Trung ương 4 khóa XII
const PLENUM = new RegExp(
  String.raw`\s(?:cua\s)?(?:hoi\snghi\s)?(?:lan\sthu\s${ORDINAL}\s?,?\s?(?:cua\s)?)?((?:ban\schap\shanh|bch)\s(?:trung\su?ong|tw)(?:\sdang)?(?:\slan\sthu\s${ORDINAL})?${TERM})`,
  'y',
)
const CENTRAL = new RegExp(
  String.raw`\s((?:hoi\snghi\s)?(?:(?:trung\su?ong|tw)\s(?:lan\sthu\s)?${ORDINAL}|lan\sthu\s${ORDINAL}\s(?:trung\suong|tw))(?:\sdang)?${TERM})`,
  'y',
)

/** Reads the resolution that is named where "Nghị quyết" stands. */
export function readResolution(clean: CleanText, at: number, word: string): Mention | null {
  if (word !== 'nghi quyet') return null
  const after = at + word.length
  for (const pattern of [CONGRESS, PLENUM, CENTRAL]) {
    const match = matchAt(pattern, clean.folded, after)
    if (match) return named(clean, at, pattern.lastIndex, match[1]?.length ?? 0)
  }
  return null
}

function named(clean: CleanText, start: number, end: number, issuerLength: number): Mention {
  return {
    rule: 'resolution',
    kind: 'named',
    start,
    end,
    type: 'Nghị quyết',
    typeStated: true,
    number: null,
    numberAsWritten: null,
    name: joined(clean.text.slice(start, end)),
    year: null,
    issuer: joined(clean.text.slice(end - issuerLength, end)),
    date: null,
    flags: [],
    confidence: 0.92,
  }
}
