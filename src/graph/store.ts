// The graph as named verbs: what may be asked of it. The writing verbs are in writer.ts.

import {
  type Driver,
  type ManagedTransaction,
  Neo4jError,
  type QueryConfig,
  type RecordShape,
} from 'neo4j-driver'
import { z } from 'zod'
import type { Relation } from '../citation/types.ts'
import { CancuError, createError } from '../errors.ts'
import type { Assertion } from '../legal/assertion.ts'
import type { CandidateFacts } from '../legal/identity.ts'
import { dumpGraph } from './dump.ts'
import { createKeyVerbs } from './keys.ts'
import { placeQuestions } from './places.ts'
import { readQueryNamed, writeQueryNamed } from './queries.ts'
import {
  type AssertionRow,
  actSchema,
  assertionSchema,
  candidateSchema,
  type DatasetRow,
  type EdgeRow,
  type InstrumentRow,
  instrumentSchema,
  mentionSchema,
  type OpenMentionRow,
  openMentionSchema,
  registerSchema,
  statusSchema,
  type TraceRows,
} from './records.ts'
import { luceneQuery, typedNumberKey, typedNumberPrefix } from './search-query.ts'
import { type Direction, traceQuery } from './trace-query.ts'
import { createGraphWriter, type FactRow, type GraphWriter, toAssertion } from './writer.ts'

const READ_TIMEOUT_MS = 30_000
/** Acts that are told of one instrument. */
const MOST_ACTS = 50
/** Open citations of one text that a trace names; a text with more says `truncated`. */
const MAX_OPEN = 100
const WRITE_TIMEOUT_MS = 300_000

export interface TraceQuestion {
  readonly key: string
  readonly direction: Direction
  readonly relations: readonly Relation[]
  readonly depth: number
  /** ISO date; `null`: whatever the date. */
  readonly asOf: string | null
  /** Most nodes to answer with. */
  readonly limit: number
}

export interface InstrumentFilter {
  readonly level: string | null
  readonly type: string | null
  readonly textHeld: boolean | null
  /** In the one spelling of the index, see `numberKey`. */
  readonly numberKey: string | null
}

export interface AssertionFilter {
  /** Key of an instrument that it speaks of. */
  readonly instrument: string | null
  readonly author: string | null
  readonly withdrawn: boolean | null
}

export type GraphStore = ReturnType<typeof createVerbs> & {
  /**
   * The same store, whose questions are ended in the database too when the signal says so, and after `timeout` ms
   * each. Writes are not.
   */
  within(signal: AbortSignal, timeout: number): GraphStore
}

/**
 * The store over an open driver. Every verb throws NEO4J_GONE where the database is away, QUERY_TIMEOUT where
 * an answer takes too long (30 s, where nothing else is said) or is no longer wanted; anything else that the database says is a bug of ours.
 */
export function createGraphStore(
  driver: Driver,
  database: string | null = null,
  { signal, timeout = READ_TIMEOUT_MS }: ReadLimits = {},
): GraphStore {
  return {
    ...createVerbs(driver, database, { signal, timeout }),
    within: (signal, timeout) => createGraphStore(driver, database, { signal, timeout }),
  }
}

interface ReadLimits {
  readonly signal?: AbortSignal | undefined
  readonly timeout?: number
}

