// A trace as a picture that needs no script: SVG with alternative text, colours by custom properties.

import {
  GAP_WORDS,
  type Language,
  LEVEL_WORDS,
  RELATION_WORDS,
  STATUS_WORDS,
  wordIn,
} from '../legal/words.ts'
import { cut, cutTo, dayLineOf, headOf, plain, relationWords, titleLines } from './label.ts'
import { BAND, BOX, type Box, type Layer, type Layout, layOut } from './layout.ts'
import { type LegendEntry, legendOf } from './legend.ts'
import { type Point, routesOf } from './route.ts'
import { STATUS_SIGNS } from './signs.ts'
import type { TraceView, ViewEdge } from './view.ts'

/** Colours by custom properties, for light grounds where none are set. */
export const STYLE = `
.cc{font:13px var(--cancu-font,system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif);background:var(--cancu-ground,#fff)}
.cc text{fill:var(--cancu-text,#1c2733)}
.cc .box{fill:var(--cancu-box,#fff);stroke:var(--cancu-line,#5b6b7b);stroke-width:1.2}
.cc .root .box{stroke:var(--cancu-accent,#9c1c1c);stroke-width:2.4}
.cc .unheld .box{stroke-dasharray:5 4}
.cc .ended .sign{fill:var(--cancu-ended,#9c1c1c)} .cc .changed .sign{fill:var(--cancu-changed,#8a5a00)}
.cc .kept .sign{fill:var(--cancu-kept,#1d6b3a)}
.cc .head{font-weight:600} .cc .small{font-size:11.5px;fill:var(--cancu-muted,#4b5a68)}
.cc .band{fill:var(--cancu-band,#f3f5f7)} .cc .layer{font-weight:600;fill:var(--cancu-muted,#4b5a68)}
.cc .edge{fill:none;stroke:var(--cancu-line,#5b6b7b);stroke-width:1.3} .cc .second{stroke-dasharray:3 4}
.cc .relation{font-size:11px;fill:var(--cancu-muted,#4b5a68);paint-order:stroke;stroke:var(--cancu-ground,#fff);stroke-width:3px}
`.trim()

/** More labels than this on the lines only hide each other: the alternative text has them all. */
const MOST_EDGE_LABELS = 60

/** The picture. `layout` may be given where it is known already. */
export function toSvg(view: TraceView, language: Language, layout: Layout = layOut(view)): string {
  const [legend, foot] = legendSvg(view, layout, language)
  const [width, height] = [layout.width, layout.height + foot]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="cc" role="img" lang="${language}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-labelledby="cc-title cc-desc">`,
    `<title id="cc-title">${xml(titleOf(view, language))}</title>`,
    `<desc id="cc-desc">${xml(describe(view, language))}</desc>`,
    `<style>${STYLE}</style>`,
    '<defs><marker id="cc-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z" fill="#5b6b7b"/></marker></defs>',
    ...layout.layers.map((layer) => layerSvg(layer, width, language)),
    ...edgesSvg(view.edges, layout, language),
    ...[...layout.boxes.values()].map((box) => boxSvg(box, box.node.key === view.root, language)),
    ...legend,
    '</svg>',
  ].join('\n')
}

function layerSvg({ level, y, height }: Layer, width: number, language: Language): string {
  const name = level
    ? wordIn(language, LEVEL_WORDS[level])
    : language === 'vi'
      ? 'Chưa rõ cấp'
      : 'Level not known'
  return `<rect class="band" x="0" y="${y - BAND.above}" width="${width}" height="${height + BAND.above + BAND.below}"/><text class="layer" x="14" y="${y - 8}">${xml(name)}</text>`
}

function boxSvg({ node, x, y }: Box, isRoot: boolean, language: Language): string {
  const [sign, name] = (node.status && STATUS_SIGNS[node.status]) ?? ['', '']
  const classes = ['node', isRoot && 'root', !node.textHeld && 'unheld', name].filter(Boolean).join(' ')
  const status = node.status ? wordIn(language, STATUS_WORDS[node.status]) : ''
  const day = dayLineOf(node, language)
  const text = (line: string, dy: number, kind: string) =>
    line ? `<text class="${kind}" x="${x + 10}" y="${y + dy}">${xml(line)}</text>` : ''
  return [
    `<g class="${classes}" data-key="${xml(node.key)}">`,
    `<title>${xml([headOf(node, language), day, node.title, status].filter(Boolean).join(' · '))}</title>`,
    `<rect class="box" x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6"/>`,
    headSvg(sign, headOf(node, language), x + 10, y + 19),
    text(cut(day), 35, 'small'),
    ...titleLines(node.title).map((line, i) => text(line, 52 + 15 * i, 'small')),
    '</g>',
  ].join('')
}

/** Small letters that the first line of a box has room for. */
const HEAD_WIDTH = 27
const SIGN_WIDTH = 2

function headSvg(sign: string, head: string, x: number, y: number): string {
  const mark = sign ? `<tspan class="sign">${sign}</tspan> ` : ''
  const words = xml(cutTo(plain(head), HEAD_WIDTH - (sign ? SIGN_WIDTH : 0)))
  return `<text class="head" x="${x}" y="${y}">${mark}${words}</text>`
}

/** Room of the legend: of a line, a letter and a mark, and around it. */
const LEGEND = { line: 20, letter: 7, mark: 26, gap: 22, top: 4, left: 14 } as const

