// A trace for other programs: Mermaid for documents, GraphML for graph tools, JSON for scripts.

import { type Language, RELATION_WORDS, wordIn } from '../legal/words.ts'
import { dayLineOf, headOf, plain } from './label.ts'
import { xml } from './svg.ts'
import type { TraceView, ViewNode } from './view.ts'

/** A flowchart; ids are positions, so that no text can be taken for syntax. */
export function toMermaid(view: TraceView, language: Language): string {
  const ids = new Map(view.nodes.map(({ key }, i) => [key, `n${i}`]))
  const nodes = view.nodes.map((node, i) => `  n${i}["${mermaidText(nameOf(node, language))}"]`)
  const edges = view.edges.flatMap(({ from, to, relation, secondHand }) => {
    const [a, b] = [ids.get(from), ids.get(to)]
    const arrow = secondHand ? '-.->' : '-->'
    return a && b
      ? [`  ${a} ${arrow}|"${mermaidText(wordIn(language, RELATION_WORDS[relation]))}"| ${b}`]
      : []
  })
  return ['flowchart BT', ...nodes, ...edges, ''].join('\n')
}

/** Mermaid's own entities: nothing can end the quotes, or be markup. */
function mermaidText(text: string): string {
  return plain(text).replace(/[^\p{L}\p{M}\p{N} .,:;/()–-]/gu, (character) => `#${character.codePointAt(0)};`)
}

function nameOf(node: ViewNode, language: Language): string {
  return [headOf(node, language), dayLineOf(node, language), node.title].filter(Boolean).join(' · ')
}

const NODE_FIELDS = [
  'number',
  'date',
  'type',
  'title',
  'issuer',
  'level',
  'depth',
  'textHeld',
  'fictional',
  'status',
] as const
const EDGE_FIELDS = ['relation', 'secondHand'] as const

/** GraphML 1.0; keys of instruments are the ids. */
export function toGraphml(view: TraceView): string {
  const keys = (domain: string, fields: readonly string[]) =>
    fields.map((name) => `<key id="${name}" for="${domain}" attr.name="${name}" attr.type="string"/>`)
  const data = (row: object, fields: readonly string[]) =>
    fields.map((name) => {
      const value = (row as Record<string, unknown>)[name]
      return value === null || value === undefined ? '' : `<data key="${name}">${xml(String(value))}</data>`
    })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys('node', NODE_FIELDS),
    ...keys('edge', EDGE_FIELDS),
    '<graph edgedefault="directed">',
    ...view.nodes.map((node) => `<node id="${xml(node.key)}">${data(node, NODE_FIELDS).join('')}</node>`),
    ...view.edges.map(
      (edge) =>
        `<edge source="${xml(edge.from)}" target="${xml(edge.to)}">${data(edge, EDGE_FIELDS).join('')}</edge>`,
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n')
}

/** The trace as it is, for scripts. */
export function toJson(view: TraceView): string {
  return JSON.stringify(view, null, 2)
}
