// The key of an instrument: number@date, with the place appended where the issuer is local.
//   25-NQ/TW@2013-06-03    62/KH-UBND@2022-03-22@ngoc-lac.thanh-hoa
//   60/2014/NĐ-CP          a number whose date nobody has told us: a placeholder
//   08-ĐA/TU@?@cao-bang    the same, of a local issuer
//   18/2008/QH12~NQ@2008-06-03   a qualifier, where the symbol does not tell the type: a law bears that number too
//   unnumbered@839d046cad6a   a text that shows no number of its own: by the start of its sha256
// A number alone is never an identity: numbers restart every year (State), every term (Party).

import { foldWords } from './fold.ts'

const LONGEST_KEY = 300
const DATE = /^\d{4}(?:-\d{2}-\d{2})?$/
/** "~NQ" at the end of a number: what tells it from another instrument of the same number and date. */
const QUALIFIED = /^(.+)~([\p{L}\d-]{1,20})$/u

export interface KeyParts {
  /** The number in its one right spelling, or the name of an instrument that has none. */
  readonly number: string
  readonly date: string | null
  readonly place: string | null
  /** "NQ": tells apart what bears one number on one day. */
  readonly qualifier?: string
}

/** Builds the key from its parts; the inverse of `parseKey`. */
export function formatKey({ number, date, place, qualifier }: KeyParts): string {
  const name = qualifier ? `${number}~${qualifier}` : number
  if (place) return `${name}@${date ?? '?'}@${place}`
  return date ? `${name}@${date}` : name
}

/** Takes a key apart, its number in its right spelling; `null` where the text cannot be one. */
export function parseKey(key: string): KeyParts | null {
  if (key.length === 0 || key.length > LONGEST_KEY || /\p{C}/u.test(key) || !/[\p{L}\p{N}]/u.test(key))
    return null
  const [name = '', date, place, ...rest] = key.normalize('NFC').trim().split('@')
  if (!name || rest.length > 0 || place === '') return null
  if (name === UNNUMBERED) return date ? { number: key, date: null, place: null } : null
  if (date !== undefined && date !== '?' && !isIsoDate(date)) return null
  const [, number = name, qualifier] = name.match(QUALIFIED) ?? []
  return {
    number: canonicalNumber(number),
    date: date === undefined || date === '?' ? null : date,
    place: place ?? null,
    ...(qualifier && { qualifier }),
  }
}

const UNNUMBERED = 'unnumbered'

/** The key of a text that shows no number of its own. */
export function unnumberedKey(sha256: string): string {
  return `${UNNUMBERED}@${sha256.slice(0, 12)}`
}

export function isUnnumbered(key: string): boolean {
  return key.startsWith(`${UNNUMBERED}@`)
}

/** A year, or a day of the calendar that exists. */
export function isIsoDate(date: string): boolean {
  if (!DATE.test(date)) return false
  if (date.length === 4) return true
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)
}

/**
 * The one right spelling of a number. Numbers below ten have two digits (Decree 30/2020/NĐ-CP, Appendix I), the
 * Party's have the hyphen first ("217/QĐ-TW" is 217-QĐ/TW), and since 01/7/2016 (Law 80/2015/QH13, Article 4)
 * directives are no normative acts, whose numbers hold no year: "33/2021/CT-TTg" is 33/CT-TTg.
 */
export function canonicalNumber(number: string): string {
  return number
    .replace(/^0*(\d{2,5})(?=[-/])|^0*(\d)(?=[-/])/u, (_, long, digit) => long ?? `0${digit}`)
    .replace(/^(\d{2,5})\/20(?:1[7-9]|[2-9]\d)\/(CT-(?:TTg|UBND))$/u, '$1/$2')
    .replace(PARTY_AS_STATE, '$1-$2/$3')
}

/** A Party number in the State's form; no organ of the State has these symbols. */
const PARTY_AS_STATE =
  /^(\d{2,5})\/(NQ|QĐ|QĐi|QC|CT|KL|TB|HD|CTr|KH|BC|ĐA|TTr|CV|TT)-(TW|VPTW|BTCTW|BTGTW|BDVTW|BTGDVTW|UBKTTW|TU|HU|QU|ĐU)$/iu

/** Numbers of the National Assembly, whose symbol has no type: laws and resolutions are numbered side by side. */
const UNTYPED = /^\d{1,5}\/\d{4}\/(QH|UBTVQH)\d{1,2}$/u
/** What such numbers mostly are; it needs no qualifier. */
const USUAL_TYPE: Readonly<Record<string, RegExp>> = {
  QH: /^(?:bo )?luat$|^hien phap$/,
  UBTVQH: /^nghi quyet$/,
}

/** What the key needs beside number and date: 18/2008/QH12 is a law and a resolution of one day. */
export function qualifierOf(number: string, type: string | null): string | null {
  const organ = number.match(UNTYPED)?.[1]
  const folded = foldWords(type ?? '')
  if (!organ || !folded || USUAL_TYPE[organ]?.test(folded)) return null
  return QUALIFIERS[folded] ?? null
}

const QUALIFIERS: Readonly<Record<string, string>> = {
  'nghi quyet': 'NQ',
  'phap lenh': 'PL',
  luat: 'L',
}

/** Whether the number that a key holds does not tell the type: laws and resolutions bear it side by side. */
export function isUntypedKey(key: string): boolean {
  return UNTYPED.test(parseKey(key)?.number ?? '')
}

/** The key of an instrument of that type; a key that is none, or has its qualifier, stays as it is. */
export function typedKey(key: string, type: string | null): string {
  const parts = parseKey(key)
  if (!parts || isUnnumbered(key)) return key
  const qualifier = parts.qualifier ?? qualifierOf(parts.number, type)
  return formatKey(qualifier ? { ...parts, qualifier } : parts)
}

/** Whether the number holds the year of a normative act, in which no other act of its kind can bear it. */
export function yearInNumber(number: string): string | null {
  return number.match(/^\d{1,5}[a-zđ]?\/((?:19|20)\d{2})\//iu)?.[1] ?? null
}

/** The year in a number that its right spelling leaves out: "33/2021/CT-TTg" was issued in 2021. */
export function yearLeftOut(number: string): number | null {
  const year = yearInNumber(number)
  return year && !yearInNumber(canonicalNumber(number)) ? Number(year) : null
}

/** One spelling of a number for looking it up: "25 - nq/tw" → "25nqtw". */
export function numberKey(number: string): string {
  return foldWords(canonicalNumber(number.normalize('NFC').replace(/\s+/gu, ''))).replaceAll(' ', '')
}

/** Longer than any number or name of an instrument; what is longer is looked up by its beginning. */
const LONGEST_LOOKUP = 200

/** What all instruments of one number in one jurisdiction share: "25nqtw", "407qdtu@binh-dinh". */
export function lookupOf(number: string, place: string | null): string {
  const key = numberKey(number).slice(0, LONGEST_LOOKUP)
  return place ? `${key}@${place}` : key
}

/** The lookup of an instrument's key; `null` for a text without a number. */
export function lookupOfKey(key: string): string | null {
  const parts = isUnnumbered(key) ? null : parseKey(key)
  return parts && lookupOf(parts.number, parts.place)
}
