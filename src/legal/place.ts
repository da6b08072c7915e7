// Where an organ sits: the level that its name or symbol tells, and the path of its place.
// A path runs from the smallest unit up: "minh-son.ngoc-lac.thanh-hoa". It is whole when it ends in a province.

import { foldWords, slug } from './fold.ts'

export const LEVELS = ['central', 'province', 'district', 'commune'] as const
export type Level = (typeof LEVELS)[number]

/** The word for a level's unit, as people write it. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  central: 'trung ương',
  province: 'tỉnh',
  district: 'huyện',
  commune: 'xã',
}

/** The five cities under the central government before 2025, and Huế since 01/01/2025. */
const CENTRAL_CITIES = ['ha noi', 'hai phong', 'da nang', 'can tho', 'hue', 'ho chi minh', 'thua thien hue']

/** Words of an issuer's name that tell its level; the first row that fits wins. */
const LEVEL_WORDS: readonly (readonly [RegExp, Level])[] = [
  [/(?<!\p{L})(?:(?<!hợp tác )xã(?! hội)|phường|thị trấn)(?!\p{L})/u, 'commune'],
  [word('huyện|quận|thị xã|huyện ủy|quận ủy|thị ủy'), 'district'],
  [/^phòng(?!\p{L})/u, 'district'],
  [word('tỉnh|tỉnh ủy'), 'province'],
  [/^(?:(?:phó )?giám đốc )?sở(?!\p{L})/u, 'province'],
  [
    word('bộ chính trị|ban bí thư|chính phủ|thủ tướng|quốc hội|chủ tịch nước|toàn quốc|tổng bí thư'),
    'central',
  ],
  [word('trung ương|tổng cục|ngân hàng nhà nước|kiểm toán nhà nước|nhân dân tối cao'), 'central'],
  [/^đảng ủy(?! quân sự| công an| các cơ quan| khối)(?!\p{L})/u, 'commune'],
  [/^(?:liên )?bộ(?! chỉ huy)(?!\p{L})|^(?:thứ|bộ) trưởng(?!\p{L})/u, 'central'],
]

function word(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u')
}

/** Last part of a number's symbol → level; `null`: the symbol does not tell. */
const LEVEL_SYMBOLS: readonly (readonly [RegExp, Level])[] = [
  [/(^|[/-])(TW|CP|TTg|CTN|QH\d*|UBTVQH\d*|PL|VPCP|VPTW|BTCTW|BDVTW|BTGDVTW|BTGTW|UBKTTW|HNTW)$/i, 'central'],
  [
    /TW[A-ZĐ]*$|^TW|HĐTP$|UBDT$|UBTDTT$|TCCP|TCT$|-NH\d?$|TANDTC|VKSNDTC|NHNN|KTNN|TTCP|MTTW|TLĐ|BHXH$/i,
    'central',
  ],
  [/(^|[/-])B(?!DV|CS|TV|QL|CĐ|CH|TG|TC[TH]U|TCHU)[A-ZĐ]{1,9}$/, 'central'],
  [/(TU|BCSĐ|BCS)$|(^|[/-])S[A-ZĐ]{1,8}$/, 'province'],
  [/(HU|QU|ThU)$/, 'district'],
  [/(ĐU)$/, 'commune'],
]

/**
 * The level of an organ. The written issuer is trusted before the symbol ("314-QĐ/TU" of a Huyện ủy is the
 * district's); a symbol such as -UBND tells no level: `null`.
 */
export function levelOf(issuer: string | null, number: string | null): Level | null {
  if (number && CENTRAL_TYPES.test(number)) return 'central'
  return (issuer && levelOfIssuer(issuer)) || (number && levelOfSymbol(number)) || null
}

/** Types that only central organs issue (Law 80/2015, Article 4), and the National Assembly's own numbers. */
const CENTRAL_TYPES =
  /^\d{1,5}[a-z]?\/(?:\d{4}\/)?(?:(?:TT|TTLT|TTLB|NĐ|NQLT|PL)(?:[-/]|$)|(?:UBTV)?QH\d)|^\d{1,5}-(?:CP|TTg|HĐBT|LCT|L)(?:\/|$)/u

function levelOfIssuer(issuer: string): Level | null {
  const name = writtenOut(issuer).trim().toLowerCase().replaceAll('uỷ', 'ủy')
  const city = name.match(CITY)
  if (city && !LOWER_UNIT.test(name))
    return !city[1] || CENTRAL_CITIES.some((known) => foldWords(city[1] ?? '').startsWith(known))
      ? 'province'
      : 'district'
  return LEVEL_WORDS.find(([words]) => words.test(name))?.[1] ?? null
}

/** One blank between words, "TP." as the word it stands for. */
function writtenOut(issuer: string): string {
  return issuer
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/(?<!\p{L})TP\.?\s?(?=\p{Lu})/gu, 'thành phố ')
}

