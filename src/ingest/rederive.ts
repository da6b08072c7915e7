// One change to the graph, and all that follows from it: which instrument each mention means, how instruments
// are described, which edges stand between them. The outcome is a function of the set of texts and facts
// alone, never of the order in which they came.

import { createHash } from 'node:crypto'
import type { DescribedInstrument, GraphWriter, UndatedMention } from '../graph/writer.ts'
import { UNDESCRIBED } from '../graph/writer.ts'
import { authorityOf } from '../legal/authority.ts'
import type { Resolution, ScoredCandidate } from '../legal/identity.ts'
import { isUnnumbered } from '../legal/key.ts'
import type { DocumentRecord, EventRecord } from '../legal/records.ts'
import {
  claimsOf,
  type Description,
  describe,
  factClaims,
  factSubjects,
  instrumentRow,
  type OwnFacts,
} from './describe.ts'
import {
  documentRow,
  linksOf,
  type Meanings,
  meaning,
  meaningsOf,
  nestingRows,
  statementRows,
} from './document-rows.ts'
import { EdgeBalance } from './edge-balance.ts'
import type { Facts } from './facts.ts'
import { type IdentifiedDocument, identify } from './identify.ts'
import { changedLookups, createResolver, type ResolvedMention, resolveHeld, resolveNew } from './resolver.ts'

export interface Change {
  /** sha256 of texts that go. */
  readonly removed: readonly string[]
  readonly added: readonly DocumentRecord[]
  /** A curated table that takes the place of what it said before. */
  readonly facts: Facts | null
}

/** Carries out a change within the writer's transaction. */
export async function rederive(writer: GraphWriter, change: Change): Promise<void> {
  const documents = change.added.map(identify)
  const edges = new EdgeBalance()
  const lost = await takeOut(writer, change, edges)
  const claims = [...documents.flatMap(claimsOf), ...factClaims(change.facts)]
  const described = await describe(writer, claims, await losing(writer, lost), ownFacts(documents))
  const gone = await ungrounded(writer, lost, claims)
  for (const key of gone) described.set(key, { ...UNDESCRIBED, key, changed: true, existed: true, own: null })
  const lookups = changedLookups(described, gone)
  const open = documents.flatMap(({ mentions }) =>
    mentions.flatMap(({ identity }) => (identity.stated ? [] : identity.lookup)),
  )
  const resolve = await createResolver(writer, [...new Set([...lookups, ...open])], described, gone)
  const held = await writer.readUndatedMentions(lookups)
  const again = differing(held, resolveHeld(held, resolve))
  const fresh = resolveNew(documents, resolve)
  const meanings = meaningsOf(fresh)
  await writeInstruments(writer, { described, resolved: [...again, ...fresh], documents, meanings })
  await writeFacts(writer, change.facts)
  await moveLinks(writer, again.filter(isMoved), edges)
  await writeDocuments(writer, documents, meanings)
  await writeMeanings(writer, again)
  for (const document of documents) edges.add(linksOf(document, meanings), 1)
  await writer.writeEdges(edges.changes(), (key) => isBorn(described.get(key)))
  const known = documents.map(({ own }) => own).filter((key) => !isBorn(described.get(key)))
  const owns = await writer.readOwnInstruments(again.map(({ held }) => held.id))
  await writer.countOpenMentions([...new Set([...known, ...owns, ...lost.keys()])])
  await deleteUnspoken(writer, [
    ...lost.keys(),
    ...again.filter(isMoved).flatMap(({ held }) => held.key ?? []),
  ])
}

/** A mention that the graph holds, and what it means now. */
interface Again extends ResolvedMention {
  readonly held: UndatedMention
}

/** Those that mean something else than before, or mean it for other reasons. */
function differing(held: readonly UndatedMention[], resolved: readonly ResolvedMention[]): Again[] {
  const words = ({ key, state, reasons, candidates }: UndatedMention | Resolution) =>
    JSON.stringify([key, state, reasons, [...candidates].sort((a, b) => (a.key < b.key ? -1 : 1))])
  const pairs = resolved.flatMap((one, i) => (held[i] ? [{ ...one, held: held[i] }] : []))
  return pairs.filter((one) => words(one.held) !== words(one.resolution))
}

function isMoved({ held, resolution }: Again): boolean {
  return held.key !== resolution.key
}

