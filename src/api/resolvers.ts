// GraphQL fields over the store's verbs. Fields that lists ask for many times are loaders: one question for all.

import type { FastifyReply, FastifyRequest } from 'fastify'
import { candidatesOf, evidenceOf, type Gap, MAX_TRACE_NODES, traceWithGaps } from '../answer/answers.ts'
import { checkDepth, checkFirst, checkKey, checkNumber, checkSearchText } from '../answer/checks.ts'
import { findKey } from '../answer/find-key.ts'
import { rankOf, statusesOf, statusesWhenCited, timelinesOf } from '../answer/status.ts'
import { suggestionsOf } from '../answer/suggestions.ts'
import type { Finding } from '../check/check-text.ts'
import type { Relation } from '../citation/types.ts'
import { createError } from '../errors.ts'
import type { ActRow, EdgeRow, InstrumentRow, MentionRow } from '../graph/records.ts'
import { assertionPosition, type GraphStore } from '../graph/store.ts'
import type { Direction } from '../graph/trace-query.ts'
import type { Status } from '../legal/status.ts'
import { todayInVietnam } from '../legal/today.ts'
import type { Caller } from './caller.ts'
import { checkTextField } from './check.ts'
import { decodeCursor } from './cursor.ts'
import { mutations } from './mutations.ts'
import { asNode, connection, type PageArguments, pageSize } from './pages.ts'
import { placeFields, placeLoaders, placeQueries } from './places.ts'
import { endOf } from './queries.ts'
import { DateScalar } from './scalars.ts'

/** What a request's resolvers work with. */
export interface ApiContext {
  readonly store: GraphStore
  /** Today, as an ISO day in Việt Nam. */
  readonly today: string
  /** Who asks; mutations are run for editors only. */
  readonly caller: Caller | null
}

declare module 'mercurius' {
  interface MercuriusContext extends ApiContext {}
}

/** @param timeout how long a query may take, in ms; its questions are ended in the database too */
export function buildContext(store: GraphStore, timeout: number) {
  return async ({ caller }: FastifyRequest, reply: FastifyReply): Promise<ApiContext> => ({
    store: store.within(endOf(reply, timeout), timeout),
    today: todayInVietnam(),
    caller,
  })
}

const upper = (text: string | null) => text?.toUpperCase() ?? null

interface FilterArguments {
  readonly level?: string
  readonly type?: string
  readonly number?: string
  readonly textHeld?: boolean
}

interface TraceArguments {
  readonly key: string
  readonly direction: Direction
  readonly relations?: readonly Relation[] | null
  readonly maxDepth: number
  readonly asOf?: string | null
}

async function instrument(_: unknown, { key }: { key: string }, { store }: ApiContext) {
  const wanted = checkKey(key)
  const [found] = await store.instrumentsByKeys([await findKey(store, wanted)])
  if (!found) throw createError('INSTRUMENT_NOT_FOUND', { key: wanted })
  return found
}

async function instruments(
  _: unknown,
  { filter, ...args }: PageArguments & { filter?: FilterArguments | null },
  { store }: ApiContext,
) {
  const first = pageSize(args)
  const number = filter?.number == null ? null : checkNumber(filter.number)
  const conditions = {
    level: filter?.level?.toLowerCase() ?? null,
    type: filter?.type?.normalize('NFC') ?? null,
    textHeld: filter?.textHeld ?? null,
    numberKey: number,
  }
  const rows = await store.instruments(conditions, first + 1, decodeCursor(args.after) || null)
  return connection(rows.map(asNode), first, ({ node }) => node.key)
}

async function search(
  _: unknown,
  { text, ...args }: PageArguments & { text: string },
  { store }: ApiContext,
) {
  const first = pageSize(args)
  const skip = searchPosition(decodeCursor(args.after))
  const rows = await store.search(checkSearchText(text), first + 1, skip)
  const edges = rows.map(({ instrument, score }) => ({
    node: { ...instrument, __typename: 'Instrument' },
    score,
  }))
  return connection(edges, first, (_, i) => String(skip + i + 1))
}

const LAST_SEARCH_POSITION = 10_000

function searchPosition(cursor: string): number {
  const position = cursor === '' ? 0 : Number(cursor)
  if (Number.isInteger(position) && position >= 0 && position <= LAST_SEARCH_POSITION) return position
  const [reason, reason_en] = ['không đúng vị trí trang', 'it is no position of a page']
  throw createError('ARGUMENT_INVALID', { name: 'after', reason, reason_en })
}

async function trace(_: unknown, args: TraceArguments, { store }: ApiContext) {
  const question = {
    key: await findKey(store, checkKey(args.key)),
    direction: args.direction ?? 'UP',
    relations: args.relations ?? [],
    depth: checkDepth(args.maxDepth ?? 12),
    asOf: args.asOf ?? null,
    limit: MAX_TRACE_NODES,
  }
  const answer = await traceWithGaps(store, question)
  if (!answer) throw createError('INSTRUMENT_NOT_FOUND', { key: question.key })
  return answer
}

