// Mentions that state number and date, weighed against curated tables: what they mean, and what that changes
// when a table comes, goes or is replaced. Tables are not described by mentions, so there is no circle.

import type { FactRow, GraphWriter, StatedMention } from '../graph/writer.ts'
import { type CandidateFacts, type Resolution, settleStated } from '../legal/identity.ts'
import { parseKey } from '../legal/key.ts'
import { type Decided, type Decisions, withAliases } from './assert-decisions.ts'
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
 * @param decisions which keys are one instrument
 */
export async function knownFacts(
  graph: Pick<GraphWriter, 'readFacts'>,
  lookups: readonly string[],
  change: Facts | null,
  decisions: Decisions,
): Promise<KnownFacts> {
  const wanted = new Set(withAliases(lookups, decisions))
  const held = (await graph.readFacts([...wanted])).filter(({ dataset }) => dataset !== change?.dataset)
  const rows = [...held, ...(change ? factRows(change) : [])].sort(byDataset)
  const starts = firstDays(rows, decisions)
  const known = new Map<string, Map<string, CandidateFacts>>()
  for (const row of rows) {
    const candidate = candidateOf(row, starts, decisions)
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
  })
  known.set(lookup, candidates)
}

function byDataset(a: FactRow, b: FactRow): number {
  if (a.dataset !== b.dataset) return a.dataset < b.dataset ? -1 : 1
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

/** Of each instrument, the first day in force that a table tells. */
function firstDays(rows: readonly FactRow[], { canonical }: Decisions): ReadonlyMap<string, string> {
  const starts = new Map<string, string>()
  for (const { key, effective } of rows) {
    const home = canonical(key)
    if (effective !== null && !starts.has(home)) starts.set(home, effective)
  }
  return starts
}

function candidateOf(
  { key, type, date, issuer, title }: FactRow,
  starts: ReadonlyMap<string, string>,
  { canonical }: Decisions,
): CandidateFacts | null {
  const home = canonical(key)
  const day = home === key ? date : (parseKey(home)?.date ?? null)
  return day === null
    ? null
    : { key: home, type, date: day, issuer, title, effective: starts.get(home) ?? null }
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
export function settleNew(
  documents: readonly IdentifiedDocument[],
  known: KnownFacts,
  decisions: Decisions,
): Settled {
  return new Map(
    documents.flatMap(({ mentions }) =>
      mentions.flatMap((mention) => {
        const resolution = settle(mention, known, decisions)
        return resolution ? [[mention.id, resolution] as const] : []
      }),
    ),
  )
}

function settle(
  { identity, citation, decided }: IdentifiedMention,
  known: KnownFacts,
  decisions: Decisions,
): Resolution | null {
  if (decided) return decidedResolution(decided)
  if (!identity.stated) return null
  const { key, lookup, basis } = identity
  return settleWords({ ...citation, statedKey: key, statedLookup: lookup, basis }, known, decisions)
}

/** What staff say stands above what the words tell. */
export function decidedResolution({ key }: Decided): Resolution {
  return { state: key === null ? 'PENDING' : 'RESOLVED', key, reasons: ['ASSERTED'], candidates: [] }
}

type StatedWords = Pick<
  StatedMention,
  'statedKey' | 'statedLookup' | 'basis' | 'number' | 'date' | 'type' | 'issuer' | 'title'
>

/** What the mention's own words mean; where staff say that its key is another instrument's, that one. */
function settleWords(mention: StatedWords, known: KnownFacts, { canonical }: Decisions): Resolution {
  const { statedKey: key, statedLookup, basis, date } = mention
  const home = canonical(key)
  if (home !== key) return { state: 'RESOLVED', key: home, reasons: [basis, 'MERGED'], candidates: [] }
  if (statedLookup === null || date === null)
    return { state: 'RESOLVED', key, reasons: [basis], candidates: [] }
  return settleStated({ ...mention, key, date }, known.get(statedLookup) ?? [])
}

/** Settles mentions that the graph holds; the same decision as for a new one. */
export function settleHeld(
  mentions: readonly StatedMention[],
  known: KnownFacts,
  decisions: Decisions,
): ResolvedMention[] {
  return mentions.map((mention) => ({
    mention: mention.id,
    resolution: settleWords(mention, known, decisions),
  }))
}
