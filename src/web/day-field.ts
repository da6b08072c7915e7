// A field for a day, written as offices write it: day/month/year. The browser's own field follows the language of the
// browser, not of the page, and 03/06 would be read as March by some of its readers and as June by others.

import { html, nothing, type TemplateResult } from 'lit'
import type { Language } from '../legal/words.ts'
import { say } from './words.ts'

const DAY = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/u
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/u

/** The ISO day that was typed, "" where nothing was; `null` where it is no day of the calendar. */
export function readDay(text: string): string | null {
  const typed = text.trim()
  if (typed === '') return ''
  const [, day = '', month = '', year = ''] = typed.match(DAY) ?? []
  const iso = ISO_DAY.test(typed) ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

/** "20/12/2021" of an ISO day. */
function writeDay(iso: string): string {
  const [, year, month, day] = iso.match(ISO_DAY) ?? []
  return day ? `${day}/${month}/${year}` : ''
}

interface DayField {
  readonly id: string
  /** ISO; "": none. */
  readonly value: string
  /** Id of what explains it. */
  readonly hint?: string
}

/** The field; what is no day is refused by its form, in words. */
export function dayField({ id, value, hint }: DayField, language: Language): TemplateResult {
  const judge = ({ target }: Event) => {
    const field = target as HTMLInputElement
    field.setCustomValidity(readDay(field.value) === null ? say(language, 'dayWrong') : '')
  }
  return html`<input id=${id} name="day" type="text" inputmode="numeric" autocomplete="off" maxlength="10"
    placeholder=${say(language, 'dayPattern')} aria-describedby=${hint ?? nothing} .value=${writeDay(value)} @input=${judge}>`
}

/** The ISO day in a form that was sent; "" where there is none. */
export function sentDay(form: FormData): string {
  return readDay(String(form.get('day') ?? '')) ?? ''
}
