// A status as the page shows it: a sign and words, so that no meaning rests on colour alone.

import { html, nothing, svg, type TemplateResult } from 'lit'
import type { StatusValue, StatusWarning } from '../legal/status.ts'
import { dayIn, type Language, STATUS_WORDS, WARNING_WORDS, wordIn } from '../legal/words.ts'
import { INSTRUMENT_FIELDS, type Instrument, nameOf } from './instrument.ts'
import { instrumentAddress } from './route.ts'
import { capital, say } from './words.ts'

/** What a sign and its colour say. */
export type Tone = 'ended' | 'doubt' | 'changed' | 'kept' | 'plain' | 'quiet'

export const STATUS_TONES: Readonly<Record<StatusValue, Tone>> = {
  NOT_YET_IN_FORCE: 'changed',
  NO_KNOWN_CHANGE: 'quiet',
  AMENDED: 'changed',
  CONTINUED: 'kept',
  PARTLY_REPEALED: 'changed',
  SUSPENDED: 'changed',
  REPLACED: 'ended',
  REPEALED: 'ended',
  EXPIRED: 'ended',
  SPENT: 'ended',
  SUPERSEDED_IN_SUBSTANCE: 'changed',
  CONFLICT: 'doubt',
  UNKNOWN: 'plain',
}

/** Strokes of the signs, on a square of 16. */
const SIGNS: Readonly<Record<Tone, string>> = {
  ended: 'M5 5l6 6M11 5l-6 6',
  doubt: 'M6 6.2a2 2 0 1 1 2.8 1.9c-.6.3-.8.6-.8 1.3M8 11.6v.2',
  changed: 'M8 4.4v4.8M8 11.5v.2',
  kept: 'M4.6 8h6.4M8.4 5.2L11.2 8l-2.8 2.8',
  plain: 'M5 8h6',
  // No tick: that nobody told of a change is no proof.
  quiet: 'M8 6.8a1.2 1.2 0 1 0 .01 0',
}

export function sign(tone: Tone): TemplateResult {
  // No blank within: in a draft every blank would be shown.
  return html`<svg class="sign ${tone}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${svg`<circle cx="8" cy="8" r="7"></circle><path d=${SIGNS[tone]}></path>`}</svg>`
}

export interface Evidence {
  readonly quote: string | null
  readonly source: string
  readonly confidence: string
  readonly rank: string
}

export const STATUS_FIELDS = `value since asOf by { ${INSTRUMENT_FIELDS} }
  evidence { quote source confidence rank }
  warningDetails { warning instruments { ${INSTRUMENT_FIELDS} } }`

export interface Status {
  readonly value: StatusValue
  readonly since: string | null
  readonly asOf: string
  readonly by: readonly Instrument[]
  readonly evidence: readonly Evidence[]
  readonly warningDetails: readonly {
    readonly warning: StatusWarning
    readonly instruments: readonly Instrument[]
  }[]
}

/** What a line on a status needs. */
export type BriefStatus = Pick<Status, 'value' | 'since' | 'by'>
export const BRIEF_STATUS_FIELDS = `value since by { ${INSTRUMENT_FIELDS} }`

/** An instrument that unclear words may mean, with what became of it. */
export type MeantInstrument = Instrument & { readonly status: BriefStatus }

/** What is asked of each, `day` being the name of the variable with the day, if there is one. */
export function meantFields(day?: string): string {
  return `${INSTRUMENT_FIELDS} status${day ? `(asOf: $${day})` : ''} { ${BRIEF_STATUS_FIELDS} }`
}

/** "✕ Đã bị thay thế từ ngày 30/7/2021, bởi …". */
export function statusLine({ value, since, by }: BriefStatus, language: Language): TemplateResult {
  return html`<span class="status ${STATUS_TONES[value]}">${sign(STATUS_TONES[value])}<span
    ><strong>${capital(wordIn(language, STATUS_WORDS[value]))}</strong>${sinceDay(value, since, language)}${doers(by, language)}</span></span>`
}

/** The day of what changed; where nothing did, the day of entry into force, which must not read as "unchanged since". */
function sinceDay(value: StatusValue, since: string | null, language: Language): string {
  if (!since) return ''
  const day = dayIn(language, since)
  return value === 'NO_KNOWN_CHANGE'
    ? ` (${say(language, 'inForceFrom', { day })})`
    : ` ${say(language, 'since', { day })}`
}

/** Sign and word of a status, in lists. */
export function statusMark(value: StatusValue, language: Language): TemplateResult {
  return html`<span class="status short ${STATUS_TONES[value]}">${sign(STATUS_TONES[value])}<span>${capital(wordIn(language, STATUS_WORDS[value]))}</span></span>`
}

/** Whether it is none to cite any more: ended, or past its own period. */
export function isOver({ value }: { readonly value: StatusValue }): boolean {
  return STATUS_TONES[value] === 'ended'
}

function doers(by: readonly Instrument[], language: Language) {
  if (by.length === 0) return nothing
  return html`, ${say(language, 'by')} ${namedList(by, language)}`
}

function namedList(instruments: readonly Instrument[], language: Language) {
  return instruments.map(
    (one, i) =>
      html`${i > 0 ? '; ' : nothing}<a href=${instrumentAddress(one.key, language)} lang="vi">${nameOf(one, language)}</a>`,
  )
}

/** Each piece of evidence: the words, and where they stand. */
export function evidenceList(evidence: readonly Evidence[], language: Language): TemplateResult {
  if (evidence.length === 0) return html`<p class="muted">${say(language, 'noEvidence')}</p>`
  const once = new Map(evidence.map((one) => [`${one.quote} ${one.source}`, one]))
  return html`<ul class="evidence">${[...once.values()].map(
    ({ quote, source }) => html`<li>
      ${quote ? html`<blockquote lang="vi">${quote}</blockquote>` : nothing}
      <p class="small">${say(language, 'source')}: ${linked(source)}</p>
    </li>`,
  )}</ul>`
}

/** Addresses in words about a source become links; the words stay as they are. */
function linked(source: string) {
  return source
    .split(/(https?:\/\/[^\s;,()]+)/u)
    .map((part, i) =>
      i % 2 === 1
        ? html`<a href=${part} rel="noreferrer noopener" target="_blank">${hostOf(part)}</a>`
        : part,
    )
}

function hostOf(address: string): string {
  return address.split('/')[2] || address
}

/** Warnings that say what the status itself says. */
const SAID_BY_STATUS: Readonly<Partial<Record<StatusValue, StatusWarning>>> = {
  CONTINUED: 'CONTINUED_BY_CONCLUSION',
  SPENT: 'SPENT_BY_OWN_PERIOD',
}

export function warningList(
  { value, warningDetails }: Pick<Status, 'value' | 'warningDetails'>,
  language: Language,
): TemplateResult | typeof nothing {
  const told = warningDetails.filter(({ warning }) => warning !== SAID_BY_STATUS[value])
  if (told.length === 0) return nothing
  return html`<ul class="warnings">${told.map(
    ({ warning, instruments }) =>
      html`<li>${sign('changed')}<span>${capital(wordIn(language, WARNING_WORDS[warning]))}${instruments.length > 0 ? ': ' : '.'}${namedList(instruments, language)}</span></li>`,
  )}</ul>`
}
