// Statuses and timelines from what the store knows: what is recorded and what texts state becomes events, and the
// rules of src/legal judge them. Three questions of the store, however many instruments and days are asked for.

import type { Relation } from '../citation/types.ts'
import type { StatedRow, StatusRow } from '../graph/records.ts'
import type { GraphStore } from '../graph/store.ts'
import { ASSERTED_TABLE } from '../legal/assertion.ts'
import type { Confidence, SourceRank } from '../legal/contradiction.ts'
import { isUnnumbered, parseKey } from '../legal/key.ts'
import { ownPeriod } from '../legal/period.ts'
import { LEVELS, type Level } from '../legal/place.ts'
import type { EventKind } from '../legal/records.ts'
import { type Reach, reachOf } from '../legal/repeal-words.ts'
import { judge, type KnownInstrument, relatedKeys } from '../legal/second-order.ts'
import { entryInto, type Status, type StatusEvent } from '../legal/status.ts'
import { type TimelineEntry, timelineOf } from '../legal/timeline.ts'
import { type EdgeEvidence, evidenceOf } from './answers.ts'

/** Mentions that are read behind one edge, to know how much of the instrument their words reach. */
const MOST_WORDS = 20

export interface AskedStatus {
  readonly key: string
  /** ISO date. */
  readonly asOf: string
}

/** A status with the day that it was asked for. */
export type StatusOnDay = Status & { readonly asOf: string }

/** For each question in order, the status of an instrument on a day. */
export async function statusesOf(store: GraphStore, asked: readonly AskedStatus[]): Promise<StatusOnDay[]> {
  const known = await knownOf(store, [...new Set(asked.map(({ key }) => key))])
  return asked.map(({ key, asOf }) => ({ ...judge(known.get(key) ?? unknown(key), asOf, known), asOf }))
}

/** The status of each instrument on one day. */
export async function statusOf(
  store: GraphStore,
  keys: readonly string[],
  asOf: string,
): Promise<Map<string, StatusOnDay>> {
  const statuses = await statusesOf(
    store,
    keys.map((key) => ({ key, asOf })),
  )
  return new Map(keys.flatMap((key, i) => (statuses[i] ? [[key, statuses[i]]] : [])))
}

/** For each key in order, what happened to the instrument, the earliest first. */
export async function timelinesOf(store: GraphStore, keys: readonly string[]): Promise<TimelineEntry[][]> {
  const known = await readKnown(store, [...new Set(keys)])
  return keys.map((key) => {
    const subject = known.get(key) ?? unknown(key)
    return timelineOf(subject.events, subject)
  })
}

/** A mention with the instrument that it means. */
export interface AskedMention {
  readonly id: string
  readonly target: string | null
}

/**
 * For each mention in order, the status that the instrument had on the date of the citing text; where the text has
 * none, on the latest date that it cites, with a warning. `null` where nothing is meant or no day is known.
 */
export async function statusesWhenCited(
  store: GraphStore,
  mentions: readonly AskedMention[],
): Promise<(StatusOnDay | null)[]> {
  const days = await store.citingDays(mentions.map(({ id }) => id))
  const asked = mentions.map(({ id, target }) => {
    const { date = null, notBefore = null } = days.get(id) ?? {}
    const asOf = date ?? notBefore
    return target === null || asOf === null ? null : { key: target, asOf, isKnown: date !== null }
  })
  const statuses = await statusesOf(
    store,
    asked.filter((one) => one !== null),
  )
  const answers = statuses.values()
  return asked.map((one) => {
    const status = one && answers.next().value
    if (!one || !status) return null
    return one.isKnown ? status : { ...status, warnings: [...status.warnings, 'CITING_DATE_NOT_KNOWN'] }
  })
}

/** The instruments, and those whose fate bears on theirs. */
async function knownOf(store: GraphStore, keys: readonly string[]): Promise<Map<string, KnownInstrument>> {
  const known = await readKnown(store, keys)
  const related = new Set([...known.values()].flatMap(relatedKeys))
  const others = await readKnown(
    store,
    [...related].filter((key) => !known.has(key)),
  )
  return new Map([...known, ...others])
}

