// The field for a draft's place of issue: a name as offices write it, with or without what it lies in, or a path.

import { html, type TemplateResult } from 'lit'
import { ask } from '../ask.ts'
import { PageElement } from '../element.ts'
import { fieldNotes } from '../field.ts'
import { PLACE_FIELDS, type Place, placeName } from '../place.ts'

const DEBOUNCE_MS = 250
/** Places that one name may mean and that are shown to choose from. */
const MOST = 20
/** Of these, told when it has to be told that there are several. */
const EXAMPLES = 3
/** "ngoc-lac.thanh-hoa" */
const PATH = /^[a-z0-9]+(?:[-.][a-z0-9]+)+$/

const QUERY = `query ($name: String!, $first: Int!) {
  places(name: $name, first: $first) { edges { node { ${PLACE_FIELDS} } } }
}`

interface Answer {
  readonly places: { readonly edges: readonly { readonly node: Place }[] }
}

export class PlaceField extends PageElement {
  static override properties = { path: {}, found: { state: true }, fault: { state: true } }
  /** The place at first; "": none. */
  declare path: string
  /** What the words may mean. */
  declare found: readonly Place[]
  /** What is wrong with the words. */
  declare fault: 'placeSeveral' | 'placeUnknown' | null
  #timer = 0

  constructor() {
    super()
    this.path = ''
    this.found = []
    this.fault = null
  }

  override render(): TemplateResult {
    const fault = this.fault ? this.say(this.fault, { places: this.#examples() }) : ''
    return html`<label for="draft-place">${this.say('draftPlace')}</label>
      <input id="draft-place" type="text" lang="vi" maxlength="200" autocomplete="off" list="draft-places"
        aria-invalid=${this.fault !== null} aria-describedby="draft-place-fault draft-place-hint"
        .value=${this.path} @input=${this.#typed}>
      <datalist id="draft-places">${this.found.map((place) => html`<option value=${placeName(place)}></option>`)}</datalist>
      ${fieldNotes('draft-place', this.say('draftPlaceHint'), fault)}`
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input') as HTMLInputElement
  }

  #typed(): void {
    this.fault = null
    clearTimeout(this.#timer)
    // Suggestions only: what goes wrong is told when the form is sent.
    this.#timer = window.setTimeout(() => void this.#look().catch(() => {}), DEBOUNCE_MS)
  }

  async #look(): Promise<void> {
    const name = this.#input.value.trim()
    const { places } =
      name === '' || PATH.test(name) ? NOTHING : await ask<Answer>(QUERY, { name, first: MOST })
    if (name === this.#input.value.trim()) this.found = places.edges.map(({ node }) => node)
  }

  /**
   * The path of the one place that is meant, "" where the field is empty; `null` where several may be meant or none is
   * known: the field then says so.
   * @throws AskError
   */
  async meant(): Promise<string | null> {
    clearTimeout(this.#timer)
    const typed = this.#input.value.trim()
    if (typed === '' || PATH.test(typed)) return typed
    await this.#look()
    const named = this.found.filter((place) => placeName(place) === typed)
    const [one, ...others] = named.length > 0 ? named : this.found
    if (one && others.length === 0) return one.path
    this.fault = one ? 'placeSeveral' : 'placeUnknown'
    this.#input.focus()
    return null
  }

  #examples(): string {
    const names = this.found.slice(0, EXAMPLES).map(placeName)
    return [...names, ...(this.found.length > EXAMPLES ? ['…'] : [])].join('; ')
  }
}

const NOTHING: Answer = { places: { edges: [] } }

customElements.define('can-cu-place-field', PlaceField)
