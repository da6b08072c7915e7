// Truy nguyên: where an instrument comes from or what came of it: drawn, by level, in chains, and where it breaks off.

import { Task } from '@lit/task'
import { html, nothing, type TemplateResult } from 'lit'
import { RELATIONS } from '../../citation/types.ts'
import { GAP_WORDS, RELATION_WORDS, wordIn } from '../../legal/words.ts'
import { type AskError, ask } from '../ask.ts'
import { citationOf } from '../citation.ts'
import '../day-field.ts'
import type { DayField } from '../day-field.ts'
import { PageElement, ShownEvent } from '../element.ts'
import '../instrument-list.ts'
import './picture.ts'
import { TURNED_WORDS } from '../instrument/relation-words.ts'
import {
  fictionalMark,
  headOf,
  type Instrument,
  instrumentLink,
  levelIn,
  nameOf,
  underHead,
} from '../instrument.ts'
import { type Meant, meantList } from '../meant.ts'
import { instrumentAddress, type TraceRoute } from '../route.ts'
import { sign, statusMark } from '../status.ts'
import { capital } from '../words.ts'
import { byLevel, chainsOf, type Gap, type LevelGroup, type Link, TRACE_QUERY, type Trace } from './trace.ts'

/** Shown of a long list before one asks for more. */
const FIRST = 30

class TraceViewElement extends PageElement {
  static override properties = { route: { attribute: false }, limits: { state: true } }
  declare route: TraceRoute
  /** List → how much of it is shown. */
  declare limits: Readonly<Record<string, number>>

  constructor() {
    super()
    this.limits = {}
  }