interface AssertionArguments {
  readonly instrument?: string | null
  readonly author?: string | null
  readonly withdrawn?: boolean | null
}

async function assertions(
  _: unknown,
  { instrument, author, withdrawn, ...args }: PageArguments & AssertionArguments,
  { store }: ApiContext,
) {
  const first = pageSize(args)
  const filter = {
    instrument: instrument == null ? null : checkKey(instrument),
    author: author?.normalize('NFC') ?? null,
    withdrawn: withdrawn ?? null,
  }
  const rows = await store.assertions(filter, first + 1, decodeCursor(args.after))
  return connection(rows.map(asNode), first, ({ node }) => assertionPosition(node))
}

export const resolvers = {
  Date: DateScalar,
  Mutation: mutations,
  Query: {
    instrument,
    instruments,
    search,
    trace,
    assertions,
    checkText: checkTextField,
    ...placeQueries,
    contents: (_: unknown, __: unknown, { store }: ApiContext) => store.contents(),
  },
  Instrument: {
    level: ({ level }: InstrumentRow) => upper(level),
    date: ({ date }: InstrumentRow) => (date && date.length === 10 ? date : null),
  },
  Authority: { ...placeFields.Authority, level: ({ level }: { level: string | null }) => upper(level) },
  Place: placeFields.Place,
  TraceEdge: { asserted: ({ assertions }: EdgeRow) => assertions.length > 0 },
  Mention: { kind: ({ kind }: MentionRow) => upper(kind) },
  Evidence: { confidence: ({ confidence }: { confidence: string }) => upper(confidence) },
}

interface Query<T, P = object> {
  readonly obj: T
  readonly params: P
}

/** Instruments behind lists of keys, read in one question. */
async function instrumentsOf(
  store: GraphStore,
  lists: readonly (readonly string[])[],
): Promise<InstrumentRow[][]> {
  const found = await store.instrumentsByKeys([...new Set(lists.flat())])
  const byKey = new Map(found.map((row) => [row.key, row]))
  return lists.map((keys) => keys.flatMap((key) => byKey.get(key) ?? []))
}

/** Rows that name an instrument by its key, each with that instrument. */
async function withInstruments<T extends { readonly key: string }>(
  store: GraphStore,
  lists: readonly (readonly T[])[],
): Promise<(T & { readonly instrument: InstrumentRow })[][]> {
  const found = await store.instrumentsByKeys([...new Set(lists.flat().map(({ key }) => key))])
  const byKey = new Map(found.map((row) => [row.key, row]))
  return lists.map((rows) =>
    rows.flatMap((row) => {
      const instrument = byKey.get(row.key)
      return instrument ? [{ ...row, instrument }] : []
    }),
  )
}

type Pages = (keys: readonly string[], first: number, after: string) => Promise<MentionRow[][]>

/** Pages of mentions for many instruments: one question for all that ask for pages alike. */
async function pagesOf(queries: readonly Query<InstrumentRow, PageArguments>[], read: Pages) {
  const alike = Map.groupBy(queries, ({ params }) => `${pageSize(params)} ${decodeCursor(params.after)}`)
  const pages = new Map<Query<InstrumentRow, PageArguments>, object>()
  for (const group of alike.values()) {
    const params = group[0]?.params ?? {}
    const first = pageSize(params)
    const keys = [...new Set(group.map(({ obj }) => obj.key))]
    const found = await read(keys, first + 1, decodeCursor(params.after))
    for (const query of group) {
      const rows = found[keys.indexOf(query.obj.key)] ?? []
      pages.set(
        query,
        connection(rows.map(asNode), first, ({ node }) => node.id),
      )
    }
  }
  return queries.map((query) => pages.get(query))
}

/** The instruments behind what was done, for all that ask. */
function doers(queries: readonly Query<{ readonly by: readonly string[] }>[], { store }: ApiContext) {
  return instrumentsOf(
    store,
    queries.map(({ obj }) => obj.by),
  )
}

/** The instrument whose key a field of an object holds; `null` where it holds none. */
function instrumentBy<Name extends string>(name: Name) {
  return async (queries: readonly Query<Readonly<Record<Name, string | null>>>[], { store }: ApiContext) => {
    const keys = queries.map(({ obj }) => obj[name] ?? []).map((key) => [key].flat())
    return (await instrumentsOf(store, keys)).map(([instrument]) => instrument ?? null)
  }
}

function toAct({ subject, event }: ActRow, known: ReadonlyMap<string, InstrumentRow>) {
  const { kind, effective, quote, source, confidence, dataset } = event
  const evidence = { quote, source, confidence, rank: rankOf(dataset) }
  return { kind, effective, instrument: known.get(subject), evidence }
}

