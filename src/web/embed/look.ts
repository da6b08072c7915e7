// How cytoscape draws: colours come from the page's custom properties, as documented.

import type { EdgeSingular, StylesheetJson } from 'cytoscape'
import { BOX } from '../../drawing/layout.ts'

/** @param host whose custom properties are read */
export function styleOf(host: HTMLElement): StylesheetJson {
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
        height: 'data(h)',
        shape: 'rectangle',
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
    { selector: 'edge.faint', style: { opacity: 0.35 } },
    {
      selector: 'edge.lit',
      style: { 'line-color': accent, 'target-arrow-color': accent, width: 2, 'z-index': 3 },
    },
    { selector: 'edge.second', style: { 'line-style': 'dashed' } },
    { selector: 'edge:selected', style: { 'line-color': accent, 'target-arrow-color': accent, width: 2.6 } },
  ]
}
