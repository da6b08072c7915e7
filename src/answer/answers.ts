// Answers that take more than one question of the store: a trace with its gaps, a status with its evidence.
// Used alike by the API and the command line.

import type { Relation } from '../citation/types.ts'
import type { EdgeRow, InstrumentRow, TraceRows } from '../graph/records.ts'
import type { GraphStore, TraceQuestion } from '../graph/store.ts'
import type { EventKind } from '../legal/records.ts'
import { type Status, type StatusEvent, statusAt } from '../legal/status.ts'

/** More instruments than anyone reads; a trace that has more says `truncated`. */
export const MAX_TRACE_NODES = 5_000
const MAX_OPEN_MENTIONS = 500

export interface Gap {
  /** What is missing; for an open citation, the instrument that holds it. */
  readonly instrument: InstrumentRow
  readonly reason: 'TEXT_NOT_HELD' | 'AMBIGUOUS' | 'PENDING' | 'CONTRADICTED'
  readonly citation: string | null
  readonly quote: string | null
  /** Keys. */
  readonly candidates: readonly string[]
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
  const held = rows.nodes.map((node) => node.instrument)
  const open = await openCitations(store, held)
  const missing = held
    .filter((instrument) => !instrument.textHeld)
    .map(
      (instrument) =>
        ({ instrument, reason: 'TEXT_NOT_HELD', citation: null, quote: null, candidates: [] }) as const,
    )
  return { ...rows, root, gaps: [...missing, ...open] }
}

async function openCitations(store: GraphStore, instruments: readonly InstrumentRow[]): Promise<Gap[]> {
  const byKey = new Map(
    instruments.filter(({ openMentions }) => openMentions > 0).map((one) => [one.key, one]),
  )
  if (byKey.size === 0) return []
  const mentions = await store.openMentions([...byKey.keys()], MAX_OPEN_MENTIONS)
  return mentions.flatMap(({ instrument: key, state, text, quote, candidates }) => {
    const instrument = byKey.get(key)
    return instrument
      ? [{ instrument, reason: state as Gap['reason'], citation: text, quote, candidates }]
      : []
  })
}

const STATED_EVENT: Partial<Record<Relation, EventKind>> = {
  REPLACES: 'REPLACED',
  REPEALS: 'REPEALED',
  AMENDS: 'AMENDED',
  SUSPENDS: 'SUSPENDED',
  CONTINUES: 'CONTINUED',
}

/** The status of each instrument on a day, from curated events and from what texts state. */
export async function statusOf(
  store: GraphStore,
  keys: readonly string[],
  asOf: (key: string) => string,
): Promise<Map<string, Status>> {
  const known = await store.statusEvents(keys)
  const one = (key: string) => {
    const { events, stated } = known.get(key) ?? { events: [], stated: [] }
    const curated = events.map(({ kind, effective, by, ...evidence }) => ({ kind, effective, by, evidence }))
    return statusAt([...curated, ...stated.flatMap(statedEvent)], asOf(key))
  }
  return new Map(keys.map((key) => [key, one(key)]))
}

type Stated = NonNullable<
  ReturnType<Awaited<ReturnType<GraphStore['statusEvents']>>['get']>
>['stated'][number]

/** Words of a text, from the day of the acting instrument on; of a third text, they are worth less. */
function statedEvent({ relation, actor, date, secondHand, evidence }: Stated): StatusEvent[] {
  const kind = STATED_EVENT[relation]
  if (!kind || !evidence) return []
  const confidence = secondHand ? 'low' : 'medium'
  return [{ kind, effective: date, by: [actor], evidence: { ...evidence, confidence } }]
}

/** The shortest way from the root to each instrument of a trace, as the edge by which it was reached. */
export function shortestWays(trace: TraceRows, direction: 'UP' | 'DOWN'): Map<string, EdgeRow> {
  const depth = new Map(trace.nodes.map(({ instrument, depth }) => [instrument.key, depth]))
  const ways = new Map<string, EdgeRow>()
  for (const edge of trace.edges) {
    const [near, far] = direction === 'UP' ? [edge.from, edge.to] : [edge.to, edge.from]
    if (depth.get(far) === (depth.get(near) ?? Number.NaN) + 1 && !ways.has(far)) ways.set(far, edge)
  }
  return ways
}
