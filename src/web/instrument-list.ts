// Instruments to choose from: what a search finds, or those whose texts are held, a page at a time.

import { Task } from '@lit/task'
import { html, nothing, type TemplateResult } from 'lit'
import { type AskError, ask } from './ask.ts'
import { PageElement } from './element.ts'
import { INSTRUMENT_FIELDS, type Instrument, instrumentLink } from './instrument.ts'
import { traceAddress } from './route.ts'
import { statusMark } from './status.ts'

const PAGE = 20
const ONE = `${INSTRUMENT_FIELDS} status { value }`
const PAGE_FIELDS = 'pageInfo { hasNextPage endCursor }'
const SEARCH = `query ($text: String!, $first: Int!, $after: String) {
  found: search(text: $text, first: $first, after: $after) {
    edges { node { ... on Instrument { ${ONE} } } } ${PAGE_FIELDS}
  }
}`
const HELD = `query ($first: Int!, $after: String) {
  found: instruments(filter: { textHeld: true }, first: $first, after: $after) {
    edges { node { ${ONE} } } ${PAGE_FIELDS}
  }
}`

interface Answer {
  readonly found: {
    readonly edges: readonly { readonly node: Instrument }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
}

class InstrumentList extends PageElement {
  static override properties = {
    view: {},
    text: { attribute: false },
    missing: { attribute: false },
    found: { state: true },
  }
  /** Where what is chosen opens. */
  declare view: 'instrument' | 'trace'
  /** What is searched for; "": nothing. */
  declare text: string
  /** Key of what is not there, in whose place others of its number are shown; "": nothing is missed. */
  declare missing: string
  declare found: readonly Instrument[]
  #after: string | null = null

  constructor() {
    super()
    this.view = 'instrument'
    this.text = ''
    this.missing = ''
    this.found = []
  }

  #task = new Task(this, {
    task: async ([text], { signal }) => {
      this.found = []
      this.#after = null
      return this.#next(text ?? '', signal)
    },
    args: () => [this.#asked],
  })

  #more = new Task(this, { autoRun: false, task: (_, { signal }) => this.#next(this.#asked, signal) })

  async #next(text: string, signal: AbortSignal): Promise<void> {
    const page = { first: PAGE, after: this.#after }
    const { found } = await ask<Answer>(text ? SEARCH : HELD, text ? { ...page, text } : page, signal)
    this.found = [...this.found, ...found.edges.map(({ node }) => node)]
    this.#after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null
  }

  /** What is searched for; of a missing key its number. */
  get #asked(): string {
    return this.missing ? numberIn(this.missing) : this.text
  }

  override render(): TemplateResult {
    return html`<article class="sheet">
      ${this.missing ? this.#missed() : this.#head()}
      ${this.#task.render({
        pending: () => html`<p class="loading" role="status">${this.say('loading')}</p>`,
        error: (error) => this.#failure(error as AskError, () => void this.#task.run()),
        complete: () => this.#list(),
      })}
    </article>`
  }

  #head(): TemplateResult {
    if (this.text) return html`<h1>${this.say('searchResults', { text: this.text })}</h1>`
    const [title, intro] = HEADS[this.view]
    return html`<h1>${this.say(title)}</h1><p class="lead">${this.say(intro)}</p>`
  }

  #missed(): TemplateResult {
    return html`<h1>${this.say('notFound')}</h1>
      <p>${this.say('notFoundKey', { key: this.missing })}</p>
      <h2>${this.say('notFoundSearch', { text: this.#asked })}</h2>`
  }

  #list(): TemplateResult {
    if (this.found.length === 0)
      return html`<p class="muted" role="status">${this.#asked ? this.say('searchEmpty', { text: this.#asked }) : this.say('nothingHeld')}</p>`
    const count = { count: this.found.length }
    return html`<p class="count" role="status">${this.say(this.#after ? 'listBegin' : 'listCount', count)}</p>
    <ul class="instruments wide">${this.found.map((one) => this.#item(one))}</ul>
    ${
      this.#after
        ? html`<button type="button" @click=${() => void this.#more.run()}>${this.say('more')}</button>`
        : nothing
    }
    ${this.#more.render({ error: (error) => this.#failure(error as AskError, () => void this.#more.run()) })}`
  }

  #item(one: Instrument): TemplateResult {
    return html`<li><div>${instrumentLink(one, this.language)}
        ${one.status ? statusMark(one.status.value, this.language) : nothing}</div>
      <a class="aside" href=${traceAddress(one.key, 'UP', this.language)}
        aria-label="${this.say('trace')}: ${one.number ?? one.title ?? one.key}">${this.say('trace')}</a></li>`
  }

  #failure(error: AskError, retry: () => void): TemplateResult {
    return html`<can-cu-failure .language=${this.language} .error=${error} .retry=${retry}></can-cu-failure>`
  }
}

/** What leads to the list of all, by the view that it opens. */
const HEADS = {
  instrument: ['instrumentTitle', 'instrumentIntro'],
  trace: ['traceTitle', 'traceIntro'],
} as const

/** "62/KH-UBND" of 62/KH-UBND@2022-03-22@ngoc-lac.thanh-hoa. */
function numberIn(key: string): string {
  return key.split(/[@~]/, 1)[0] || key
}

customElements.define('can-cu-list', InstrumentList)
