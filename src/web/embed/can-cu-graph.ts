// <can-cu-graph src key direction depth lang as-of>: a trace drawn on any page, as one custom element. It asks the
// server for the trace, places it as the picture is placed, and lets cytoscape draw it. All words are set as text.

import cytoscape, { type Core, type NodeSingular } from 'cytoscape'
import { type Layout, layOut } from '../../drawing/layout.ts'
import type { TraceView } from '../../drawing/view.ts'
import type { Language } from '../../legal/words.ts'
import { elementsOf, type NodeSelect } from './elements.ts'
import { obeyGestures } from './gestures.ts'
import { styleOf } from './look.ts'
import { buildParts, element, type Parts } from './parts.ts'
import { begin, bringIntoSight, countOutside, heightFor, placeNames, showAll } from './sight.ts'
import { SHEET } from './style.ts'
import { WORDS } from './words.ts'

export type { NodeSelect } from './elements.ts'

/** Pixels that no scroll bar is wider than. */
const SCROLL_BAR = 20
/** Zoom at one press of a key or button. */
const ZOOM_STEP = 1.25
const ATTRIBUTES = ['src', 'key', 'direction', 'depth', 'lang', 'as-of'] as const
type Attribute = (typeof ATTRIBUTES)[number]

export class CanCuGraph extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES

  readonly #root = this.attachShadow({ mode: 'open' })
  #graph: Core | null = null
  #sizes: ResizeObserver | null = null
  #asking: AbortController | null = null
  #waiting = false
  #trace: TraceView | null = null

  /** A trace that the page has already: it is drawn as it is, and the server is not asked. */
  set trace(trace: TraceView | null) {
    // Set again by each rendering of a page around it: the picture, and what is chosen in it, stays.
    if (trace === this.#trace) return
    this.#trace = trace
    this.#askSoon()
  }

  get trace(): TraceView | null {
    return this.#trace
  }

  connectedCallback(): void {
    this.#root.adoptedStyleSheets = [SHEET]
    this.#ask()
  }

  disconnectedCallback(): void {
    this.#asking?.abort()
    this.#end()
  }

  /** Several attributes set in one go are one question. */
  attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
    if (before !== now) this.#askSoon()
  }

  #askSoon(): void {
    if (!this.isConnected || this.#waiting) return
    this.#waiting = true
    queueMicrotask(() => {
      this.#waiting = false
      if (this.isConnected) this.#ask()
    })
  }

  #given(name: Attribute): string {
    return this.getAttribute(name)?.trim() ?? ''
  }

  get #language(): Language {
    return this.#given('lang') === 'en' ? 'en' : 'vi'
  }

  async #ask(): Promise<void> {
    this.#asking?.abort()
    const asking = new AbortController()
    this.#asking = asking
    const say = WORDS[this.#language]
    if (this.#trace) return this.#draw(this.#trace)
    if (this.#given('key') === '') return this.#tell(say.noKey)
    this.#tell(say.loading, true)
    try {
      const response = await fetch(this.#address(), {
        signal: asking.signal,
        headers: { accept: 'application/json' },
      })
      const answer = await response.json()
      if (asking.signal.aborted) return
      if (response.ok) this.#draw(answer as TraceView)
      else this.#tell(answer?.error?.[this.#language] ?? say.failed)
    } catch {
      if (!asking.signal.aborted) this.#tell(say.failed)
    }
  }

  #address(): string {
    const url = new URL('trace.json', new URL(this.#given('src') || '/', document.baseURI))
    const parameters = { key: 'key', direction: 'direction', depth: 'depth', 'as-of': 'asOf' } as const
    for (const [attribute, parameter] of Object.entries(parameters)) {
      const value = this.#given(attribute as Attribute)
      if (value) url.searchParams.set(parameter, value)
    }
    return url.href
  }

  /** One line instead of a drawing. */
  #tell(text: string, busy = false): void {
    this.#end()
    const line = element('p', { class: 'told', role: 'status' }, text)
    this.#root.replaceChildren(line)
    this.toggleAttribute('data-busy', busy)
    if (!busy) this.dispatchEvent(new CustomEvent('graph-told', { detail: { text } }))
  }

  #draw(view: TraceView): void {
    const [language, layout] = [this.#language, layOut(view)]
    this.#end()
    const parts = buildParts(view, layout, language, (key) => this.#graph && this.#press(this.#graph, key))
    this.#root.replaceChildren(parts.frame)
    this.removeAttribute('data-busy')
    this.#graph = cytoscape({
      container: parts.canvas,
      elements: elementsOf(view, layout, language),
      layout: { name: 'preset', fit: false },
      style: styleOf(this),
      minZoom: 0.1,
      maxZoom: 3,
      userZoomingEnabled: false,
      autoungrabify: true,
      boxSelectionEnabled: false,
    })
    this.#watch(this.#graph, parts, layout)
    this.#listen(this.#graph, parts.canvas)
    this.dispatchEvent(
      new CustomEvent('graph-drawn', { detail: { nodes: view.nodes.length, truncated: view.truncated } }),
    )
  }

  #end(): void {
    this.#sizes?.disconnect()
    this.#graph?.destroy()
    this.#graph = null
  }

  /** Keeps frame, names of levels and hint true to what shows. */
  #watch(graph: Core, { stage, names, outside }: Parts, layout: Layout): void {
    const say = WORDS[this.#language]
    let [waiting, width] = [false, 0]
    const tell = () => {
      waiting = false
      if (graph.destroyed()) return
      placeNames(names, layout.layers, graph)
      const count = countOutside(graph, layout)
      outside.textContent = count > 0 ? say.outside(count, layout.boxes.size) : ''
    }
    const tellSoon = () => {
      if (!waiting) requestAnimationFrame(tell)
      waiting = true
    }
    graph.on('viewport resize', tellSoon)
    obeyGestures(stage, graph)
    const size = () => {
      // What a scroll bar takes or gives does not count.
      if (Math.abs(this.clientWidth - width) < SCROLL_BAR) return
      width = this.clientWidth
      stage.style.setProperty('--cancu-drawn', `${heightFor(layout, width)}px`)
      graph.resize()
      begin(graph)
    }
    size()
    this.#sizes = new ResizeObserver(size)
    this.#sizes.observe(this)
  }

  #listen(graph: Core, canvas: HTMLElement): void {
    graph.on('select', 'node.instrument', ({ target }) =>
      this.dispatchEvent(
        new CustomEvent<NodeSelect>('node-select', {
          detail: target.data('node'),
          bubbles: true,
          composed: true,
        }),
      ),
    )
    graph.on('select unselect', 'node.instrument', () => lightLines(graph))
    graph.on('select', 'edge', ({ target }) =>
      this.dispatchEvent(
        new CustomEvent('edge-select', { detail: target.data('edge'), bubbles: true, composed: true }),
      ),
    )
    canvas.addEventListener('keydown', (event) => {
      if (this.#press(graph, event.key)) event.preventDefault()
    })
  }

  /** Arrows go to the next instrument that way, Enter opens it, + − 0 change the size. @returns whether it did anything */
  #press(graph: Core, key: string): boolean {
    const way = WAYS[key]
    if (way) return this.#go(graph, way)
    if (key === 'Enter') return this.#open(graph)
    if (key === '0') showAll(graph)
    else if (key === '+' || key === '=') zoom(graph, ZOOM_STEP)
    else if (key === '-') zoom(graph, 1 / ZOOM_STEP)
    else return false
    return true
  }

  #go(graph: Core, way: readonly [number, number]): boolean {
    const from = graph.$('node.instrument:selected')[0] as NodeSingular | undefined
    const next = from ? nearest(graph, from, way) : (graph.$('node.root')[0] as NodeSingular | undefined)
    if (!next) return true
    graph.elements().unselect()
    next.select()
    bringIntoSight(graph, next)
    return true
  }

  #open(graph: Core): boolean {
    const chosen = graph.$('node.instrument:selected')[0]
    if (chosen)
      this.dispatchEvent(
        new CustomEvent<NodeSelect>('node-open', {
          detail: chosen.data('node'),
          bubbles: true,
          composed: true,
        }),
      )
    return true
  }
}

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/** The closest instrument that way; what lies aside counts double. */
function nearest(
  graph: Core,
  from: NodeSingular,
  [dx, dy]: readonly [number, number],
): NodeSingular | undefined {
  const here = from.position()
  let best: NodeSingular | undefined
  let least = Number.POSITIVE_INFINITY
  graph.$('node.instrument').forEach((node) => {
    const [x, y] = [node.position('x') - here.x, node.position('y') - here.y]
    const ahead = x * dx + y * dy
    const distance = ahead + 2 * Math.abs(x * dy - y * dx)
    if (ahead > 1 && distance < least) [best, least] = [node, distance]
  })
  return best
}

/** The lines of what is chosen stand out, so that each can be followed among many. */
function lightLines(graph: Core): void {
  const lines = graph.$('node.instrument:selected').connectedEdges()
  graph.edges().removeClass('lit faint')
  if (lines.empty()) return
  lines.addClass('lit')
  graph.edges().difference(lines).addClass('faint')
}

function zoom(graph: Core, factor: number): void {
  const middle = { x: graph.width() / 2, y: graph.height() / 2 }
  graph.zoom({ level: graph.zoom() * factor, renderedPosition: middle })
}

if (!customElements.get('can-cu-graph')) customElements.define('can-cu-graph', CanCuGraph)
