// Makes seed/facts from the table of known facts: dated events of status, and identities alone.
// Run with ../shared beside the checkout: npx node scripts/seed-from-facts.ts

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTsv } from '../src/ingest/seed-records.ts'
import { parseKey } from '../src/legal/key.ts'
import { levelOf, placeOfIssuer } from '../src/legal/place.ts'
import type { EventKind } from '../src/legal/records.ts'

/** A row of the source table, as far as it is used here. */
interface Fact {
  readonly key: string
  readonly type: string
  readonly number: string
  readonly date: string
  readonly issuer: string
  readonly title: string
  readonly status: string
  readonly by: readonly string[]
  /** Parenthesised words beside the keys. */
  readonly byRemarks: readonly string[]
  /** A later end that the row announces. */
  readonly from: string | null
  readonly effective: string
  readonly confidence: string
  readonly source: string
  readonly note: string
}

interface Event {
  readonly kind: EventKind
  readonly by: readonly string[]
  readonly effective: string
}

const STATUS_HEAD = `# Dated events of status, made by scripts/seed-from-facts.ts from the table status-facts.tsv (state of knowledge: autumn 2026).
# Only rows whose status is of high confidence, and one hint of medium confidence: 04/2015/NĐ-CP, superseded in substance.
# An instrument has one row an event: an AMENDED or CONTINUED row for each acting instrument, an ENTERED_INTO_FORCE row where the
# day is told as well. The table has one day for several acting instruments: it goes to those known to begin to act on it, else to the newest.
# expired: REPEALED where a clause of another instrument ended it ("hết hiệu lực kể từ ngày …", "bãi bỏ"), else EXPIRED.
# amended: PARTLY_REPEALED where the note says that a part was ended, else AMENDED.
# one_off: no event, since none of these rows says that the instrument is spent. NUMBER_COLLISION: "by" lists the other bearers of the number.
# effective, empty: not known, only that it is not before the acting instrument's own date.`

const INSTRUMENTS_HEAD = `# Identities, made by scripts/seed-from-facts.ts from the table status-facts.tsv (state of knowledge: autumn 2026).
# Every central instrument whose type, number (or name) and full date the table gives with a source, whatever is known of its status;
# none whose identity the table itself calls uncertain. These rows say that it exists, and nothing of its status.
# Of provinces, districts and communes only what is of high confidence and names its province: their numbers mean nothing without the place.`

const STATUS_COLUMNS =
  'key type number date issuer title event by effective quote source confidence remark'.split(' ')
const INSTRUMENT_COLUMNS = 'key type number date issuer title source'.split(' ')

/** Keys of the table that are written without their date, or by name and year. */
const FULL_KEYS: Readonly<Record<string, string>> = { 'Hiến pháp 2013': 'Hiến pháp@2013-11-28' }

const MEDIUM_HINT = '04/2015/NĐ-CP@2015-01-09'

/**
 * The two tables by file name, as they are to be written.
 *
 * @param shared the folder that holds `facts/status-facts.tsv`
 */
export function factFiles(shared: string): Map<string, string> {
  const rows = parseTsv(readFileSync(join(shared, 'facts', 'status-facts.tsv'), 'utf8'))
  const dated = datedKeys(rows)
  const facts = rows.map((row) => placed(toFact(row, dated))).filter(isPlaced)
  const events = facts.filter(isTrusted).flatMap((fact) => eventRows(fact, facts))
  const instruments = facts.filter(isIdentified).map(instrumentRow)
  return new Map([
    ['status.tsv', table(STATUS_HEAD, STATUS_COLUMNS, events)],
    ['instruments.tsv', table(INSTRUMENTS_HEAD, INSTRUMENT_COLUMNS, instruments)],
  ])
}

/** "84/2025/QH15" → its key with the date, where all rows that name it agree on one. */
function datedKeys(rows: readonly Record<string, string>[]): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>()
  const add = (number: string, key: string) => found.set(number, (found.get(number) ?? new Set()).add(key))
  for (const row of rows) {
    if (row.number && row.date) add(row.number, `${row.number}@${row.date}`)
    for (const key of (row.replaced_by ?? '').match(FULL_KEY) ?? []) add(key.split('@')[0] ?? '', key)
  }
  return new Map(
    [...found].flatMap(([number, keys]) => (keys.size === 1 ? [[number, [...keys][0] ?? '']] : [])),
  )
}

const FULL_KEY = /[^\s;()@]+@\d{4}-\d{2}-\d{2}/g

