// What happened to an instrument, day by day.

import { html, nothing, type TemplateResult } from 'lit'
import type { EventKind } from '../../legal/records.ts'
import type { StatusValue } from '../../legal/status.ts'
import { dayIn, EVENT_WORDS, type Language, STATUS_WORDS, wordIn } from '../../legal/words.ts'
import { type Instrument, instrumentLink } from '../instrument.ts'
import { type Evidence, evidenceList, STATUS_TONES, sign } from '../status.ts'
import { capital, say } from '../words.ts'

export interface Change {
  readonly kind: EventKind
  readonly value: StatusValue
  readonly since: string | null
  readonly notBefore: string | null
  readonly by: readonly Instrument[]
  readonly evidence: readonly Evidence[]
}

export function timelineTable(timeline: readonly Change[], language: Language): TemplateResult {
  return html`<ol class="timeline">${timeline.map(
    (change) => html`<li>
      <p class="when">${when(change, language)}</p>
      <div>
        <p>${sign(STATUS_TONES[change.value])} <strong>${capital(wordIn(language, EVENT_WORDS[change.kind]))}</strong>
          ${saysMore(change) ? html`<span class="small">${say(language, 'after')}: ${wordIn(language, STATUS_WORDS[change.value])}</span>` : nothing}</p>
        ${change.by.map((one) => html`<p>${say(language, 'by')} ${instrumentLink(one, language)}</p>`)}
        ${
          change.evidence.length > 0
            ? html`<details><summary>${say(language, 'evidence')}</summary>${evidenceList(change.evidence, language)}</details>`
            : nothing
        }
      </div>
    </li>`,
  )}</ol>`
}

/** Whether the status from then on is another than the event itself tells. */
function saysMore({ kind, value }: Change): boolean {
  return kind === 'ENTERED_INTO_FORCE' ? value !== 'NO_KNOWN_CHANGE' : kind !== value
}

function when({ since, notBefore }: Change, language: Language): string {
  if (since) return dayIn(language, since)
  return notBefore
    ? say(language, 'notBefore', { day: dayIn(language, notBefore) })
    : say(language, 'dayUnknown')
}