  #task = new Task(this, {
    task: async ([key, direction, day, relations], { signal }) => {
      this.limits = {}
      if (!key) return null
      const asked = (relations as string) ? (relations as string).split(',') : null
      const variables = { key, direction, day: day || null, relations: asked }
      return (await ask<{ trace: Trace }>(TRACE_QUERY, variables, signal)).trace
    },
    args: () => [this.route.key, this.route.direction, this.route.day, this.route.relations.join(',')],
    onComplete: (trace) => trace && this.dispatchEvent(new ShownEvent(trace.root)),
  })

  override render(): TemplateResult {
    if (this.route.key === null)
      return html`<can-cu-list .view=${'trace'} .language=${this.language} .text=${''}></can-cu-list>`
    return html`${this.#task.render({
      pending: () => html`<p class="loading" role="status">${this.say('loading')}</p>`,
      error: (error) => this.#failure(error as AskError),
      complete: (trace) => (trace ? html`<article class="sheet">${this.#page(trace)}</article>` : nothing),
    })}`
  }

  #failure(error: AskError): TemplateResult {
    const retry = () => void this.#task.run()
    return error.isUnknownKey
      ? html`<can-cu-list .view=${'trace'} .language=${this.language} .missing=${this.route.key ?? ''}></can-cu-list>`
      : html`<can-cu-failure .language=${this.language} .error=${error} .retry=${retry}></can-cu-failure>`
  }

  #page(trace: Trace): TemplateResult {
    const { language } = this
    const { root, nodes, edges, gaps } = trace
    const counts = { nodes: nodes.length, edges: edges.length, gaps: gaps.length }
    return html`<header class="sheet-head">
        <p class="over">${this.say('traceOf')}</p>
        <h1 lang="vi">${headOf(root, language)} ${fictionalMark(root.fictional, language)}</h1>
        ${[underHead(root, language), capital(root.title ?? '')].filter(Boolean).map((words) => html`<p class="lead" lang="vi">${words}</p>`)}
        <p><a href=${instrumentAddress(root.key, language)}>${this.say('openInstrument')}</a></p>
      </header>
      ${this.#choices()}
      <p class="summary">${this.say('counts', counts)}</p>
      ${trace.truncated ? html`<p class="note">${this.say('truncated')}</p>` : nothing}
      <can-cu-picture .language=${language} .trace=${trace} .route=${this.route}></can-cu-picture>
      ${this.#chains(trace)} ${this.#gaps(gaps)} ${this.#levels(trace)}`
  }

  #choices(): TemplateResult {
    const { direction, day, relations } = this.route
    const chosen =
      relations.length > 0 ? this.say('someRelations', { count: relations.length }) : this.say('allRelations')
    return html`<form class="choices" novalidate @submit=${this.#choose}>
      <fieldset>
        <legend>${this.say('direction')}</legend>
        ${(['UP', 'DOWN'] as const).map(
          (one) =>
            html`<label><input type="radio" name="direction" value=${one} .checked=${one === direction}> ${this.say(one === 'UP' ? 'up' : 'down')}</label>`,
        )}
      </fieldset>
      <can-cu-day-field class="field" name="trace-day" label="traceDay" hint="traceDayHint"
        .language=${this.language} .day=${day}></can-cu-day-field>
      <details class="relations"><summary>${this.say('relations')}: ${chosen}</summary>
        <fieldset><legend class="unseen">${this.say('relations')}</legend>
          ${RELATIONS.map(
            (one) =>
              html`<label><input type="checkbox" name="relation" value=${one} .checked=${relations.includes(one)}> ${wordIn(this.language, RELATION_WORDS[one])}</label>`,
          )}
        </fieldset>
      </details>
      <button type="submit" class="main">${this.say('apply')}</button>
    </form>`
  }

  #choose(event: SubmitEvent): void {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const asked = form.getAll('relation')
    const day = this.querySelector<DayField>('can-cu-day-field')?.read() ?? null
    if (day === null) return
    this.go({
      ...this.route,
      direction: form.get('direction') === 'DOWN' ? 'DOWN' : 'UP',
      day,
      relations: asked.length === RELATIONS.length ? [] : RELATIONS.filter((one) => asked.includes(one)),
    })
  }

  #chains(trace: Trace): TemplateResult {
    const chains = chainsOf(trace, this.route.direction)
    return html`<section aria-labelledby="chains-title"><h2 id="chains-title">${this.say('chains')} <span class="count">(${chains.length})</span></h2>
      ${chains.length === 0 ? html`<p class="muted">${this.say('chainsNone')}</p>` : nothing}
      ${this.#long('chains', chains, (shown) => html`<ol class="chains">${shown.map((links) => html`<li>${this.#chain(trace.root, links)}</li>`)}</ol>`)}
    </section>`
  }

  #chain(root: Instrument, links: readonly Link[]): TemplateResult {
    const mark = ({ fictional }: Instrument) =>
      fictional ? html` ${fictionalMark(true, this.language)}` : nothing
    return html`<span lang="vi">${nameOf(root, this.language)}</span>${mark(root)}${links.map(
      ({ edge, instrument }) => html` <span class="step">${this.#relation(edge)}</span>
        <a href=${instrumentAddress(instrument.key, this.language)} lang="vi" title=${citationOf(instrument)}>${nameOf(instrument, this.language)}</a>${mark(instrument)}`,
    )}.`
  }

  #relation({ relation, secondHand, asserted }: Link['edge']): string {
    const words = this.route.direction === 'UP' ? RELATION_WORDS : TURNED_WORDS
    const turned = wordIn(this.language, words[relation])
    const origin = secondHand ? 'secondHand' : asserted ? 'asserted' : null
    return origin ? `${turned} (${this.say(origin)})` : turned
  }

  #gaps(gaps: readonly Gap[]): TemplateResult {
    const doubtful = gaps.filter(({ reason }) => reason !== 'TEXT_NOT_HELD')
    const notHeld = gaps.filter(({ reason }) => reason === 'TEXT_NOT_HELD')
    return html`<section aria-labelledby="gaps-title"><h2 id="gaps-title">${this.say('gaps')} <span class="count">(${gaps.length})</span></h2>
      ${gaps.length === 0 ? html`<p class="muted">${this.say('gapsNone')}</p>` : nothing}
      ${this.#long('gaps', doubtful, (shown) => html`<ul class="gaps">${shown.map((gap) => html`<li>${sign('doubt')}<div>${this.#doubtfulGap(gap)}</div></li>`)}</ul>`)}
      ${notHeld.length > 0 ? this.#notHeld(notHeld) : nothing}
    </section>`
  }

  #doubtfulGap({ reason, citation, instrument, candidates, suggestions }: Gap): TemplateResult {
    const { language } = this
    return html`<p><q lang="vi">${(citation ?? '').replaceAll(/\s+/gu, ' ')}</q>: ${wordIn(language, GAP_WORDS[reason])}</p>
      <p class="small">${this.say('gapIn')} <a href=${instrumentAddress(instrument.key, language)} lang="vi">${nameOf(instrument, language)}</a></p>
      ${meantList('mayBe', candidates.map(asMeant), language)}
      ${meantList(
        'perhaps',
        suggestions.map((one) => asMeant(one.instrument)),
        language,
      )}`
  }

  /** Most gaps of most traces: they must not hide the others. */
  #notHeld(gaps: readonly Gap[]): TemplateResult {
    return html`<details class="not-held"><summary>${this.say('gapsNotHeld')} <span class="count">(${gaps.length})</span></summary>
      ${this.#long(
        'not held',
        gaps,
        (shown) =>
          html`<ul class="instruments">${shown.map(({ instrument }) => html`<li>${instrumentLink(instrument, this.language)}</li>`)}</ul>`,
      )}
    </details>`
  }

  #levels(trace: Trace): TemplateResult {
    return html`<section aria-labelledby="levels-title"><h2 id="levels-title">${this.say('layers')}</h2>
      ${byLevel(trace).map((group) => this.#level(group))}</section>`
  }

  #level({ level, instruments }: LevelGroup): TemplateResult {
    const { language } = this
    return html`<h3>${levelIn(language, level) || this.say('otherLevel')} <span class="count">(${instruments.length})</span></h3>
      ${this.#long(
        `level ${level}`,
        instruments,
        (shown) =>
          html`<ul class="instruments">${shown.map(
            (one) =>
              html`<li>${instrumentLink(one, language)} ${one.status ? statusMark(one.status.value, language) : nothing}</li>`,
          )}</ul>`,
      )}`
  }

  /** The beginning of a list, and a button for more of it. */
  #long<T>(name: string, all: readonly T[], draw: (shown: readonly T[]) => TemplateResult): TemplateResult {
    const limit = this.limits[name] ?? FIRST
    const rest = all.length - limit
    return html`${all.length > 0 ? draw(all.slice(0, limit)) : nothing}
      ${
        rest > 0
          ? html`<button type="button" @click=${() => (this.limits = { ...this.limits, [name]: limit + 10 * FIRST })}>${this.say('more')} (${rest})</button>`
          : nothing
      }`
  }
}

function asMeant(instrument: Meant['instrument']): Meant {
  return { instrument, why: '' }
}

customElements.define('can-cu-trace', TraceViewElement)
