// Instruments to choose from: what a search finds, or those whose texts are held, a page at a time.

import { Task } from '@lit/task'
import { html, nothing, type TemplateResult } from 'lit'
import { type AskError, ask } from './ask.ts'
import { PageElement } from './element.ts'
import { INSTRUMENT_FIELDS, type Instrument, instrumentLink } from './instrument.ts'
import { traceAddress } from './route.ts'

const PAGE = 20
const PAGE_FIELDS = 'pageInfo { hasNextPage endCursor }'
const SEARCH = `query ($text: String!, $first: Int!, $after: String) {
  found: search(text: $text, first: $first, after: $after) {
    edges { node { ... on Instrument { ${INSTRUMENT_FIELDS} } } } ${PAGE_FIELDS}
  }
}`
const HELD = `query ($first: Int!, $after: String) {
  found: instruments(filter: { textHeld: true }, first: $first, after: $after) {
    edges { node { ${INSTRUMENT_FIELDS} } } ${PAGE_FIELDS}
  }
}`

interface Answer {
  readonly found: {
    readonly edges: readonly { readonly node: Instrument }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
}

class InstrumentList extends PageElement {
  static override properties = { view: {}, text: { attribute: false }, found: { state: true } }
  /** Where what is chosen opens. */
  declare view: 'instrument' | 'trace'
  /** What is searched for; "": nothing. */
  declare text: string
  declare found: readonly Instrument[]
  #after: string | null = null

  constructor() {
    super()
    this.view = 'instrument'
    this.text = ''
    this.found = []
  }

  #task = new Task(this, {
    task: async ([text], { signal }) => {
      this.found = []
      this.#after = null
      return this.#next(text ?? '', signal)
    },
    args: () => [this.text],
  })

  #more = new Task(this, { autoRun: false, task: (_, { signal }) => this.#next(this.text, signal) })

  async #next(text: string, signal: AbortSignal): Promise<void> {
    const page = { first: PAGE, after: this.#after }
    const { found } = await ask<Answer>(text ? SEARCH : HELD, text ? { ...page, text } : page, signal)
    this.found = [...this.found, ...found.edges.map(({ node }) => node)]
    this.#after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null
  }

  override render(): TemplateResult {
    const title = this.view === 'trace' ? 'traceTitle' : 'instrumentTitle'
    const intro = this.view === 'trace' ? 'traceIntro' : 'instrumentIntro'
    return html`<article class="sheet">
      <h1>${this.text ? this.say('searchResults', { text: this.text }) : this.say(title)}</h1>
      ${this.text ? nothing : html`<p class="lead">${this.say(intro)}</p>`}
      ${this.#task.render({
        pending: () => html`<p class="loading" role="status">${this.say('loading')}</p>`,
        error: (error) => this.#failure(error as AskError, () => void this.#task.run()),
        complete: () => this.#list(),
      })}
    </article>`
  }

  #list(): TemplateResult {
    if (this.found.length === 0)
      return html`<p class="muted" role="status">${this.text ? this.say('searchEmpty', { text: this.text }) : this.say('nothingHeld')}</p>`
    return html`<ul class="instruments wide">${this.found.map(
      (one) => html`<li>${instrumentLink(one, this.language)}
        <a class="aside" href=${traceAddress(one.key, 'UP', this.language)}
          aria-label="${this.say('trace')}: ${one.number ?? one.title ?? one.key}">${this.say('trace')}</a></li>`,
    )}</ul>
    ${
      this.#after
        ? html`<button type="button" @click=${() => void this.#more.run()}>${this.say('more')}</button>`
        : nothing
    }
    ${this.#more.render({ error: (error) => this.#failure(error as AskError, () => void this.#more.run()) })}`
  }

  #failure(error: AskError, retry: () => void): TemplateResult {
    return html`<can-cu-failure .language=${this.language} .error=${error} .retry=${retry}></can-cu-failure>`
  }
}

customElements.define('can-cu-list', InstrumentList)
