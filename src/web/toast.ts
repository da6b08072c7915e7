// What was just done, said where one is: at the foot of the window, for some seconds.

import { html, type TemplateResult } from 'lit'
import { PageElement } from './element.ts'

const SHOWN_MS = 6_000

/** Something to say; the page's foot listens for it. */
export class TellEvent extends Event {
  static readonly type = 'can-cu-tell'
  readonly words: string

  constructor(words: string) {
    super(TellEvent.type, { bubbles: true })
    this.words = words
  }
}

class Toast extends PageElement {
  static override properties = { words: { state: true } }
  declare words: string
  #timer = 0

  constructor() {
    super()
    this.words = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener(TellEvent.type, this.#tell)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener(TellEvent.type, this.#tell)
  }

  #tell = (event: Event): void => {
    clearTimeout(this.#timer)
    this.words = (event as TellEvent).words
    this.#timer = window.setTimeout(() => (this.words = ''), SHOWN_MS)
  }

  override render(): TemplateResult {
    return html`<p class="toast" role="status">${this.words}</p>`
  }
}

customElements.define('can-cu-toast', Toast)
