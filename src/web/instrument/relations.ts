// What an instrument rests on, and what rests on it: one step each way, grouped by relation.

import { Task } from '@lit/task'
import { html, nothing, type TemplateResult } from 'lit'
import { RELATIONS, type Relation } from '../../citation/types.ts'
import type { EventKind } from '../../legal/records.ts'
import { wordIn } from '../../legal/words.ts'
import { type AskError, ask } from '../ask.ts'
import { PageElement } from '../element.ts'
import { INSTRUMENT_FIELDS, type Instrument, instrumentLink } from '../instrument.ts'
import { statusMark } from '../status.ts'
import { RELATION_HEADINGS } from './relation-words.ts'

const ONE = `${INSTRUMENT_FIELDS} status { value }`
const STEP = `nodes { instrument { ${ONE} } } edges { from to relation secondHand asserted }`
const QUERY = `query ($key: ID!) {
  up: trace(key: $key, direction: UP, maxDepth: 1) { ${STEP} }
  down: trace(key: $key, direction: DOWN, maxDepth: 1) { ${STEP} }
  instrument(key: $key) {
    acts { kind instrument { ${ONE} } }
    timeline { kind by { ${ONE} } }
  }
}`
/** Shown of one relation before one asks for all. */
const FIRST = 20

/** What tables tell to have happened, as the relation of the doer to the instrument that it happened to. */
const RELATION_OF: Partial<Record<EventKind, Relation>> = {
  REPLACED: 'REPLACES',
  REPEALED: 'REPEALS',
  AMENDED: 'AMENDS',
  PARTLY_REPEALED: 'AMENDS',
  SUSPENDED: 'SUSPENDS',
  CONTINUED: 'CONTINUES',
}

interface Edge {
  readonly from: string
  readonly to: string
  readonly relation: Relation
  readonly secondHand: boolean
  readonly asserted: boolean
  /** Told by a table of facts, and not by the words of a text that is held. */
  readonly recorded?: true
}

interface Step {
  readonly nodes: readonly { readonly instrument: Instrument }[]
  readonly edges: readonly Edge[]
}

interface Answer {
  readonly up: Step
  readonly down: Step
  readonly instrument: {
    readonly acts: readonly { readonly kind: EventKind; readonly instrument: Instrument }[]
    readonly timeline: readonly { readonly kind: EventKind; readonly by: readonly Instrument[] }[]
  }
}

interface Recorded {
  readonly relation: Relation | undefined
  readonly other: Instrument
}

/** The step with what tables tell beside what texts say. */
function withRecorded(side: 'up' | 'down', key: string, step: Step, recorded: readonly Recorded[]): Step {
  const known = new Set(step.edges.map(({ from, to, relation }) => `${from} ${relation} ${to}`))
  const nodes = [...step.nodes]
  const edges = [...step.edges]
  for (const { relation, other } of recorded) {
    const [from, to] = side === 'up' ? [key, other.key] : [other.key, key]
    if (!relation || known.has(`${from} ${relation} ${to}`)) continue
    known.add(`${from} ${relation} ${to}`)
    nodes.push({ instrument: other })
    edges.push({ from, to, relation, secondHand: false, asserted: false, recorded: true })
  }
  return { nodes, edges }
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
    task: ([key], { signal }) => ask<Answer>(QUERY, { key }, signal),
    args: () => [this.instrument.key],
  })

  override render(): TemplateResult {
    return html`${this.#task.render({
      pending: () => html`<p class="loading" role="status">${this.say('loading')}</p>`,
      error: (error) =>
        html`<can-cu-failure .language=${this.language} .error=${error as AskError} .retry=${() => void this.#task.run()}></can-cu-failure>`,
      complete: (answer) => html`<div class="both">${this.#sides(answer)}</div>`,
    })}`
  }

  #sides({ up, down, instrument: { acts, timeline } }: Answer): TemplateResult[] {
    const { key } = this.instrument
    const done = acts.map(({ kind, instrument }) => ({ relation: RELATION_OF[kind], other: instrument }))
    const met = timeline.flatMap(({ kind, by }) =>
      by.map((other) => ({ relation: RELATION_OF[kind], other })),
    )
    return [
      this.#side('up', withRecorded('up', key, up, done)),
      this.#side('down', withRecorded('down', key, down, met)),
    ]
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

  #origin({ asserted, secondHand, recorded }: Edge): TemplateResult | typeof nothing {
    const origin = asserted ? 'asserted' : secondHand ? 'secondHand' : recorded ? 'recorded' : null
    return origin ? html` <span class="small">(${this.say(origin)})</span>` : nothing
  }
}

customElements.define('can-cu-relations', Relations)