const CITY = /(?<!\p{L})thành (?:phố|ủy)(?: trực thuộc trung ương)?(?!\p{L})\s*(.*)$/u
const LOWER_UNIT = word('xã|phường|thị trấn|quận|huyện')

function levelOfSymbol(number: string): Level | null {
  const symbol = number.split('/').slice(1).join('/').split('&')[0] ?? ''
  const organ = symbol.includes('/') ? symbol.split('/').slice(1).join('/') : symbol
  const local = /(^|[/-])(UBND|HĐND)/i.test(organ)
  return local ? null : (LEVEL_SYMBOLS.find(([pattern]) => pattern.test(organ))?.[1] ?? null)
}

/** Words before the name of a place; each may begin with a capital. */
const UNIT_WORDS = ['tỉnh', 'thành phố', 'huyện', 'quận', 'thị xã', 'xã', 'phường', 'thị trấn'].concat([
  'tỉnh ủy',
  'tỉnh uỷ',
  'thành ủy',
  'thành uỷ',
  'huyện ủy',
  'huyện uỷ',
  'quận ủy',
  'quận uỷ',
  'thị ủy',
  'thị uỷ',
])
const ANY_UNIT = UNIT_WORDS.map(
  (unit) => `[${unit.charAt(0)}${unit.charAt(0).toUpperCase()}]${unit.slice(1)}`,
).join('|')
const NAME_WORD = "(?:\\p{Lu}[\\p{L}’'-]{0,20}|\\d{1,2})(?![\\p{L}])"
// "UBND tỉnh Cao Bằng", "Tỉnh ủy Cao Bằng", "UBND huyện Ngọc Lặc": unit word, then a name in capitals.
const NAMED_UNIT = new RegExp(`(?<!\\p{L})(?:${ANY_UNIT}) (${NAME_WORD}(?: ${NAME_WORD}){0,4})`, 'u')

/** Slug of the place that an issuer's words name, or `null`: "UBND huyện Ngọc Lặc" → "ngoc-lac". */
export function placeNamedIn(issuer: string | null): string | null {
  const text = writtenOut(issuer ?? '')
  const words = text === text.toUpperCase() ? titleCase(text) : text
  const name = words.match(NAMED_UNIT)?.[1]
  return name ? slug(name) : null
}

function titleCase(text: string): string {
  const units = /^(?:Tỉnh|Thành|Phố|Huyện|Quận|Thị|Xã|Phường|Trấn|Ủy|Uỷ|Đảng)$/u
  return text
    .toLowerCase()
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .map((word) => (units.test(word) ? word.toLowerCase() : word))
    .join(' ')
}

const DEPTH: Readonly<Record<Level, number>> = { central: 0, province: 1, district: 2, commune: 3 }

/**
 * The place path of an issuer cited in a document that sits at `citing`. Units that the words leave out are
 * the citing document's own ("Tỉnh ủy" is its province). `null` for a central organ. A path that no one
 * completes ends in "?" and the document it was read in, so that organs of two unknown provinces stay two.
 */
export function placeOfIssuer(
  issuer: string | null,
  level: Level | null,
  citing: string | null,
  document: string,
  citingLevel: Level | null = null,
): string | null {
  if (level === 'central') return null
  const unknown = `?${document.slice(0, 8)}`
  const own = citing?.split('.') ?? []
  const named = placeNamedIn(issuer)
  if (level === null) return named ? `${named}.${unknown}` : (citing ?? unknown)
  const depth = depthOf(level, citingLevel, own)
  const upper = own.length >= depth - 1 ? own.slice(own.length - depth + 1) : own
  if (named) return pathFrom(named, depth, own, upper, unknown)
  const inherited = own.length >= depth ? own.slice(own.length - depth) : null
  return inherited ? inherited.join('.') : unknown
}

/** Since 01/7/2025 there is no district: a commune's own path of two parts says so. */
function depthOf(level: Level, citingLevel: Level | null, own: readonly string[]): number {
  return level === 'commune' && citingLevel === 'commune' && own.length === 2 ? 2 : DEPTH[level]
}

function pathFrom(
  named: string,
  depth: number,
  own: readonly string[],
  upper: readonly string[],
  unknown: string,
): string {
  if (depth === 1) return named
  const place = own.length - depth
  if (place >= 0 && own[place] === named) return own.slice(place).join('.')
  const whole = upper.length === depth - 1 && !upper.some((unit) => unit.startsWith('?'))
  return whole ? [named, ...upper].join('.') : `${named}.${unknown}`
}

/** The level that a place path's length tells; the path of a province has one part. */
export function levelOfPath(path: string | null): Level | null {
  const known = path?.split('.').filter((unit) => !unit.startsWith('?')).length
  return known ? (LEVELS[known] ?? null) : null
}

/** A place path as people give it, in its one spelling; `null` where it is none: "ngoc-lac.thanh-hoa". */
export function parsePlace(text: string): string | null {
  const units = text.split('.').map((unit) => slug(unit))
  return units.length <= 3 && units.every((unit) => unit && unit.length <= 60) ? units.join('.') : null
}
