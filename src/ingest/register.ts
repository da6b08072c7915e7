// The register of codified instruments (Bộ pháp điển điện tử): what it says as facts, and how it comes into the graph.

import { join } from 'node:path'
import { formatKey, typedKey, yearInNumber } from '../legal/key.ts'
import type { EventKind, EventRecord, InstrumentFacts } from '../legal/records.ts'
import { readBytesAt } from '../reader/files.ts'
import { LIMITS } from '../reader/limits.ts'
import { decodeText } from '../reader/text.ts'
import type { Facts } from './facts.ts'
import {
  type CleanRegister,
  cleanRegister,
  type LeftOut,
  REMARKS,
  type RegisterRow,
  type Remark,
  spelled,
  symbolSpellings,
} from './register-rows.ts'
import { type ChangeRow, parseChanges, parseRegister } from './register-table.ts'
import { readSeedFile, type ShippedTable, versionOf } from './shipped-table.ts'

/**
 * The register's name among the curated tables. Where two tables describe one instrument, that of the lesser
 * name is believed: "seed/facts", which knows of later changes, comes before it.
 */
export const REGISTER_DATASET = 'state-register'

const SOURCE = 'Bộ pháp điển điện tử (phapdien.moj.gov.vn)'

/** The register as two tables: the instruments, and their changes. */
export interface Register {
  readonly rows: readonly RegisterRow[]
  readonly changes: readonly ChangeRow[]
}

/** What was done to a register on its way into the graph. */
export interface RegisterSummary {
  readonly instruments: number
  readonly changes: number
  /** Rows of the table, before rows that repeat an instrument were joined. */
  readonly rows: number
  readonly leftOut: readonly LeftOut[]
  /** Changes of rows that were left out. */
  readonly changesLeftOut: number
  /** How many rows each remark was put on. */
  readonly remarks: Readonly<Record<Remark, number>>
}

/** A register as a user brought it: what it says, and what was done to it on its way. */
export interface ReadRegister {
  readonly facts: Facts
  readonly summary: RegisterSummary
}

/**
 * Reads and checks the tables of a register, and puts their rows right.
 * @param files paths of the table of instruments, and of that of changes (`null`: no changes are known)
 * @throws REGISTER_INVALID naming line and column; PATH_NOT_FOUND, NOT_A_FILE and the other errors of files
 */
export async function readRegister(files: {
  readonly register: string
  readonly changes: string | null
}): Promise<ReadRegister> {
  const register = await readTableFile(files.register)
  const changes = files.changes === null ? null : await readTableFile(files.changes)
  const rows = parseRegister(register, files.register)
  const changeRows = changes === null ? [] : parseChanges(changes, files.changes ?? '', rows)
  const clean = cleanRegister(rows)
  const facts = registerFacts({ rows: clean.rows, changes: changeRows })
  const version = versionOf(register, changes ?? '')
  return { facts: { ...facts, version, imported: true }, summary: summarise(rows, changeRows, clean) }
}

/** A table is plain text, whatever its name ends in. */
async function readTableFile(path: string): Promise<string> {
  return decodeText(await readBytesAt(path, LIMITS.fileBytes), path).text
}

function summarise(
  rows: readonly RegisterRow[],
  changes: readonly ChangeRow[],
  clean: CleanRegister,
): RegisterSummary {
  const out = new Set(clean.leftOut.flatMap(({ register_id }) => register_id.split('|')))
  const changesLeftOut = changes.filter(({ register_id }) => out.has(register_id)).length
  return {
    instruments: clean.rows.length,
    changes: changes.length - changesLeftOut,
    rows: rows.length,
    leftOut: clean.leftOut,
    changesLeftOut,
    remarks: countRemarks(clean.rows),
  }
}

/** How many rows each remark stands on. */
export function countRemarks(rows: readonly RegisterRow[]): Readonly<Record<Remark, number>> {
  const counts = (Object.keys(REMARKS) as Remark[]).map((remark) => [
    remark,
    rows.filter((row) => row.remark.split('; ').includes(remark)).length,
  ])
  return Object.fromEntries(counts)
}

