// Congress terms of the Party, for telling apart what bears one number: numbers restart with each term.
// Dates as in the congresses' records; terms overlap by the days of a congress.

export interface Term {
  readonly number: number
  readonly from: string
  readonly to: string
}

export const PARTY_TERMS: readonly Term[] = [
  { number: 6, from: '1986-12-15', to: '1991-06-27' },
  { number: 7, from: '1991-06-24', to: '1996-07-01' },
  { number: 8, from: '1996-06-28', to: '2001-04-22' },
  { number: 9, from: '2001-04-19', to: '2006-04-25' },
  { number: 10, from: '2006-04-18', to: '2011-01-19' },
  { number: 11, from: '2011-01-12', to: '2016-01-28' },
  { number: 12, from: '2016-01-20', to: '2021-02-01' },
  { number: 13, from: '2021-01-25', to: '2026-01-25' },
  { number: 14, from: '2026-01-19', to: '2031-12-31' },
]

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }

/** "XIII" → 13. */
export function romanValue(roman: string): number {
  const values = [...roman.toUpperCase()].map((letter) => ROMAN[letter] ?? 0)
  return values.reduce((sum, value, i) => (value < (values[i + 1] ?? 0) ? sum - value : sum + value), 0)
}

/** Organs elected for a congress term of the Party; a province's own committee counts its own terms. */
const CENTRAL_PARTY = /trung ương|bộ chính trị|ban bí thư|T\.?[WƯ](?!\p{L})/iu

/** The Party term that an issuer's words name ("Bộ Chính trị (khóa XI)"), or `null`. */
export function partyTermIn(issuer: string | null): Term | null {
  if (!issuer || !CENTRAL_PARTY.test(issuer.normalize('NFC'))) return null
  const found = issuer.normalize('NFC').match(/kh(?:óa|oá)\s+([IVXL]{1,6})(?![\p{L}])/iu)
  if (!found?.[1]) return null
  const number = romanValue(found[1])
  return PARTY_TERMS.find((term) => term.number === number) ?? null
}

/** The Party term in which a day lies, the later one of two that overlap; `null` before the sixth. */
export function partyTermAt(date: string): Term | null {
  return PARTY_TERMS.findLast((term) => term.from <= date && date <= term.to) ?? null
}