function createVerbs(driver: Driver, database: string | null, { signal, timeout }: Required<ReadLimits>) {
  const options: QueryConfig = {
    routing: 'READ',
    transactionConfig: { timeout },
    ...(database ? { database } : {}),
    ...(signal ? { signal } : {}),
  } as QueryConfig

  async function rows(query: string, params: RecordShape, more: QueryConfig = {}): Promise<RecordShape[]> {
    try {
      signal?.throwIfAborted()
      const { records } = await driver.executeQuery(query, params, { ...options, ...more } as QueryConfig)
      return records.map((record) => record.toObject())
    } catch (error) {
      throw signal?.aborted ? createError('QUERY_TIMEOUT', {}, error) : translate(error)
    }
  }
  const ask = (name: string, params: RecordShape) => rows(readQueryNamed(name), params)

  async function mentions(name: string, keys: readonly string[], first: number, after: string) {
    const found = await ask(name, { keys, first: integer(first), after })
    return found.map((row) => z.array(mentionSchema).parse(row.mentions))
  }

  return {
    ...placeQuestions(ask),

    /** Instruments by key, in no given order; unknown keys are left out. */
    async instrumentsByKeys(keys: readonly string[]) {
      const found = await ask('instrument', { keys })
      return found.map((row) => instrumentSchema.parse(row.instrument))
    },

    /** Keys of the instruments of one number (and place) and date. */
    async sameNumber(lookup: string, date: string) {
      return (await ask('same-number', { lookup, date })).map((row) => String(row.key))
    },

    /** What each mention may mean beside what it is taken to mean, likeliest first. */
    async candidates(mentions: readonly string[]) {
      const found = await ask('candidates', { mentions })
      return new Map(found.map((row) => [String(row.id), z.array(candidateSchema).parse(row.candidates)]))
    },

    /** Of these mentions, those that are pending or contradicted, with what they say. */
    async openMentions(mentions: readonly string[]) {
      const found = await ask('open-mentions', { mentions })
      return found.map((row) => openMentionSchema.parse(row.mention))
    },

    /** As `GraphWriter.readStandingAssertions`, without writing. */
    async readStandingAssertions(): Promise<Assertion[]> {
      const found = await rows(writeQueryNamed('read-standing-assertions'), {})
      return found.map(({ assertion }) => toAssertion(assertion))
    },

    /** As `GraphWriter.readFacts`, without writing. */
    async readFacts(lookups: readonly string[]): Promise<FactRow[]> {
      return (await rows(writeQueryNamed('read-facts'), { lookups })).map((row) => row.fact as FactRow)
    },

    /** As `GraphWriter.readCandidates`, without writing. */
    async readCandidates(lookups: readonly string[]) {
      const found = await rows(writeQueryNamed('read-candidates'), { lookups })
      return found as unknown as { lookup: string; candidate: CandidateFacts }[]
    },

    async datedInstruments(lookups: readonly string[]) {
      const found = await ask('dated-instruments', { lookups })
      return found.map((row) => ({ lookup: String(row.lookup), candidate: row.candidate as CandidateFacts }))
    },

    async instruments(filter: InstrumentFilter, first: number, after: string | null) {
      const name = filter.numberKey ? 'instruments-by-number' : 'instruments'
      const found = await ask(name, { ...filter, first: integer(first), after })
      return found.map((row) => instrumentSchema.parse(row.instrument))
    },

    async search(text: string, first: number, skip: number) {
      const numbers = { numberKey: typedNumberKey(text), numberPrefix: typedNumberPrefix(text) }
      const params = { lucene: luceneQuery(text), ...numbers }
      if (!params.lucene) return []
      const found = await ask('search', { ...params, first: integer(first), skip: integer(skip) })
      return found.map((row) => ({
        instrument: instrumentSchema.parse(row.instrument),
        score: Number(row.score),
      }))
    },

    /** `null` where no instrument has the key. */
    async trace(question: TraceQuestion): Promise<TraceRows | null> {
      const { key, asOf, limit, ...shape } = question
      const query = traceQuery({ ...shape, dated: asOf !== null })
      const [row] = await rows(query, { key, asOf, limit: integer(limit + 1), open: integer(MAX_OPEN) })
      return toTrace((row?.nodes ?? []) as TraceTuple[], question)
    },

    /** All that the status of each instrument is computed from; unknown keys are left out. */
    async statusEvents(keys: readonly string[]) {
      return (await ask('status-events', { keys })).map((row) => statusSchema.parse(row))
    },

    /** Mention id → the date of the text in which it stands; where it has none, the latest date that it cites. */
    async citingDays(mentions: readonly string[]) {
      const days = z.object({
        ids: z.array(z.string()),
        date: z.string().nullable(),
        notBefore: z.string().nullable(),
      })
      const found = (await ask('citing-days', { mentions })).map((row) => days.parse(row))
      return new Map(found.flatMap(({ ids, ...day }) => ids.map((id) => [id, day])))
    },

    /** What the register has of each instrument; those that it does not list are left out. */
    async registers(keys: readonly string[]) {
      const found = await ask('registers', { keys })
      return found.map((row) => registerSchema.parse(row))
    },

    /** What each instrument did to others, by recorded events. */
    async acts(keys: readonly string[]) {
      const found = await ask('acts', { keys, most: integer(MOST_ACTS) })
      return found.map((row) => actSchema.parse(row))
    },

    /** The version of a curated table that the graph holds; `null`: none. */
    async dataset(name: string): Promise<DatasetRow | null> {
      const [row] = await ask('dataset', { name })
      return row ? { name, version: String(row.version), imported: row.imported === true } : null
    },

    /** For each edge in order, the words of the mentions behind it. */
    async edgeEvidence(edges: readonly Pick<EdgeRow, 'from' | 'to' | 'relation'>[], first: number) {
      const found = await ask('edge-evidence', { edges, first: integer(first) })
      const evidence = z.array(
        z.object({
          mention: z.string(),
          text: z.string(),
          provision: z.string().nullable(),
          quote: z.string().nullable(),
          source: z.string(),
        }),
      )
      return found.map((row) => evidence.parse(row.evidence))
    },

    /** For each key in order, what its text cites: a page of as many as `first`. */
    citations: (keys: readonly string[], first: number, after: string) =>
      mentions('citations', keys, first, after),

    /** For each key in order, where it is cited. */
    citedBy: (keys: readonly string[], first: number, after: string) =>
      mentions('cited-by', keys, first, after),

    /** The key that answers for one that staff merged into another; `null`: it was not merged. */
    async mergedInto(key: string): Promise<string | null> {
      const [row] = await ask('merged-into', { key })
      return row ? String(row.into) : null
    },

    /** What members of staff decided, latest first; `after` is the position of the one before the page. */
    async assertions(filter: AssertionFilter, first: number, after: string) {
      const found = await ask('assertions', { ...filter, first: integer(first), after })
      return found.map((row) => assertionSchema.parse(row.assertion))
    },

    /** In no given order; unknown ids are left out. */
    async assertionsByIds(ids: readonly string[]) {
      const found = ids.length > 0 ? await ask('assertions-by-ids', { ids }) : []
      return found.map((row) => assertionSchema.parse(row.assertion))
    },

    async authorities(keys: readonly string[]) {
      const found = await ask('authorities', { keys })
      const authority = z.object({ id: z.string(), name: z.string(), level: z.string().nullish() })
      const place = z.object({ path: z.string() }).nullable()
      return found.map((row) => ({
        key: String(row.key),
        ...authority.parse(row.authority),
        place: place.parse(row.place),
      }))
    },

    async contents() {
      const [row] = await ask('contents', {})
      const counts = z.object({
        instruments: z.number(),
        documents: z.number(),
        mentions: z.number(),
        events: z.number(),
      })
      return counts.parse(row)
    },

    async countSourcesOutside(prefix: string) {
      const [row] = await ask('count-sources-outside', { prefix })
      return z.number().parse(row?.sources)
    },

    /** The sources at a path or below it, and those that hold the text of an instrument. */
    async sourcesBelow(path: string, key: string) {
      const uri = path.replace(/[/\\]+$/, '')
      const found = await ask('sources-below', { uri, prefix: `${uri}/`, key })
      return found.map((row) => String(row.uri))
    },

    /** Everything derived in the graph, a line a node and relationship, always in the same order; see dump.ts. */
    async *dump(): AsyncGenerator<string> {
      try {
        yield* dumpGraph(driver, database)
      } catch (error) {
        throw translate(error)
      }
    },

    /** Runs the writes of `work` in one transaction, after every other writer's; all of it or nothing. */
    async write<T>(work: (writer: GraphWriter) => Promise<T>): Promise<T> {
      const session = driver.session(database ? { database } : {})
      try {
        const run = async (tx: ManagedTransaction) => {
          await tx.run(writeQueryNamed('lock'))
          const writer = createGraphWriter(tx)
          const outcome = await work(writer)
          await writer.settled()
          return outcome
        }
        return await session.executeWrite(run, { timeout: WRITE_TIMEOUT_MS })
      } catch (error) {
        throw translate(error)
      } finally {
        await session.close()
      }
    },

    /** Deletes everything but the record of migrations. */
    async clear() {
      const session = driver.session(database ? { database } : {})
      try {
        await session.run(writeQueryNamed('clear-graph'))
      } catch (error) {
        throw translate(error)
      } finally {
        await session.close()
      }
    },

    /** The keys of the API. */
    keys: createKeyVerbs((name, params, routing) =>
      rows((routing === 'READ' ? readQueryNamed : writeQueryNamed)(name), params, { routing }),
    ),

    /** Answers where the database does. */
    async ping() {
      await rows('RETURN 1 AS one', {})
    },

    /** The planner's operators for a query, for checking that it stays cheap. */
    async explain(query: string, params: RecordShape): Promise<readonly string[]> {
      const { summary } = await driver.executeQuery(`EXPLAIN ${query}`, params, options)
      const names: string[] = []
      const walk = (plan: { operatorType: string; children: unknown[] }) => {
        names.push(plan.operatorType)
        for (const child of plan.children) walk(child as { operatorType: string; children: unknown[] })
      }
      if (summary.plan) walk(summary.plan)
      return names
    },
  }
}

