// Instruments that unclear words may mean, each with what became of it: what has ended is not offered for copying.

import { html, nothing, type TemplateResult } from 'lit'
import type { Language } from '../legal/words.ts'
import { copyButton } from './copy-button.ts'
import { instrumentLink } from './instrument.ts'
import { isOver, type MeantInstrument, statusLine } from './status.ts'
import { capital, say } from './words.ts'

export interface Meant {
  readonly instrument: MeantInstrument
  /** Why, in words; "": not told. */
  readonly why: string
}

/** @param title "mayBe": any of them fits the words; "perhaps": the words are probably a slip */
export function meantList(
  title: 'mayBe' | 'perhaps',
  all: readonly Meant[],
  language: Language,
): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing
  return html`<div class="meant"><p class="what">${say(language, title)}</p>
    <ul class="instruments">${all.map((one) => html`<li>${meantItem(one, language)}</li>`)}</ul></div>`
}

function meantItem({ instrument, why }: Meant, language: Language): TemplateResult {
  const { status } = instrument
  return html`${instrumentLink(instrument, language)}
    <p>${statusLine(status, language)}</p>
    ${why ? html`<p class="small">${capital(why)}.</p>` : nothing}
    ${isOver(status) ? nothing : copyButton(instrument, language)}`
}
