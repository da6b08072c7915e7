// Mentions that state number and date, weighed against curated tables: what they mean, and what that changes
// when a table comes, goes or is replaced. Tables are not described by mentions, so there is no circle.

import type { FactRow, GraphWriter, StatedMention } from '../graph/writer.ts'
import { type CandidateFacts, type Resolution, settleStated } from '../legal/identity.ts'
import { type Facts, factRows } from './facts.ts'
import type { IdentifiedDocument, IdentifiedMention } from './identify.ts'
import type { ResolvedMention } from './resolver.ts'

/** Mention id → what it means, for mentions that state number and date. */
export type Settled = ReadonlyMap<string, Resolution>

/** What curated tables know of each number or name, once a change is done. */
export type KnownFacts = ReadonlyMap<string, readonly CandidateFacts[]>

/**
 * Gathers what tables know of these numbers and names.
 * @param change a table that takes the place of what it said before
 */
export async function knownFacts(
  graph: Pick<GraphWriter, 'readFacts'>,
  lookups: readonly string[],
  change: Facts | null,
): Promise<KnownFacts> {
  const held = (await graph.readFacts(lookups)).filter(({ dataset }) => dataset !== change?.dataset)
  const wanted = new Set(lookups)
  const rows = [...held, ...(change ? factRows(change) : [])].sort(byDataset)
  const known = new Map<string, Map<string, CandidateFacts>>()
  for (const row of rows) {
    const candidate = candidateOf(row)
    for (const lookup of [row.lookup, row.nameLookup])
      if (candidate && lookup && wanted.has(lookup)) add(known, lookup, candidate)
  }
  return new Map([...known].map(([lookup, candidates]) => [lookup, [...candidates.values()]]))
}

/** The table whose name comes first is asked first, as in descriptions. */
function add(
  known: Map<string, Map<string, CandidateFacts>>,
  lookup: string,
  candidate: CandidateFacts,
): void {
  const candidates = known.get(lookup) ?? new Map<string, CandidateFacts>()
  const before = candidates.get(candidate.key)
  candidates.set(candidate.key, {
    ...candidate,
    type: before?.type ?? candidate.type,
    title: before?.title ?? candidate.title,
    issuer: before?.issuer ?? candidate.issuer,
    effective: before?.effective ?? candidate.effective,
  })
  known.set(lookup, candidates)
}

function byDataset(a: FactRow, b: FactRow): number {
  return a.dataset < b.dataset ? -1 : a.dataset > b.dataset ? 1 : 0
}

function candidateOf({ key, type, date, issuer, title, effective }: FactRow): CandidateFacts | null {
  return date === null ? null : { key, type, date, issuer, title, effective }
}

/** The numbers and names under which tables tell of instruments. */
export function lookupsOfFacts(rows: readonly Pick<FactRow, 'lookup' | 'nameLookup'>[]): string[] {
  return [...new Set(rows.flatMap(({ lookup, nameLookup }) => [lookup, nameLookup]))].filter(
    (lookup) => lookup !== null,
  )
}

/** The numbers and names under which tables are asked for the mentions of new texts. */
export function statedLookups(documents: readonly IdentifiedDocument[]): string[] {
  const lookups = documents.flatMap(({ mentions }) =>
    mentions.flatMap(({ identity }) => (identity.stated && identity.lookup ? identity.lookup : [])),
  )
  return [...new Set(lookups)]
}

/** Settles the mentions of new texts that state number and date, or that a curator settled. */
export function settleNew(documents: readonly IdentifiedDocument[], known: KnownFacts): Settled {
  return new Map(
    documents.flatMap(({ mentions }) =>
      mentions.flatMap((mention) => {
        const resolution = settle(mention, known)
        return resolution ? [[mention.id, resolution] as const] : []
      }),
    ),
  )
}

function settle({ identity, citation }: IdentifiedMention, known: KnownFacts): Resolution | null {
  if (!identity.stated) return null
  const { key, lookup, basis } = identity
  const { type, issuer, title, number, date } = citation
  if (lookup === null || date === null) return { state: 'RESOLVED', key, reasons: [basis], candidates: [] }
  return settleStated({ key, number, date, type, issuer, title }, known.get(lookup) ?? [])
}

/** Settles mentions that the graph holds; the same decision as for a new one. */
export function settleHeld(mentions: readonly StatedMention[], known: KnownFacts): ResolvedMention[] {
  return mentions.map((mention) => ({
    mention: mention.id,
    resolution: settleStated({ ...mention, key: mention.statedKey }, known.get(mention.statedLookup) ?? []),
  }))
}