export const loaders = {
  Authority: placeLoaders.Authority,
  Place: placeLoaders.Place,
  Instrument: {
    ...placeLoaders.Instrument,
    async status(queries: Query<InstrumentRow, { asOf?: string | null }>[], { store, today }: ApiContext) {
      return statusesOf(
        store,
        queries.map(({ obj, params }) => ({ key: obj.key, asOf: params.asOf ?? today })),
      )
    },
    timeline: (queries: Query<InstrumentRow>[], { store }: ApiContext) =>
      timelinesOf(
        store,
        queries.map(({ obj }) => obj.key),
      ),
    citations: (queries: Query<InstrumentRow, PageArguments>[], { store }: ApiContext) =>
      pagesOf(queries, store.citations),
    citedBy: (queries: Query<InstrumentRow, PageArguments>[], { store }: ApiContext) =>
      pagesOf(queries, store.citedBy),
    async issuedBy(queries: Query<InstrumentRow>[], { store }: ApiContext) {
      const found = await store.authorities(queries.map(({ obj }) => obj.key))
      return queries.map(({ obj }) => found.filter(({ key }) => key === obj.key))
    },
    async acts(queries: Query<InstrumentRow>[], { store }: ApiContext) {
      const acts = await store.acts([...new Set(queries.map(({ obj }) => obj.key))])
      const byKey = Map.groupBy(acts, ({ key }) => key)
      const instruments = await instrumentsOf(store, [acts.map(({ subject }) => subject)])
      const known = new Map(instruments.flat().map((instrument) => [instrument.key, instrument]))
      return queries.map(({ obj }) => (byKey.get(obj.key) ?? []).map((act) => toAct(act, known)))
    },
    async register(queries: Query<InstrumentRow>[], { store }: ApiContext) {
      const found = await store.registers([...new Set(queries.map(({ obj }) => obj.key))])
      const byKey = new Map(found.map((row) => [row.key, row]))
      return queries.map(({ obj }) => byKey.get(obj.key) ?? null)
    },
  },
  CheckedCitation: {
    instrument: instrumentBy('key'),
    replacement: instrumentBy('replacement'),
    replacementWhenCited: instrumentBy('replacementWhenCited'),
    candidates: (queries: Query<Finding>[], { store }: ApiContext) =>
      withInstruments(
        store,
        queries.map(({ obj }) => obj.candidates),
      ),
    suggestions: (queries: Query<Finding>[], { store }: ApiContext) =>
      withInstruments(
        store,
        queries.map(({ obj }) => obj.suggestions),
      ),
  },
  Status: {
    by: doers,
    async warningDetails(queries: Query<Status>[], { store }: ApiContext) {
      const lists = queries.map(({ obj }) => obj.warnings.map((warning) => obj.about[warning] ?? []))
      const instruments = (await instrumentsOf(store, lists.flat())).values()
      return queries.map(({ obj }) =>
        obj.warnings.map((warning) => ({ warning, instruments: instruments.next().value ?? [] })),
      )
    },
  },
  StatusChange: { by: doers },
  Gap: {
    async candidates(queries: Query<Gap>[], { store }: ApiContext) {
      const gaps = queries.map(({ obj }) => obj)
      return instrumentsOf(store, await candidatesOf(store, gaps))
    },
    async suggestions(queries: Query<Gap>[], { store }: ApiContext) {
      const mentions = queries.map(({ obj }) => obj.mention ?? '')
      return withInstruments(store, await suggestionsOf(store, mentions))
    },
  },
  Mention: {
    instrument: instrumentBy('target'),
    citing: instrumentBy('citing'),
    async assertion(queries: Query<MentionRow>[], { store }: ApiContext) {
      const found = await store.assertionsByIds(queries.flatMap(({ obj }) => obj.asserted ?? []))
      const byId = new Map(found.map((row) => [row.id, row]))
      return queries.map(({ obj }) => byId.get(obj.asserted ?? '') ?? null)
    },
    async candidates(queries: Query<MentionRow>[], { store }: ApiContext) {
      const found = await store.candidates(queries.map(({ obj }) => obj.id))
      return withInstruments(
        store,
        queries.map(({ obj }) => found.get(obj.id) ?? []),
      )
    },
    async suggestions(queries: Query<MentionRow>[], { store }: ApiContext) {
      const mentions = queries.map(({ obj }) => obj.id)
      return withInstruments(store, await suggestionsOf(store, mentions))
    },
    statusWhenCited: (queries: Query<MentionRow>[], { store }: ApiContext) =>
      statusesWhenCited(
        store,
        queries.map(({ obj }) => obj),
      ),
  },
  TraceEdge: {
    async evidence(queries: Query<EdgeRow, { first?: number }>[], { store }: ApiContext) {
      const most = Math.max(...queries.map(({ params }) => checkFirst(params.first ?? 3)))
      const found = await evidenceOf(
        store,
        queries.map(({ obj }) => obj),
        most,
      )
      return queries.map(({ params }, i) => found[i]?.slice(0, params.first ?? 3) ?? [])
    },
  },
}
