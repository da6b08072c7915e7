// A field for a day, written as offices write it: day/month/year. The browser's own field follows the language of the
// browser, not of the page, and 03/06 would be read as March by some of its readers and as June by others.

import { html, type TemplateResult } from 'lit'
import { PageElement } from './element.ts'
import { fieldNotes } from './field.ts'
import type { WordName } from './words.ts'

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

export class DayField extends PageElement {
  static override properties = { name: {}, label: {}, hint: {}, day: {}, wrong: { state: true } }
  /** Id of the field. */
  declare name: string
  declare label: WordName
  declare hint: WordName | null
  /** The ISO day at first; "": none. */
  declare day: string
  /** What was typed is no day. */
  declare wrong: boolean

  constructor() {
    super()
    this.hint = null
    this.day = ''
    this.wrong = false
  }

  override render(): TemplateResult {
    const hint = this.hint ? this.say(this.hint) : ''
    const fault = this.wrong ? this.say('dayWrong') : ''
    return html`<label for=${this.name}>${this.say(this.label)}</label>
      <input id=${this.name} type="text" inputmode="numeric" autocomplete="off" maxlength="10"
        placeholder=${this.say('dayPattern')} .value=${writeDay(this.day)} @input=${() => (this.wrong = false)}
        aria-invalid=${this.wrong} aria-describedby="${this.name}-fault ${this.name}-hint">
      ${fieldNotes(this.name, hint, fault)}`
  }

  /** The ISO day, "" where the field is empty; `null` where it holds no day: the field then says so. */
  read(): string | null {
    const input = this.querySelector('input')
    const day = readDay(input?.value ?? '')
    this.wrong = day === null
    if (day === null) input?.focus()
    return day
  }
}

customElements.define('can-cu-day-field', DayField)