/**
 * The register that ships with the project. Its rows were cleaned when it was made.
 * @param folder holds `register.tsv` and `changes.tsv`
 * @throws SEED_INVALID where a file is missing; `read` throws REGISTER_INVALID
 */
export function shippedRegister(folder: string): ShippedTable {
  const [register = '', changes = ''] = ['register.tsv', 'changes.tsv'].map((name) =>
    readSeedFile(join(folder, name)),
  )
  let facts: Facts | null = null
  const read = () => {
    if (facts) return facts
    const rows = parseRegister(register, 'register.tsv')
    facts = registerFacts({ rows, changes: parseChanges(changes, 'changes.tsv', rows) })
    return facts
  }
  return { dataset: REGISTER_DATASET, version: versionOf(register, changes), read }
}

/** The register's rows as facts: identities with their place in it, and the changes as events. */
export function registerFacts({ rows, changes }: Register): Facts {
  const instruments = rows.map(toFacts)
  const byId = new Map(
    rows.flatMap((row, i) => row.register_id.split('|').map((id) => [id, instruments[i]] as const)),
  )
  const known = datedNumbers(rows)
  const spellings = symbolSpellings(rows)
  const kept = changes.flatMap((change) => {
    const instrument = byId.get(change.register_id)
    return instrument ? [{ change, instrument, actor: actorOf(change, known, spellings) }] : []
  })
  return {
    dataset: REGISTER_DATASET,
    instruments: [...instruments, ...kept.map(({ actor }) => actor)],
    events: kept.map(({ change, instrument, actor }) => toEvent(change, instrument, actor)),
  }
}

/** The key of an instrument, as far as its type, number and date tell. */
function keyOf({ type, number, date }: Pick<RegisterRow, 'type' | 'number' | 'date'>): string {
  return typedKey(formatKey({ number, date: date || null, place: null }), type)
}

function toFacts(row: RegisterRow): InstrumentFacts {
  const { type, number, date, issuer, title, effective_date, editions } = row
  return {
    key: keyOf(row),
    type,
    number,
    date,
    issuer,
    title: title || null,
    register: {
      ids: row.register_id.split('|'),
      editions: editions.split('|'),
      inForceFrom: effective_date || null,
      source: sourceOf(editions),
    },
  }
}

function sourceOf(editions: string): string {
  return `${SOURCE}, ${editions.split('|').join(', ')}`
}

/** Type and number → date, where the register itself has the acting instrument. */
function datedNumbers(rows: readonly RegisterRow[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ type, number, date }) => [`${type} ${number}`, date]))
}

/** The instrument that changes another: its date is the register's own where that has it, else its number's year. */
function actorOf(
  { by_type: type, by_number, by_date }: ChangeRow,
  known: ReadonlyMap<string, string>,
  spellings: ReadonlyMap<string, string>,
): InstrumentFacts {
  const number = spelled(by_number, spellings)
  const year = yearInNumber(number) ?? ''
  const told = year === '' || by_date.startsWith(year) ? by_date : ''
  const date = known.get(`${type} ${number}`) ?? (told || year)
  return { key: keyOf({ type, number, date }), type, number, date: date || null, issuer: null, title: null }
}

function toEvent(change: ChangeRow, instrument: InstrumentFacts, actor: InstrumentFacts): EventRecord {
  const { effective_date, verbs, articles, editions } = change
  const what = [verbs || 'thay đổi', articles && `${articles} điều`].filter(Boolean).join(' ')
  return {
    instrument,
    kind: kindOf(verbs),
    by: [actor.key],
    effective: effective_date >= (actor.date ?? '') ? effective_date || null : null,
    quote: null,
    source: `${sourceOf(editions)}: ${what}`,
    confidence: 'high',
  }
}

/**
 * What the register's verbs mean for the instrument as a whole. It stays listed, so nothing here ends it: articles
 * that were repealed or replaced end a part; one that was amended as well as cut is amended.
 */
function kindOf(verbs: string): EventKind {
  const ends = /bãi bỏ|thay thế|hết hiệu lực/u.test(verbs)
  return ends && !/sửa đổi|bổ sung/u.test(verbs) ? 'PARTLY_REPEALED' : 'AMENDED'
}
