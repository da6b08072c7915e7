// What went wrong, in words, with the way on: try again, or give the key that the server asks for.

import { html, nothing, type TemplateResult } from 'lit'
import { AskError, keepKey } from './ask.ts'
import { PageElement } from './element.ts'

class Failure extends PageElement {
  static override properties = { error: { attribute: false }, retry: { attribute: false } }
  declare error: Error | null
  declare retry: () => void

  constructor() {
    super()
    this.error = null
    this.retry = () => {}
  }

  override render(): TemplateResult {
    const told = this.error instanceof AskError ? this.error : null
    return html`<div class="failure" role="alert">
      <p><strong>${this.say('failed')}.</strong> ${told?.words[this.language] ?? this.say('unreachable')}</p>
      ${told?.needsKey ? this.#keyForm() : nothing}
      ${
        // A part of the page that could not be loaded is no error of the server's.
        told === null || told.mayPass
          ? html`<button type="button" @click=${() => this.retry()}>${this.say('retry')}</button>`
          : nothing
      }
    </div>`
  }

  #keyForm(): TemplateResult {
    return html`<form class="key" @submit=${this.#take}>
      <label>${this.say('keyLabel')} <input name="key" type="password" autocomplete="off" required></label>
      <button type="submit">${this.say('keyUse')}</button>
      <p class="small">${this.say('keyNote')}</p>
    </form>`
  }

  #take(event: SubmitEvent): void {
    event.preventDefault()
    const key = new FormData(event.target as HTMLFormElement).get('key')
    keepKey(String(key).trim())
    this.retry()
  }
}

customElements.define('can-cu-failure', Failure)
