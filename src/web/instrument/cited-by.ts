// Where an instrument is cited: the words of the citing texts, a page at a time.

import { Task } from '@lit/task'
import { html, nothing, type TemplateResult } from 'lit'
import type { Relation } from '../../citation/types.ts'
import { RELATION_WORDS, wordIn } from '../../legal/words.ts'
import { type AskError, ask } from '../ask.ts'
import { PageElement } from '../element.ts'
import { fictionalMark, INSTRUMENT_FIELDS, type Instrument, nameOf } from '../instrument.ts'
import { instrumentAddress } from '../route.ts'
import { capital } from '../words.ts'

const PAGE = 10
const QUERY = `query ($key: ID!, $first: Int!, $after: String) {
  instrument(key: $key) {
    citedBy(first: $first, after: $after) {
      edges { node { id text quote source relation page citing { ${INSTRUMENT_FIELDS} } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`

interface Mention {
  readonly id: string
  readonly text: string
  readonly quote: string | null
  readonly source: string
  readonly relation: Relation
  readonly page: number | null
  readonly citing: Instrument | null
}

interface Answer {
  readonly instrument: {
    readonly citedBy: {
      readonly edges: readonly { readonly node: Mention }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    }
  }
}

class CitedBy extends PageElement {
  static override properties = { key: { attribute: false }, pages: { state: true } }
  declare key: string
  /** What was read so far. */
  declare pages: readonly Mention[]
  #after: string | null = null

  constructor() {
    super()
    this.pages = []
  }

  #task = new Task(this, {
    task: async ([key], { signal }) => {
      this.pages = []
      this.#after = null
      return this.#next(key ?? '', signal)
    },
    args: () => [this.key],
  })

  #more = new Task(this, {
    autoRun: false,
    task: (_, { signal }) => this.#next(this.key, signal),
  })

  async #next(key: string, signal: AbortSignal): Promise<void> {
    const { instrument } = await ask<Answer>(QUERY, { key, first: PAGE, after: this.#after }, signal)
    const { edges, pageInfo } = instrument.citedBy
    this.pages = [...this.pages, ...edges.map(({ node }) => node)]
    this.#after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  }

  override render(): TemplateResult {
    return html`<section aria-labelledby="cited-title"><h2 id="cited-title">${this.say('citedBy')}</h2>
      ${this.#task.render({
        pending: () => html`<p class="loading" role="status">${this.say('loading')}</p>`,
        error: (error) => this.#failure(error as AskError, () => void this.#task.run()),
        complete: () => this.#list(),
      })}
    </section>`
  }

  #list(): TemplateResult {
    if (this.pages.length === 0) return html`<p class="muted">${this.say('citedByNone')}</p>`
    return html`<ul class="quotes">${this.pages.map((mention) => this.#mention(mention))}</ul>
      ${
        this.#after
          ? html`<button type="button" @click=${() => void this.#more.run()}>${this.say('more')}</button>`
          : nothing
      }
      ${this.#more.render({ error: (error) => this.#failure(error as AskError, () => void this.#more.run()) })}`
  }

  #mention({ text, quote, source, relation, page, citing }: Mention): TemplateResult {
    const { language } = this
    return html`<li>
      <p>${citing ? this.#name(citing) : html`<span lang="vi">${source}</span>`}</p>
      <blockquote lang="vi">${quote ?? text}</blockquote>
      <p class="small">${capital(wordIn(language, RELATION_WORDS[relation]))}${page ? ` · ${this.say('page', { page })}` : nothing}</p>
    </li>`
  }

  #name(citing: Instrument): TemplateResult {
    const { language } = this
    return html`<a href=${instrumentAddress(citing.key, language)} lang="vi">${nameOf(citing, language)}</a> ${fictionalMark(citing.fictional, language)}`
  }

  #failure(error: AskError, retry: () => void): TemplateResult {
    return html`<can-cu-failure .language=${this.language} .error=${error} .retry=${retry}></can-cu-failure>`
  }
}

customElements.define('can-cu-cited-by', CitedBy)