/** An instrument that this change brings into the graph: nothing points at it or from it yet. */
function isBorn(described: Description | undefined): boolean {
  return described !== undefined && !described.existed
}

/** What mentions say of whom moves with what they mean. */
async function moveLinks(writer: GraphWriter, moved: readonly Again[], edges: EdgeBalance): Promise<void> {
  const keys = new Map(moved.map(({ held, resolution }) => [held.id, resolution.key]))
  const keyNow = (mention: string, before: string | null) => {
    const now = keys.get(mention)
    return now === undefined ? before : now
  }
  const links = await writer.readLinks([...keys.keys()])
  edges.add(links, -1)
  edges.add(
    links.map((link) => ({
      ...link,
      from: link.fromMention === null ? link.from : keyNow(link.fromMention, link.from),
      to: keyNow(link.toMention, link.to),
    })),
    1,
  )
}

/** Instruments that lost words, each with the ranks of the claims that are gone. */
type Lost = ReadonlyMap<string, ReadonlySet<string>>
/** Stands for a lost claim of a text that was invented. */
const FICTION = 'fiction'

/** Removes texts and what a table said. */
async function takeOut(writer: GraphWriter, change: Change, edges: EdgeBalance): Promise<Lost> {
  const removed = await writer.readRemoved(change.removed)
  const mentions = removed.flatMap((document) => document.mentions)
  const lost = new Map<string, Set<string>>()
  const lose = (key: string, rank: string) => lost.set(key, (lost.get(key) ?? new Set()).add(rank))
  for (const { own, sha256 } of removed) lose(own, `0:${sha256}`)
  for (const { key, claimRank, fictional } of mentions) {
    if (key) lose(key, claimRank)
    if (key && fictional) lose(key, FICTION)
  }
  edges.add(await writer.readLinks(mentions.map(({ id }) => id)), -1)
  await writer.deleteDocuments(change.removed)
  const facts = change.facts ? await writer.deleteFacts(change.facts.dataset) : []
  for (const key of facts) lose(key, `1:${change.facts?.dataset}`)
  return lost
}

/** Those whose description rests on words that are gone: only they are described anew from all that is left. */
async function losing(writer: GraphWriter, lost: Lost): Promise<ReadonlySet<string>> {
  const states = await writer.readInstruments([...lost.keys()])
  const rests = (state: DescribedInstrument, ranks: ReadonlySet<string>) =>
    [state.typeRank, state.titleRank, state.issuerRank].some((rank) => rank !== null && ranks.has(rank)) ||
    (state.fictional && ranks.has(FICTION)) ||
    (state.textHeld && [...ranks].some((rank) => rank.startsWith('0:')))
  return new Set(
    states.filter((state) => rests(state, lost.get(state.key) ?? new Set())).map(({ key }) => key),
  )
}

function ownFacts(documents: readonly IdentifiedDocument[]): Map<string, OwnFacts> {
  const unnumbered = documents.filter(({ own }) => isUnnumbered(own))
  return new Map(
    unnumbered.map(({ own, level, record }) => {
      const { number, date } = record.header
      return [own, { number, date, place: record.place, level }]
    }),
  )
}

/** Instruments that neither a text, a fact nor a full citation vouches for any more. */
async function ungrounded(
  writer: GraphWriter,
  lost: Lost,
  claims: readonly { readonly key: string }[],
): Promise<Set<string>> {
  const named = new Set(claims.map((claim) => claim.key))
  const grounds = await writer.readGrounds([...lost.keys()].filter((key) => !named.has(key)))
  return new Set(grounds.filter(({ grounded }) => !grounded).map(({ key }) => key))
}

interface InstrumentChange {
  readonly described: ReadonlyMap<string, Description>
  readonly resolved: readonly ResolvedMention[]
  readonly documents: readonly IdentifiedDocument[]
  readonly meanings: Meanings
}

