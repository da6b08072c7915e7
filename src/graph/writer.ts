// The graph's writing verbs, within one transaction. Each is one query over a list of rows.

import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ManagedTransaction, RecordShape } from 'neo4j-driver'
import { RELATIONS, type Relation } from '../citation/types.ts'
import {
  type Assertion,
  type MentionPlace,
  readPayload,
  subjectsOf,
  type Testimony,
  writePayload,
} from '../legal/assertion.ts'
import type { AuthorityRecord } from '../legal/authority.ts'
import type {
  CandidateFacts,
  MentionFacts,
  ResolutionState,
  ScoredCandidate,
  StatedFacts,
} from '../legal/identity.ts'
import type { Level } from '../legal/place.ts'
import { placeWrites } from './places.ts'
import { writeQueryNamed } from './queries.ts'
import type { DatasetRow } from './records.ts'

/** A source, and the text that it holds. */
export interface HoldingSource {
  readonly uri: string
  readonly sha256: string
  /** sha256 of the file's own bytes; `null` where the source is no file, or nobody told. */
  readonly fileSha256: string | null
}

/** Words from which an instrument's description may be taken; the least rank wins. */
export interface Claim {
  readonly key: string
  readonly rank: string
  readonly type: string | null
  readonly title: string | null
  readonly issuer: string | null
  /** Read in a text that was invented: what it describes is too. */
  readonly fictional: boolean
  /** The words are those of the instrument's own text. */
  readonly textHeld: boolean
}

/** A description as it stands in the graph, with the ranks of the claims that won. */
export interface DescribedInstrument {
  readonly key: string
  readonly type: string | null
  readonly title: string | null
  readonly issuer: string | null
  readonly typeRank: string | null
  readonly titleRank: string | null
  readonly issuerRank: string | null
  readonly textHeld: boolean
  readonly fictional: boolean
}

export const UNDESCRIBED = {
  type: null,
  title: null,
  issuer: null,
  typeRank: null,
  titleRank: null,
  issuerRank: null,
  textHeld: false,
  fictional: false,
} as const satisfies Omit<DescribedInstrument, 'key'>

/** One mention's relation, between what is meant at both its ends; a key is `null` where that is open. */
export interface Link {
  readonly from: string | null
  /** `null`: the document's own instrument does it. */
  readonly fromMention: string | null
  readonly to: string | null
  readonly toMention: string
  readonly relation: Relation
}

export interface EdgeChange {
  readonly from: string
  readonly to: string
  readonly relation: Relation
  readonly mentions: number
  readonly firstHand: number
}

/** A mention of a text that the graph holds, with what it means. */
export interface HeldMention {
  readonly id: string
  readonly key: string | null
  readonly state: ResolutionState
  readonly reasons: readonly string[]
  readonly candidates: readonly ScoredCandidate[]
}

export interface UndatedMention extends HeldMention, MentionFacts {
  readonly lookup: string
}

/** A mention that states number and date, or name and date. */
export interface StatedMention extends HeldMention, Omit<StatedFacts, 'key' | 'date'> {
  readonly date: string | null
  /** Whether it vouches for what it means. */
  readonly stated: boolean
  /** The key that its own words give. */
  readonly statedKey: string
  /** The number or name under which curated tables are asked; `null`: nobody is asked. */
  readonly statedLookup: string | null
  /** What its words, or who, told the key. */
  readonly basis: string
  readonly claimRank: string
  readonly fictional: boolean
}

/** A mention with its place, whose words give either a key or something to look up. */
export interface PlacedMention
  extends Omit<StatedMention, 'statedKey' | 'basis'>,
    Omit<UndatedMention, 'lookup' | keyof HeldMention> {
  readonly sha256: string
  readonly start: number
  readonly end: number
  /** Id of the assertion that says what it means. */
  readonly asserted: string | null
  /** `null` for a mention that is looked up. */
  readonly statedKey: string | null
  readonly basis: string | null
  /** `null` for a mention whose words give a key. */
  readonly lookup: string | null
}

