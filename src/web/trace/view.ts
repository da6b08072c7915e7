// Truy nguyên: where an instrument comes from or what came of it: drawn, by level, in chains, and where it breaks off.

import { Task } from '@lit/task'
import { html, nothing, type TemplateResult } from 'lit'
import { RELATIONS } from '../../citation/types.ts'
import { dayIn, GAP_WORDS, RELATION_WORDS, wordIn } from '../../legal/words.ts'
import { type AskError, ask } from '../ask.ts'
import { dayField, sentDay } from '../day-field.ts'
import { PageElement } from '../element.ts'
import '../instrument-list.ts'
import './picture.ts'
import { TURNED_WORDS } from '../instrument/relation-words.ts'
import {
  citationOf,
  fictionalMark,
  headOf,
  type Instrument,
  instrumentLink,
  levelIn,
  nameOf,
} from '../instrument.ts'
import { instrumentAddress, type TraceRoute } from '../route.ts'
import { STATUS_TONES, sign } from '../status.ts'
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
  })

  override render(): TemplateResult {
    if (this.route.key === null)
      return html`<can-cu-list .view=${'trace'} .language=${this.language} .text=${''}></can-cu-list>`
    return html`<article class="sheet">
      ${this.#task.render({
        pending: () => html`<p class="loading" role="status">${this.say('loading')}</p>`,
        error: (error) =>
          html`<can-cu-failure .language=${this.language} .error=${error as AskError} .retry=${() => void this.#task.run()}></can-cu-failure>`,
        complete: (trace) => (trace ? this.#page(trace) : nothing),
      })}
    </article>`
  }

  #page(trace: Trace): TemplateResult {
    const { language } = this
    const { root, nodes, edges, gaps } = trace
    const counts = { nodes: nodes.length, edges: edges.length, gaps: gaps.length }
    return html`<header class="sheet-head">
        <p class="over">${this.say('traceOf')}</p>
        <h1 lang="vi">${headOf(root, language)} ${fictionalMark(root.fictional, language)}</h1>
        <p class="lead" lang="vi">${[root.date ? dayIn(language, root.date) : '', root.issuer ?? ''].filter(Boolean).join(' · ')}${root.title ? html`<br>${capital(root.title)}` : nothing}</p>
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
    return html`<form class="choices" @submit=${this.#choose}>
      <fieldset>
        <legend>${this.say('direction')}</legend>
        ${(['UP', 'DOWN'] as const).map(
          (one) =>
            html`<label><input type="radio" name="direction" value=${one} .checked=${one === direction}> ${this.say(one === 'UP' ? 'up' : 'down')}</label>`,
        )}
      </fieldset>
      <span class="field">
        <label for="trace-day">${this.say('traceDay')}</label>
        ${dayField({ id: 'trace-day', value: day, hint: 'trace-day-hint' }, this.language)}
        <span class="small" id="trace-day-hint">${this.say('traceDayHint')}</span>
      </span>
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
    this.go({
      ...this.route,
      direction: form.get('direction') === 'DOWN' ? 'DOWN' : 'UP',
      day: sentDay(form),
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
        <a href=${instrumentAddress(instrument.key, this.language)} lang="vi" title=${citationOf(instrument, this.language)}>${nameOf(instrument, this.language)}</a>${mark(instrument)}`,
    )}.`
  }

  #relation({ relation, secondHand, asserted }: Link['edge']): string {
    const words = this.route.direction === 'UP' ? RELATION_WORDS : TURNED_WORDS
    const turned = wordIn(this.language, words[relation])
    const origin = secondHand ? 'secondHand' : asserted ? 'asserted' : null
    return origin ? `${turned} (${this.say(origin)})` : turned
  }

  #gaps(gaps: readonly Gap[]): TemplateResult {
    return html`<section aria-labelledby="gaps-title"><h2 id="gaps-title">${this.say('gaps')} <span class="count">(${gaps.length})</span></h2>
      ${gaps.length === 0 ? html`<p class="muted">${this.say('gapsNone')}</p>` : nothing}
      ${this.#long('gaps', gaps, (shown) => html`<ul class="gaps">${shown.map((gap) => this.#gap(gap))}</ul>`)}
    </section>`
  }

  #gap({ reason, citation, instrument, candidates, suggestions }: Gap): TemplateResult {
    const { language } = this
    const words = wordIn(language, GAP_WORDS[reason])
    return html`<li>${sign(reason === 'TEXT_NOT_HELD' ? 'plain' : 'doubt')}<div>
      ${
        citation
          ? html`<p><q lang="vi">${citation.replaceAll(/\s+/gu, ' ')}</q>: ${words}</p>
            <p class="small">${this.say('gapIn')} <a href=${instrumentAddress(instrument.key, language)} lang="vi">${nameOf(instrument, language)}</a></p>`
          : html`<p>${instrumentLink(instrument, language)}</p><p class="small">${words}</p>`
      }
      ${this.#meant('mayBe', candidates)} ${this.#meant(
        'perhaps',
        suggestions.map((one) => one.instrument),
      )}
    </div></li>`
  }

  #meant(title: 'mayBe' | 'perhaps', instruments: readonly Instrument[]): TemplateResult | typeof nothing {
    if (instruments.length === 0) return nothing
    return html`<p class="what">${this.say(title)}</p>
      <ul class="instruments">${instruments.map((one) => html`<li>${instrumentLink(one, this.language)}</li>`)}</ul>`
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
              html`<li>${one.status ? sign(STATUS_TONES[one.status.value]) : nothing} ${instrumentLink(one, language)}</li>`,
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

customElements.define('can-cu-trace', TraceViewElement)
