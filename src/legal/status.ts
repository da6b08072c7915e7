// What may be said of an instrument on a day: computed from dated events and from what texts state, each
// with its evidence. Nobody tells us that something is in force, so the most that is said is NO_KNOWN_CHANGE.

import { parseKey } from './key.ts'
import type { EventKind } from './records.ts'

export const STATUS_VALUES = [
  'NOT_YET_IN_FORCE',
  'NO_KNOWN_CHANGE',
  'AMENDED',
  'CONTINUED',
  'PARTLY_REPEALED',
  'SUSPENDED',
  'REPLACED',
  'REPEALED',
  'EXPIRED',
  'SPENT',
  'SUPERSEDED_IN_SUBSTANCE',
  'CONFLICT',
  'UNKNOWN',
] as const
export type StatusValue = (typeof STATUS_VALUES)[number]

export interface Evidence {
  /** The proving words, where we have them. */
  readonly quote: string | null
  /** The table or the text that they stand in. */
  readonly source: string
  /** Read in a third document's words, or in an unsure table. */
  readonly confidence: 'high' | 'medium' | 'low'
}

/** Something that happened to an instrument, from a curated table or from the words of a text. */
export interface StatusEvent {
  readonly kind: EventKind
  /** ISO date it took effect; `null`: not known. */
  readonly effective: string | null
  /** Where `effective` is not known: the day before which it cannot have been. */
  readonly notBefore?: string | null
  /** Keys of the instruments that did it. */
  readonly by: readonly string[]
  readonly evidence: Evidence
}

export interface Status {
  readonly value: StatusValue
  /** First day on which it holds; `null`: not known. */
  readonly since: string | null
  readonly by: readonly string[]
  readonly evidence: readonly Evidence[]
  /** What a reader must be told beside the value. */
  readonly warnings: readonly StatusWarning[]
}

export type StatusWarning = 'NUMBER_HAS_SEVERAL_INSTRUMENTS' | 'DATE_NOT_KNOWN' | 'FURTHER_EVENTS'

/** Event → value, gravest first: an instrument that was amended and then replaced is replaced. */
const GRAVITY: readonly (readonly [EventKind, StatusValue])[] = [
  ['REPEALED', 'REPEALED'],
  ['REPLACED', 'REPLACED'],
  ['EXPIRED', 'EXPIRED'],
  ['SPENT', 'SPENT'],
  ['SUSPENDED', 'SUSPENDED'],
  ['SUPERSEDED_IN_SUBSTANCE', 'SUPERSEDED_IN_SUBSTANCE'],
  ['PARTLY_REPEALED', 'PARTLY_REPEALED'],
  ['AMENDED', 'AMENDED'],
  ['CONTINUED', 'CONTINUED'],
]

/**
 * The status of an instrument on a day. An event whose day is not known counts from the date of the acting
 * instrument, which it cannot precede; where that too is unknown, it counts always and a warning says so.
 * @param events everything known to have happened to the instrument, in any order
 * @param asOf ISO date
 * @param issued ISO date (or year) of the instrument itself: before it, nothing was in force
 */
export function statusAt(events: readonly StatusEvent[], asOf: string, issued: string | null = null): Status {
  const warnings = new Set<StatusWarning>()
  if (events.some((event) => event.kind === 'NUMBER_COLLISION'))
    warnings.add('NUMBER_HAS_SEVERAL_INSTRUMENTS')
  const past = events.filter((event) => holdsOn(event, asOf))
  for (const [kind, value] of GRAVITY) {
    const found = past.filter((event) => event.kind === kind).sort(earliestSurestFirst)
    if (found.length > 0) return describe(value, found, past, warnings)
  }
  return unchanged(events, asOf, issued, warnings)
}

function describe(
  value: StatusValue,
  found: readonly StatusEvent[],
  past: readonly StatusEvent[],
  warnings: Set<StatusWarning>,
): Status {
  const since = found[0]?.effective ?? null
  if (since === null) warnings.add('DATE_NOT_KNOWN')
  if (past.some((event) => !found.includes(event) && GRAVITY.some(([kind]) => kind === event.kind)))
    warnings.add('FURTHER_EVENTS')
  return {
    value,
    since,
    by: [...new Set(found.flatMap((event) => event.by))],
    evidence: found.map((event) => event.evidence),
    warnings: [...warnings],
  }
}

function unchanged(
  events: readonly StatusEvent[],
  asOf: string,
  issued: string | null,
  warnings: Set<StatusWarning>,
): Status {
  const entry = events.filter((event) => event.kind === 'ENTERED_INTO_FORCE').sort(earliestSurestFirst)[0]
  const evidence = entry ? [entry.evidence] : []
  const early = (entry?.effective ?? issued ?? '') > asOf
  return {
    value: early ? 'NOT_YET_IN_FORCE' : 'NO_KNOWN_CHANGE',
    since: entry?.effective ?? null,
    by: [],
    evidence,
    warnings: [...warnings],
  }
}

function holdsOn(event: StatusEvent, asOf: string): boolean {
  const from = event.effective ?? event.notBefore ?? earliestActorDate(event)
  return from === null || from <= asOf
}

/** "23-QĐ/TW@2021-07-30" → 2021-07-30, the earliest of several. */
function earliestActorDate(event: StatusEvent): string | null {
  const dates = event.by.flatMap((key) => parseKey(key)?.date ?? [])
  return dates.sort()[0] ?? null
}

const CONFIDENCE = ['high', 'medium', 'low']

function earliestSurestFirst(a: StatusEvent, b: StatusEvent): number {
  const sure = CONFIDENCE.indexOf(a.evidence.confidence) - CONFIDENCE.indexOf(b.evidence.confidence)
  if (sure !== 0) return sure
  const [left, right] = [a.effective ?? '9999', b.effective ?? '9999']
  return left < right ? -1 : left > right ? 1 : a.evidence.source < b.evidence.source ? -1 : 1
}
