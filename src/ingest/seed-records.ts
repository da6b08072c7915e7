// The committed seed as records: plans marked by hand, facts of status and identity, and the sample texts.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { FLAGS, RELATIONS } from '../citation/types.ts'
import { createError } from '../errors.ts'
import { parseKey } from '../legal/key.ts'
import { LEVELS } from '../legal/place.ts'
import { type DocumentRecord, EVENT_KINDS, type EventRecord, type InstrumentFacts } from '../legal/records.ts'
import { attempt, readSeedFile, type ShippedTable, versionOf } from './shipped-table.ts'

/** Name of the project's own facts among the curated tables. */
const FACTS_DATASET = 'seed/facts'

/** Where a sample text says it comes from: for its identity, and for showing it. */
export interface SamplePlace {
  /** Absolute path of the text, if the seed folder was given as one. */
  readonly file: string
  /** Path of the place, smallest first: "truc-linh.moc-ha.lam-sa". */
  readonly place: string
  /** The units' names as they are written, smallest first. */
  readonly placeNames: readonly string[]
}

export interface Seed {
  /** The plans marked by hand. Their running text is not held. */
  readonly documents: readonly DocumentRecord[]
  readonly events: readonly EventRecord[]
  /** Identity alone, whatever is known of the status. */
  readonly instruments: readonly InstrumentFacts[]
  /** Paths of the invented texts; reading and extracting them is the caller's. */
  readonly sampleFiles: readonly string[]
  readonly samplePlaces: readonly SamplePlace[]
}

const text = z.string().min(1)
const maybe = text.nullable()
const isoDate = z.iso.date().nullable()
const offset = z.int().nonnegative()
const span = z.strictObject({ start: offset, end: offset }).refine(({ start, end }) => start < end)
const key = text.refine((value) => parseKey(value) !== null, 'not an instrument key')
const citationId = z.string().regex(/^c[1-9]\d{0,3}$/)

const citation = z.strictObject({
  id: citationId,
  kind: z.enum(['numbered', 'named', 'short']),
  start: offset,
  end: offset,
  text,
  surface: span,
  type: maybe,
  number: maybe,
  numberAsWritten: maybe,
  name: maybe,
  date: isoDate,
  year: z.int().nullable(),
  issuer: maybe,
  title: maybe,
  provision: maybe,
  relation: z.enum(RELATIONS),
  relationFrom: z.union([z.literal('document'), citationId]),
  cue: maybe,
  nestedIn: citationId.nullable(),
  rule: text,
  confidence: z.number().min(0).max(1),
  flags: z.array(z.enum(FLAGS)),
})

const header = z.strictObject({
  type: maybe,
  number: maybe,
  date: isoDate,
  place: maybe,
  issuer: maybe,
  title: maybe,
  signer: maybe,
})

/** A plan marked by hand, as its file holds it. */
export const planSchema = z
  .strictObject({
    source: text,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    extractor: text,
    place: maybe,
    header,
    level: z.enum(LEVELS).nullable(),
    inferred: z.record(z.string(), text),
    citations: z.array(citation),
    relations: z.array(
      z.strictObject({ from: citationId, to: citationId, relation: z.enum(RELATIONS), text }),
    ),
    quotes: z.record(citationId, text),
    knownKeys: z.record(citationId, key),
  })
  .superRefine((plan, context) => {
    for (const problem of inconsistencies(plan.citations, [...Object.keys(plan.knownKeys)]))
      context.addIssue({ code: 'custom', message: problem })
    if (plan.citations.some(({ id }) => !plan.quotes[id]))
      context.addIssue({ code: 'custom', message: 'a citation has no quote' })
  })

/** What the shape alone cannot tell: the order of ids, spans inside one another, and that named ids exist. */
function inconsistencies(citations: readonly z.infer<typeof citation>[], known: readonly string[]): string[] {
  const ids = new Set(citations.map(({ id }) => id))
  const dangling = citations
    .flatMap(({ relationFrom, nestedIn }) => [relationFrom, nestedIn])
    .concat(known)
    .filter((id) => id !== null && id !== 'document' && !ids.has(id))
  return [
    ...dangling.map((id) => `no citation ${id}`),
    ...citations.filter(({ id }, i) => id !== `c${i + 1}`).map(({ id }) => `${id} is out of order`),
    ...citations.filter((one) => !spansAgree(one)).map(({ id }) => `the spans of ${id} disagree`),
  ]
}

