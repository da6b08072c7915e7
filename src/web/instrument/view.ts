// Văn bản: one instrument, its status, what it rests on and what rests on it; or a list to choose from.

import { Task } from '@lit/task'
import { html, nothing, type TemplateResult } from 'lit'
import { dayIn } from '../../legal/words.ts'
import { type AskError, ask } from '../ask.ts'
import '../day-field.ts'
import type { DayField } from '../day-field.ts'
import { PageElement, ShownEvent } from '../element.ts'
import '../instrument-list.ts'
import './cited-by.ts'
import './relations.ts'
import {
  fictionalMark,
  headOf,
  INSTRUMENT_FIELDS,
  type Instrument,
  instrumentLink,
  levelIn,
} from '../instrument.ts'
import { PLACE_FIELDS, type Place, placeName } from '../place.ts'
import { type InstrumentRoute, traceAddress } from '../route.ts'
import { evidenceList, STATUS_FIELDS, type Status, statusLine, statusMark, warningList } from '../status.ts'
import { capital } from '../words.ts'
import { type Change, timelineTable } from './timeline.ts'

const QUERY = `query ($key: ID!, $day: Date, $dated: Boolean!) {
  instrument(key: $key) {
    ${INSTRUMENT_FIELDS}
    place { ${PLACE_FIELDS} }
    status { ${STATUS_FIELDS} }
    onDay: status(asOf: $day) @include(if: $dated) { ${STATUS_FIELDS} }
    timeline { kind value since notBefore by { ${INSTRUMENT_FIELDS} } evidence { quote source confidence rank } }
  }
}`

const SAME_NUMBER = `query ($number: String!) {
  instruments(filter: { number: $number }, first: 50) { edges { node { ${INSTRUMENT_FIELDS} status { value } } } }
}`

interface Described extends Instrument {
  readonly place: Place | null
  readonly status: Status
  readonly onDay?: Status
  readonly timeline: readonly Change[]
}

interface Asked {
  readonly instrument: Described
  readonly others: readonly Instrument[]
}

class InstrumentView extends PageElement {
  static override properties = { route: { attribute: false } }
  declare route: InstrumentRoute

