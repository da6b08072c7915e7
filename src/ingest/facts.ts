// A curated table: what it says of instruments themselves, and of what happened to them.

import type { FactRow } from '../graph/writer.ts'
import { lookupOfKey, parseKey, typedKey } from '../legal/key.ts'
import { nameKey } from '../legal/name.ts'
import type { EventRecord, InstrumentFacts } from '../legal/records.ts'

export interface Facts {
  /** Name of the table; saving it again replaces it as a whole. */
  readonly dataset: string
  readonly instruments: readonly InstrumentFacts[]
  readonly events: readonly EventRecord[]
  /** sha256 (hex) of its files, by which a graph that holds it already is told. */
  readonly version?: string
  /** A user brought it: what ships with the project does not take its place. */
  readonly imported?: boolean
}

/** The table with every key in its right spelling, as its rows' types tell. */
export function withCanonicalKeys({ dataset, instruments, events }: Facts): Facts {
  const rows = [...instruments, ...events.map(({ instrument }) => instrument)]
  const keys = new Map(rows.map(({ key, type }) => [key, typedKey(key, type)]))
  const canonical = (key: string) => keys.get(key) ?? typedKey(key, null)
  const withKey = (row: InstrumentFacts) => ({ ...row, key: canonical(row.key) })
  return {
    dataset,
    instruments: instruments.map(withKey),
    events: events.map((event) => ({
      ...event,
      instrument: withKey(event.instrument),
      by: event.by.map(canonical),
    })),
  }
}

/** The instruments that a table describes, each once; the first row that names it wins. */
export function factSubjects(facts: Facts): InstrumentFacts[] {
  const subjects = new Map<string, InstrumentFacts>()
  for (const subject of [...facts.events.map((event) => event.instrument), ...facts.instruments])
    if (!subjects.has(subject.key)) subjects.set(subject.key, subject)
  return [...subjects.values()]
}

/**
 * The rank of what a table says of an instrument: less for the instrument's own row than for that of a key which was
 * merged into it.
 */
export function factRank(dataset: string, key: string, home: string): string {
  return key === home ? `1:${dataset}` : `1:${dataset}~${key}`
}

export function factRows(facts: Facts): FactRow[] {
  const entries = facts.events.filter(({ kind, effective }) => kind === 'ENTERED_INTO_FORCE' && effective)
  const effective = new Map(entries.map((event) => [event.instrument.key, event.effective]))
  return factSubjects(facts).map(({ key, type, title, issuer, register }) => ({
    id: `${facts.dataset}\n${key}`,
    dataset: facts.dataset,
    key,
    lookup: lookupOfKey(key),
    nameLookup: nameKey(type, title),
    type,
    title,
    issuer,
    date: parseKey(key)?.date ?? null,
    effective: effective.get(key) ?? register?.inForceFrom ?? null,
    ...(register && {
      registerIds: register.ids,
      registerEditions: register.editions,
      source: register.source,
    }),
  }))
}
