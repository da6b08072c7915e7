// Resolves mentions that do not state their date, against the instruments as they will stand after a change.

import type { GraphWriter, UndatedMention } from '../graph/writer.ts'
import { type CandidateFacts, type MentionFacts, type Resolution, resolveMention } from '../legal/identity.ts'
import { lookupOfKey, parseKey, yearLeftOut } from '../legal/key.ts'
import { type Decisions, lookupsOf, withAliases } from './assert-decisions.ts'
import { type Description, nameOf } from './describe.ts'
import type { IdentifiedDocument, IdentifiedMention, OpenIdentity } from './identify.ts'
import type { KnownFacts, Settled } from './settle.ts'

export interface ResolvedMention {
  readonly mention: string
  readonly resolution: Resolution
}

export type Resolver = (lookup: string, mention: MentionFacts) => Resolution

/** The numbers and names whose instruments came, went, or are described otherwise than before. */
export function changedLookups(
  described: ReadonlyMap<string, Description>,
  gone: ReadonlySet<string>,
  decisions: Decisions,
): string[] {
  const lookups = [...described.values()].flatMap((state) =>
    (state.changed || gone.has(state.key)) && parseKey(state.key)?.date
      ? [...lookupsOf(state.key, decisions), nameOf(state), state.formerName]
      : [],
  )
  return [...new Set(lookups)].filter((lookup) => lookup !== null).sort()
}

/** The numbers and names under which instruments are looked up for these mentions. */
export function openLookups(
  mentions: readonly Pick<OpenIdentity, 'lookup' | 'statedInDocument'>[],
  decisions: Decisions,
): string[] {
  const lookups = mentions.flatMap(({ lookup, statedInDocument }) => [
    lookup,
    ...statedInDocument.flatMap((key) => lookupOfKey(decisions.canonical(key)) ?? []),
  ])
  return withAliases(lookups, decisions)
}

/** Gathers the candidates of every number and name that is to be looked up. */
export async function createResolver(
  graph: Pick<GraphWriter, 'readCandidates'>,
  lookups: readonly string[],
  described: ReadonlyMap<string, Description>,
  gone: ReadonlySet<string>,
  facts: KnownFacts,
  decisions: Decisions,
): Promise<Resolver> {
  const candidates = new Map<string, Map<string, CandidateFacts>>(
    lookups.map((lookup) => [lookup, new Map()]),
  )
  const starts = new Map([...facts.values()].flat().map(({ key, effective }) => [key, effective]))
  for (const { lookup, candidate } of await graph.readCandidates(lookups)) {
    const { key, effective } = candidate
    if (!starts.has(key)) starts.set(key, effective)
    if (!gone.has(key)) candidates.get(lookup)?.set(key, { ...candidate, effective: starts.get(key) ?? null })
  }
  for (const state of described.values()) {
    const { key, type, title, issuer, formerName } = state
    const date = parseKey(key)?.date
    if (formerName) candidates.get(formerName)?.delete(key)
    if (!date || gone.has(key)) continue
    const candidate = { key, type, title, issuer, date, effective: starts.get(key) ?? null }
    for (const lookup of [lookupOfKey(key), nameOf(state)]) candidates.get(lookup ?? '')?.set(key, candidate)
  }
  addAliases(candidates, decisions)
  const isKnown = (key: string) => candidates.get(lookupOfKey(key) ?? '')?.has(key) ?? false
  const known = (keys: readonly string[]) =>
    [...new Set(keys.map(decisions.canonical))].filter(isKnown).sort()
  return remembered((lookup, mention) =>
    resolveMention({ ...mention, statedInDocument: known(mention.statedInDocument) }, [
      ...(candidates.get(lookup)?.values() ?? []),
    ]),
  )
}

/** A text may cite one thing a thousand times in the same words: each is weighed once. */
function remembered(resolve: Resolver): Resolver {
  const answers = new Map<string, Resolution>()
  return (lookup, mention) => {
    const asked = JSON.stringify([lookup, mention])
    const answer = answers.get(asked) ?? resolve(lookup, mention)
    answers.set(asked, answer)
    return answer
  }
}

/** An instrument is known by the numbers of the keys that were merged into it as well. */
function addAliases(
  candidates: ReadonlyMap<string, Map<string, CandidateFacts>>,
  decisions: Decisions,
): void {
  for (const alias of decisions.merged) {
    const home = decisions.canonical(alias)
    const candidate = candidates.get(lookupOfKey(home) ?? '')?.get(home)
    if (candidate) candidates.get(lookupOfKey(alias) ?? '')?.set(home, candidate)
  }
}

/** The facts by which a mention of a new text is resolved; they are kept on it for resolving it again. */
export function factsOf(
  mention: IdentifiedMention,
  document: IdentifiedDocument,
): (MentionFacts & { lookup: string }) | null {
  const { citation, identity, namedOn } = mention
  if (identity.stated) return null
  const stated = identity.statedInDocument
  return {
    lookup: identity.lookup,
    type: citation.type,
    issuer: citation.issuer,
    title: citation.title,
    year: citation.year ?? yearLeftOut(citation.number ?? ''),
    citedOn: namedOn ?? document.record.header.date,
    citedFrom: document.latestCited,
    byName: identity.byName,
    numberContradicted: citation.flags.includes('YEAR_AGAINST_LEGISLATURE'),
    statedInDocument: namedOn ? stated.filter((key) => (parseKey(key)?.date ?? '') <= namedOn) : stated,
    placeholder: identity.placeholder,
  }
}

/** Resolves the mentions of new texts; those that state number and date are settled already. */
export function resolveNew(
  documents: readonly IdentifiedDocument[],
  settled: Settled,
  resolve: Resolver,
): ResolvedMention[] {
  return documents.flatMap((document) =>
    document.mentions.map((mention) => {
      const facts = factsOf(mention, document)
      const resolution = settled.get(mention.id) ?? (facts && resolve(facts.lookup, facts))
      if (!resolution) throw new Error('a mention is neither stated nor open')
      return { mention: mention.id, resolution }
    }),
  )
}

/** Resolves mentions that the graph holds; the same decision as for a new one. */
export function resolveHeld(mentions: readonly UndatedMention[], resolve: Resolver): ResolvedMention[] {
  return mentions.map((mention) => ({ mention: mention.id, resolution: resolve(mention.lookup, mention) }))
}
