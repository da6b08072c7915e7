// Dates of issue that stand with a number: "ngày 26/11/2021", "ngày 22 tháng 3 năm 2022", "năm 2013".

import { matchAt } from './pattern.ts'

export interface DateReading {
  readonly iso: string | null
  readonly year: number | null
  /** Written in full, but no day of the calendar. */
  readonly impossible: boolean
  readonly end: number
}

const LEAD = String.raw`[,;]?\s?\(?(?:(?:ban\shanh|ky|duoc\sky)\s)?`
const YEAR_DIGITS = String.raw`((?:1[89]|20)\d\s?\d)(?!\d)`
// , ngày 21/9/2000 · 13/5/2016 · ngày 25-2-2010 · ngày 11.6.2020
const NUMERIC = new RegExp(
  String.raw`${LEAD}(?:ngay\s?:?\s?)?(\d\s?\d?)\s?([/.-])\s?(\d{1,2})\s?\2\s?${YEAR_DIGITS}\)?`,
  'y',
)
const MONTHS = [
  'gieng',
  'hai',
  'ba',
  'tu',
  'nam',
  'sau',
  'bay',
  'tam',
  'chin',
  'muoi',
  'muoi mot',
  'muoi hai',
]
// ngày 22 tháng 3 năm 2022 · ngày 03 tháng tư năm 2020
const LONG = new RegExp(
  String.raw`${LEAD}(?:ngay\s)?ngay\s?:?\s?(\d\s?\d?)\s?thang\s?(\d\s?\d?|muoi\smot|muoi\shai|${MONTHS.slice(0, 10).join('|')})\s?,?\s?nam\s?${YEAR_DIGITS}\)?`,
  'y',
)
// ngày … tháng 10 năm 2025: a draft's blank day
const BLANK_DAY = /[,;]?\s?ngay[\s.]{0,12}thang[\s.]{0,8}(?:\d{1,2}\s)?nam\s((?:19|20)\d{2})(?!\d)/y
// năm 2013
const YEAR = /,?\s?\(?nam\s((?:19|20)\d{2})(?!\d|\s?[-/]\s?\d)\)?/y

/** Reads the date that starts at `at` in folded text; null where none does. */
export function readDate(folded: string, at: number): DateReading | null {
  const long = matchAt(LONG, folded, at)
  if (long) return dated(long[1], monthOf(long[2] ?? ''), long[3], LONG.lastIndex)
  const numeric = matchAt(NUMERIC, folded, at)
  if (numeric) return dated(numeric[1], monthOf(numeric[3] ?? ''), numeric[4], NUMERIC.lastIndex)
  const blank = matchAt(BLANK_DAY, folded, at)
  if (blank) return { iso: null, year: Number(blank[1]), impossible: false, end: BLANK_DAY.lastIndex }
  const year = matchAt(YEAR, folded, at)
  return year && { iso: null, year: Number(year[1]), impossible: false, end: YEAR.lastIndex }
}

function monthOf(words: string): number {
  const named = MONTHS.indexOf(words.replace(/\s/g, ' '))
  return named >= 0 ? named + 1 : digits(words)
}

const digits = (text: string | undefined): number => Number((text ?? '').replace(/\s/g, ''))

function dated(day: string | undefined, month: number, year: string | undefined, end: number): DateReading {
  const iso = isoDate(digits(year), month, digits(day))
  return { iso, year: iso ? null : digits(year), impossible: iso === null, end }
}

/** "2021-11-26"; null where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
