// What may be said of an instrument on a day: computed from dated events and from what texts state, each
// with its evidence. Nobody tells us that something is in force, so the most that is said is NO_KNOWN_CHANGE.

import { bySource, type Confidence, type SourceRank, standingOn, weightOf } from './contradiction.ts'
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

/** What a reader must be told beside the value. */
export const STATUS_WARNINGS = [
  'NUMBER_HAS_SEVERAL_INSTRUMENTS',
  'DATE_NOT_KNOWN',
  'FURTHER_EVENTS',
  'AMENDER_ENDED',
  'PARENT_ENDED',
  'ISSUER_GONE',
  'DISTRICT_AFTER_REFORM',
  'BLANKET_REPEAL_IGNORED',
  'CONTINUED_BY_CONCLUSION',
  'SPENT_BY_OWN_PERIOD',
  'CITING_DATE_NOT_KNOWN',
] as const
export type StatusWarning = (typeof STATUS_WARNINGS)[number]

export interface Evidence {
  /** The proving words, where we have them. */
  readonly quote: string | null
  /** The table or the text that they stand in. */
  readonly source: string
  /** What kind of source it is; see `SOURCE_RANKS`. */
  readonly rank: SourceRank
  /** Read in a third document's words, or in an unsure table. */
  readonly confidence: Confidence
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
  readonly warnings: readonly StatusWarning[]
  /** Keys of the instruments that a warning speaks of, where it speaks of any. */
  readonly about: Readonly<Partial<Record<StatusWarning, readonly string[]>>>
}

/** Event → value, gravest first: an instrument that was amended and then replaced is replaced. */
const ENDS: readonly (readonly [EventKind, StatusValue])[] = [
  ['REPEALED', 'REPEALED'],
  ['REPLACED', 'REPLACED'],
  ['EXPIRED', 'EXPIRED'],
  ['SPENT', 'SPENT'],
  ['SUSPENDED', 'SUSPENDED'],
]
/** What is still to enter into force is that before it is any of these. */
const CHANGES: readonly (readonly [EventKind, StatusValue])[] = [
  ['SUPERSEDED_IN_SUBSTANCE', 'SUPERSEDED_IN_SUBSTANCE'],
  ['PARTLY_REPEALED', 'PARTLY_REPEALED'],
  ['AMENDED', 'AMENDED'],
  ['CONTINUED', 'CONTINUED'],
]
const CHANGING = new Set<EventKind>([...ENDS, ...CHANGES].map(([kind]) => kind))

/** Whether an instrument of that status is none to rely on: another took its place, or it was ended. */
export function hasEnded(value: StatusValue): boolean {
  return value === 'REPLACED' || value === 'REPEALED' || value === 'EXPIRED'
}

/** What is known of an instrument beside its events. */
export interface Subject {
  /** ISO date (or year) of the instrument itself: before it, nothing was in force. */
  readonly issued?: string | null
  /** `false`: only a number is known, not which instrument bears it. */
  readonly identified?: boolean
}

/**
 * The status of an instrument on a day. Sources are heard in their order: what contradicts a higher one is left
 * out, sources of one rank that contradict each other make a CONFLICT. An event whose day is not known counts
 * from the date of the acting instrument, which it cannot precede; where that too is unknown, it counts always
 * and a warning says so.
 * @param events everything known to have happened to the instrument, in any order
 * @param asOf ISO date
 */
export function statusAt(events: readonly StatusEvent[], asOf: string, subject: Subject = {}): Status {
  const { issued = null, identified = true } = subject
  const { heard, conflict } = standingOn(events, asOf)
  const verdict =
    (issued !== null && issued > asOf ? blank('NOT_YET_IN_FORCE') : null) ??
    (conflict.length > 0 ? describe('CONFLICT', conflict) : null) ??
    unresolved(heard) ??
    gravest(ENDS, heard) ??
    notYetEntered(events, asOf) ??
    (hasSeveralBearers(events) && !identified ? blank('UNKNOWN') : null) ??
    gravest(CHANGES, heard) ??
    (identified ? unchanged(heard) : blank('UNKNOWN'))
  return withWarnings(verdict, events, heard)
}

