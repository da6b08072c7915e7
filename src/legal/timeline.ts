// What happened to an instrument, day by day, and what that made of it.

import { bySource, dayOf } from './contradiction.ts'
import type { EventKind } from './records.ts'
import { type Evidence, type StatusEvent, type StatusValue, type Subject, statusAt } from './status.ts'

export interface TimelineEntry {
  readonly kind: EventKind
  /** The status from that day on, all sources heard: not always what this event alone would make of it. */
  readonly value: StatusValue
  /** ISO date it took effect; `null`: not known, only that it was not before `notBefore`. */
  readonly since: string | null
  readonly notBefore: string | null
  readonly by: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** Every event with its day, the earliest first; what several sources tell alike is told once. */
export function timelineOf(events: readonly StatusEvent[], subject: Subject = {}): TimelineEntry[] {
  const told = Map.groupBy(bySource(events.filter(happens)), sameHappening)
  const values = new Map<string | null, StatusValue>()
  const valueOn = (day: string | null) => {
    const value = values.get(day) ?? statusAt(events, day ?? '9999-12-31', subject).value
    values.set(day, value)
    return value
  }
  const entries = [...told.values()].map((alike) => entryOf(alike, valueOn))
  return entries.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

/** That a number has several bearers happens on no day. */
const happens = ({ kind }: StatusEvent) => kind !== 'NUMBER_COLLISION'

function sameHappening(event: StatusEvent): string {
  return JSON.stringify([event.kind, dayOf(event), event.effective === null, [...event.by].sort()])
}

function entryOf(alike: readonly StatusEvent[], valueOn: (day: string | null) => StatusValue): TimelineEntry {
  const [first] = alike as [StatusEvent]
  const day = dayOf(first)
  return {
    kind: first.kind,
    value: valueOn(day),
    since: first.effective,
    notBefore: first.effective === null ? day : null,
    by: [...first.by].sort(),
    evidence: alike.map(({ evidence }) => evidence),
  }
}

function orderOf({ since, notBefore, kind, by }: TimelineEntry): string {
  return [since ?? notBefore ?? '', since === null ? 'from' : 'on', kind, ...by].join('\n')
}
