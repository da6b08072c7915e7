// One change to the graph, and all that follows from it: which instrument each mention means, how instruments
// are described, which edges stand between them. The outcome is a function of the set of texts and facts
// alone, never of the order in which they came.

import { createHash } from 'node:crypto'
import type { GraphWriter } from '../graph/writer.ts'
import { UNDESCRIBED } from '../graph/writer.ts'
import { authorityOf } from '../legal/authority.ts'
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
import { EdgeBalance } from './edge-balance.ts'
import { type IdentifiedDocument, type IdentifiedMention, identify } from './identify.ts'
import {
  changedLookups,
  createResolver,
  factsOf,
  type ResolvedMention,
  resolveHeld,
  resolveNew,
} from './resolver.ts'
import type { Facts } from './save.ts'

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
  const described = await describe(writer, claims, lost, ownFacts(documents))
  const gone = await ungrounded(writer, lost, claims)
  const lookups = changedLookups(described, gone)
  const open = documents.flatMap(({ mentions }) =>
    mentions.flatMap(({ identity }) => (identity.stated ? [] : identity.lookup)),
  )
  const resolve = await createResolver(writer, [...new Set([...lookups, ...open])], described, gone)
  const held = await writer.readUndatedMentions(lookups)
  const again = resolveHeld(held, resolve)
  const fresh = resolveNew(documents, resolve)
  await writeInstruments(writer, described, gone, [...again, ...fresh])
  await writeFacts(writer, change.facts)
  edges.add(await writer.readLinks(again.map(({ mention }) => mention)), -1)
  await writer.clearTargets(again.map(({ mention }) => mention))
  await writeDocuments(writer, documents, fresh)
  await writeMeanings(writer, again, fresh)
  edges.add(await writer.readLinks([...again, ...fresh].map(({ mention }) => mention)), 1)
  await writer.writeEdges(edges.changes())
  await writer.countOpenMentions(
    await writer.readOwnInstruments([...again, ...fresh].map(({ mention }) => mention)),
  )
  await deleteUnspoken(writer, [...lost, ...held.flatMap(({ key }) => key ?? [])])
}

/** Removes texts and what a table said. @returns keys of all instruments that lost something */
async function takeOut(writer: GraphWriter, change: Change, edges: EdgeBalance): Promise<Set<string>> {
  const removed = await writer.readRemoved(change.removed)
  const mentions = removed.flatMap((document) => document.mentions)
  edges.add(await writer.readLinks(mentions.map(({ id }) => id)), -1)
  await writer.deleteDocuments(change.removed)
  const facts = change.facts ? await writer.deleteFacts(change.facts.dataset) : []
  return new Set([...removed.map(({ own }) => own), ...mentions.flatMap(({ key }) => key ?? []), ...facts])
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
  lost: ReadonlySet<string>,
  claims: readonly { readonly key: string }[],
): Promise<Set<string>> {
  const named = new Set(claims.map((claim) => claim.key))
  const grounds = await writer.readGrounds([...lost].filter((key) => !named.has(key)))
  return new Set(grounds.filter(({ grounded }) => !grounded).map(({ key }) => key))
}

/** Writes descriptions that changed, placeholders for what mentions mean, and the organs that issued them. */
async function writeInstruments(
  writer: GraphWriter,
  described: ReadonlyMap<string, Description>,
  gone: ReadonlySet<string>,
  resolved: readonly ResolvedMention[],
): Promise<void> {
  const changed = [...described.values()].filter((state) => state.changed && !gone.has(state.key))
  const pending = resolved.filter(({ resolution }) => resolution.state === 'PENDING')
  const placeholders = new Set(pending.flatMap(({ resolution }) => resolution.key ?? []))
  const blank = [...placeholders].filter((key) => !described.has(key)).map((key) => ({ ...UNDESCRIBED, key }))
  const rows = changed.map(instrumentRow)
  await writer.writeInstruments(rows)
  await writer.writePlaceholders(blank.map(instrumentRow))
  const idle = await writer.clearIssuers(changed.filter(({ existed }) => existed).map(({ key }) => key))
  const issued = rows.filter(({ properties }) => properties.issuer !== null)
  await writer.writeAuthorities(
    issued.map(({ key, properties: { issuer, level, place } }) => ({
      key,
      ...authorityOf(issuer ?? '', level, place),
    })),
  )
  await writer.deleteIdleAuthorities(idle)
}

