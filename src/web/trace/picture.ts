// The picture of a trace and its files; what draws is loaded when there is something to draw.

import { Task } from '@lit/task'
import { html, type TemplateResult } from 'lit'
import type { AskError } from '../ask.ts'
import { PageElement } from '../element.ts'
import { nameOf } from '../instrument.ts'
import type { TraceRoute } from '../route.ts'
import { type Trace, toView } from './trace.ts'

const FILES = [
  ['svg', 'SVG'],
  ['png', 'PNG'],
  ['mmd', 'Mermaid'],
  ['graphml', 'GraphML'],
  ['json', 'JSON'],
] as const
type Format = (typeof FILES)[number][0]

class Picture extends PageElement {
  static override properties = { trace: { attribute: false }, route: { attribute: false } }
  declare trace: Trace
  declare route: TraceRoute
  #shown = ''

  #drawn = new Task(this, {
    task: async ([trace, language]) => {
      const { fileOf } = await import('./drawing.ts')
      const picture = await fileOf('svg', toView(trace, this.route.direction), language)
      this.#forget()
      this.#shown = URL.createObjectURL(picture)
      return this.#shown
    },
    args: () => [this.trace, this.language] as const,
  })

  #saved = new Task(this, {
    autoRun: false,
    task: async ([format]: readonly Format[]) => {
      if (!format) return
      const { fileOf, save } = await import('./drawing.ts')
      const file = await fileOf(format, toView(this.trace, this.route.direction), this.language)
      save(file, `${fileName(this.trace.root.key)}.${format}`)
    },
  })

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#forget()
  }

  #forget(): void {
    if (this.#shown) URL.revokeObjectURL(this.#shown)
    this.#shown = ''
  }

  override render(): TemplateResult {
    const alt = `${this.say('traceOf')}: ${nameOf(this.trace.root, this.language)}`
    return html`<section aria-labelledby="picture-title"><h2 id="picture-title">${this.say('picture')}</h2>
      ${this.#drawn.render({
        pending: () => html`<p class="loading" role="status">${this.say('pictureLoading')}</p>`,
        error: (error) => this.#failure(error as AskError, () => void this.#drawn.run()),
        complete: (address) =>
          html`<div class="picture" tabindex="0" role="group" aria-label=${alt}><img src=${address} alt=${alt}></div>`,
      })}
      <p class="actions"><span>${this.say('exports')}:</span>
        ${FILES.map(([format, name]) => html`<button type="button" @click=${() => void this.#saved.run([format])}>${name}</button>`)}</p>
      ${this.#saved.render({ error: (error) => this.#failure(error as AskError, () => void this.#saved.run()) })}
    </section>`
  }

  #failure(error: AskError, retry: () => void): TemplateResult {
    return html`<can-cu-failure .language=${this.language} .error=${error} .retry=${retry}></can-cu-failure>`
  }
}

/** "62-KH-UBND@2022-03-22": no folders, nothing that a file system would refuse. */
function fileName(key: string): string {
  return key.replaceAll(/[^\p{L}\p{N}@.]+/gu, '-').slice(0, 100)
}

customElements.define('can-cu-picture', Picture)