function toFact(row: Record<string, string>, dated: ReadonlyMap<string, string>): Fact {
  const acting = (row.replaced_by ?? '').replace(REMARK, '').split(';').map(trim)
  const { key = '', number = '', date = '' } = row
  return {
    key: FULL_KEYS[key] ?? (date && !key.includes('@') ? `${key}@${date}` : key),
    type: row.type ?? '',
    number: number.replace(REMARK, '').trim(),
    date,
    issuer: row.issuer ?? '',
    title: (row.title_vi ?? '').replace(REMARK, '').trim(),
    status: row.status ?? '',
    by: acting.map((name) => (name.includes('@') ? name : (dated.get(name) ?? ''))).filter(Boolean),
    byRemarks: (row.replaced_by ?? '').match(REMARK)?.map(trim) ?? [],
    from: row.replaced_by?.match(/\(from (\d{4}-\d{2}-\d{2})\)/)?.[1] ?? null,
    effective: row.effective_date ?? '',
    confidence: row.status_confidence ?? '',
    source: sayPlainly(row.source ?? ''),
    note: withoutHearsay(row.confidence_note ?? ''),
  }
}

const REMARK = /\s*\([^()]*\)/g

function trim(words: string): string {
  return words.trim()
}

/** The table's own shorthand for its sources, said so that it can be read without the table. */
const SHORTHAND: readonly (readonly [RegExp, string])[] = [
  [/find_string id/g, 'public repository file id'],
  [/corpus\/official\/([0-9a-f]+)\.md/g, 'official document $1'],
  [/\(public copy of the Pháp điển\), src\/etl\/dataset/g, 'public repository T, src/etl/dataset'],
]

function sayPlainly(source: string): string {
  return SHORTHAND.reduce((words, [short, plain]) => words.replace(short, plain), source)
}

/** Leaves out what the note has from memory, and what it says of other tables' rows. */
function withoutHearsay(note: string): string {
  return sayPlainly(note)
    .split('; ')
    .filter((part) => !/memory:|status-facts\.tsv|register\.tsv lacks/.test(part))
    .join('; ')
}

/** A local instrument with its place in the key: "767/KH-UBND@2025-03-19@cao-bang". */
function placed(fact: Fact): Fact {
  const place = isLocal(fact)
    ? placeOfIssuer(fact.issuer, levelOfFact(fact), null, '', null, fact.date)
    : null
  return place && !place.includes('?') ? { ...fact, key: `${fact.key}@${place}` } : fact
}

function levelOfFact({ issuer, number }: Fact) {
  return levelOf(issuer || null, number || null)
}

function isLocal(fact: Fact): boolean {
  return !['central', null].includes(levelOfFact(fact))
}

function isPlaced(fact: Fact): boolean {
  return !isLocal(fact) || (isTrusted(fact) && Boolean(parseKey(fact.key)?.place))
}

function isTrusted({ key, confidence }: Fact): boolean {
  return confidence === 'high' || key === MEDIUM_HINT
}

function isIdentified({ key, type, source, note }: Fact): boolean {
  return (
    Boolean(type && source && /@\d{4}-\d{2}-\d{2}(?:@[a-z.-]+)?$/.test(key)) &&
    !/(?:medium|low) for identity/.test(note)
  )
}

/** What each status of the table means as events. */
const EVENTS_OF: Readonly<Record<string, (fact: Fact, all: readonly Fact[]) => readonly Event[]>> = {
  in_force: (fact) => [happened('ENTERED_INTO_FORCE', fact, []), ...announcedEnd(fact)],
  amended: (fact, all) => [...entry(fact), ...eachActor(amendmentOf(fact), fact, all), ...ownEnd(fact)],
  continued: (fact, all) => eachActor('CONTINUED', fact, all),
  replaced: (fact) => [...entry(fact), happened('REPLACED', fact)],
  expired: (fact) => [...entry(fact), happened(wasEndedByOther(fact) ? 'REPEALED' : 'EXPIRED', fact)],
  collision: (fact, all) => collision(fact, all),
  unresolved: (fact) => [
    happened(fact.note.startsWith('SUSPENDED') ? 'SUSPENDED' : 'SUPERSEDED_IN_SUBSTANCE', fact),
  ],
  one_off: () => [],
}

/** The table has one word for both: only its note tells that what happened was the end of a part. */
function amendmentOf({ note }: Fact): EventKind {
  return /abolished in large part|ended in part only/.test(note) ? 'PARTLY_REPEALED' : 'AMENDED'
}

function happened(kind: EventKind, { effective, by }: Fact, actors = by): Event {
  return { kind, by: actors, effective }
}

/** "itself in force 2025-07-01", "in force from 01/7/2024" in the note of a row whose status says something later. */
function entry({ note }: Fact): Event[] {
  const day = note.match(ENTRY)?.[1]
  return day ? [{ kind: 'ENTERED_INTO_FORCE', by: [], effective: isoDay(day) }] : []
}

/** Not where the note itself doubts the day ("one page: medium"). */
const ENTRY =
  /(?:itself in force|in force from) (\d{4}-\d{2}-\d{2}|\d{2}\/\d{1,2}\/\d{4})(?! \([^)]*medium\))/

