// Resolves mentions that do not state their date, against the instruments as they will stand after a change.

import type { GraphWriter, UndatedMention } from '../graph/writer.ts'
import { type CandidateFacts, type MentionFacts, type Resolution, resolveMention } from '../legal/identity.ts'
import { parseKey } from '../legal/key.ts'
import type { Description } from './describe.ts'
import { type IdentifiedDocument, type IdentifiedMention, lookupOfKey } from './identify.ts'

export interface ResolvedMention {
  readonly mention: string
  readonly resolution: Resolution
}

export type Resolver = (lookup: string, mention: MentionFacts) => Resolution

/** The numbers whose instruments came, went, or are described otherwise than before. */
export function changedLookups(
  described: ReadonlyMap<string, Description>,
  gone: ReadonlySet<string>,
): string[] {
  const lookups = [...described.values()].flatMap(({ key, changed }) =>
    (changed || gone.has(key)) && parseKey(key)?.date ? (lookupOfKey(key) ?? []) : [],
  )
  return [...new Set(lookups)].sort()
}

/** Gathers the candidates of every number that is to be looked up. */
export async function createResolver(
  writer: GraphWriter,
  lookups: readonly string[],
  described: ReadonlyMap<string, Description>,
  gone: ReadonlySet<string>,
): Promise<Resolver> {
  const candidates = new Map<string, Map<string, CandidateFacts>>(
    lookups.map((lookup) => [lookup, new Map()]),
  )
  for (const { lookup, candidate } of await writer.readCandidates(lookups))
    if (!gone.has(candidate.key)) candidates.get(lookup)?.set(candidate.key, candidate)
  for (const { key, type, title, issuer } of described.values()) {
    const date = parseKey(key)?.date
    if (date && !gone.has(key))
      candidates.get(lookupOfKey(key) ?? '')?.set(key, { key, type, title, issuer, date })
  }
  return (lookup, mention) => resolveMention(mention, [...(candidates.get(lookup)?.values() ?? [])])
}

/** The facts by which a mention of a new text is resolved; they are kept on it for resolving it again. */
export function factsOf(
  mention: IdentifiedMention,
  document: IdentifiedDocument,
): (MentionFacts & { lookup: string }) | null {
  const { citation, identity } = mention
  if (identity.stated) return null
  return {
    lookup: identity.lookup,
    type: citation.type,
    issuer: citation.issuer,
    title: citation.title,
    year: citation.year,
    citedOn: document.record.header.date,
    numberContradicted: citation.flags.includes('YEAR_AGAINST_LEGISLATURE'),
    statedInDocument: identity.statedInDocument,
    placeholder: identity.placeholder,
  }
}

/** Resolves the mentions of new texts. */
export function resolveNew(documents: readonly IdentifiedDocument[], resolve: Resolver): ResolvedMention[] {
  return documents.flatMap((document) =>
    document.mentions.map((mention) => {
      const { identity, id } = mention
      if (identity.stated)
        return { mention: id, resolution: statedResolution(identity.key, identity.reasons) }
      const facts = factsOf(mention, document) as MentionFacts
      return { mention: id, resolution: resolve(identity.lookup, facts) }
    }),
  )
}

function statedResolution(key: string, reasons: readonly string[]): Resolution {
  return { state: 'RESOLVED', key, reasons, candidates: [] }
}

/** Resolves mentions that the graph holds; the same decision as for a new one. */
export function resolveHeld(mentions: readonly UndatedMention[], resolve: Resolver): ResolvedMention[] {
  return mentions.map((mention) => ({ mention: mention.id, resolution: resolve(mention.lookup, mention) }))
}