async function writeFacts(writer: GraphWriter, facts: Facts | null): Promise<void> {
  if (!facts) return
  await writer.writeFacts(factSubjects(facts), facts.dataset)
  await writer.writeEvents(facts.events.map(eventRow), facts.dataset)
}

function eventRow({ instrument, by, ...properties }: EventRecord) {
  const words = JSON.stringify([instrument.key, by, properties])
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
  resolved: readonly ResolvedMention[],
): Promise<void> {
  const resolutions = new Map(resolved.map(({ mention, resolution }) => [mention, resolution]))
  await writer.writeDocuments(documents.map(documentRow))
  await writer.writeMentions(
    documents.flatMap((document) =>
      document.mentions.map((mention) => ({
        document: document.record.sha256,
        properties: { ...mentionProperties(mention, document), ...meaning(resolutions.get(mention.id)) },
      })),
    ),
  )
  await writer.writeNesting(documents.flatMap(nestingRows))
  await writer.writeStatements(documents.flatMap(statementRows))
}

function documentRow({ record, own, claimRank }: IdentifiedDocument) {
  const { header, sha256, extractor, fictional, place } = record
  return { sha256, own, properties: { ...header, place, extractor, fictional, claimRank } }
}

function mentionProperties(mention: IdentifiedMention, document: IdentifiedDocument) {
  const { citation, id, quote, claimRank, identity, place } = mention
  const { id: _order, surface, relationFrom: _from, nestedIn: _outer, ...words } = citation
  return {
    ...words,
    surfaceStart: surface.start,
    surfaceEnd: surface.end,
    ...factsOf(mention, document),
    id,
    quote,
    claimRank,
    stated: identity.stated,
    fictional: document.record.fictional && place !== null,
  }
}

function meaning(resolution: ResolvedMention['resolution'] | undefined) {
  return {
    key: resolution?.key ?? null,
    state: resolution?.state ?? null,
    reasons: resolution?.reasons ?? [],
  }
}

function nestingRows({ mentions }: IdentifiedDocument) {
  const ids = new Map(mentions.map(({ citation, id }) => [citation.id, id]))
  return mentions.flatMap(({ citation: { nestedIn, relationFrom }, id }) =>
    [...new Set([nestedIn, relationFrom])].flatMap((name) => {
      const outer = name === null ? undefined : ids.get(name)
      return outer ? [{ inner: id, outer, inside: name === nestedIn, doer: name === relationFrom }] : []
    }),
  )
}

function statementRows({ record, mentions }: IdentifiedDocument) {
  const ids = new Map(mentions.map(({ citation, id }) => [citation.id, id]))
  return record.relations.flatMap(({ from, to, relation, text }) => {
    const [a, b] = [ids.get(from), ids.get(to)]
    return a && b ? [{ from: a, to: b, relation, text }] : []
  })
}

async function writeMeanings(
  writer: GraphWriter,
  again: readonly ResolvedMention[],
  fresh: readonly ResolvedMention[],
): Promise<void> {
  const all = [...again, ...fresh]
  await writer.writeResolutions(again.map(({ mention, resolution }) => ({ mention, ...meaning(resolution) })))
  await writer.writeTargets(
    all.flatMap(({ mention, resolution: { key } }) => (key === null ? [] : [{ mention, key }])),
  )
  await writer.writeCandidates(
    all.flatMap(({ mention, resolution }) =>
      resolution.candidates.map((candidate) => ({ mention, ...candidate })),
    ),
  )
}

async function deleteUnspoken(writer: GraphWriter, keys: readonly string[]): Promise<void> {
  const grounds = await writer.readGrounds([...new Set(keys)])
  const unspoken = grounds.filter(({ grounded, meant }) => !grounded && !meant).map(({ key }) => key)
  const idle = await writer.clearIssuers(unspoken)
  await writer.deleteInstruments(unspoken)
  await writer.deleteIdleAuthorities(idle)
}
