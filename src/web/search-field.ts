// The one search field: a number in any spelling, or words with or without marks; suggestions as one types.

import { html, nothing, type TemplateResult } from 'lit'
import { ask } from './ask.ts'
import { PageElement } from './element.ts'
import { fictionalMark, headOf, INSTRUMENT_FIELDS, type Instrument, underHead } from './instrument.ts'
import type { View } from './route.ts'
import { statusMark } from './status.ts'

const DEBOUNCE_MS = 150
const MOST = 8

const QUERY = `query ($text: String!, $first: Int!) {
  search(text: $text, first: $first) { edges { node { ... on Instrument { ${INSTRUMENT_FIELDS} status { value } } } } }
}`

interface Answer {
  readonly search: { readonly edges: readonly { readonly node: Instrument }[] }
}

class SearchField extends PageElement {
  static override properties = {
    view: {},
    found: { state: true },
    active: { state: true },
    open: { state: true },
  }
  /** The view that is shown: what is chosen opens there, or as an instrument. */
  declare view: View
  /** `null`: nothing has been asked yet. */
  declare found: readonly Instrument[] | null
  /** Index of the suggestion under the keyboard; -1: none. */
  declare active: number
  declare open: boolean
  #timer = 0
  #asking: AbortController | null = null

  constructor() {
    super()
    this.view = 'check'
    this.found = null
    this.active = -1
    this.open = false
  }

  override render(): TemplateResult {
    const shown = this.open && this.found !== null
    return html`<form role="search" class="search" @submit=${this.#submit} @focusout=${this.#leave}>
      <label for="search">${this.say('search')}</label>
      <input id="search" type="search" role="combobox" autocomplete="off" spellcheck="false" maxlength="300"
        placeholder=${this.say('searchHint')}
        aria-autocomplete="list" aria-controls="search-options" aria-expanded=${shown}
        aria-activedescendant=${this.active >= 0 ? `search-option-${this.active}` : nothing}
        @input=${this.#typed} @keydown=${this.#pressed}>
      <ul id="search-options" role="listbox" aria-label=${this.say('searchOptions')} ?hidden=${!shown || this.found?.length === 0}>
        ${(this.found ?? []).map((one, i) => this.#option(one, i))}
      </ul>
      ${shown && this.found?.length === 0 ? html`<p class="none">${this.say('searchNone')}</p>` : nothing}
      <p class="unseen" role="status">${shown ? this.#told() : nothing}</p>
    </form>`
  }

  #told(): string {
    return this.found?.length ? this.say('searchCount', { count: this.found.length }) : this.say('searchNone')
  }

  #option(one: Instrument, i: number): TemplateResult {
    return html`<li id="search-option-${i}" role="option" aria-selected=${i === this.active} lang="vi"
      @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.#choose(one)}>
      <strong>${headOf(one, this.language)}</strong> ${fictionalMark(one.fictional, this.language)}
      <span class="small">${underHead(one, this.language)}</span>
      <span class="title">${one.title ?? ''}</span>
      ${one.status ? html`<span lang=${this.language}>${statusMark(one.status.value, this.language)}</span>` : nothing}
    </li>`
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input') as HTMLInputElement
  }

  #typed(): void {
    clearTimeout(this.#timer)
    this.#asking?.abort()
    this.active = -1
    const text = this.#input.value.trim()
    if (text === '') this.#close()
    else this.#timer = window.setTimeout(() => this.#suggest(text), DEBOUNCE_MS)
  }

  async #suggest(text: string): Promise<void> {
    this.#asking = new AbortController()
    const { signal } = this.#asking
    try {
      const { search } = await ask<Answer>(QUERY, { text, first: MOST }, signal)
      if (signal.aborted) return
      this.found = search.edges.map(({ node }) => node)
      this.open = true
    } catch {
      // The page of results tells what is wrong, when it is asked for.
      if (!signal.aborted) this.#close()
    }
  }

  #pressed(event: KeyboardEvent): void {
    const count = this.open ? (this.found?.length ?? 0) : 0
    if (event.key === 'Escape') {
      if (this.open) event.preventDefault()
      this.#close()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      // One place beside the suggestions is the field itself.
      this.active = ((this.active + 1 + step + count + 1) % (count + 1)) - 1
    } else if (event.key === 'ArrowDown' && this.found?.length) {
      event.preventDefault()
      this.open = true
    }
  }

  override updated(): void {
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault()
    const chosen = this.open ? this.found?.[this.active] : undefined
    const text = this.#input.value.trim()
    if (chosen) this.#choose(chosen)
    else if (text !== '') {
      this.#close()
      this.go({ view: 'instrument', key: null, text, day: '' })
    }
  }

  #choose({ key }: Instrument): void {
    this.#close()
    this.#input.value = ''
    if (this.view === 'trace') this.go({ view: 'trace', key, direction: 'UP', day: '', relations: [] })
    else this.go({ view: 'instrument', key, text: '', day: '' })
  }

  #leave(event: FocusEvent): void {
    if (!this.contains(event.relatedTarget as Node | null)) this.#close()
  }

  #close(): void {
    clearTimeout(this.#timer)
    this.#asking?.abort()
    this.open = false
    this.active = -1
  }
}

customElements.define('can-cu-search', SearchField)
