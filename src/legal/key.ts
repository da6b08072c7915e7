// The key of an instrument: number@date, with the place appended where the issuer is local.
//   25-NQ/TW@2013-06-03    62/KH-UBND@2022-03-22@ngoc-lac.thanh-hoa
//   60/2014/NĐ-CP          a number whose date nobody has told us: a placeholder
//   08-ĐA/TU@?@cao-bang    the same, of a local issuer
//   unnumbered@839d046cad6a   a text that shows no number of its own: by the start of its sha256
// A number alone is never an identity: numbers restart every year (State), every term (Party).

import { foldWords } from './fold.ts'

const LONGEST_KEY = 300
const DATE = /^\d{4}(?:-\d{2}-\d{2})?$/

export interface KeyParts {
  /** The number, or the name of an instrument that has none. */
  readonly number: string
  readonly date: string | null
  readonly place: string | null
}

/** Builds the key from its parts; the inverse of `parseKey`. */
export function formatKey({ number, date, place }: KeyParts): string {
  if (place) return `${number}@${date ?? '?'}@${place}`
  return date ? `${number}@${date}` : number
}

/** Takes a key apart, or `null` where the text cannot be one. */
export function parseKey(key: string): KeyParts | null {
  if (key.length === 0 || key.length > LONGEST_KEY || /\p{C}/u.test(key) || !/[\p{L}\p{N}]/u.test(key))
    return null
  const [number = '', date, place, ...rest] = key.normalize('NFC').trim().split('@')
  if (!number || rest.length > 0 || place === '') return null
  if (number === UNNUMBERED) return date ? { number: key, date: null, place: null } : null
  if (date !== undefined && date !== '?' && !isIsoDate(date)) return null
  return { number, date: date === undefined || date === '?' ? null : date, place: place ?? null }
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
 * The number without a year that does not belong to it. Since 01/7/2016 (Law 80/2015/QH13, Article 4) directives
 * are no normative acts, and their numbers hold no year; "33/2021/CT-TTg" is 33/CT-TTg.
 */
export function withoutSpuriousYear(number: string): string {
  return number.replace(/^(\d{1,5})\/20(?:1[7-9]|[2-9]\d)\/(CT-(?:TTg|UBND))$/u, '$1/$2')
}

/** One spelling of a number for looking it up: "25 - nq/tw" → "25nqtw". */
export function numberKey(number: string): string {
  return foldWords(number).replaceAll(' ', '')
}
