// What follows for an instrument from what happened to others: a step beyond its own events, told as warnings.

import { holdsOn } from './contradiction.ts'
import { isDistrictAfterReform, issuerGoneOn } from './issuer-end.ts'
import type { Level } from './place.ts'
import type { EventKind } from './records.ts'
import {
  type Status,
  type StatusEvent,
  type StatusValue,
  type StatusWarning,
  type Subject,
  statusAt,
} from './status.ts'

/** All that a status is computed from. */
export interface KnownInstrument extends Subject {
  readonly key: string
  readonly level: Level | null
  readonly place: string | null
  readonly events: readonly StatusEvent[]
  /** Events that the words of a text seem to tell, and that are left out: blanket repeals. */
  readonly ignored: readonly StatusEvent[]
  /** Keys of the instruments that it details or guides. */
  readonly guides: readonly string[]
}

/** Other instruments that are known, by key; those that are not say nothing. */
export type Others = ReadonlyMap<string, KnownInstrument>

/** The instruments whose own status bears on this one. */
export function relatedKeys({ events, guides }: KnownInstrument): string[] {
  const amenders = events.filter(({ kind }) => AMENDMENTS.has(kind)).flatMap(({ by }) => by)
  return [...new Set([...amenders, ...guides])]
}

/**
 * The status of an instrument on a day, with what others' fates add to it. One step deep: the others are judged
 * by their own events alone.
 * @param asOf ISO date
 */
export function judge(subject: KnownInstrument, asOf: string, others: Others): Status {
  const status = statusAt(subject.events, asOf, subject)
  const seen = { subject, status, asOf, others }
  const found = WARNINGS.flatMap(([warning, rule]) => {
    const about = rule(seen)
    return about === null ? [] : [{ warning, about }]
  })
  const named = found.filter(({ about }) => about.length > 0)
  return {
    ...status,
    warnings: [...status.warnings, ...found.map(({ warning }) => warning)],
    about: {
      ...status.about,
      ...Object.fromEntries(named.map(({ warning, about }) => [warning, [...new Set(about)].sort()])),
    },
  }
}

interface Seen {
  readonly subject: KnownInstrument
  readonly status: Status
  readonly asOf: string
  readonly others: Others
}

const AMENDMENTS = new Set<EventKind>(['AMENDED', 'PARTLY_REPEALED'])
/** What no longer acts on anything. */
const ENDED = new Set<StatusValue>(['REPEALED', 'REPLACED', 'EXPIRED'])
// 43-KL/TW@2019-01-07
const CONCLUSION = /^\d{1,5}-KL\//u

/** Each warning with its rule: the keys that it speaks of, or `null` where it does not apply. */
const WARNINGS: readonly (readonly [StatusWarning, (seen: Seen) => readonly string[] | null])[] = [
  ['AMENDER_ENDED', (seen) => some(doersOf(AMENDMENTS, seen).filter((key) => hasEnded(key, seen)))],
  ['PARENT_ENDED', (seen) => some(seen.subject.guides.filter((key) => hasEnded(key, seen)))],
  ['ISSUER_GONE', ({ subject, asOf }) => (issuerGoneOn(subject.level, subject.place, asOf) ? [] : null)],
  [
    'DISTRICT_AFTER_REFORM',
    ({ subject }) => (isDistrictAfterReform(subject.level, subject.issued ?? null) ? [] : null),
  ],
  ['BLANKET_REPEAL_IGNORED', ({ subject, asOf }) => some(doers(subject.ignored, asOf))],
  [
    'CONTINUED_BY_CONCLUSION',
    (seen) => some(doersOf(new Set(['CONTINUED']), seen).filter((key) => CONCLUSION.test(key))),
  ],
  [
    'SPENT_BY_OWN_PERIOD',
    ({ status }) =>
      status.value === 'SPENT' && status.evidence.every(({ rank }) => rank === 'TITLE') ? [] : null,
  ],
]

const some = (keys: readonly string[]) => (keys.length > 0 ? keys : null)

function doersOf(kinds: ReadonlySet<EventKind>, { subject, asOf }: Seen): string[] {
  return doers(
    subject.events.filter(({ kind }) => kinds.has(kind)),
    asOf,
  )
}

function doers(events: readonly StatusEvent[], asOf: string): string[] {
  return events.filter((event) => holdsOn(event, asOf)).flatMap(({ by }) => by)
}

function hasEnded(key: string, { asOf, others }: Seen): boolean {
  const other = others.get(key)
  return other !== undefined && ENDED.has(statusAt(other.events, asOf, other).value)
}