  #task = new Task(this, {
    task: async ([key, day], { signal }) => (key ? this.#ask(key, day ?? '', signal) : null),
    args: () => [this.route.key, this.route.day],
    onComplete: (asked) => asked && this.dispatchEvent(new ShownEvent(asked.instrument)),
  })

  async #ask(key: string, day: string, signal: AbortSignal): Promise<Asked> {
    const variables = { key, day: day || null, dated: day !== '' }
    const { instrument } = await ask<{ instrument: Described }>(QUERY, variables, signal)
    return { instrument, others: await sameNumber(instrument, signal) }
  }

  override render(): TemplateResult {
    const { key, text } = this.route
    if (key === null)
      return html`<can-cu-list view="instrument" .language=${this.language} .text=${text}></can-cu-list>`
    return html`${this.#task.render({
      pending: () => html`<p class="loading" role="status">${this.say('loading')}</p>`,
      error: (error) => this.#failure(error as AskError),
      complete: (asked) => (asked ? this.#page(asked) : nothing),
    })}`
  }

  #failure(error: AskError): TemplateResult {
    if (error.isUnknownKey)
      return html`<can-cu-list view="instrument" .language=${this.language} .missing=${this.route.key ?? ''}></can-cu-list>`
    const retry = () => void this.#task.run()
    return html`<can-cu-failure .language=${this.language} .error=${error} .retry=${retry}></can-cu-failure>`
  }

  #page({ instrument, others }: Asked): TemplateResult {
    const { language } = this
    return html`<article class="sheet">
      <header class="sheet-head">
        <h1 lang="vi">${headOf(instrument, language)} ${fictionalMark(instrument.fictional, language)}</h1>
        ${instrument.title ? html`<p class="lead" lang="vi">${capital(instrument.title)}</p>` : nothing}
        ${instrument.fictional ? html`<p class="note">${this.say('fictionalNote')}</p>` : nothing}
      </header>
      ${this.#status(instrument)} ${this.#facts(instrument)} ${this.#timeline(instrument)}
      <can-cu-relations .language=${language} .instrument=${instrument}></can-cu-relations>
      <can-cu-cited-by .language=${language} .key=${instrument.key}></can-cu-cited-by>
      ${others.length > 0 ? this.#others(others) : nothing} ${this.#links(instrument)}
    </article>`
  }

  #status({ status, onDay }: Described): TemplateResult {
    const { language } = this
    return html`<section class="status-box" aria-labelledby="status-title">
      <h2 id="status-title">${this.say('status')}</h2>
      <dl class="pairs">
        <dt>${this.say('today')}</dt><dd>${statusLine(status, language)}${this.#proof(status)}</dd>
        ${
          onDay
            ? html`<dt>${this.say('onDay', { day: dayIn(language, onDay.asOf) })}</dt>
              <dd>${statusLine(onDay, language)}${this.#proof(onDay)}</dd>`
            : nothing
        }
      </dl>
      ${status.value === 'NO_KNOWN_CHANGE' ? html`<p class="small">${this.say('notInForceNote')}</p>` : nothing}
      <form class="day" novalidate @submit=${this.#chooseDay}>
        <can-cu-day-field name="status-day" label="chooseDay" .language=${language} .day=${this.route.day}></can-cu-day-field>
        <button type="submit">${this.say('show')}</button>
      </form>
    </section>`
  }

  #proof(status: Status): TemplateResult {
    const { evidence } = status
    return html`${warningList(status, this.language)}
      ${
        evidence.length > 0
          ? html`<details><summary>${this.say('evidence')}</summary>${evidenceList(evidence, this.language)}</details>`
          : nothing
      }`
  }

  #chooseDay(event: SubmitEvent): void {
    event.preventDefault()
    const day = this.querySelector<DayField>('can-cu-day-field')?.read() ?? null
    if (day !== null) this.go({ ...this.route, day })
  }

  #facts(instrument: Described): TemplateResult {
    const { language } = this
    const unknown = html`<span class="muted">${this.say('unknown')}</span>`
    const rows = [
      ['number', instrument.number ?? this.say('noNumber')],
      ['date', instrument.date ? dayIn(language, instrument.date) : unknown],
      ['type', instrument.type ?? unknown],
      ['issuer', instrument.issuer ?? unknown],
      ['level', levelIn(language, instrument.level) || unknown],
      ...(instrument.place ? [['place', placeName(instrument.place)] as const] : []),
      ['textHeld', this.say(instrument.textHeld ? 'held' : 'notHeld')],
      ['key', html`<code>${instrument.key}</code>`],
    ] as const
    return html`<section aria-labelledby="facts-title"><h2 id="facts-title">${this.say('facts')}</h2>
      <dl class="pairs">${rows.map(([name, value]) => html`<dt>${this.say(name)}</dt><dd>${value}</dd>`)}</dl>
    </section>`
  }

  #timeline({ timeline }: Described): TemplateResult {
    return html`<section aria-labelledby="timeline-title"><h2 id="timeline-title">${this.say('timeline')}</h2>
      ${timeline.length > 0 ? timelineTable(timeline, this.language) : html`<p class="muted">${this.say('noTimeline')}</p>`}
    </section>`
  }

  #others(others: readonly Instrument[]): TemplateResult {
    return html`<section aria-labelledby="others-title"><h2 id="others-title">${this.say('sameNumber')}</h2>
      <ul class="instruments">${others.map((one) => html`<li>${instrumentLink(one, this.language)} ${one.status ? statusMark(one.status.value, this.language) : nothing}</li>`)}</ul>
    </section>`
  }

  #links({ key }: Described): TemplateResult {
    const query = `{\n  instrument(key: ${JSON.stringify(key)}) {\n    key title issuer\n    status { value since by { key } evidence { quote source } }\n    timeline { kind since by { key } }\n  }\n}\n`
    return html`<nav class="next" aria-label=${this.say('links')}>
      <a href=${traceAddress(key, 'UP', this.language)}>${this.say('traceUp')}</a>
      <a href=${traceAddress(key, 'DOWN', this.language)}>${this.say('traceDown')}</a>
      <a href="/graphiql?${new URLSearchParams({ query })}">${this.say('graphiql')}</a>
    </nav>`
  }
}

async function sameNumber({ key, number }: Instrument, signal: AbortSignal): Promise<Instrument[]> {
  if (number === null) return []
  const { instruments } = await ask<{ instruments: { edges: { node: Instrument }[] } }>(
    SAME_NUMBER,
    { number },
    signal,
  )
  return instruments.edges.map(({ node }) => node).filter((one) => one.key !== key)
}

customElements.define('can-cu-instrument', InstrumentView)