/** Signs and dashes at the foot, in as many lines as they need. @returns the lines, and how high they are */
function legendSvg(view: TraceView, layout: Layout, language: Language): [svg: string[], height: number] {
  let [x, line] = [LEGEND.left as number, 0]
  const items = legendOf(view, language).map(({ mark, kind, colour, words }) => {
    const width = LEGEND.mark + words.length * LEGEND.letter
    if (x > LEGEND.left && x + width > layout.width) [x, line] = [LEGEND.left, line + 1]
    const y = layout.height + LEGEND.top + LEGEND.line * line
    const drawn = `<g class="${colour}">${markSvg(kind, mark, x, y)}<text class="small" x="${x + LEGEND.mark}" y="${y + 10}">${xml(words)}</text></g>`
    x += width + LEGEND.gap
    return drawn
  })
  return [items, items.length === 0 ? 0 : LEGEND.top + LEGEND.line * (line + 1)]
}

function markSvg(kind: LegendEntry['kind'], mark: string, x: number, y: number): string {
  if (kind === 'box')
    return `<g class="unheld"><rect class="box" x="${x}" y="${y}" width="18" height="11" rx="2"/></g>`
  if (kind === 'line') return `<path class="edge second" d="M${x} ${y + 6}h20"/>`
  return `<text class="sign head" x="${x + 4}" y="${y + 10}">${mark}</text>`
}

/** Lines, and over all of them their words. */
function edgesSvg(edges: readonly ViewEdge[], layout: Layout, language: Language): string[] {
  const drawn = routesOf(edges, layout)
  const lines = drawn.map(
    ({ edge, points }) =>
      `<path class="edge${edge.secondHand ? ' second' : ''}" d="${pathOf(points)}" marker-end="url(#cc-arrow)"/>`,
  )
  const words = drawn.flatMap(({ relations, label }) => {
    if (relations.length === 0) return []
    const [x, y] = label.point.map(Math.round) as [number, number]
    return `<text class="relation" text-anchor="middle" x="${x}" y="${y + 4}">${xml(relationWords(relations, language))}</text>`
  })
  return edges.length <= MOST_EDGE_LABELS ? [...lines, ...words] : lines
}

/** How far from a corner a line begins to turn. */
const ROUNDING = 10

function pathOf(points: readonly Point[]): string {
  const text = ([x, y]: Point) => `${Math.round(x)} ${Math.round(y)}`
  const towards = ([x1, y1]: Point, [x2, y2]: Point): Point => {
    const length = Math.hypot(x2 - x1, y2 - y1)
    const share = length === 0 ? 0 : Math.min(ROUNDING, length / 2) / length
    return [x1 + share * (x2 - x1), y1 + share * (y2 - y1)]
  }
  return points
    .map((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]]
      if (!before) return `M${text(point)}`
      if (!after) return `L${text(point)}`
      return `L${text(towards(point, before))}Q${text(point)} ${text(towards(point, after))}`
    })
    .join('')
}

function titleOf({ root, nodes, direction }: TraceView, language: Language): string {
  const node = nodes.find(({ key }) => key === root)
  const name = node ? headOf(node, language) : root
  const words = {
    vi: { UP: 'Truy nguyên: dựa vào đâu', DOWN: 'Truy xuống: sinh ra gì' },
    en: { UP: 'What it rests on', DOWN: 'What rests on it' },
  }
  return `${words[language][direction]}: ${plain(name)}`
}

/** Sentences of the alternative text; a picture of more has a text of its own. */
const MOST_SENTENCES = 200

/** The picture in words. */
export function describe(view: TraceView, language: Language): string {
  return sentencesOf(view, language).join(' ')
}

/** Each line that a drawing draws, and what is missing, as sentences. */
export function sentencesOf({ nodes, edges, gaps, truncated }: TraceView, language: Language): string[] {
  const names = new Map(
    nodes.map((node) => [node.key, `${headOf(node, language)} ${dayLineOf(node, language)}`.trim()]),
  )
  const named = (key: string) => plain(names.get(key) ?? key)
  const lines = edges.map(
    ({ from, to, relation }) => `${named(from)} ${wordIn(language, RELATION_WORDS[relation])} ${named(to)}.`,
  )
  const missing = gaps.map(
    ({ key, reason, citation }) =>
      `${plain(citation ?? named(key))}: ${wordIn(language, GAP_WORDS[reason])}.`,
  )
  const all = [...lines, ...missing]
  const more = truncated || all.length > MOST_SENTENCES
  return [
    ...all.slice(0, MOST_SENTENCES),
    ...(more ? [language === 'vi' ? 'Còn nữa.' : 'There is more.'] : []),
  ]
}

/** A picture that says in words why there is no other. */
export function messageSvg(vi: string, en: string): string {
  const line = (text: string, y: number) => `<text x="16" y="${y}">${xml(cutTo(plain(text), 110))}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="cc" role="img" lang="vi" viewBox="0 0 720 72" width="720" height="72" aria-label="${xml(vi)}">`,
    `<style>${STYLE}</style>`,
    line(vi, 30),
    line(en, 54),
    '</svg>',
  ].join('\n')
}

/** Text for XML: nothing in it can be markup, nor a character that XML forbids. */
export function xml(text: string): string {
  return plain(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
