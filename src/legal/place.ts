// Where an organ sits: the level that its name or symbol tells, and the path of its place.
// A path runs from the smallest unit up: "minh-son.ngoc-lac.thanh-hoa". It is whole when it ends in a province.

import { foldWords, slug } from './fold.ts'
import { LEVELS, type Level } from './level.ts'
import { districtsNamed, existsOn, provincesWithin, type Unit, unitAt } from './units/index.ts'
import { KINDS, type NamedUnit, slugName, type UnitLevel } from './units/kinds.ts'
import { communePath } from './units/paths.ts'

export { LEVELS, type Level } from './level.ts'

/** The word for a level's unit, as people write it. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  central: 'trung ương',
  province: 'tỉnh',
  district: 'huyện',
  commune: 'xã',
}

/** The five cities under the central government before 2025, Huế since 01/01/2025, Đồng Nai since 2026. */
const CENTRAL_CITIES = ['ha noi', 'hai phong', 'da nang', 'can tho', 'ho chi minh', 'hcm', 'hue', 'dong nai']
/** Before this day "thành phố Huế" was a city of Thừa Thiên Huế (Resolution 175/2024/QH15). */
const HUE_CENTRAL_SINCE = '2025-01-01'

/** Words of an issuer's name that tell its level; the first row that fits wins. */
const LEVEL_WORDS: readonly (readonly [RegExp, Level])[] = [
  [/(?<!\p{L})(?:(?<!hợp tác |thị )xã(?! hội)|phường|thị trấn|đặc khu)(?!\p{L})/u, 'commune'],
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
 * @param on ISO day on which it acted, where known: "thành phố Huế" was a district's city before 2025
 */
export function levelOf(
  issuer: string | null,
  number: string | null,
  on: string | null = null,
): Level | null {
  if (number && CENTRAL_TYPES.test(number)) return 'central'
  return (issuer && levelOfIssuer(issuer, on)) || (number && levelOfSymbol(number)) || null
}

/** Types that only central organs issue (Law 80/2015, Article 4), and the National Assembly's own numbers. */
const CENTRAL_TYPES =
  /^\d{1,5}[a-z]?\/(?:\d{4}\/)?(?:(?:TT(?!-(?:UBND|HĐND|S[A-ZĐ]|MTTQ))|TTLT|TTLB|NĐ|NQLT|PL)(?:[-/]|$)|(?:UBTV)?QH\d)|^\d{1,5}-(?:CP|TTg|HĐBT|LCT|L)(?:\/|$)/u

function levelOfIssuer(issuer: string, on: string | null): Level | null {
  const name = writtenOut(issuer).trim().toLowerCase().replaceAll('uỷ', 'ủy')
  const city = name.match(CITY)
  if (city && !LOWER_UNIT.test(name)) return levelOfCity(foldWords(city[1] ?? ''), on)
  return LEVEL_WORDS.find(([words]) => words.test(name))?.[1] ?? null
}

/** A city without a name is the province's level: "Thành ủy". */
function levelOfCity(name: string, on: string | null): Level {
  if (name.startsWith('hue') && on !== null && on < HUE_CENTRAL_SINCE) return 'district'
  return name === '' || CENTRAL_CITIES.some((known) => name.startsWith(known)) ? 'province' : 'district'
}

/** One blank between words, "TP." as the word it stands for. */
function writtenOut(issuer: string): string {
  return issuer
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/(?<!\p{L})TP\.?\s?(?=\p{Lu})/gu, 'thành phố ')
    .replace(HYPHENED, ' ')
}

/** Names that hold a hyphen, which elsewhere parts two organs. */
const HYPHENED = /(?<=(?<!\p{L})(?:Bà Rịa|Phan Rang|Quảng Nam)) ?[-–] ?(?=Vũng Tàu|Tháp Chàm|Đà Nẵng)/giu

const CITY = /(?<!\p{L})thành (?:phố|ủy)(?: trực thuộc trung ương)?(?!\p{L})\s*(.*)$/u
const LOWER_UNIT = word('xã|phường|thị trấn|quận|huyện')

function levelOfSymbol(number: string): Level | null {
  const symbol = number.split('/').slice(1).join('/').split('&')[0] ?? ''
  const organ = symbol.includes('/') ? symbol.split('/').slice(1).join('/') : symbol
  const local = /(^|[/-])(UBND|HĐND)/i.test(organ)
  return local ? null : (LEVEL_SYMBOLS.find(([pattern]) => pattern.test(organ))?.[1] ?? null)
}

