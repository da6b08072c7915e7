// Copies an instrument as it is cited, and says so.

import { html, type TemplateResult } from 'lit'
import type { Language } from '../legal/words.ts'
import { citationOf } from './citation.ts'
import type { Instrument } from './instrument.ts'
import { TellEvent } from './toast.ts'
import { say } from './words.ts'

export function copyButton(instrument: Instrument, language: Language): TemplateResult {
  // What goes into a Vietnamese draft is Vietnamese, whatever the page speaks.
  const words = citationOf(instrument)
  return html`<button type="button" class="copy" aria-label="${say(language, 'copy')}: ${words}"
    @click=${(event: Event) => void copy(event.target as Element, words, language)}>${say(language, 'copy')}</button>`
}

async function copy(from: Element, words: string, language: Language): Promise<void> {
  const done = await copyText(words)
  from.dispatchEvent(new TellEvent(say(language, done ? 'copied' : 'copyFailed', { words })))
}

/** Pages that did not come over TLS may not use the clipboard; then the words are selected and copied as by hand. */
async function copyText(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    const field = document.createElement('textarea')
    field.value = words
    field.className = 'unseen'
    document.body.append(field)
    field.select()
    const done = document.execCommand('copy')
    field.remove()
    return done
  }
}