function spansAgree({ start, end, text, surface }: z.infer<typeof citation>): boolean {
  return end - start === text.length && start >= surface.start && end <= surface.end
}

const orNull = z
  .string()
  .transform((value) => value || null)
  .pipe(maybe)
const dateOrNull = z
  .string()
  .transform((value) => value || null)
  .pipe(isoDate)
const facts = { key, type: orNull, number: orNull, date: dateOrNull, issuer: orNull, title: orNull }

const instrumentRow = z.strictObject({ ...facts, source: text })
const eventRow = z.strictObject({
  ...facts,
  event: z.enum(EVENT_KINDS),
  by: z.string().transform((value) => value.split('; ').filter(Boolean)),
  effective: dateOrNull,
  quote: orNull,
  source: text,
  confidence: z.enum(['high', 'medium', 'low']),
  remark: z.string(),
})

const samplePlaces = z.array(
  z.strictObject({ file: text, place: z.string().regex(/^[a-z-]+(\.[a-z-]+)*$/), placeNames: z.array(text) }),
)

/**
 * Reads the seed folder.
 *
 * @param dir the folder that holds `plans`, `facts` and `sample`
 * @throws SEED_INVALID where a file is missing, malformed, or contradicts itself
 */
export function readSeed(dir: string): Seed {
  const sample = join(dir, 'sample')
  const { events, instruments } = shippedFacts(dir).read()
  return {
    documents: filesIn(join(dir, 'plans'), '.json').map(readPlan),
    events,
    instruments,
    sampleFiles: filesIn(sample, '.txt'),
    samplePlaces: readJson(join(sample, 'places.json'), samplePlaces).map((row) => ({
      ...row,
      file: join(sample, row.file),
    })),
  }
}

/** The curated facts alone, to be read when they are wanted. @param dir the seed folder */
export function shippedFacts(dir: string): ShippedTable {
  const files = ['status.tsv', 'instruments.tsv'].map((name) => join(dir, 'facts', name))
  const read = () => {
    const [status = '', instruments = ''] = files
    return {
      dataset: FACTS_DATASET,
      instruments: readTable(instruments, instrumentRow).map(toInstrument),
      events: readTable(status, eventRow).map(toEvent),
    }
  }
  return { dataset: FACTS_DATASET, version: versionOf(...files.map(readSeedFile)), read }
}

function readPlan(file: string): DocumentRecord {
  const { inferred: _, ...plan } = readJson(file, planSchema)
  return { ...plan, effects: [], fictional: false }
}

function toInstrument({ key, type, number, date, issuer, title }: InstrumentFacts): InstrumentFacts {
  return { key, type, number, date, issuer, title }
}

function toEvent(row: z.infer<typeof eventRow>): EventRecord {
  const { event, by, effective, quote, source, confidence } = row
  return { instrument: toInstrument(row), kind: event, by, effective, quote, source, confidence }
}

/** The rows of a tab-separated table as objects by column; lines that begin with # are remarks. */
export function parseTsv(content: string): Record<string, string>[] {
  const [head = '', ...rows] = content.split(/\r?\n/).filter((line) => line && !line.startsWith('#'))
  const columns = head.split('\t')
  return rows.map((row) => {
    const cells = row.split('\t')
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
  })
}

function readTable<T>(file: string, schema: z.ZodType<T>): T[] {
  return parseTsv(readSeedFile(file)).map((row) => check(file, schema, row))
}

function readJson<T>(file: string, schema: z.ZodType<T>): T {
  return check(
    file,
    schema,
    attempt(file, () => JSON.parse(readSeedFile(file))),
  )
}

function filesIn(dir: string, ending: string): string[] {
  const names = attempt(dir, () => readdirSync(dir))
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(dir, name))
}

function check<T>(file: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const which = (value as { key?: string } | null)?.key
  const reason = z.prettifyError(result.error)
  throw createError('SEED_INVALID', { file, reason: which ? `${which}: ${reason}` : reason })
}
