// One change to the graph, and all that follows from it: which instrument each mention means, how instruments
// are described, which edges stand between them. The outcome is a function of the set of texts, facts and
// standing assertions alone, never of the order in which they came.

import { createHash } from 'node:crypto'
import type {
  Claim,
  DescribedInstrument,
  FactRow,
  GraphWriter,
  HeldMention,
  UndatedMention,
} from '../graph/writer.ts'
import { UNDESCRIBED } from '../graph/writer.ts'
import type { Assertion } from '../legal/assertion.ts'
import { authorityOf } from '../legal/authority.ts'
import type { Resolution, ScoredCandidate } from '../legal/identity.ts'
import { isUnnumbered, lookupOfKey } from '../legal/key.ts'
import type { DocumentRecord, EventRecord } from '../legal/records.ts'
import { createDecisions, type Decisions, lookupsOf } from './assert-decisions.ts'
import { settleAssertions } from './assert-settle.ts'
import { placeShift, type Shift, shiftedClaims, takeShift } from './assert-shift.ts'
import { claimsOf, type Description, describe, factClaims, instrumentRow, type OwnFacts } from './describe.ts'
import {
  documentRow,
  effectRows,
  linksOf,
  type Meanings,
  meaning,
  meaningsOf,
  nestingRows,
  statementRows,
} from './document-rows.ts'
import { EdgeBalance } from './edge-balance.ts'
import { type Facts, factRank, factRows, withCanonicalKeys } from './facts.ts'
import { type IdentifiedDocument, identify, type OpenIdentity } from './identify.ts'
import {
  changedLookups,
  createResolver,
  openLookups,
  type ResolvedMention,
  resolveHeld,
  resolveNew,
} from './resolver.ts'
import { knownFacts, lookupsOfFacts, settleHeld, settleNew, statedLookups } from './settle.ts'

export interface Change {
  /** sha256 of texts that go. */
  readonly removed: readonly string[]
  readonly added: readonly DocumentRecord[]
  /** A curated table that takes the place of what it said before. */
  readonly facts: Facts | null
  /** Ids of assertions that were just made. */
  readonly made?: readonly string[]
  /** Assertions that were just withdrawn. */
  readonly withdrawn?: readonly Assertion[]
}

/** Carries out a change within the writer's transaction. */
export async function rederive(
  writer: GraphWriter,
  { removed, added, facts: table, made = [], withdrawn = [] }: Change,
): Promise<void> {
  const change = { removed, facts: table && withCanonicalKeys(table) }
  const standing = await writer.readStandingAssertions()
  const decisions = createDecisions(standing)
  const documents = added.map((record) => identify(record, decisions))
  const edges = new EdgeBalance()
  const taken = await takeOut(writer, change, edges, decisions)
  const { lost } = taken
  const asserted = { standing, decisions, made: new Set(made), withdrawn }
  const shift = await takeShift(writer, asserted, (key, claim) => lose(lost, key, claim))
  const {
    known,
    told,
    again: resettled,
  } = await settleAgain(writer, documents, change.facts, taken, shift, decisions)
  const settled = settleNew(documents, known, decisions)
  const moved = resettled.filter(vouchesAnew)
  await letGo(writer, moved, lost)
  const claims = [
    ...documents.flatMap((document) => claimsOf(document, settled)),
    ...moved.flatMap(movedClaim),
    ...factClaims(change.facts, decisions),
    ...shiftedClaims(shift, decisions),
  ]
  const described = await describe(writer, claims, await losing(writer, lost), ownFacts(documents, shift))
  const gone = await ungrounded(writer, lost, claims)
  for (const key of gone) described.set(key, vanished(key, described.get(key)))
  const lookups = [...new Set([...changedLookups(described, gone, decisions), ...told])]
  const held = await heldOpen(writer, lookups, moved, shift)
  const open = [...held, ...openIdentities(documents)]
  const resolve = await createResolver(
    writer,
    openLookups(open, decisions),
    described,
    gone,
    known,
    decisions,
  )
  const again = [...resettled, ...differing(held, resolveHeld(held, resolve))]
  const fresh = resolveNew(documents, settled, resolve)
  const meanings = meaningsOf(fresh)
  await writeInstruments(writer, { described, resolved: [...again, ...fresh], documents, meanings })
  await writeFacts(writer, change.facts, decisions)
  await placeShift(writer, shift, decisions)
  await moveLinks(writer, again.filter(isMoved), shift, edges)
  await writeDocuments(writer, documents, meanings)
  await writeMeanings(writer, again)
  for (const document of documents) edges.add(linksOf(document, meanings), 1)
  await writer.writeEdges(edges.changes(), (key) => isBorn(described.get(key)))
  const present = documents.map(({ own }) => own).filter((key) => !isBorn(described.get(key)))
  const owns = await writer.readOwnInstruments(again.map(({ held }) => held.id))
  await writer.countOpenMentions([
    ...new Set([...present, ...owns, ...lost.keys(), ...shift.texts.map(({ home }) => home)]),
  ])
  await deleteUnspoken(writer, [
    ...lost.keys(),
    ...again.filter(isMoved).flatMap(({ held }) => held.key ?? []),
  ])
  await settleAssertions(writer, {
    ...asserted,
    shift,
    born: bornKeys(described, [...again, ...fresh]),
  })
}

