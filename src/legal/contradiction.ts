// Which events hold on a day, when sources do not agree: the higher source is heard, equals that contradict
// each other are told as a conflict, and a reinstatement undoes the endings before it.

import { parseKey } from './key.ts'
import type { EventKind } from './records.ts'
import type { StatusEvent } from './status.ts'

/** Sources, the most trusted first. */
export const SOURCE_RANKS = [
  'STAFF', // what staff decided
  'TEXT', // the acting instrument's own words, in a text that we hold
  'FACTS', // a curated table
  'HEARSAY', // words of a third text
  'TITLE', // concluded from the instrument's own title
] as const
export type SourceRank = (typeof SOURCE_RANKS)[number]

export const CONFIDENCES = ['high', 'medium', 'low'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** Ends that an instrument of law or of the Party brings about, on one day. */
const FORMAL_ENDS = new Set<EventKind>(['REPEALED', 'REPLACED', 'EXPIRED'])
const ENDS = new Set<EventKind>([...FORMAL_ENDS, 'SPENT', 'SUPERSEDED_IN_SUBSTANCE'])
/** What can only happen to something that has not ended. */
const SIGNS_OF_LIFE = new Set<EventKind>(['AMENDED', 'CONTINUED', 'PARTLY_REPEALED', 'SUSPENDED'])

/** 0 for the most trusted; within one rank, the surer source is heard first. */
export function weightOf({ evidence }: StatusEvent): number {
  return SOURCE_RANKS.indexOf(evidence.rank) * CONFIDENCES.length + CONFIDENCES.indexOf(evidence.confidence)
}

export interface Standing {
  /** What holds on the day, the most trusted first. */
  readonly heard: readonly StatusEvent[]
  /** Those among them that contradict each other, and equals of later days that do. */
  readonly conflict: readonly StatusEvent[]
}

/**
 * The events that hold on a day. Only what has happened by then is weighed, with one exception: two sources that
 * tell of the same end by the same doer on two days contradict each other from the earlier of the days on.
 * @param asOf ISO date
 */
export function standingOn(events: readonly StatusEvent[], asOf: string): Standing {
  const corrected = bySource(events).filter((event) => !events.some((other) => corrects(other, event)))
  const past = corrected.filter((event) => holdsOn(event, asOf))
  const standing = past.filter((event) => !past.some((later) => undoes(later, event)))
  const heard = inOrderOfTrust(standing)
  const [happened, held] = [new Set(past), new Set(heard)]
  const equals = [...heard, ...corrected.filter((event) => !happened.has(event))]
  const conflict = equals.filter((event) => equals.some((other) => isConflict(event, other, held)))
  return { heard, conflict }
}

/** The same end, done by the same instrument, told by a more trusted source with another day. */
function corrects(other: StatusEvent, event: StatusEvent): boolean {
  return isOneActOnTwoDays(other, event) && weightOf(other) < weightOf(event)
}

function isOneActOnTwoDays(a: StatusEvent, b: StatusEvent): boolean {
  if (!FORMAL_ENDS.has(a.kind) || !FORMAL_ENDS.has(b.kind) || a.by.length === 0) return false
  if (a.effective === null || b.effective === null || a.effective === b.effective) return false
  return [...a.by].sort().join('\n') === [...b.by].sort().join('\n')
}

/** An equal contradicts it, and at least one of both has happened. */
function isConflict(event: StatusEvent, other: StatusEvent, heard: ReadonlySet<StatusEvent>): boolean {
  if (weightOf(event) !== weightOf(other)) return false
  const [happened, alsoHappened] = [heard.has(event), heard.has(other)]
  if (happened && alsoHappened) return contradict(event, other)
  return (happened || alsoHappened) && isOneActOnTwoDays(event, other)
}

/** Leaves out what contradicts a more trusted source. Takes and gives events in the order of trust. */
function inOrderOfTrust(events: readonly StatusEvent[]): StatusEvent[] {
  const heard: StatusEvent[] = []
  for (const event of events) {
    const weight = weightOf(event)
    if (!heard.some((other) => weightOf(other) < weight && contradict(other, event))) heard.push(event)
  }
  return heard
}

function contradict(a: StatusEvent, b: StatusEvent): boolean {
  return endOnOtherDays(a, b) || livesAfter(a, b) || livesAfter(b, a)
}

/** An instrument ends once. A day that is not known contradicts only what lies before it can have been. */
function endOnOtherDays(a: StatusEvent, b: StatusEvent): boolean {
  if (!FORMAL_ENDS.has(a.kind) || !FORMAL_ENDS.has(b.kind)) return false
  if (a.effective !== null && b.effective !== null) return a.effective !== b.effective
  const [known, open] = a.effective === null ? [b, a] : [a, b]
  return known.effective !== null && (dayOf(open) ?? '') > known.effective
}

function livesAfter(sign: StatusEvent, end: StatusEvent): boolean {
  if (!SIGNS_OF_LIFE.has(sign.kind) || !ENDS.has(end.kind)) return false
  return end.effective !== null && sign.effective !== null && sign.effective > end.effective
}

/** "Tiếp tục có hiệu lực": ends and suspensions up to that day no longer hold. */
function undoes(later: StatusEvent, event: StatusEvent): boolean {
  if (later.kind !== 'REINSTATED' || !(ENDS.has(event.kind) || event.kind === 'SUSPENDED')) return false
  return (dayOf(event) ?? '') <= (dayOf(later) ?? '9999')
}

/** Whether it has happened by that day; what nobody dates counts always. */
export function holdsOn(event: StatusEvent, asOf: string): boolean {
  const from = dayOf(event)
  return from === null || from <= asOf
}

/** The day of an event; where it is not known, the first on which it can have been. */
export function dayOf(event: StatusEvent): string | null {
  return event.effective ?? event.notBefore ?? earliestActorDate(event)
}

/** "23-QĐ/TW@2021-07-30" → 2021-07-30, the earliest of several. */
function earliestActorDate(event: StatusEvent): string | null {
  const dates = event.by.flatMap((key) => parseKey(key)?.date ?? [])
  return dates.sort()[0] ?? null
}

/** The most trusted first, then the earliest; in one order however they came. */
export function bySource(events: readonly StatusEvent[]): StatusEvent[] {
  const place = (event: StatusEvent) =>
    `${String(weightOf(event)).padStart(2, '0')} ${event.effective ?? '9999'} ${JSON.stringify(event)}`
  const placed = events.map((event) => ({ event, place: place(event) }))
  return placed.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0)).map(({ event }) => event)
}
