// What is said of one citation of a draft: what it is, what to cite instead, and the words that prove it.

import { html, nothing, type TemplateResult } from 'lit'
import type { Language } from '../../legal/words.ts'
import { citationOf, type Instrument, instrumentLink } from '../instrument.ts'
import { evidenceList, statusLine, warningList } from '../status.ts'
import { say, type WordName } from '../words.ts'
import type { Finding, Meant } from './finding.ts'
import { reasonsIn } from './reasons.ts'

export function findingBody(
  finding: Finding,
  language: Language,
  copy: (words: string) => void,
): TemplateResult {
  const { instrument, replacement, statusToday, candidates, suggestions, state } = finding
  return html`
    ${instrument && state === 'RESOLVED' ? html`<p>${instrumentLink(instrument, language)}</p>` : nothing}
    ${statusToday ? html`<p>${statusLine(statusToday, language)}</p>` : nothing}
    ${replacement ? instead(replacement, language, copy) : nothing}
    ${meant('mayBe', state === 'RESOLVED' ? [] : candidates, language)} ${meant('perhaps', suggestions, language, copy)}`
}

function instead(replacement: Instrument, language: Language, copy: (words: string) => void): TemplateResult {
  return html`<div class="instead">
    <p class="what">${say(language, 'citeInstead')}</p>
    <p>${instrumentLink(replacement, language)}</p>
    ${copyButton(replacement, language, copy)}
  </div>`
}

function copyButton(
  instrument: Instrument,
  language: Language,
  copy: (words: string) => void,
): TemplateResult {
  // What goes into a Vietnamese draft is Vietnamese, whatever the page speaks.
  const words = citationOf(instrument, 'vi')
  return html`<button type="button" class="copy" aria-label="${say(language, 'copy')}: ${words}"
    @click=${() => copy(words)}>${say(language, 'copy')}</button>`
}

function meant(
  title: WordName,
  all: readonly Meant[],
  language: Language,
  copy?: (words: string) => void,
): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing
  return html`<div class="meant"><p class="what">${say(language, title)}</p>
    <ul class="instruments">${all.map(({ instrument, reasons }) => {
      const why = reasonsIn(language, reasons)
      return html`<li>${instrumentLink(instrument, language)}
        ${why ? html`<span class="small">${why}</span>` : nothing}
        ${copy ? copyButton(instrument, language, copy) : nothing}</li>`
    })}</ul></div>`
}

export function findingProof(finding: Finding, language: Language): TemplateResult {
  const { statusToday, statusWhenCited, evidence, quote, reasons, flags } = finding
  const why = reasonsIn(language, [...reasons, ...flags])
  return html`<dl class="pairs">
    <dt>${say(language, 'sentence')}</dt><dd><blockquote lang="vi">${quote}</blockquote></dd>
    ${why ? html`<dt>${say(language, 'reasons')}</dt><dd>${why}</dd>` : nothing}
    ${statusWhenCited ? html`<dt>${say(language, 'whenCited')}</dt><dd>${statusLine(statusWhenCited, language)}</dd>` : nothing}
    ${
      statusToday
        ? html`<dt>${say(language, 'evidence')}</dt>
          <dd>${evidenceList(evidence, language)}${warningList(statusToday.warningDetails, language)}</dd>`
        : nothing
    }
  </dl>`
}