/** Instruments that came into the graph, and placeholders that may have. */
function bornKeys(
  described: ReadonlyMap<string, Description>,
  resolved: readonly ResolvedMention[],
): ReadonlySet<string> {
  const born = [...described.values()].filter(isBorn).map(({ key }) => key)
  return new Set([
    ...born,
    ...resolved.flatMap(({ resolution: { state, key } }) => (state === 'PENDING' && key ? key : [])),
  ])
}

/** What tables know of the numbers and names in question, and the held mentions that mean something else by it. */
async function settleAgain(
  writer: GraphWriter,
  documents: readonly IdentifiedDocument[],
  facts: Facts | null,
  { lost, untold }: Taken,
  shift: Shift,
  decisions: Decisions,
) {
  const rows = facts ? [...untold, ...factRows(facts)] : []
  const homes = rows.flatMap(({ key }) => lookupsOf(decisions.canonical(key), decisions))
  const told = [...new Set([...lookupsOfFacts(rows), ...homes, ...shift.lookups])]
  const spoken = [...documents.map(({ own }) => own), ...lost.keys()].flatMap((key) => lookupOfKey(key) ?? [])
  const stated = shift.stated.flatMap(({ statedLookup }) => statedLookup ?? [])
  const lookups = [...new Set([...told, ...spoken, ...stated, ...statedLookups(documents)])]
  const known = await knownFacts(writer, lookups, facts, decisions)
  const held = uniqueById([...shift.stated, ...(await writer.readStatedMentions(told))])
  const again = differing(held, settleHeld(held, known, decisions))
  return { known, told, again: [...again, ...shift.decided] }
}

/** Each once; of two of one id, the first. */
function uniqueById<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return [...new Map([...list].reverse().map((one) => [one.id, one])).values()].reverse()
}

/** A mention whose own words, or staff, tell what it means. */
type Vouching = HeldMention &
  Omit<Claim, 'key' | 'rank' | 'textHeld'> & { readonly claimRank: string; readonly stated: boolean }

/** Whether a mention describes another instrument than before, or one where it described none. */
function vouchesAnew({ held, resolution }: Again<Vouching>): boolean {
  return resolution.key !== (held.stated ? held.key : null)
}

/** Mentions that come to mean another instrument describe the old one no more. */
async function letGo(writer: GraphWriter, moved: readonly Again<Vouching>[], lost: Map<string, Set<string>>) {
  await writer.clearTargets(moved.filter(isMoved).map(({ held }) => held.id))
  for (const { held } of moved) if (held.key && held.stated) lose(lost, held.key, held)
}

function movedClaim({ held, resolution: { key } }: Again<Vouching>): Claim[] {
  const { claimRank, type, title, issuer, fictional } = held
  return key === null ? [] : [{ key, rank: claimRank, type, title, issuer, fictional, textHeld: false }]
}

function vanished(key: string, before: Description | undefined): Description {
  const formerName = before?.formerName ?? null
  return { ...UNDESCRIBED, key, changed: true, existed: true, own: null, formerName }
}

/** Held mentions without a date that are to be resolved again: of these numbers, and beside mentions that moved. */
async function heldOpen(
  writer: GraphWriter,
  lookups: readonly string[],
  moved: readonly Again[],
  { reopened }: Shift,
): Promise<UndatedMention[]> {
  const beside = await writer.readUndatedBeside(moved.map(({ held }) => held.id))
  return uniqueById([...(await writer.readUndatedMentions(lookups)), ...beside, ...reopened])
}

function openIdentities(documents: readonly IdentifiedDocument[]): OpenIdentity[] {
  return documents.flatMap(({ mentions }) =>
    mentions.flatMap(({ identity }) => (identity.stated ? [] : identity)),
  )
}