/** Writes descriptions that changed, placeholders for what mentions mean, and the organs that issued them. */
async function writeInstruments(writer: GraphWriter, change: InstrumentChange): Promise<void> {
  const { described, resolved } = change
  const changed = [...described.values()].filter((state) => state.changed)
  const pending = resolved.filter(({ resolution }) => resolution.state === 'PENDING')
  const placeholders = new Set(pending.flatMap(({ resolution }) => resolution.key ?? []))
  const blank = [...placeholders].filter((key) => !described.has(key)).map((key) => ({ ...UNDESCRIBED, key }))
  const rows = changed.map(instrumentRow)
  const [born, known] = [
    rows.filter((_, i) => isBorn(changed[i])),
    rows.filter((_, i) => !isBorn(changed[i])),
  ]
  await writer.createInstruments(withOpenMentions(born, change))
  await writer.writeInstruments(known)
  await writer.writePlaceholders(blank.map(instrumentRow))
  const idle = await writer.clearIssuers(known.map(({ key }) => key))
  await writer.writeAuthorities(rows.flatMap(issuerRow))
  await writer.settleAuthorities(idle)
}

type InstrumentRow = ReturnType<typeof instrumentRow>

/** An instrument that comes with its text has as many open citations as that; see count-open-mentions.cypher. */
function withOpenMentions(rows: readonly InstrumentRow[], { documents, meanings }: InstrumentChange) {
  const open = new Map<string, number>()
  for (const { own, mentions } of documents) {
    const count = mentions.filter(({ id }) => meanings.get(id)?.state !== 'RESOLVED').length
    open.set(own, (open.get(own) ?? 0) + count)
  }
  return rows.map(({ key, properties }) => {
    const openMentions = open.get(key)
    return { key, properties: openMentions === undefined ? properties : { ...properties, openMentions } }
  })
}

function issuerRow({ key, properties: { issuer, level, place } }: InstrumentRow) {
  return issuer === null ? [] : [{ key, ...authorityOf(issuer, level, place) }]
}

async function writeFacts(writer: GraphWriter, facts: Facts | null): Promise<void> {
  if (!facts) return
  await writer.writeFacts(factSubjects(facts), facts.dataset)
  await writer.writeEvents(
    facts.events.map((event) => eventRow(event, facts.dataset)),
    facts.dataset,
  )
}

function eventRow({ instrument, by, ...properties }: EventRecord, dataset: string) {
  const words = JSON.stringify([dataset, instrument.key, by, properties])
  return {
    id: createHash('sha256').update(words).digest('hex').slice(0, 24),
    key: instrument.key,
    by,
    properties,
  }
}

async function writeDocuments(
  writer: GraphWriter,
  documents: readonly IdentifiedDocument[],
  meanings: Meanings,
): Promise<void> {
  await writer.writeDocuments(documents.map((document) => documentRow(document, meanings)))
  await writer.writeNesting(documents.flatMap(nestingRows))
  await writer.writeStatements(documents.flatMap(statementRows))
  await writer.writeCandidates([...meanings].map(([mention, { candidates }]) => ({ mention, candidates })))
}

/** Writes what held mentions mean now, as far as it differs. */
async function writeMeanings(writer: GraphWriter, again: readonly Again[]): Promise<void> {
  const moved = again.filter(isMoved)
  await writer.clearTargets(moved.map(({ held }) => held.id))
  await writer.writeResolutions(
    again.map(({ held, resolution }) => ({ mention: held.id, ...meaning(resolution) })),
  )
  await writer.writeTargets(
    moved.flatMap(({ held, resolution: { key } }) => (key === null ? [] : [{ mention: held.id, key }])),
  )
  const candidates = again.map((one) => candidateChange(one))
  await writer.deleteCandidates(candidates.map(({ mention, stale }) => ({ mention, keys: stale })))
  await writer.writeCandidates(candidates)
}

/** Candidates that are new or are weighed otherwise, and those to be taken away before. */
function candidateChange({ held, resolution }: Again) {
  const words = (candidate: ScoredCandidate) =>
    JSON.stringify([candidate.key, candidate.score, candidate.reasons])
  const [before, now] = [new Set(held.candidates.map(words)), new Set(resolution.candidates.map(words))]
  return {
    mention: held.id,
    stale: held.candidates.filter((candidate) => !now.has(words(candidate))).map(({ key }) => key),
    candidates: resolution.candidates.filter((candidate) => !before.has(words(candidate))),
  }
}

async function deleteUnspoken(writer: GraphWriter, keys: readonly string[]): Promise<void> {
  const grounds = await writer.readGrounds([...new Set(keys)])
  const unspoken = grounds.filter(({ grounded, meant }) => !grounded && !meant).map(({ key }) => key)
  const idle = await writer.clearIssuers(unspoken)
  await writer.deleteInstruments(unspoken)
  await writer.settleAuthorities(idle)
}
