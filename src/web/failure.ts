// What went wrong, in words, with the way on: try again, or give the key that the server asks for.

import { html, type TemplateResult } from 'lit'
import { type AskError, keepKey } from './ask.ts'
import { PageElement } from './element.ts'

class Failure extends PageElement {
  static override properties = { error: { attribute: false }, retry: { attribute: false } }
  declare error: AskError | null
  declare retry: () => void

  constructor() {
    super()
    this.error = null
    this.retry = () => {}
  }

  override render(): TemplateResult {
    const words = this.error?.words?.[this.language] ?? this.say('unreachable')
    return html`<div class="failure" role="alert">
      <p><strong>${this.say('failed')}.</strong> ${words}</p>
      ${
        this.error?.needsKey
          ? this.#keyForm()
          : html`<button type="button" @click=${() => this.retry()}>${this.say('retry')}</button>`
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