async function readKnown(store: GraphStore, keys: readonly string[]): Promise<Map<string, KnownInstrument>> {
  const rows = keys.length > 0 ? await store.statusEvents(keys) : []
  const edges = rows.flatMap(({ key, stated }) =>
    stated.map(({ actor, relation, assertions }) => ({ from: actor, to: key, relation, assertions })),
  )
  const words = (await evidenceOf(store, edges, MOST_WORDS)).values()
  return new Map(
    rows.map((row) => [
      row.key,
      toKnown(
        row,
        row.stated.map(() => words.next().value ?? []),
      ),
    ]),
  )
}

function unknown(key: string): KnownInstrument {
  const issued = parseKey(key)?.date ?? null
  const rest = { level: null, place: null, events: [], ignored: [], guides: [] }
  return { key, issued, identified: issued !== null || isUnnumbered(key), ...rest }
}

type EdgeWords = readonly EdgeEvidence[]

function toKnown(row: StatusRow, words: readonly EdgeWords[]): KnownInstrument {
  const { key, instrument, guides } = row
  const told = row.stated.map((stated, i) => statedEvent(row, stated, words[i] ?? []))
  return {
    ...unknown(key),
    ...(instrument.date && { issued: instrument.date }),
    level: instrument.level,
    place: instrument.place,
    guides,
    ignored: told.flatMap(({ event, ignored }) => (ignored ? [event] : [])),
    events: [
      ...row.events.map(recordedEvent),
      ...told.flatMap(({ event, ignored }) => (ignored ? [] : [event])),
      ...ownClauses(row),
      ...clausesOfOthers(row),
      ...periodEvent(row),
      ...bearersEvent(row),
    ],
  }
}

/** How much the table that an event comes from weighs. */
export function rankOf(dataset: string | null): SourceRank {
  return dataset?.startsWith(ASSERTED_TABLE) ? 'STAFF' : 'FACTS'
}

function recordedEvent({
  kind,
  effective,
  by,
  quote,
  source,
  confidence,
  dataset,
}: StatusRow['events'][number]): StatusEvent {
  return { kind, effective, by, evidence: { quote, source, confidence, rank: rankOf(dataset) } }
}

const STATED_EVENT: Partial<Record<Relation, EventKind>> = {
  REPLACES: 'REPLACED',
  REPEALS: 'REPEALED',
  AMENDS: 'AMENDED',
  SUSPENDS: 'SUSPENDED',
  CONTINUES: 'CONTINUED',
}
/** What only a part of an instrument met with. */
const IN_PART: Partial<Record<EventKind, EventKind>> = { REPLACED: 'AMENDED', REPEALED: 'PARTLY_REPEALED' }

/**
 * What texts state of one instrument by another, as an event. A conclusion continues from the day it is signed;
 * anything else takes effect on the clause's own day, else when the acting instrument enters into force; where that
 * is not known either, not before its date. Words of boilerplate alone are told, and left out.
 */
function statedEvent(row: StatusRow, stated: StatedRow, words: EdgeWords) {
  const { relation, actor, date, assertions } = stated
  const whole = STATED_EVENT[relation] ?? 'AMENDED'
  const reaches = words.map(reachIn)
  const ends = IN_PART[whole] !== undefined
  const isPart = ends && reaches.length > 0 && !reaches.includes('WHOLE')
  const proof = words[Math.max(0, reaches.indexOf(isPart ? 'PART' : 'WHOLE'))]
  const acts = assertions.length > 0 || mayAct(stated.level, row.instrument.level)
  const day = whole === 'CONTINUED' ? date : (clauseDay(row, stated) ?? (acts ? entryDay(stated) : null))
  const trust = assertions.length > 0 ? DECIDED : trustIn(acts && !stated.secondHand)
  const event: StatusEvent = {
    kind: (isPart && IN_PART[whole]) || whole,
    effective: day,
    notBefore: date,
    by: acts ? [actor] : [],
    evidence: { quote: proof?.quote ?? null, source: proof?.source ?? actor, ...trust },
  }
  return { event, ignored: ends && reaches.length > 0 && reaches.every((reach) => reach === 'NOTHING') }
}