/** A value with the events that it rests on. */
interface Verdict {
  readonly value: StatusValue
  readonly found: readonly StatusEvent[]
}

const blank = (value: StatusValue): Verdict => ({ value, found: [] })
const describe = (value: StatusValue, found: readonly StatusEvent[]): Verdict => ({ value, found })

function gravest(
  values: readonly (readonly [EventKind, StatusValue])[],
  heard: readonly StatusEvent[],
): Verdict | null {
  for (const [kind, value] of values) {
    const found = heard.filter((event) => event.kind === kind)
    if (found.length > 0) return describe(value, found)
  }
  return null
}

/** A table that leaves it open is settled by a higher source alone. */
function unresolved(heard: readonly StatusEvent[]): Verdict | null {
  const open = heard.filter(({ kind }) => kind === 'UNRESOLVED')
  const [first] = open
  if (!first) return null
  const settled = heard.some((event) => CHANGING.has(event.kind) && weightOf(event) < weightOf(first))
  return settled ? null : describe('UNKNOWN', open)
}

/** The surest word on the day of entry into force. */
export function entryInto(events: readonly StatusEvent[]): StatusEvent | null {
  const entries = events.filter(({ kind, effective }) => kind === 'ENTERED_INTO_FORCE' && effective !== null)
  return bySource(entries)[0] ?? null
}

function notYetEntered(events: readonly StatusEvent[], asOf: string): Verdict | null {
  const entry = entryInto(events)
  return entry && (entry.effective ?? '') > asOf ? describe('NOT_YET_IN_FORCE', [entry]) : null
}

/** Nothing holds: what is known is that it was put back into force, or that it entered into it. */
function unchanged(heard: readonly StatusEvent[]): Verdict {
  const back = heard.find(({ kind }) => kind === 'REINSTATED')
  const entry = heard.filter(({ kind }) => kind === 'ENTERED_INTO_FORCE')
  const found = back ?? entryInto(entry) ?? entry[0]
  return describe('NO_KNOWN_CHANGE', found ? [found] : [])
}

function hasSeveralBearers(events: readonly StatusEvent[]): boolean {
  return events.some(({ kind }) => kind === 'NUMBER_COLLISION')
}

function withWarnings(
  { value, found }: Verdict,
  events: readonly StatusEvent[],
  heard: readonly StatusEvent[],
): Status {
  const since = sinceWhen(value, found)
  const warnings: StatusWarning[] = []
  const bearers = events.filter(({ kind }) => kind === 'NUMBER_COLLISION').flatMap(({ by }) => by)
  if (hasSeveralBearers(events)) warnings.push('NUMBER_HAS_SEVERAL_INSTRUMENTS')
  if (since === null && found.some(({ kind }) => CHANGING.has(kind))) warnings.push('DATE_NOT_KNOWN')
  if (heard.some((event) => CHANGING.has(event.kind) && !found.includes(event)))
    warnings.push('FURTHER_EVENTS')
  return {
    value,
    since,
    by: [...new Set(found.flatMap((event) => event.by))],
    evidence: found.map((event) => event.evidence),
    warnings,
    about: bearers.length > 0 ? { NUMBER_HAS_SEVERAL_INSTRUMENTS: [...new Set(bearers)].sort() } : {},
  }
}

/** What may happen again and again: it is so since the first time. */
const REPEATED: ReadonlySet<StatusValue> = new Set(['AMENDED', 'PARTLY_REPEALED'])

/** The day since which a value holds; `null` where nobody knows, also where something undated may have come before. */
function sinceWhen(value: StatusValue, found: readonly StatusEvent[]): string | null {
  if (value === 'CONFLICT') return firstDay(found)
  if (!REPEATED.has(value)) return found.find(isDated)?.effective ?? null
  const first = firstDay(found)
  const mayPrecede = ({ effective, notBefore }: StatusEvent) =>
    effective === null && (!notBefore || first === null || notBefore < first)
  return found.some(mayPrecede) ? null : first
}

const isDated = ({ effective }: StatusEvent) => effective !== null

function firstDay(events: readonly StatusEvent[]): string | null {
  return events.flatMap(({ effective }) => effective ?? []).sort()[0] ?? null
}