/** A text, with what its header tells of the instrument whose text it is. */
export interface HeldText {
  readonly sha256: string
  readonly own: string
  /** The key that the text itself gives. */
  readonly ownKey: string
  readonly claimRank: string
  readonly fictional: boolean
  readonly type: string | null
  readonly number: string | null
  readonly date: string | null
  readonly issuer: string | null
  readonly title: string | null
  readonly place: string | null
  readonly level: Level | null
  /** Ids of its mentions. */
  readonly mentions: readonly string[]
}

/** What a table says of a key, and the instrument that is meant. */
export interface HeldFact extends Pick<FactRow, 'id' | 'dataset' | 'key' | 'type' | 'title' | 'issuer'> {
  readonly home: string
}

export interface HeldEvent {
  readonly id: string
  readonly about: string
  readonly by: readonly string[]
}

/** Keys that mean another instrument now, those that they meant before, and texts of which something was decided. */
export interface Reach {
  readonly keys: readonly string[]
  readonly homes: readonly string[]
  readonly shas: readonly string[]
}

/** What a curated table says of one instrument, with the number and the name by which mentions look it up. */
export interface FactRow {
  readonly id: string
  readonly dataset: string
  readonly key: string
  readonly lookup: string | null
  readonly nameLookup: string | null
  readonly type: string | null
  readonly title: string | null
  readonly issuer: string | null
  /** A day, or its year alone. */
  readonly date: string | null
  /** First day in force, where the table tells. */
  readonly effective: string | null
  /** Of the register of codified instruments: its ids there, the editions that list it, how to name them. */
  readonly registerIds?: readonly string[]
  readonly registerEditions?: readonly string[]
  readonly source?: string
}

/** What a mention might mean as well. */
export interface CandidateRows {
  readonly mention: string
  readonly candidates: readonly ScoredCandidate[]
}

export interface RemovedDocument {
  readonly sha256: string
  readonly own: string
  readonly mentions: readonly {
    readonly id: string
    readonly key: string | null
    readonly claimRank: string
    readonly fictional: boolean
  }[]
}

/** An edge, and the ids of the assertions that it stands on. */
export interface AssertedEdge {
  readonly from: string
  readonly to: string
  readonly relation: Relation
  readonly assertions: readonly string[]
}

/** An event that a member of staff recorded. */
export interface AssertedEvent {
  readonly id: string
  readonly key: string
  readonly about: string
  readonly by: readonly string[]
  readonly doers: readonly string[]
  readonly properties: RecordShape
}

export interface MeantMention {
  readonly id: string
  readonly text: string
  /** What it means now. */
  readonly key: string | null
  readonly asserted: string | null
}

type Rows = readonly RecordShape[]
export type GraphWriter = ReturnType<typeof createGraphWriter>