/** Words before the name of a place → the kind of unit that they say. */
const UNIT_WORDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(KINDS.map(({ name }) => [name, name])),
  'tỉnh ủy': 'tỉnh',
  'thành ủy': 'thành phố',
  'huyện ủy': 'huyện',
  'quận ủy': 'quận',
  'thị ủy': 'thị xã',
}
const ANY_UNIT = Object.keys(UNIT_WORDS)
  .sort((a, b) => b.length - a.length)
  .map(
    (unit) => `[${unit.charAt(0)}${unit.charAt(0).toUpperCase()}]${unit.slice(1).replace('ủy', '(?:ủy|uỷ)')}`,
  )
  .join('|')
const NAME_WORD = "(?:\\p{Lu}[\\p{L}’'-]{0,20}|\\d{1,2})(?![\\p{L}])"
// "UBND tỉnh Cao Bằng", "Tỉnh ủy Cao Bằng", "UBND huyện Ngọc Lặc": unit word, then a name in capitals.
const NAMED_UNIT = new RegExp(`(?<!\\p{L})(${ANY_UNIT}) (${NAME_WORD}(?: ${NAME_WORD}){0,4})`, 'gu')
/** More units than any issuer's words name. */
const MOST_UNITS = 4

/** The units that an issuer's words name, in their order: "UBND xã Minh Sơn huyện Ngọc Lặc" names two. */
function unitsNamedIn(issuer: string | null): NamedUnit[] {
  const text = writtenOut(issuer ?? '')
  const words = text === text.toUpperCase() ? titleCase(text) : text
  const found: NamedUnit[] = []
  for (const [, unit = '', name = ''] of words.matchAll(NAMED_UNIT)) {
    const kind = UNIT_WORDS[unit.toLowerCase().replace('uỷ', 'ủy')] ?? null
    found.push({ kind, name: knownName(kind, name) })
    if (found.length === MOST_UNITS) break
  }
  return found
}

/** The longest beginning of the words that names a province or district; all of them where none does. */
function knownName(kind: string | null, name: string): string {
  const words = name.split(' ')
  for (let count = words.length; count > 1; count--) {
    const part = words.slice(0, count).join(' ')
    if (unitAt(provinceSlug(part)) || districtsNamed({ kind, name: part }).length > 0) return part
  }
  return name
}

/** Spellings of provinces that are met beside the official one. */
const PROVINCE_ALIASES: Readonly<Record<string, string>> = {
  hcm: 'ho-chi-minh',
  'dac-lac': 'dak-lak',
  'dac-nong': 'dak-nong',
  'bac-can': 'bac-kan',
  'thua-thien': 'thua-thien-hue',
}

function provinceSlug(name: string): string {
  const plain = slugName(name)
  return PROVINCE_ALIASES[plain] ?? plain
}

/** Slug of the place that an issuer's words name, or `null`: "UBND huyện Ngọc Lặc" → "ngoc-lac". */
export function placeNamedIn(issuer: string | null): string | null {
  const [unit] = unitsNamedIn(issuer)
  return unit ? slugName(unit.name) : null
}

function titleCase(text: string): string {
  const units = /^(?:Tỉnh|Thành|Phố|Huyện|Quận|Thị|Xã|Phường|Trấn|Đặc|Khu|Ủy|Uỷ|Đảng)$/u
  return text
    .toLowerCase()
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .map((word) => (units.test(word) ? word.toLowerCase() : word))
    .join(' ')
}

/** Parts of a path at each level, before 01/7/2025. */
const DEPTH: Readonly<Record<Level, number>> = { central: 0, province: 1, district: 2, commune: 3 }
/** Since this day communes lie right below provinces (Resolution 203/2025/QH15). */
const TWO_LEVELS_SINCE = '2025-07-01'

/** Where an issuer is cited. */
interface CitingPlace {
  /** Path of the citing document, from the smallest unit up; empty where unknown. */
  readonly own: readonly string[]
  readonly level: Level | null
  /** ISO day of what is cited, or else of the citing document. */
  readonly on: string | null
}

/**
 * The place path of an issuer cited in a document that sits at `citing`. Units that the words leave out are the
 * citing document's own ("Tỉnh ủy" is its province); a district named without its province is completed where only
 * one province has such a district. `null` for a central organ. A path that no one completes ends in "?" and the
 * document it was read in, so that organs of two unknown provinces stay two.
 * @param on ISO day of the cited document, or else of the citing one: the map that holds
 */
export function placeOfIssuer(
  issuer: string | null,
  level: Level | null,
  citing: string | null,
  document: string,
  citingLevel: Level | null = null,
  on: string | null = null,
): string | null {
  if (level === 'central') return null
  const unknown = `?${document.slice(0, 8)}`
  const at: CitingPlace = { own: citing?.split('.') ?? [], level: citingLevel, on }
  const units = unitsNamedIn(issuer)
  if (level === null) return units[0] ? `${slugName(units[0].name)}.${unknown}` : (citing ?? unknown)
  const unit = units.find(({ kind }) => isKindOf(kind, level))
  const upper = units.filter((other) => other !== unit)
  if (!unit) return inherited(level, upper, at) ?? unknown
  if (level === 'province') return provinceSlug(unit.name)
  const place = level === 'district' ? districtPath(unit, upper, at) : placeOfCommune(unit, upper, at)
  return place ?? `${slugName(unit.name)}.${unknown}`
}