/** "01/7/2024" → "2024-07-01". */
function isoDay(day: string): string {
  const [date = '', month = '', year = ''] = day.split('/')
  return year ? `${year}-${month.padStart(2, '0')}-${date}` : day
}

function announcedEnd({ by, from, note }: Fact): readonly Event[] {
  return from ? [{ kind: 'REPLACED', by, effective: from }] : ownEnd({ note })
}

/** "ends 2027-03-01 by its own clause" */
function ownEnd({ note }: Pick<Fact, 'note'>): Event[] {
  const day = note.match(/ends (\d{4}-\d{2}-\d{2}) by its own clause/)?.[1]
  return day ? [{ kind: 'EXPIRED', by: [], effective: day }] : []
}

function wasEndedByOther({ by, source }: Fact): boolean {
  return by.length > 0 || source.includes('abolishing it')
}

/** A row an acting instrument. The table has one day for all: it goes to those whose own day it is, else to the newest. */
function eachActor(kind: EventKind, fact: Fact, all: readonly Fact[]): Event[] {
  const itsDay = fact.by.filter((actor) => ownDays(actor, all).includes(fact.effective))
  const newest = [...fact.by].sort(byDate).at(-1) ?? ''
  const dated = itsDay.length > 0 ? itsDay : ownDays(newest, all).length > 1 ? [] : [newest]
  return fact.by.map((actor) => ({
    kind,
    by: [actor],
    effective: fact.by.length === 1 || dated.includes(actor) ? fact.effective : '',
  }))
}

/** The days on which an instrument is known to have begun to act: its signing, and its entry into force. */
function ownDays(key: string, all: readonly Fact[]): string[] {
  const own = all.find((fact) => fact.key === key && fact.status === 'in_force' && fact.effective)
  return [parseKey(key)?.date ?? '', ...(own ? [own.effective] : [])]
}

function byDate(a: string, b: string): number {
  return (a.split('@')[1] ?? '') < (b.split('@')[1] ?? '') ? -1 : 1
}

/** Others with the number: those that the note lists, or that have rows; and the end that such a row may tell as well. */
function collision(fact: Fact, all: readonly Fact[]): Event[] {
  const listed = fact.note.match(FULL_KEY) ?? []
  const bearers = all.filter(({ number, key }) => number === fact.number && /@\d{4}-\d{2}-\d{2}$/.test(key))
  const others = new Set([...listed, ...bearers.map(({ key }) => key)])
  others.delete(fact.key)
  const warning: Event = { kind: 'NUMBER_COLLISION', by: [...others].sort(byDate), effective: '' }
  return fact.by.length > 0 ? [warning, happened('REPLACED', fact)] : [warning]
}

function eventRows(fact: Fact, all: readonly Fact[]): Record<string, string>[] {
  const events = EVENTS_OF[fact.status]?.(fact, all)
  if (!events) throw new Error(`${fact.key}: no events are known for the status "${fact.status}"`)
  return events.map(({ kind, by, effective }) => ({
    ...instrumentRow(fact),
    event: kind,
    by: by.join('; '),
    effective,
    quote: quoteFor(kind, fact),
    confidence: fact.confidence,
    remark: [fact.note, ...fact.byRemarks].filter((part) => part && part !== 'high').join('; '),
  }))
}

/** Words by which a quotation in the source or note proves an event. */
const PROOF: Readonly<Partial<Record<EventKind, RegExp>>> = {
  ENTERED_INTO_FORCE: /^(?!.*sửa đổi).*có hiệu lực/,
  AMENDED: /sửa đổi/,
  REPLACED: /thay|hết hiệu lực/i,
  REPEALED: /hết hiệu lực|bãi bỏ/,
  EXPIRED: /hết hiệu lực/,
}
const SHORTEST_PROOF = 15

function quoteFor(kind: EventKind, { source, note }: Fact): string {
  const parts = `${source} ; ${note}`.split(' ; ').filter((part) => !/^CONFLICT/.test(part))
  const quotes = [...parts.join(' ; ').matchAll(/"([^"]*)"/g)].map((found) => found[1] ?? '')
  return quotes.find((words) => words.length >= SHORTEST_PROOF && PROOF[kind]?.test(words)) ?? ''
}

function instrumentRow({ key, type, number, date, issuer, title, source }: Fact): Record<string, string> {
  return { key, type, number, date, issuer, title, source }
}

function table(head: string, columns: readonly string[], rows: readonly Record<string, string>[]): string {
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join('\t'))
  return `${[head, columns.join('\t'), ...lines].join('\n')}\n`
}

if (import.meta.main)
  for (const [name, content] of factFiles(join(import.meta.dirname, '../../shared')))
    writeFileSync(join(import.meta.dirname, '../seed/facts', name), content)