export function createGraphWriter(tx: ManagedTransaction) {
  async function rows(name: string, params: RecordShape): Promise<RecordShape[]> {
    const { records } = await tx.run(writeQueryNamed(name), params)
    return records.map((record) => record.toObject())
  }
  const sent: Promise<unknown>[] = []
  /** Sends a write and goes on: the rows of the next are made while the database works on this one. */
  async function send(query: string, params: RecordShape): Promise<void> {
    const answer = tx.run(query, params).then(() => {})
    // Whoever waits for it next is told; until then nobody may be waiting.
    answer.catch(() => {})
    sent.push(answer)
    await nextTurn()
  }
  /** Nothing to write: nothing sent. */
  async function put(name: string, list: Rows, more: RecordShape = {}): Promise<void> {
    if (list.length > 0) await send(writeQueryNamed(name), { rows: list, ...more })
  }
  async function putEdges(name: string, relation: Relation, list: Rows): Promise<void> {
    if (list.length > 0) await send(writeQueryNamed(name).replace('{{relation}}', relation), { rows: list })
  }
  async function over(name: string, param: string, list: readonly string[]): Promise<RecordShape[]> {
    return list.length > 0 ? rows(name, { [param]: list }) : []
  }

  return {
    ...placeWrites(rows),

    /** Fulfilled when every write that was sent is done. */
    async settled(): Promise<void> {
      await Promise.all(sent)
    },
    /** @returns sha256 of the texts that no source holds any more */
    async detachSources(uris: readonly string[]): Promise<string[]> {
      return (await over('detach-sources', 'uris', uris)).map((row) => String(row.sha256))
    },
    async readSources(uris: readonly string[]) {
      return (await over('read-sources', 'uris', uris)) as unknown as HoldingSource[]
    },
    async readHolders(shas: readonly string[]) {
      return (await over('read-holders', 'shas', shas)) as unknown as HoldingSource[]
    },
    async readExtractors(shas: readonly string[]) {
      return (await over('read-extractors', 'shas', shas)) as unknown as {
        sha256: string
        extractor: string
        place: string | null
        fictional: boolean
      }[]
    },
    attachSources: (list: Rows) => put('attach-sources', list),

    async readRemoved(shas: readonly string[]): Promise<RemovedDocument[]> {
      return (await over('read-removed', 'shas', shas)) as unknown as RemovedDocument[]
    },
    async deleteDocuments(shas: readonly string[]): Promise<void> {
      await over('delete-documents', 'shas', shas)
    },
    async readLinks(mentions: readonly string[]): Promise<Link[]> {
      return (await over('read-links', 'mentions', mentions)) as unknown as Link[]
    },

    async readInstruments(keys: readonly string[]): Promise<DescribedInstrument[]> {
      const found = await over('read-instruments', 'keys', keys)
      return found.map((row) => {
        const state = row.instrument as Partial<DescribedInstrument> & { key: string }
        return {
          ...UNDESCRIBED,
          ...state,
          textHeld: state.textHeld ?? false,
          fictional: state.fictional ?? false,
        }
      })
    },
    async readGrounds(keys: readonly string[]) {
      const found = await over('read-grounds', 'keys', keys)
      return found as unknown as { key: string; grounded: boolean; meant: boolean; textHeld: boolean }[]
    },
    async readClaims(keys: readonly string[]): Promise<Claim[]> {
      return (await over('read-claims', 'keys', keys)) as unknown as Claim[]
    },
    async readCandidates(lookups: readonly string[]) {
      const found = await over('read-candidates', 'lookups', lookups)
      return found as unknown as { lookup: string; candidate: CandidateFacts }[]
    },
    async readUndatedMentions(lookups: readonly string[]): Promise<UndatedMention[]> {
      const found = await over('read-undated-mentions', 'lookups', lookups)
      return found.map((row) => row.mention as UndatedMention)
    },

    /** Instruments that are not there yet. */
    createInstruments: (list: readonly InstrumentProperties[]) =>
      put('create-instruments', sorted(list.map(withCount), 'key')),
    /** Instruments that are. */
    writeInstruments: (list: readonly InstrumentProperties[]) =>
      put('write-instruments', sorted(list, 'key')),
    writePlaceholders: (list: readonly InstrumentProperties[]) =>
      put('write-placeholders', sorted(list, 'key')),
    async readOwnInstruments(mentions: readonly string[]): Promise<string[]> {
      return (await over('read-own-instruments', 'mentions', mentions)).map((row) => String(row.key))
    },
    async readFacts(lookups: readonly string[]): Promise<FactRow[]> {
      return (await over('read-facts', 'lookups', lookups)).map((row) => row.fact as FactRow)
    },
    async readStatedMentions(lookups: readonly string[]): Promise<StatedMention[]> {
      return (await over('read-stated-mentions', 'lookups', lookups)).map(
        (row) => row.mention as StatedMention,
      )
    },
    /** Mentions without a date that stand in the same texts as these. */
    async readUndatedBeside(mentions: readonly string[]): Promise<UndatedMention[]> {
      return (await over('read-undated-beside', 'mentions', mentions)).map(
        (row) => row.mention as UndatedMention,
      )
    },
    /** Each with the instrument that its key means. */
    writeFacts: (list: readonly { readonly home: string; readonly fact: FactRow }[]) =>
      put('write-facts', sorted(list, 'home')),
    /** @returns the instruments that the table spoke of, and the numbers and names under which it did */
    async deleteFacts(dataset: string): Promise<Pick<FactRow, 'key' | 'lookup' | 'nameLookup'>[]> {
      const found = await rows('delete-facts', { dataset })
      await rows('delete-events', { dataset })
      return found as unknown as Pick<FactRow, 'key' | 'lookup' | 'nameLookup'>[]
    },
    async writeDataset(dataset: DatasetRow): Promise<void> {
      await send(writeQueryNamed('write-dataset'), { ...dataset })
    },
    writeEvents: (list: Rows, dataset: string) => put('write-events', list, { dataset }),
    /** Texts with their mentions, each with what it means. */
    writeDocuments: (list: Rows) => put('write-documents', list),
    writeNesting: (list: Rows) => put('write-nesting', list),
    writeStatements: (list: Rows) => put('write-statements', list),
    writeEffects: (list: Rows) => put('write-effects', list),
    writeTargets: (list: Rows) => put('write-targets', sorted(list, 'key')),
    async clearTargets(mentions: readonly string[]): Promise<void> {
      await over('clear-targets', 'mentions', mentions)
    },
    writeResolutions: (list: Rows) => put('write-resolutions', list),
    writeCandidates: (list: readonly CandidateRows[]) =>
      put('write-candidates', list.filter(({ candidates }) => candidates.length > 0) as unknown as Rows),
    deleteCandidates: (list: readonly { readonly mention: string; readonly keys: readonly string[] }[]) =>
      put(
        'delete-candidates',
        list.filter(({ keys }) => keys.length > 0),
      ),
    writeAuthorities: (list: readonly (AuthorityRecord & { key: string })[]) =>
      put('write-authorities', byAuthority(list)),
    /** @returns ids of the organs that the instruments had */
    async clearIssuers(keys: readonly string[]): Promise<string[]> {
      return (await over('clear-issuers', 'keys', keys)).map((row) => String(row.id))
    },
    async settleAuthorities(ids: readonly string[]): Promise<void> {
      await over('settle-authorities', 'ids', ids)
    },
    async countOpenMentions(keys: readonly string[]): Promise<void> {
      await over('count-open-mentions', 'keys', keys)
    },
    /** All that members of staff decided and did not withdraw. */
    async readStandingAssertions(): Promise<Assertion[]> {
      return (await rows('read-standing-assertions', {})).map(({ assertion }) => toAssertion(assertion))
    },
    /** @returns `null` where there is none of that id */
    async readAssertion(id: string) {
      const [row] = await rows('read-assertion', { id })
      if (!row) return null
      const { withdrawnBy, withdrawnAt, withdrawReason } = row.assertion
      const withdrawn = withdrawnAt ? { author: withdrawnBy, at: withdrawnAt, reason: withdrawReason } : null
      return { ...toAssertion(row.assertion), withdrawn }
    },
    async writeAssertion({ id, content, ...told }: Assertion): Promise<void> {
      const words = { kind: content.kind, payload: writePayload(content), instruments: subjectsOf(content) }
      await send(writeQueryNamed('write-assertion'), { id, properties: { ...told, ...words } })
    },
    async withdrawAssertion(id: string, told: Testimony & { readonly at: string }): Promise<void> {
      await send(writeQueryNamed('withdraw-assertion'), { id, ...told })
    },
    async settleAssertedEdges(list: readonly AssertedEdge[]): Promise<void> {
      for (const relation of RELATIONS) {
        const edges = list.filter((edge) => edge.relation === relation)
        await putEdges('settle-asserted-edges', relation, edges)
      }
    },
    async readAssertedMentions(reach: Reach): Promise<PlacedMention[]> {
      return (await rows('read-asserted-mentions', reach)).map(({ mention }) => mention)
    },
    async readAssertedTexts(reach: Reach): Promise<HeldText[]> {
      return (await rows('read-asserted-texts', reach)).map(({ text }) => text)
    },
    async readAssertedFacts(reach: Reach): Promise<HeldFact[]> {
      return (await rows('read-asserted-facts', reach)).map(({ fact }) => fact)
    },
    async readAssertedEvents(reach: Reach): Promise<HeldEvent[]> {
      return (await rows('read-asserted-events', reach)).map(({ event }) => event)
    },
    async readAssertedPlaces(ids: readonly string[]) {
      const found = await over('read-asserted-places', 'ids', ids)
      return found.map(({ mention }) => mention as MentionPlace & MeantMention)
    },
    /** Texts by sha256 or by a source that holds them. */
    async findAssertedTexts(names: readonly string[]) {
      const found = await over('find-asserted-texts', 'names', names)
      return found as unknown as { name: string; sha256: string; own: string }[]
    },
    writeAssertedMentions: (list: Rows) => put('write-asserted-mentions', list),
    detachAsserted: (what: 'texts' | 'facts' | 'events', ids: readonly string[]) =>
      over(`detach-asserted-${what}`, 'ids', ids),
    attachAsserted: (what: 'texts' | 'facts' | 'events', list: Rows) => put(`attach-asserted-${what}`, list),
    settleAssertedAliases: (list: readonly { readonly key: string; readonly into: string | null }[]) =>
      put('settle-asserted-aliases', list),
    settleAssertedEvents: (list: readonly AssertedEvent[]) => put('settle-asserted-events', list),
    async deleteAssertedEvents(ids: readonly string[]): Promise<void> {
      await over('delete-asserted-events', 'ids', ids)
    },
    async deleteInstruments(keys: readonly string[]): Promise<void> {
      await over('delete-instruments', 'keys', keys)
    },

    /**
     * One query a relation, since a relationship's type cannot be a parameter.
     * @param isBorn whether an instrument is new in this transaction, and cannot have edges yet
     */
    async writeEdges(changes: readonly EdgeChange[], isBorn: (key: string) => boolean): Promise<void> {
      const rows = sorted(changes as unknown as Rows, 'from') as unknown as EdgeChange[]
      for (const relation of RELATIONS) {
        const list = rows.filter((change) => change.relation === relation)
        const born = list.filter(({ from, to }) => isBorn(from) || isBorn(to))
        const others = list.filter(({ from, to }) => !isBorn(from) && !isBorn(to))
        await putEdges('create-edges', relation, born)
        await putEdges('write-edges', relation, others)
      }
    },
  }
}

