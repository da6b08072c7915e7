// An instrument as the page names it: type, number, day, issuer; what is invented says so.

import { html, nothing, type TemplateResult } from 'lit'
import type { StatusValue } from '../legal/status.ts'
import { dayIn, type Language, LEVEL_WORDS, wordIn } from '../legal/words.ts'
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

/** "Kế hoạch số 62/KH-UBND". */
export function headOf({ type, number, title }: Instrument, language: Language): string {
  const kind = type ?? say(language, 'instrument')
  if (number) return language === 'vi' ? `${kind} số ${number}` : `${kind} ${number}`
  return title ? kind : `${kind} (${say(language, 'noNumber')})`
}

/** "Nghị quyết số 25-NQ/TW ngày 03/6/2013", within a sentence: a number alone tells no instrument from another. */
export function nameOf(instrument: Instrument, language: Language): string {
  const { number, date, title } = instrument
  const head = headOf(instrument, language)
  if (number === null && title) return `${head} “${title}”`
  return date ? `${head} ${language === 'vi' ? 'ngày' : 'of'} ${dayIn(language, date)}` : head
}

/** "Kế hoạch số 62/KH-UBND ngày 22/3/2022 của UBND huyện Ngọc Lặc về …", as it is cited. */
export function citationOf(instrument: Instrument, language: Language): string {
  const { date, issuer, title } = instrument
  const [on, of] = language === 'vi' ? ['ngày', 'của'] : ['of', 'by']
  const day = date ? ` ${on} ${dayIn(language, date)}` : ''
  return `${headOf(instrument, language)}${day}${issuer ? ` ${of} ${issuer}` : ''}${title ? ` ${title}` : ''}`.normalize(
    'NFC',
  )
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
  const { key, date, issuer, title, fictional } = instrument
  const small = [date ? dayIn(language, date) : '', issuer ?? ''].filter(Boolean).join(' · ')
  return html`<span class="instrument">
    <a href=${instrumentAddress(key, language)} lang="vi">${headOf(instrument, language)}</a>
    ${fictionalMark(fictional, language)}
    ${small ? html`<span class="small" lang="vi">${small}</span>` : nothing}
    ${title ? html`<span class="title" lang="vi">${title}</span>` : nothing}
  </span>`
}
