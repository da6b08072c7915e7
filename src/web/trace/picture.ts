// The picture of a trace and its files; what draws is loaded when there is something to draw.

import { Task } from '@lit/task'
import { html, nothing, type TemplateResult } from 'lit'
import type { AskError } from '../ask.ts'
import { PageElement } from '../element.ts'
import type { NodeSelect } from '../embed/can-cu-graph.ts'
import { instrumentLink } from '../instrument.ts'
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
  static override properties = {
    trace: { attribute: false },
    route: { attribute: false },
    chosen: { state: true },
  }
  declare trace: Trace
  declare route: TraceRoute
  /** Key of the instrument that was chosen in the picture. */
  declare chosen: string | null

  constructor() {
    super()
    this.chosen = null
  }

  #drawn = new Task(this, {
    task: async ([trace]) => {
      await import('../embed/can-cu-graph.ts')
      this.chosen = null
      return toView(trace, this.route.direction)
    },
    args: () => [this.trace] as const,
  })

  /** The kind of file that is saved, or was last. */
  #format: Format = 'svg'
  #saved = new Task(this, {
    autoRun: false,
    args: () => [this.#format] as const,
    task: async ([format]) => {
      const { fileOf, save } = await import('./drawing.ts')
      const file = await fileOf(format, toView(this.trace, this.route.direction), this.language)
      save(file, `${fileName(this.trace.root.key)}.${format}`)
    },
  })

  override render(): TemplateResult {
    return html`<section aria-labelledby="picture-title"><h2 id="picture-title">${this.say('picture')}</h2>
      ${this.#drawn.render({
        pending: () => html`<p class="loading" role="status">${this.say('pictureLoading')}</p>`,
        error: (error) => this.#failure(error as AskError, () => void this.#drawn.run()),
        complete: (view) => html`<can-cu-graph class="picture" lang=${this.language} .trace=${view}
          @node-select=${(event: CustomEvent<NodeSelect>) => (this.chosen = event.detail.key)}
          @node-open=${(event: CustomEvent<NodeSelect>) => this.#open(event.detail.key)}></can-cu-graph>`,
      })}
      ${this.#chosen()}
      <p class="actions"><span>${this.say('exports')}:</span>
        ${FILES.map(([format, name]) => html`<button type="button" @click=${() => this.#save(format)}>${name}</button>`)}</p>
      ${this.#saved.render({ error: (error) => this.#failure(error as AskError, () => void this.#saved.run()) })}
    </section>`
  }

  #save(format: Format): void {
    this.#format = format
    void this.#saved.run()
  }

  #chosen(): TemplateResult | typeof nothing {
    const node = this.trace.nodes.find(({ instrument }) => instrument.key === this.chosen)
    return node ? html`<p class="chosen">${instrumentLink(node.instrument, this.language)}</p>` : nothing
  }

  #open(key: string): void {
    this.go({ view: 'instrument', key, text: '', day: '' })
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