function isKindOf(kind: string | null, level: UnitLevel): boolean {
  return KINDS.some(({ name, levels }) => name === kind && levels.includes(level))
}

/** The citing document's own unit of that level, unless the words name another that it would lie in. */
function inherited(level: Level, upper: readonly NamedUnit[], at: CitingPlace): string | null {
  const depth = level === 'commune' && isRightBelowProvince(at) ? 2 : DEPTH[level]
  if (at.own.length < depth || (level === 'district' && isRightBelowProvince(at))) return null
  const path = at.own.slice(at.own.length - depth)
  return upper.every(({ name }) => path.includes(slugName(name))) ? path.join('.') : null
}

/** A commune's path of two parts says that it is of July 2025 or later. */
function isRightBelowProvince({ level, own }: CitingPlace): boolean {
  return level === 'commune' && own.length === 2
}

/** The province that the words name, or else the citing document's own; `null` where neither tells. */
function provinceOf(upper: readonly NamedUnit[], { own }: CitingPlace): string | null {
  const said = upper.map(({ name }) => provinceSlug(name)).find((path) => unitAt(path)?.level === 'province')
  const last = own.at(-1) ?? null
  return said ?? (last?.startsWith('?') ? null : last)
}

/** Path of a named district; `null` where several provinces have one and nothing settles which. */
function districtPath(unit: NamedUnit, upper: readonly NamedUnit[], at: CitingPlace): string | null {
  const province = provinceOf(upper, at)
  const everywhere = districtsNamed(unit)
  const isReal = province === null || unitAt(province) !== null
  if (everywhere.length === 0 || !isReal) return province && `${slugName(unit.name)}.${province}`
  const within = (parents: readonly string[]) =>
    everywhere.filter(({ parent }) => parents.includes(parent ?? ''))
  const near = province === null ? [] : [within([province]), within(provincesWithin(province))]
  const found = near.find((units) => units.length > 0) ?? everywhere
  return onlyOne(found, at.on)?.path ?? null
}

/** The only one, or the only one of its day. */
function onlyOne(units: readonly Unit[], on: string | null): Unit | null {
  if (units.length === 1) return units[0] ?? null
  const present = on === null ? [] : units.filter((unit) => existsOn(unit, on))
  return present.length === 1 ? (present[0] ?? null) : null
}

/** Path of a named commune; `null` where its parent is not known, or several communes fit. */
function placeOfCommune(unit: NamedUnit, upper: readonly NamedUnit[], at: CitingPlace): string | null {
  const parent = parentOfCommune(upper, at)
  return parent?.split('.').some((part) => part.startsWith('?')) === false ? communePath(unit, parent) : null
}

function parentOfCommune(upper: readonly NamedUnit[], at: CitingPlace): string | null {
  const [district, ...rest] = upper.filter(({ kind }) => kind !== 'tỉnh')
  const provinces = upper.filter((unit) => unit !== district)
  if (district && unitAt(provinceSlug(district.name)) === null)
    return districtPath(district, [...rest, ...provinces], at)
  if (isOfTwoLevels(at)) return provinceOf(upper, at)
  if (upper.length > 0 || isRightBelowProvince(at)) return null
  return inherited('district', [], at)
}

/** The day tells; without one, a citing commune of two parts. */
function isOfTwoLevels(at: CitingPlace): boolean {
  return at.on === null ? isRightBelowProvince(at) : at.on >= TWO_LEVELS_SINCE
}

const COMMUNE_LABEL = /^(?:xa|phuong|dac-khu|thi-tran)-/

/**
 * The level that a place path tells: by its length, and where two parts may be a district before 01/7/2025 or a commune
 * since, by the shipped map.
 */
export function levelOfPath(path: string | null): Level | null {
  const units = path ? path.split('.') : []
  if (units.length === 0 || units.some((unit) => unit.startsWith('?'))) return null
  const level = LEVELS[units.length] ?? null
  return level === 'district' && isCommuneOf2025(units.join('.')) ? 'commune' : level
}

function isCommuneOf2025(path: string): boolean {
  if (unitAt(path)) return false
  const [label = '', province = ''] = path.split('.')
  return COMMUNE_LABEL.test(label) || unitAt(province)?.validTo === null
}

/** A place path as people give it, in its one spelling; `null` where it is none: "ngoc-lac.thanh-hoa". */
export function parsePlace(text: string): string | null {
  const units = text.split('.').map((unit) => slug(unit))
  return units.length <= 3 && units.every((unit) => unit && unit.length <= 60) ? units.join('.') : null
}
