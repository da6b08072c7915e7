// The rows of a new text: its document, its mentions with what they mean, and what they say of whom.

import type { Link } from '../graph/writer.ts'
import { foldWords } from '../legal/fold.ts'
import { positionOf } from '../reader/index.ts'
import type { IdentifiedDocument, IdentifiedMention, StatedIdentity } from './identify.ts'
import { factsOf, type ResolvedMention } from './resolver.ts'

/** Mention id → what it means. */
export type Meanings = ReadonlyMap<string, ResolvedMention['resolution']>

export function meaningsOf(resolved: readonly ResolvedMention[]): Meanings {
  return new Map(resolved.map(({ mention, resolution }) => [mention, resolution]))
}

export function documentRow(document: IdentifiedDocument, meanings: Meanings) {
  const { record, own, ownKey, level, claimRank } = document
  const { header, sha256, extractor, fictional, place, pages = [] } = record
  const properties = { ...header, place, level, extractor, fictional, claimRank, ownKey }
  return {
    sha256,
    own,
    properties: { ...properties, pages: pages.length || null },
    mentions: document.mentions.map((mention) => mentionProperties(mention, document, meanings)),
  }
}

function mentionProperties(mention: IdentifiedMention, document: IdentifiedDocument, meanings: Meanings) {
  const { citation, id, quote, claimRank, identity, decided, place } = mention
  const { id: _order, surface, relationFrom: _from, nestedIn: _outer, ...words } = citation
  return {
    ...words,
    surfaceStart: surface.start,
    surfaceEnd: surface.end,
    ...pageOf(citation.start, document.record.pages ?? []),
    ...factsOf(mention, document),
    ...(identity.stated && statedProperties(identity)),
    id,
    quote,
    claimRank,
    stated: decided ? decided.key !== null : identity.stated,
    asserted: decided?.assertion ?? null,
    fictional: document.record.fictional && place !== null,
    ...meaning(meanings.get(id)),
  }
}

/** What the mention's own words give; kept, so that it can be told again when tables or decisions change. */
function statedProperties({ key, lookup, basis }: StatedIdentity) {
  return { statedKey: key, statedLookup: lookup, basis }
}

function pageOf(offset: number, pages: readonly number[]) {
  const { page, pageOffset } = positionOf({ pages, paragraphs: [] }, offset)
  return { page, pageOffset }
}

/** What a mention means, as its properties. */
export function meaning(resolution: ResolvedMention['resolution'] | undefined) {
  return {
    key: resolution?.key ?? null,
    state: resolution?.state ?? null,
    reasons: resolution?.reasons ?? [],
  }
}

export function nestingRows({ mentions }: IdentifiedDocument) {
  const ids = idsByName(mentions)
  return mentions.flatMap(({ citation: { nestedIn, relationFrom }, id }) =>
    [...new Set([nestedIn, relationFrom])].flatMap((name) => {
      const outer = name === null ? undefined : ids.get(name)
      return outer ? [{ inner: id, outer, inside: name === nestedIn, doer: name === relationFrom }] : []
    }),
  )
}

export function statementRows({ record, mentions }: IdentifiedDocument) {
  const ids = idsByName(mentions)
  return record.relations.flatMap(({ from, to, relation, text }) => {
    const [a, b] = [ids.get(from), ids.get(to)]
    return a && b ? [{ from: a, to: b, relation, text }] : []
  })
}

/** Clauses on force; what holds "kể từ ngày ký" holds from the document's own date. */
export function effectRows({ record, mentions }: IdentifiedDocument) {
  const ids = idsByName(mentions)
  return record.effects.flatMap(({ kind, citation, date, text, start, end }, i) => {
    const mention = citation === null ? null : ids.get(citation)
    if (mention === undefined) return []
    const day = date ?? (citation === null && ON_SIGNING.test(foldWords(text)) ? record.header.date : null)
    const id = `${record.sha256.slice(0, 16)}:e${String(i + 1).padStart(6, '0')}`
    return [{ document: record.sha256, mention, properties: { id, kind, date: day, text, start, end } }]
  })
}

const ON_SIGNING = /ngay (?:ky|ban hanh)/

function idsByName(mentions: readonly IdentifiedMention[]): ReadonlyMap<string, string> {
  return new Map(mentions.map(({ citation, id }) => [citation.id, id]))
}

/** The links that reading the text back from the graph would give; see read-links.cypher. */
export function linksOf(document: IdentifiedDocument, meanings: Meanings): Link[] {
  const { own, mentions } = document
  const keyOf = (mention: string) => meanings.get(mention)?.key ?? null
  const doers = new Map(
    nestingRows(document).flatMap(({ inner, outer, doer }) => (doer ? [[inner, outer] as const] : [])),
  )
  const told = mentions.map(({ id, citation: { relation } }): Link => {
    const doer = doers.get(id)
    const from = doer ? { from: keyOf(doer), fromMention: doer } : { from: own, fromMention: null }
    return { ...from, to: keyOf(id), toMention: id, relation }
  })
  const stated = statementRows(document).map(
    ({ from, to, relation }): Link => ({
      from: keyOf(from),
      fromMention: from,
      to: keyOf(to),
      toMention: to,
      relation,
    }),
  )
  return distinct([...told, ...stated])
}

/** Saying the same of the same two mentions again adds nothing. */
function distinct(links: readonly Link[]): Link[] {
  return [
    ...new Map(
      links.map((link) => [`${link.fromMention}\n${link.toMention}\n${link.relation}`, link]),
    ).values(),
  ]
}
