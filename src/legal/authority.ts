// The organ behind an issuer's words: one name for the many ways in which it is written.

import { foldWords } from './fold.ts'
import type { Level } from './place.ts'

/** Short forms in issuers' names, written out. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/UBND/gu, 'Ủy ban nhân dân'],
  [/HĐND/gu, 'Hội đồng nhân dân'],
  [/BCH(?=T[WƯ])/gu, 'Ban Chấp hành '],
  [/BCH(?!\p{L})/gu, 'Ban Chấp hành'],
  [/BTV(?!\p{L})/gu, 'Ban Thường vụ'],
  [/MTTQ/gu, 'Mặt trận Tổ quốc'],
  [/T\.?(?:W|Ư)(?!\p{L})/gu, 'Trung ương'],
  [/TP\.?(?=\s)/gu, 'thành phố'],
  [/[uU]ỷ/gu, 'ủy'],
  [/kho[aá](?=\s+[IVXL])/giu, 'khóa'],
]

export const SYSTEMS = ['party', 'state', 'elected', 'front'] as const
export type AuthoritySystem = (typeof SYSTEMS)[number]

const words = (list: string) => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, 'u')

/**
 * Words of an organ's name → its system; the first row that fits wins. The Party's organs within others come first
 * ("Ban Cán sự đảng UBND tỉnh"), the Front's before those whose names they hold ("Ban Thường trực UBMTTQ tỉnh").
 */
const SYSTEM_WORDS: readonly (readonly [RegExp, AuthoritySystem])[] = [
  [words('ban cán sự(?: đảng)?|đảng đoàn|(?:đảng|tỉnh|thành|huyện|quận|thị) ủy|chi bộ|đảng bộ'), 'party'],
  [words('bộ chính trị|ban bí thư|tổng bí thư|đại hội đại biểu toàn quốc lần thứ|trung ương đảng'), 'party'],
  [
    words(
      'mặt trận tổ quốc|đoàn thanh niên|(?:tỉnh|thành|huyện|quận|thị|xã|trung ương) đoàn|công đoàn|tổng liên đoàn|liên đoàn lao động',
    ),
    'front',
  ],
  [words('hội (?:liên hiệp phụ nữ|nông dân|cựu chiến binh)|ban thường trực'), 'front'],
  [
    words('ban (?:dân vận|tuyên giáo|tổ chức|nội chính|đối ngoại|kinh tế) ?(?:và dân vận )?trung ương'),
    'party',
  ],
  [
    words(
      'ban chấp hành trung ương|văn phòng trung ương|(?:ủy )?ban kiểm tra trung ương|hội nghị trung ương',
    ),
    'party',
  ],
  [words('quốc hội|hội đồng nhân dân|hội đồng dân tộc'), 'elected'],
  [words('ban (?:dân vận|tuyên giáo|thường vụ|chấp hành)|thường trực|đảng'), 'party'],
  [
    words('chính phủ|thủ tướng|chủ tịch nước|nước|ủy ban nhân dân|ủy ban|hội đồng bộ trưởng|nhà nước'),
    'state',
  ],
  [
    words('bộ|liên bộ|bộ trưởng|thứ trưởng|sở|phòng|cục|tổng cục|chi cục|vụ|thanh tra|kho bạc|ngân hàng'),
    'state',
  ],
  [words('tòa án|toà án|viện kiểm sát|bảo hiểm xã hội|công an|quân sự|văn phòng|trường|trung tâm'), 'state'],
]

/** The form of a number → the system of who bears it; the first row that fits wins. */
const SYSTEM_SYMBOLS: readonly (readonly [RegExp, AuthoritySystem])[] = [
  [/MTTQ|MTTW|(?:^|[/-])MT$|TWĐTN|TLĐ/u, 'front'],
  [/(?:UBTV)?QH\d{1,2}$|(?:^|[/-])HĐND/u, 'elected'],
  [/^\d{1,5}-[\p{L}]{1,8}\/|\/(?:TW|TU|HU|QU|ĐU)$/u, 'party'],
  [/^\d{1,5}[a-z]?\//u, 'state'],
]

/**
 * The system that an organ belongs to: by its words, else by the form of its number (Party numbers have a hyphen after the
 * digits, State numbers a slash); `null` where neither tells.
 */
export function systemOf(issuer: string | null, number: string | null): AuthoritySystem | null {
  const name = issuer ? writtenOut(issuer) : ''
  const said = systemOfName(name.split(NEXT_ORGAN)[0] ?? '') ?? systemOfName(name)
  return said ?? SYSTEM_SYMBOLS.find(([pattern]) => pattern.test(number ?? ''))?.[1] ?? null
}

/** A joint act's organs: the first leads. */
const NEXT_ORGAN = /(?:,| và| -) (?=\p{Lu})/u

function systemOfName(name: string): AuthoritySystem | null {
  const lower = name.toLowerCase()
  return SYSTEM_WORDS.find(([pattern]) => pattern.test(lower))?.[1] ?? null
}

/** Short forms written out, one blank between words. */
function writtenOut(issuer: string): string {
  const written = issuer.slice(0, LONGEST_NAME).normalize('NFC').replace(/\s+/g, ' ').trim()
  return SHORT_FORMS.reduce((text, [short, full]) => text.replace(short, full), written)
}

/** Longer than any organ's name, joint ones included. */
const LONGEST_NAME = 400

export interface AuthorityRecord {
  /** Folded full name, level and place: what makes two spellings one organ. */
  readonly id: string
  readonly name: string
  readonly level: Level | null
  readonly place: string | null
}

/** The organ that an issuer's words name; its term ("khóa XI") and brackets are not part of the organ. */
export function authorityOf(issuer: string, level: Level | null, place: string | null): AuthorityRecord {
  const written = issuer.slice(0, LONGEST_NAME).normalize('NFC').replace(/\s+/g, ' ').trim()
  const name = writtenOut(issuer)
    .replace(/\s*\([^)]{0,80}\)/gu, '')
    .replace(/,?\s*khóa\s+[IVXL]+$/iu, '')
    .trim()
  const known = name || written
  return {
    id: [foldWords(known), level ?? '', place ?? ''].join('@'),
    name: capitalised(known),
    level,
    place,
  }
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
