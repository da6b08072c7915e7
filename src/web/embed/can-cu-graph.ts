// <can-cu-graph src key direction depth lang as-of>: a trace drawn on any page, as one custom element. It asks the
// server for the trace, places it as the picture is placed, and lets cytoscape draw it. All words are set as text.

import cytoscape, {
  type Core,
  type EdgeSingular,
  type ElementDefinition,
  type NodeSingular,
  type StylesheetJson,
} from 'cytoscape'
import { cut, dayLineOf, headOf, titleLines } from '../../drawing/label.ts'
import { BOX, type Box, type Layout, layOut } from '../../drawing/layout.ts'
import { type Point, routeOf } from '../../drawing/route.ts'
import { STATUS_SIGNS } from '../../drawing/signs.ts'
import { sentencesOf } from '../../drawing/svg.ts'
import type { TraceView, ViewNode } from '../../drawing/view.ts'
import { type Language, LEVEL_WORDS, RELATION_WORDS, wordIn } from '../../legal/words.ts'
import { SHEET } from './style.ts'
import { WORDS } from './words.ts'

/** Zoom at one press of a key. */
const ZOOM_STEP = 1.25
/** Letters of 11 units are then about 9 pixels high. */
const LEAST_READABLE = 0.85
/** Pixels around a drawing. */
const MARGIN = 12
const ATTRIBUTES = ['src', 'key', 'direction', 'depth', 'lang', 'as-of'] as const
type Attribute = (typeof ATTRIBUTES)[number]

/** `detail` of the event `node-select`. */
export type NodeSelect = Pick<ViewNode, 'key' | 'number' | 'date' | 'type' | 'title' | 'status'>

