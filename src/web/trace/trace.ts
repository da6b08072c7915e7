// A trace as the server answers it, its chains, and the same trace as it is drawn.

import { shortestWays } from '../../answer/answers.ts'
import type { Relation } from '../../citation/types.ts'
import type { TraceView } from '../../drawing/view.ts'
import type { Level } from '../../legal/place.ts'
import { type GapReason, LEVEL_WORDS } from '../../legal/words.ts'
import { INSTRUMENT_FIELDS, type Instrument } from '../instrument.ts'
import type { Direction } from '../route.ts'
import { type MeantInstrument, meantFields } from '../status.ts'

export const TRACE_QUERY = `query ($key: ID!, $direction: Direction!, $relations: [Relation!], $day: Date) {
  trace(key: $key, direction: $direction, relations: $relations, asOf: $day) {
    root { ${INSTRUMENT_FIELDS} }
    nodes { depth instrument { ${INSTRUMENT_FIELDS} status(asOf: $day) { value } } }
    edges { from to relation secondHand asserted }
    gaps {
      reason citation quote
      instrument { ${INSTRUMENT_FIELDS} }
      candidates { ${meantFields('day')} }
      suggestions { instrument { ${meantFields('day')} } }
    }
    truncated
  }
}`

/** From the Centre down; the rules of places stand beside tables that the page has no use for. */
const LEVELS = Object.keys(LEVEL_WORDS) as Level[]

export interface Edge {
  readonly from: string
  readonly to: string
  readonly relation: Relation
  readonly secondHand: boolean
  readonly asserted: boolean
}

export interface Gap {
  readonly reason: GapReason
  readonly citation: string | null
  readonly quote: string | null
  readonly instrument: Instrument
  readonly candidates: readonly MeantInstrument[]
  readonly suggestions: readonly { readonly instrument: MeantInstrument }[]
}

export interface Trace {
  readonly root: Instrument
  readonly nodes: readonly { readonly depth: number; readonly instrument: Instrument }[]
  readonly edges: readonly Edge[]
  readonly gaps: readonly Gap[]
  readonly truncated: boolean
}

/** An instrument on a chain, and the edge by which it was reached. */
export interface Link {
  readonly edge: Edge
  readonly instrument: Instrument
}

/** The shortest chain to each instrument from which none goes on, the longest chains first. */
export function chainsOf(trace: Trace, direction: Direction): Link[][] {
  const ways = shortestWays(trace, direction)
  const byKey = new Map(trace.nodes.map(({ instrument }) => [instrument.key, instrument]))
  const near = (edge: Edge) => (direction === 'UP' ? edge.from : edge.to)
  const passed = new Set([...ways.values()].map(near))
  const chains = [...ways.keys()]
    .filter((key) => !passed.has(key))
    .map((end) => {
      const links: Link[] = []
      for (let key = end, edge = ways.get(key); edge; key = near(edge), edge = ways.get(key)) {
        const instrument = byKey.get(key)
        if (instrument) links.unshift({ edge, instrument })
      }
      return links
    })
  return chains.sort((a, b) => b.length - a.length || (ends(a) < ends(b) ? -1 : 1))
}

function ends(links: readonly Link[]): string {
  return links.at(-1)?.instrument.key ?? ''
}

export interface LevelGroup {
  /** In capitals, as the schema writes it; `null`: not known. */
  readonly level: string | null
  readonly instruments: readonly Instrument[]
}

/** Instruments by level, from the Centre down; those of unknown level at the end. */
export function byLevel({ nodes }: Trace): LevelGroup[] {
  const levels = [...LEVELS.map((level) => level.toUpperCase()), null]
  return levels
    .map((level) => ({
      level,
      instruments: nodes.flatMap(({ instrument }) => (instrument.level === level ? instrument : [])),
    }))
    .filter(({ instruments }) => instruments.length > 0)
}

/** For pictures and other programs. */
export function toView(trace: Trace, direction: Direction): TraceView {
  return {
    root: trace.root.key,
    direction,
    truncated: trace.truncated,
    nodes: trace.nodes.map(({ depth, instrument }) => {
      const { key, number, date, type, title, issuer, level, textHeld, fictional, status } = instrument
      const known = LEVELS.find((one) => one.toUpperCase() === level) ?? null
      return {
        key,
        number,
        date,
        type,
        title,
        issuer,
        level: known,
        depth,
        textHeld,
        fictional,
        status: status?.value ?? null,
      }
    }),
    edges: trace.edges,
    gaps: trace.gaps.map(({ instrument, reason, citation }) => ({ key: instrument.key, reason, citation })),
  }
}
