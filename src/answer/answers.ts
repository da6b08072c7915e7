// Answers that take more than one question of the store: a trace with its gaps. Used alike by the API and the
// command line.

import type {
  AssertionRow,
  CandidateRow,
  EdgeRow,
  InstrumentRow,
  OpenMentionRow,
  TraceRows,
} from '../graph/records.ts'
import type { GraphStore, TraceQuestion } from '../graph/store.ts'

/** More instruments than anyone reads; a trace that has more says `truncated`. */
export const MAX_TRACE_NODES = 5_000

export interface Gap {
  /** What is missing; for an open citation, the instrument that holds it. */
  readonly instrument: InstrumentRow
  readonly reason: 'TEXT_NOT_HELD' | 'AMBIGUOUS' | 'PENDING' | 'CONTRADICTED'
  readonly citation: string | null
  readonly quote: string | null
  /** Id of the open citation, by which the store tells its candidates. */
  readonly mention: string | null
}

export interface Trace extends TraceRows {
  readonly root: InstrumentRow
  readonly gaps: readonly Gap[]
}

/** A trace, and by name everything that is missing from it. `null` where no instrument has the key. */
export async function traceWithGaps(store: GraphStore, question: TraceQuestion): Promise<Trace | null> {
  const rows = await store.trace(question)
  const root = rows?.nodes[0]?.instrument
  if (!rows || !root) return null
  const missing = rows.nodes.flatMap(({ instrument }) => (instrument.textHeld ? [] : notHeld(instrument)))
  return { ...rows, root, gaps: [...missing, ...rows.open.map(openGap)] }
}

function notHeld(instrument: InstrumentRow): Gap {
  return { instrument, reason: 'TEXT_NOT_HELD', citation: null, quote: null, mention: null }
}

function openGap({ instrument, mention, state, text, quote }: OpenMentionRow): Gap {
  return { instrument, reason: state, citation: text, quote, mention }
}

/** For each gap in order, the keys of what it may mean. */
export async function candidatesOf(store: GraphStore, gaps: readonly Gap[]): Promise<string[][]> {
  const mentions = gaps.flatMap(({ mention }) => mention ?? [])
  const found = mentions.length > 0 ? await store.candidates(mentions) : new Map<string, CandidateRow[]>()
  return gaps.map(({ mention }) => (found.get(mention ?? '') ?? []).map(({ key }) => key))
}

/** What an edge stands on: an assertion of staff, or the words of a mention. */
export interface EdgeEvidence {
  /** Id of the mention; `null` for an assertion. */
  readonly mention: string | null
  readonly assertion: AssertionRow | null
  /** The words of the text, or the reason of whoever asserted it. */
  readonly quote: string | null
  /** The text, or the author. */
  readonly source: string
  /** The mention's own words in `quote`, and the provisions that stand with it; `null` for an assertion. */
  readonly text: string | null
  readonly provision: string | null
}

const ASSERTED = { mention: null, text: null, provision: null }

type EdgeEnds = Pick<EdgeRow, 'from' | 'to' | 'relation' | 'assertions'>

/** For each edge in order, the first that it stands on: assertions before mentions. */
export async function evidenceOf(
  store: GraphStore,
  edges: readonly EdgeEnds[],
  first: number,
): Promise<EdgeEvidence[][]> {
  const ends = edges.map(({ from, to, relation }) => ({ from, to, relation }))
  const found = edges.length > 0 ? await store.edgeEvidence(ends, first) : []
  const ids = [...new Set(edges.flatMap(({ assertions }) => assertions))]
  const asserted = new Map((await store.assertionsByIds(ids)).map((row) => [row.id, row]))
  return edges.map(({ assertions }, i) => {
    const rows = assertions.flatMap((id) => asserted.get(id) ?? [])
    const said = rows.map((row) => ({ ...ASSERTED, assertion: row, quote: row.reason, source: row.author }))
    const read = (found[i] ?? []).map((words) => ({ ...words, assertion: null }))
    return [...said, ...read].slice(0, first)
  })
}

/** What of a trace tells its ways. */
interface Ways<Edge> {
  readonly nodes: readonly { readonly instrument: { readonly key: string }; readonly depth: number }[]
  readonly edges: readonly Edge[]
}

/** The shortest way from the root to each instrument of a trace, as the edge by which it was reached. */
export function shortestWays<Edge extends { readonly from: string; readonly to: string }>(
  trace: Ways<Edge>,
  direction: 'UP' | 'DOWN',
): Map<string, Edge> {
  const depth = new Map(trace.nodes.map(({ instrument, depth }) => [instrument.key, depth]))
  const ways = new Map<string, Edge>()
  for (const edge of trace.edges) {
    const [near, far] = direction === 'UP' ? [edge.from, edge.to] : [edge.to, edge.from]
    if (depth.get(far) === (depth.get(near) ?? Number.NaN) + 1 && !ways.has(far)) ways.set(far, edge)
  }
  return ways
}
