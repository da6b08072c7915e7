// An instrument as the page names it: type, number, day, issuer; what is invented says so.

import { html, nothing, type TemplateResult } from 'lit'
import type { StatusValue } from '../legal/status.ts'
import { dayIn, type Language, LEVEL_WORDS, wordIn } from '../legal/words.ts'
import { isNumber } from './citation.ts'
import { instrumentAddress } from './route.ts'
import { say } from './words.ts'

/** What is asked of every instrument that is named. */
export const INSTRUMENT_FIELDS = 'key number date type title issuer level textHeld fictional'

export interface Instrument {
  readonly key: string
  readonly number: string | null
  readonly date: string | null
  readonly type: string | null
  readonly title: string | null
  readonly issuer: string | null
  readonly level: string | null
  readonly textHeld: boolean
  readonly fictional: boolean
  readonly status?: { readonly value: StatusValue }
}

/** "Kế hoạch số 62/KH-UBND"; of one without a number: "Kế hoạch của UBND xã Minh Sơn". */
export function headOf({ type, number, issuer, title }: Instrument, language: Language): string {
  const kind = type ?? say(language, 'instrument')
  // What has no number by its nature has its name in that place: the Constitution, a resolution of a congress.
  if (number && !isNumber(number)) return title?.startsWith(kind) ? title : kind
  if (number) return language === 'vi' ? `${kind} số ${number}` : `${kind} ${number}`
  if (issuer) return `${kind} ${language === 'vi' ? 'của' : 'of'} ${issuer}`
  return `${kind} (${say(language, 'noNumber')})`
}

/** "Nghị quyết số 25-NQ/TW ngày 03/6/2013", within a sentence: a number alone tells no instrument from another. */
export function nameOf(instrument: Instrument, language: Language): string {
  const { number, date, title } = instrument
  const head = headOf(instrument, language)
  if (number === null && title) return `${head} “${title}”`
  return date ? `${head} ${language === 'vi' ? 'ngày' : 'of'} ${dayIn(language, date)}` : head
}

/** "03/6/2013 · Chính phủ": what its head does not say. */
export function underHead({ number, date, issuer }: Instrument, language: Language): string {
  const parts = [date ? dayIn(language, date) : '', number === null ? '' : (issuer ?? '')]
  return parts.filter(Boolean).join(' · ')
}

/** The level as a word; "" where it is not known. */
export function levelIn(language: Language, level: string | null): string {
  const words = LEVEL_WORDS[(level ?? '').toLowerCase() as keyof typeof LEVEL_WORDS]
  return words ? wordIn(language, words) : ''
}

export function fictionalMark(fictional: boolean, language: Language): TemplateResult | typeof nothing {
  return fictional ? html`<span class="fictional">${say(language, 'fictional')}</span>` : nothing
}

/** Its name as a link, and below it the day, issuer and title. */
export function instrumentLink(instrument: Instrument, language: Language): TemplateResult {
  const { key, title, fictional } = instrument
  const [head, small] = [headOf(instrument, language), underHead(instrument, language)]
  return html`<span class="instrument">
    <a href=${instrumentAddress(key, language)} lang="vi">${head}</a>
    ${fictionalMark(fictional, language)}
    ${small ? html`<span class="small" lang="vi">${small}</span>` : nothing}
    ${title && title !== head ? html`<span class="title" lang="vi">${title}</span>` : nothing}
  </span>`
}