type TraceTuple = [
  ...[key: string, depth: number, number: string | null, date: string | null, type: string | null],
  ...[title: string | null, issuer: string | null, level: string | null, place: string | null],
  ...[textHeld: boolean | null, fictional: boolean | null, openMentions: number | null],
  edges: [string, Relation, boolean, number, string | null, string[] | null][],
  open: [mention: string, OpenMentionRow['state'], string, string | null][] | null,
]

/** Lists, not maps, come over the wire: at thousands of nodes their names would weigh more than their values. */
function toTrace(tuples: readonly TraceTuple[], question: TraceQuestion): TraceRows | null {
  if (tuples.length === 0) return null
  const kept = tuples.slice(0, question.limit)
  const inside = new Set(kept.map(([key]) => key))
  const edges: EdgeRow[] = []
  const open: OpenMentionRow[] = []
  const nodes = kept.map(toNode)
  let truncated = tuples.length > kept.length
  for (const [i, tuple] of kept.entries()) {
    for (const [other, relation, secondHand, mentions, date, assertions] of tuple[12]) {
      if (!inside.has(other)) truncated = true
      else
        edges.push({
          ...ends(tuple[0], other, question.direction),
          relation,
          secondHand,
          mentions,
          date: day(date),
          assertions: assertions ?? [],
        })
    }
    const instrument = nodes[i]?.instrument
    if (!instrument || !tuple[13]) continue
    for (const [mention, state, text, quote] of tuple[13])
      open.push({ instrument, mention, state, text, quote })
    if (instrument.openMentions > tuple[13].length) truncated = true
  }
  return { nodes, edges, open, truncated }
}

