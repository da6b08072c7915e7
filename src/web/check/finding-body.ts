// What is said of one citation of a draft: what it is, what to look at, what to cite instead, and the words that prove it.

import { html, nothing, type TemplateResult } from 'lit'
import type { Language } from '../../legal/words.ts'
import { copyButton } from '../copy-button.ts'
import { type Instrument, instrumentLink } from '../instrument.ts'
import { type Meant, meantList } from '../meant.ts'
import { evidenceList, sign, statusLine, warningList } from '../status.ts'
import { capital, say } from '../words.ts'
import type { Candidate, Finding } from './finding.ts'
import { conclusionsIn, doubtsIn, reasonsIn } from './reasons.ts'

/** @param findings citations of one instrument */
export function findingBody(findings: readonly [Finding, ...Finding[]], language: Language): TemplateResult {
  const [{ instrument, replacement, replacementWhenCited, statusToday, candidates, suggestions, state }] =
    findings
  return html`
    ${instrument && state === 'RESOLVED' ? html`<p>${instrumentLink(instrument, language)}</p>` : nothing}
    ${doubtList(findings, language)}
    ${statusToday ? html`<p>${statusLine(statusToday, language)}</p>` : nothing}
    ${replacement ? instead(replacement, language) : nothing}
    ${
      replacementWhenCited && replacementWhenCited.key !== replacement?.key
        ? insteadThen(replacementWhenCited, language)
        : nothing
    }
    ${meantList('mayBe', state === 'RESOLVED' ? [] : asMeant(candidates, language), language)}
    ${meantList('perhaps', asMeant(suggestions, language), language)}`
}

function doubtList(findings: readonly Finding[], language: Language): TemplateResult | typeof nothing {
  const codes = findings.flatMap(({ reasons, flags }) => [...reasons, ...flags])
  const doubts = doubtsIn(language, codes)
  if (doubts.length === 0) return nothing
  return html`<ul class="warnings">${doubts.map((words) => html`<li>${sign('doubt')}<span>${capital(words)}.</span></li>`)}</ul>`
}

function instead(replacement: Instrument, language: Language): TemplateResult {
  return html`<div class="instead">
    <p class="what">${say(language, 'citeInstead')}</p>
    <p>${instrumentLink(replacement, language)}</p>
    ${copyButton(replacement, language)}
  </div>`
}

/** It has ended since, or it would be the one to cite today: so there is nothing to copy. */
function insteadThen(replacement: Instrument, language: Language): TemplateResult {
  return html`<p class="what">${say(language, 'citeInsteadThen')}</p><p>${instrumentLink(replacement, language)}</p>`
}

function asMeant(candidates: readonly Candidate[], language: Language): Meant[] {
  return candidates.map(({ instrument, reasons }) => ({ instrument, why: reasonsIn(language, reasons) }))
}

/** @param findings citations of one instrument */
export function findingProof(findings: readonly [Finding, ...Finding[]], language: Language): TemplateResult {
  const [{ statusToday, statusWhenCited, evidence }] = findings
  const codes = findings.flatMap(({ reasons, flags }) => [...reasons, ...flags])
  const why = conclusionsIn(language, codes)
  const quotes = [...new Set(findings.map(({ quote }) => quote))]
  return html`<dl class="pairs">
    <dt>${say(language, 'sentence')}</dt>
    ${quotes.map((quote) => html`<dd><blockquote lang="vi">${quote}</blockquote></dd>`)}
    ${why ? html`<dt>${say(language, 'reasons')}</dt><dd>${capital(why)}.</dd>` : nothing}
    ${statusWhenCited ? html`<dt>${say(language, 'whenCited')}</dt><dd>${statusLine(statusWhenCited, language)}</dd>` : nothing}
    ${
      statusToday
        ? html`<dt>${say(language, 'evidence')}</dt>
          <dd>${evidenceList(evidence, language)}${warningList(statusToday, language)}</dd>`
        : nothing
    }
  </dl>`
}