/** An assertion as its row tells it. */
export function toAssertion({ kind, payload, id, author, at, reason }: RecordShape): Assertion {
  return { id, author, at, reason, content: readPayload(kind, payload) }
}

/** An instrument's key, and the properties that it is to have. */
interface InstrumentProperties {
  readonly key: string
  readonly properties: RecordShape
}

/** The count as a whole number, as the database itself counts. */
function withCount({ key, properties }: InstrumentProperties): InstrumentProperties {
  const { openMentions } = properties
  if (openMentions === undefined) return { key, properties }
  return { key, properties: { ...properties, openMentions: BigInt(openMentions) } }
}

/** Each organ once, with the instruments that it issued: it is looked up once, however many they are. */
function byAuthority(list: readonly (AuthorityRecord & { key: string })[]) {
  const rows = new Map<string, AuthorityRecord & { issued: { key: string; name: string }[] }>()
  for (const { key, ...authority } of list) {
    const row = rows.get(authority.id)
    const issued = { key, name: authority.name }
    if (!row) rows.set(authority.id, { ...authority, issued: [issued] })
    else {
      row.issued.push(issued)
      if (issued.name < row.name) rows.set(authority.id, { ...row, name: issued.name })
    }
  }
  return sorted([...rows.values()], 'id')
}

/** Rows in the order of their keys: locks are then taken in one order, and pages are visited once. */
function sorted<T extends RecordShape>(list: readonly T[], by: string): T[] {
  return [...list].sort((a, b) => (String(a[by]) < String(b[by]) ? -1 : 1))
}