export class CanCuGraph extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES

  readonly #root = this.attachShadow({ mode: 'open' })
  #graph: Core | null = null
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
    this.#graph?.destroy()
    this.#graph = null
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
    this.#graph?.destroy()
    this.#graph = null
    const line = element('p', { class: 'told', role: 'status' }, text)
    this.#root.replaceChildren(line)
    this.toggleAttribute('data-busy', busy)
    if (!busy) this.dispatchEvent(new CustomEvent('graph-told', { detail: { text } }))
  }

  #draw(view: TraceView): void {
    const [language, layout] = [this.#language, layOut(view)]
    const say = WORDS[language]
    const canvas = element('div', {
      class: 'canvas',
      tabindex: '0',
      role: 'application',
      'aria-label': say.label,
    })
    const sentences = element('ul', { class: 'words' })
    sentences.append(...sentencesOf(view, language).map((one) => element('li', {}, one)))
    const hint = element('p', { class: 'hint' }, say.hint)
    this.#root.replaceChildren(canvas, sentences, hint)
    this.removeAttribute('data-busy')
    this.#graph?.destroy()
    this.#graph = cytoscape({
      container: canvas,
      elements: elementsOf(view, layout, language),
      layout: { name: 'preset', fit: true, padding: MARGIN },
      style: styleOf(this),
      minZoom: 0.1,
      maxZoom: 3,
      autoungrabify: true,
      boxSelectionEnabled: false,
    })
    makeReadable(this.#graph)
    this.#listen(this.#graph, canvas)
    this.dispatchEvent(
      new CustomEvent('graph-drawn', { detail: { nodes: view.nodes.length, truncated: view.truncated } }),
    )
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
    if (key === '0') graph.fit(undefined, MARGIN)
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
    graph.animate({ center: { eles: next } }, { duration: reducedMotion() ? 0 : 160 })
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

function zoom(graph: Core, factor: number): void {
  const middle = { x: graph.width() / 2, y: graph.height() / 2 }
  graph.zoom({ level: graph.zoom() * factor, renderedPosition: middle })
}

/** A picture too large to be read whole begins at the root, in letters that can be read; the key 0 shows all. */
function makeReadable(graph: Core): void {
  if (graph.zoom() >= LEAST_READABLE) return
  graph.zoom(LEAST_READABLE)
  graph.center(graph.$('node.root'))
  const { x1, x2, y1, y2 } = graph.elements().renderedBoundingBox()
  graph.panBy({ x: shiftInto(x1, x2, graph.width()), y: shiftInto(y1, y2, graph.height()) })
}

/** How far to move what reaches from `start` to `end`, so that no room within `size` is left empty. */
function shiftInto(start: number, end: number, size: number): number {
  if (end - start <= size) return (size - end - start) / 2
  return Math.min(0, MARGIN - start) + Math.max(0, size - MARGIN - end)
}

function reducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

function element(name: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.textContent = text
  return made
}

function elementsOf(view: TraceView, layout: Layout, language: Language): ElementDefinition[] {
  const layers = layout.layers.map(({ level, y, height }, i): ElementDefinition => {
    const name = level ? wordIn(language, LEVEL_WORDS[level]) : WORDS[language].noLevel
    return {
      data: { id: `layer ${i}`, label: name, w: layout.width, h: height + 24 },
      position: { x: layout.width / 2, y: y + height / 2 },
      classes: 'layer',
      selectable: false,
    }
  })
  const nodes = [...layout.boxes.values()].map(({ node, x, y }): ElementDefinition => {
    const [sign, kind] = (node.status && STATUS_SIGNS[node.status]) ?? ['', '']
    const lines = [
      cut(`${sign ? `${sign} ` : ''}${headOf(node, language)}`),
      dayLineOf(node, language),
      ...titleLines(node.title),
    ]
    const { key, number, date, type, title, status } = node
    const detail: NodeSelect = { key, number, date, type, title, status }
    return {
      data: { id: node.key, label: lines.filter(Boolean).join('\n'), node: detail },
      position: { x: x + BOX.width / 2, y: y + BOX.height / 2 },
      classes: ['instrument', node.key === view.root && 'root', !node.textHeld && 'unheld', kind]
        .filter(Boolean)
        .join(' '),
    }
  })
  const edges = view.edges.flatMap((edge, i): ElementDefinition[] => {
    const [from, to] = [layout.boxes.get(edge.from), layout.boxes.get(edge.to)]
    const route = from && to && routeOf(from, to, layout.rows)
    if (!route) return []
    const { at, offset } = route.label
    const bent = route.points.length > 2
    return [
      {
        data: {
          ...{ id: `edge ${i}`, source: edge.from, target: edge.to, edge, offset },
          label: wordIn(language, RELATION_WORDS[edge.relation]),
          ...ends(from, to, route.points),
          ...(bent && corners(route.points)),
        },
        classes: [at, bent && 'bent', edge.secondHand && 'second'].filter(Boolean).join(' '),
      },
    ]
  })
  return [...layers, ...nodes, ...edges]
}

/** Where a line leaves and meets its boxes, in pixels from their middles. */
function ends(from: Box, to: Box, points: readonly Point[]) {
  const offset = ({ x, y }: Box, [px, py]: Point) =>
    `${px - x - BOX.width / 2}px ${py - y - BOX.height / 2}px`
  const [first, last] = [points[0], points.at(-1)]
  return first && last ? { leaves: offset(from, first), meets: offset(to, last) } : {}
}

/** Corners as cytoscape wants them: how far along the straight line between the ends, and how far aside of it. */
function corners(points: readonly Point[]) {
  const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = [points[0], points.at(-1)]
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = Math.hypot(dx, dy)
  const inner = points.slice(1, -1)
  return {
    along: inner.map(([x, y]) => ((x - x1) * dx + (y - y1) * dy) / length ** 2),
    aside: inner.map(([x, y]) => ((y - y1) * dx - (x - x1) * dy) / length),
  }
}

/** Colours come from the page's custom properties, as documented. */
function styleOf(host: HTMLElement): StylesheetJson {
  const computed = getComputedStyle(host)
  const colour = (name: string, fallback: string) => computed.getPropertyValue(name).trim() || fallback
  const text = colour('--cancu-text', '#1c2733')
  const line = colour('--cancu-line', '#5b6b7b')
  const accent = colour('--cancu-accent', '#9c1c1c')
  const offset = (edge: EdgeSingular) => edge.data('offset')
  const ground = colour('--cancu-ground', '#ffffff')
  return [
    {
      selector: 'node.layer',
      style: {
        'background-color': colour('--cancu-band', '#f3f5f7'),
        color: colour('--cancu-muted', '#4b5a68'),
        'font-size': 14,
        'font-weight': 600,
        height: 'data(h)',
        label: 'data(label)',
        shape: 'rectangle',
        'text-halign': 'left',
        'text-margin-x': 96,
        'text-valign': 'center',
        width: 'data(w)',
        events: 'no',
        'z-index': 0,
        'z-index-compare': 'manual',
      },
    },
    {
      selector: 'node.instrument',
      style: {
        'background-color': colour('--cancu-box', '#ffffff'),
        'border-color': line,
        'border-width': 1.2,
        color: text,
        'font-family': computed.fontFamily,
        'font-size': 11,
        height: BOX.height,
        label: 'data(label)',
        'line-height': 1.25,
        shape: 'round-rectangle',
        'text-justification': 'left',
        // lines are broken already
        'text-max-width': `${2 * BOX.width}px`,
        'text-valign': 'center',
        'text-wrap': 'wrap',
        width: BOX.width,
        'z-index': 2,
        'z-index-compare': 'manual',
      },
    },
    { selector: 'node.unheld', style: { 'border-style': 'dashed' } },
    { selector: 'node.ended', style: { color: colour('--cancu-ended', '#9c1c1c') } },
    { selector: 'node.changed', style: { color: colour('--cancu-changed', '#7a4f00') } },
    { selector: 'node.root', style: { 'border-color': accent, 'border-width': 2.4 } },
    { selector: 'node.instrument:selected', style: { 'border-color': accent, 'border-width': 4 } },
    {
      selector: 'edge',
      style: {
        color: colour('--cancu-muted', '#4b5a68'),
        'curve-style': 'straight',
        'source-endpoint': 'data(leaves)',
        'target-endpoint': 'data(meets)',
        'font-size': 10,
        'line-color': line,
        'target-arrow-color': line,
        'target-arrow-shape': 'triangle',
        'text-background-color': ground,
        'text-background-opacity': 0.85,
        'text-background-padding': '2px',
        width: 1.3,
        'z-index': 1,
        'z-index-compare': 'manual',
      },
    },
    { selector: 'edge.middle', style: { label: 'data(label)' } },
    { selector: 'edge.from', style: { 'source-label': 'data(label)', 'source-text-offset': offset } },
    { selector: 'edge.to', style: { 'target-label': 'data(label)', 'target-text-offset': offset } },
    {
      selector: 'edge.bent',
      style: {
        'curve-style': 'round-segments',
        // Its types do not know this one yet.
        'edge-distances': 'endpoints' as 'intersection',
        'segment-radii': [10],
        'segment-weights': (edge: EdgeSingular) => edge.data('along'),
        'segment-distances': (edge: EdgeSingular) => edge.data('aside'),
      },
    },
    { selector: 'edge.second', style: { 'line-style': 'dashed' } },
    { selector: 'edge:selected', style: { 'line-color': accent, 'target-arrow-color': accent, width: 2.6 } },
  ]
}

if (!customElements.get('can-cu-graph')) customElements.define('can-cu-graph', CanCuGraph)
