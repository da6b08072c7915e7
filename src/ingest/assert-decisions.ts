// What the standing assertions decide of identity: which keys are one instrument, what single mentions mean, whose text
// a text is. Pure: the same set of assertions gives the same decisions.

import type { Span } from '../citation/types.ts'
import type { Assertion, MentionPlace } from '../legal/assertion.ts'
import { lookupOfKey } from '../legal/key.ts'

/** What staff say that one mention means. */
export interface Decided {
  /** Id of the assertion. */
  readonly assertion: string
  /** `null`: nothing that is known. */
  readonly key: string | null
}

/** A mention, as far as its place goes. */
interface PlacedMention extends Span {
  readonly id: string
}

export interface Decisions {
  /** The key of the instrument that a key means: itself, unless it was merged into another. */
  canonical(key: string): string
  /** Keys that were merged into others. */
  readonly merged: readonly string[]
  /** Keys that were merged into this one, through others or at once. */
  aliasesOf(key: string): readonly string[]
  /** Texts of which something was decided, and what was said to be meant. */
  readonly texts: readonly { readonly sha256: string; readonly key: string | null }[]
  /** What is decided of the mentions of a text, by their ids. */
  mentionsOf(sha256: string, mentions: readonly PlacedMention[]): ReadonlyMap<string, Decided>
  /** Whose text it is, given whose it says to be. */
  ownerOf(sha256: string, own: string): string
}

export function createDecisions(standing: readonly Assertion[]): Decisions {
  const into = mergers(standing)
  const canonical = (key: string) => follow(into, key)
  const aliases = Map.groupBy(into.keys(), canonical)
  const places = Map.groupBy(standing.flatMap(placesOf), ({ sha256 }) => sha256)
  const owners = new Map(standing.flatMap(ownersOf))
  return {
    canonical,
    merged: [...into.keys()],
    aliasesOf: (key) => aliases.get(key) ?? [],
    texts: [...[...places.values()].flat(), ...[...owners].map(([sha256, key]) => ({ sha256, key }))],
    mentionsOf(sha256, mentions) {
      const found = decide(places.get(sha256) ?? [], mentions)
      return new Map([...found].map(([id, one]) => [id, { ...one, key: one.key && canonical(one.key) }]))
    },
    ownerOf: (sha256, own) => canonical(owners.get(sha256) ?? own),
  }
}

function mergers(standing: readonly Assertion[]): ReadonlyMap<string, string> {
  return new Map(
    standing.flatMap(({ content }) =>
      content.kind === 'MERGE' ? content.keys.map((key) => [key, content.into] as const) : [],
    ),
  )
}

/** Through as many mergers as there are; a merger that would close a circle is refused when it is asserted. */
function follow(into: ReadonlyMap<string, string>, key: string): string {
  let found = key
  for (let steps = 0; steps < into.size; steps++) {
    const next = into.get(found)
    if (next === undefined) break
    found = next
  }
  return found
}

interface DecidedPlace extends MentionPlace, Decided {}

function placesOf({ id, content }: Assertion): DecidedPlace[] {
  if (content.kind === 'MENTION') return [{ ...content.place, assertion: id, key: content.instrument }]
  if (content.kind !== 'SPLIT') return []
  return content.mentions.map((place) => ({ ...place, assertion: id, key: content.into }))
}

function ownersOf({ content }: Assertion): (readonly [string, string])[] {
  return content.kind === 'SPLIT' ? content.documents.map((sha256) => [sha256, content.into] as const) : []
}

/**
 * Which mention each place means: the one that begins there; else, where a newer reader drew its bounds otherwise,
 * the only one that overlaps it and that no other place means.
 */
function decide(places: readonly DecidedPlace[], mentions: readonly PlacedMention[]): Map<string, Decided> {
  if (places.length === 0) return new Map()
  const starts = new Map(mentions.map((mention) => [mention.start, mention.id]))
  const exact = places.flatMap((place) => pair(starts.get(place.start), place))
  const taken = new Set(exact.map(([id]) => id))
  const moved = places
    .filter(({ start }) => !starts.has(start))
    .flatMap((place) => {
      const over = mentions.filter(({ start, end }) => start < place.end && place.start < end)
      return over.length === 1 && !taken.has(over[0]?.id ?? '') ? pair(over[0]?.id, place) : []
    })
  // of two places that a newer reader made one mention, the assertion whose id comes first decides
  return new Map([...moved.sort((a, b) => (a[1].assertion < b[1].assertion ? 1 : -1)), ...exact])
}

function pair(id: string | undefined, { assertion, key }: DecidedPlace): [string, Decided][] {
  return id === undefined ? [] : [[id, { assertion, key }]]
}

/** The numbers under which an instrument is looked up: its own, and those of the keys that were merged into it. */
export function lookupsOf(key: string, { aliasesOf }: Decisions): string[] {
  return [...new Set([key, ...aliasesOf(key)].flatMap((one) => lookupOfKey(one) ?? []))]
}

/** These numbers, and those that other keys of the same instruments bear. */
export function withAliases(lookups: readonly string[], decisions: Decisions): string[] {
  const all = new Set(lookups)
  for (const alias of decisions.merged) {
    const kin = lookupsOf(decisions.canonical(alias), decisions)
    if (kin.some((lookup) => all.has(lookup))) for (const lookup of kin) all.add(lookup)
  }
  return [...all]
}

/** What differs between two sets of decisions. */
export interface DecisionChange {
  /** Keys that mean another instrument than before. */
  readonly keys: readonly string[]
  /** sha256 of the texts of which something else is decided. */
  readonly texts: readonly string[]
}

/** @param changed the assertions that were made or withdrawn in between */
export function compare(before: Decisions, after: Decisions, changed: readonly Assertion[]): DecisionChange {
  const all = [...new Set([...before.merged, ...after.merged])]
  const keys = new Set(all.filter((key) => before.canonical(key) !== after.canonical(key)))
  const shifted = after.texts.filter(({ key }) => key !== null && keys.has(key))
  const spoken = [...changed.flatMap(placesOf), ...shifted].map(({ sha256 }) => sha256)
  const owned = changed.flatMap(ownersOf).map(([sha256]) => sha256)
  return { keys: [...keys], texts: [...new Set([...spoken, ...owned])] }
}
