// What an instrument rests on, and what rests on it: one step each way, grouped by relation.

import { Task } from '@lit/task'
import { html, nothing, type TemplateResult } from 'lit'
import { RELATIONS, type Relation } from '../../citation/types.ts'
import { wordIn } from '../../legal/words.ts'
import { type AskError, ask } from '../ask.ts'
import { PageElement } from '../element.ts'
import { INSTRUMENT_FIELDS, type Instrument, instrumentLink } from '../instrument.ts'
import { statusMark } from '../status.ts'
import { RELATION_HEADINGS } from './relation-words.ts'

const STEP = `nodes { instrument { ${INSTRUMENT_FIELDS} status { value } } } edges { from to relation secondHand asserted }`
const QUERY = `query ($key: ID!) {
  up: trace(key: $key, direction: UP, maxDepth: 1) { ${STEP} }
  down: trace(key: $key, direction: DOWN, maxDepth: 1) { ${STEP} }
}`
/** Shown of one relation before one asks for all. */
const FIRST = 20

interface Edge {
  readonly from: string
  readonly to: string
  readonly relation: Relation
  readonly secondHand: boolean
  readonly asserted: boolean
}

interface Step {
  readonly nodes: readonly { readonly instrument: Instrument }[]
  readonly edges: readonly Edge[]
}

class Relations extends PageElement {
  static override properties = { instrument: { attribute: false }, whole: { state: true } }
  declare instrument: Instrument
  /** Relations of which all is shown. */
  declare whole: ReadonlySet<string>

  constructor() {
    super()
    this.whole = new Set()
  }

  #task = new Task(this, {
    task: ([key], { signal }) => ask<{ up: Step; down: Step }>(QUERY, { key }, signal),
    args: () => [this.instrument.key],
  })

  override render(): TemplateResult {
    return html`${this.#task.render({
      pending: () => html`<p class="loading" role="status">${this.say('loading')}</p>`,
      error: (error) =>
        html`<can-cu-failure .language=${this.language} .error=${error as AskError} .retry=${() => void this.#task.run()}></can-cu-failure>`,
      complete: ({ up, down }) =>
        html`<div class="both">${this.#side('up', up)}${this.#side('down', down)}</div>`,
    })}`
  }

  #side(side: 'up' | 'down', step: Step): TemplateResult {
    const { key, textHeld } = this.instrument
    const own = step.edges.filter(({ from, to }) => (side === 'up' ? from : to) === key)
    const byKey = new Map(step.nodes.map(({ instrument }) => [instrument.key, instrument]))
    const none = side === 'down' ? 'restOnItNone' : textHeld ? 'restsOnNone' : 'restsOnUnknown'
    return html`<section aria-labelledby="${side}-title">
      <h2 id="${side}-title">${this.say(side === 'up' ? 'restsOn' : 'restOnIt')}</h2>
      ${own.length === 0 ? html`<p class="muted">${this.say(none)}</p>` : nothing}
      ${RELATIONS.map((relation) => {
        const edges = own.filter((edge) => edge.relation === relation)
        return edges.length > 0 ? this.#group(side, relation, edges, byKey) : nothing
      })}
    </section>`
  }

  #group(
    side: 'up' | 'down',
    relation: Relation,
    edges: readonly Edge[],
    byKey: ReadonlyMap<string, Instrument>,
  ): TemplateResult {
    const name = `${side} ${relation}`
    const shown = this.whole.has(name) ? edges : edges.slice(0, FIRST)
    const rest = edges.length - shown.length
    return html`<h3>${wordIn(this.language, RELATION_HEADINGS[relation][side === 'up' ? 0 : 1])} <span class="count">(${edges.length})</span></h3>
      <ul class="instruments">${shown.map((edge) => {
        const other = byKey.get(side === 'up' ? edge.to : edge.from)
        return other ? html`<li>${this.#other(other, edge)}</li>` : nothing
      })}</ul>
      ${
        rest > 0
          ? html`<button type="button" @click=${() => (this.whole = new Set([...this.whole, name]))}>${this.say('more')} (${rest})</button>`
          : nothing
      }`
  }

  #other(other: Instrument, edge: Edge): TemplateResult {
    const mark = other.status ? statusMark(other.status.value, this.language) : nothing
    return html`${instrumentLink(other, this.language)} ${mark}${this.#origin(edge)}`
  }

  #origin({ asserted, secondHand }: Edge): TemplateResult | typeof nothing {
    if (!asserted && !secondHand) return nothing
    return html` <span class="small">(${this.say(asserted ? 'asserted' : 'secondHand')})</span>`
  }
}

customElements.define('can-cu-relations', Relations)