/** What staff decides reaches the whole instrument. */
function reachIn({ quote, text, provision }: EdgeEvidence): Reach {
  return text === null ? 'WHOLE' : reachOf(quote, text, provision)
}

interface Trust {
  readonly rank: SourceRank
  readonly confidence: Confidence
}

const DECIDED: Trust = { rank: 'STAFF', confidence: 'high' }

/** The acting instrument's own words, or those of a third text. */
function trustIn(isActing: boolean): Trust {
  return isActing ? { rank: 'TEXT', confidence: 'medium' } : { rank: 'HEARSAY', confidence: 'low' }
}

/** A commune's plan that tells of the end of a law does not end it. */
function mayAct(actor: Level | null, subject: Level | null): boolean {
  return actor === null || subject === null || LEVELS.indexOf(actor) <= LEVELS.indexOf(subject)
}

const ENDING = new Set<Relation>(['REPEALS', 'REPLACES'])

/** "Nghị định … hết hiệu lực kể từ ngày 15/8/2023", in the text that ends it. */
function clauseDay({ clauses }: StatusRow, { relation, actor }: StatedRow): string | null {
  const own = clauses.find((clause) => clause.actor === actor && clause.kind === 'CEASES' && clause.firstHand)
  return ENDING.has(relation) ? (own?.date ?? null) : null
}

/** The day on which the acting instrument enters into force, by the surest source. */
function entryDay({ entries }: StatedRow): string | null {
  const events = entries.map(({ day, dataset, confidence }): StatusEvent => {
    const rank = dataset === null ? 'TEXT' : rankOf(dataset)
    return { kind: 'ENTERED_INTO_FORCE', effective: day, by: [], evidence: { ...NOWHERE, rank, confidence } }
  })
  return entryInto(events)?.effective ?? null
}

const NOWHERE = { quote: null, source: '' }

/** "Luật này có hiệu lực từ …", "… hết hiệu lực từ …": of several entries the first clause is the whole text's. */
function ownClauses({ own }: StatusRow): StatusEvent[] {
  const entry = own.find(({ kind }) => kind === 'ENTERS_INTO_FORCE')
  const ends = own.filter(({ kind }) => kind === 'CEASES')
  return [...(entry ? [entry] : []), ...ends].map(({ kind, date, text, source }) => ({
    kind: kind === 'CEASES' ? 'EXPIRED' : 'ENTERED_INTO_FORCE',
    effective: date,
    by: [],
    evidence: { quote: text, source, ...trustIn(true) },
  }))
}

/** What other texts tell of its force in time, beside those that end it themselves. */
function clausesOfOthers({ clauses, stated }: StatusRow): StatusEvent[] {
  const ending = new Set(stated.filter(({ relation }) => ENDING.has(relation)).map(({ actor }) => actor))
  return clauses
    .filter(({ kind, actor }) => kind !== 'CEASES' || !ending.has(actor))
    .map(({ kind, date, quote, source }) => ({
      kind: kind === 'CEASES' ? 'EXPIRED' : 'ENTERED_INTO_FORCE',
      effective: date,
      by: [],
      evidence: { quote, source, ...trustIn(false) },
    }))
}

function periodEvent({ key, instrument: { type, title, date } }: StatusRow): StatusEvent[] {
  const period = ownPeriod(type, title, date)
  if (!period) return []
  const evidence = { quote: period.words, source: key, rank: 'TITLE', confidence: 'medium' } as const
  return [{ kind: 'SPENT', effective: period.after, by: [], evidence }]
}

/** A mere number that several instruments bear. */
function bearersEvent({ key, bearers }: StatusRow): StatusEvent[] {
  if (bearers.length < 2) return []
  const evidence = { ...NOWHERE, source: key, rank: 'FACTS', confidence: 'high' } as const
  return [{ kind: 'NUMBER_COLLISION', effective: null, by: bearers, evidence }]
}