/** A mention that the graph holds, and what it means now. */
interface Again<Held extends HeldMention = HeldMention> extends ResolvedMention {
  readonly held: Held
}

/** Those that mean something else than before, or mean it for other reasons. */
function differing<Held extends HeldMention>(
  held: readonly Held[],
  resolved: readonly ResolvedMention[],
): Again<Held>[] {
  const words = ({ key, state, reasons, candidates }: HeldMention | Resolution) =>
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
async function moveLinks(
  writer: GraphWriter,
  moved: readonly Again[],
  shift: Shift,
  edges: EdgeBalance,
): Promise<void> {
  const keys = new Map(moved.map(({ held, resolution }) => [held.id, resolution.key]))
  const owners = new Map(
    shift.texts.flatMap(({ mentions, home }) => mentions.map((id) => [id, home] as const)),
  )
  const keyNow = (mention: string, before: string | null) => {
    const now = keys.get(mention)
    return now === undefined ? before : now
  }
  const elsewhere = await writer.readLinks([...keys.keys()].filter((id) => !owners.has(id)))
  const links = [...shift.links, ...elsewhere]
  edges.add(links, -1)
  edges.add(
    links.map((link) => ({
      ...link,
      from:
        link.fromMention === null
          ? (owners.get(link.toMention) ?? link.from)
          : keyNow(link.fromMention, link.from),
      to: keyNow(link.toMention, link.to),
    })),
    1,
  )
}

/** Instruments that lost words, each with the ranks of the claims that are gone. */
type Lost = ReadonlyMap<string, ReadonlySet<string>>

/** What goes with a change. */
interface Taken {
  readonly lost: Map<string, Set<string>>
  /** What a table told before. */
  readonly untold: readonly Pick<FactRow, 'key' | 'lookup' | 'nameLookup'>[]
}

function lose(
  lost: Map<string, Set<string>>,
  key: string,
  { claimRank, fictional }: { readonly claimRank: string; readonly fictional: boolean },
): void {
  const ranks = lost.get(key) ?? new Set()
  lost.set(key, ranks.add(claimRank))
  if (fictional) ranks.add(FICTION)
}

/** Stands for a lost claim of a text that was invented. */
const FICTION = 'fiction'

/** Removes texts and what a table said. */
async function takeOut(
  writer: GraphWriter,
  change: Omit<Change, 'added'>,
  edges: EdgeBalance,
  { canonical }: Decisions,
): Promise<Taken> {
  const removed = await writer.readRemoved(change.removed)
  const mentions = removed.flatMap((document) => document.mentions)
  const lost = new Map<string, Set<string>>()
  for (const { own, sha256 } of removed) lose(lost, own, { claimRank: `0:${sha256}`, fictional: false })
  for (const mention of mentions) if (mention.key) lose(lost, mention.key, mention)
  edges.add(await writer.readLinks(mentions.map(({ id }) => id)), -1)
  await writer.deleteDocuments(change.removed)
  const untold = change.facts ? await writer.deleteFacts(change.facts.dataset) : []
  for (const { key } of untold) {
    const home = canonical(key)
    lose(lost, home, { claimRank: factRank(change.facts?.dataset ?? '', key, home), fictional: false })
  }
  return { lost, untold }
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

function ownFacts(documents: readonly IdentifiedDocument[], shift: Shift): Map<string, OwnFacts> {
  const added = documents.map(({ own, level, record: { header, place } }) => {
    return [own, { number: header.number, date: header.date, place, level }] as const
  })
  const shifted = shift.texts.map(({ home, number, date, place, level }) => {
    return [home, { number, date, place, level }] as const
  })
  return new Map([...added, ...shifted].filter(([own]) => isUnnumbered(own)))
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

async function writeFacts(writer: GraphWriter, facts: Facts | null, { canonical }: Decisions): Promise<void> {
  if (!facts) return
  await writer.writeFacts(factRows(facts).map((fact) => ({ home: canonical(fact.key), fact })))
  await writer.writeEvents(
    facts.events.map((event) => eventRow(event, facts.dataset, canonical)),
    facts.dataset,
  )
}

function eventRow(
  { instrument, by, ...properties }: EventRecord,
  dataset: string,
  canonical: (key: string) => string,
) {
  const words = JSON.stringify([dataset, instrument.key, by, properties])
  return {
    id: createHash('sha256').update(words).digest('hex').slice(0, 24),
    key: canonical(instrument.key),
    about: instrument.key,
    by,
    doers: by.map(canonical),
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
  await writer.writeEffects(documents.flatMap(effectRows))
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