/** Of an instrument dated by its year alone, no day. */
function day(date: string | null): string | null {
  return date?.length === 10 ? date : null
}

function ends(node: string, other: string, direction: Direction) {
  return direction === 'UP' ? { from: node, to: other } : { from: other, to: node }
}

function toNode(tuple: TraceTuple): { instrument: InstrumentRow; depth: number } {
  const [key, depth, number, date, type, title, issuer, level, place, textHeld, fictional, openMentions] =
    tuple
  const flags = {
    textHeld: textHeld ?? false,
    fictional: fictional ?? false,
    openMentions: openMentions ?? 0,
  }
  return { instrument: { key, number, date, type, title, issuer, level, place, ...flags }, depth }
}

/** Where an assertion stands among all: see assertions.cypher. */
export function assertionPosition({ at, id }: Pick<AssertionRow, 'at' | 'id'>): string {
  return `${at} ${id}`
}

/** Neo4j takes a JavaScript number for a float; LIMIT wants an integer. */
function integer(value: number): bigint {
  return BigInt(Math.trunc(value))
}

const GONE = new Set(['ServiceUnavailable', 'SessionExpired', 'N/A'])

/** What a caller can do something about becomes a coded error; the rest stays what it is. */
function translate(error: unknown): unknown {
  if (error instanceof CancuError || !(error instanceof Neo4jError)) return error
  if (GONE.has(error.code)) return createError('NEO4J_GONE', {}, error)
  if (error.code.includes('TransactionTimedOut')) return createError('QUERY_TIMEOUT', {}, error)
  if (error.code.startsWith('Neo.ClientError.Security')) return createError('NEO4J_GONE', {}, error)
  return error
}
