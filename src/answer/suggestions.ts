// What was probably meant by mentions whose number is no one's, or someone's with another subject.

import type { GraphStore } from '../graph/store.ts'
import { nearLookups, type OpenMention, type Suggestion, suggestionsFor } from '../legal/suggestion.ts'

/** For each mention in order, what was probably meant; nothing for mentions that are settled. */
export async function suggestionsOf(store: GraphStore, mentions: readonly string[]): Promise<Suggestion[][]> {
  const found = mentions.length > 0 ? await store.openMentions([...new Set(mentions)]) : []
  const open = new Map(
    found.map(({ id, lookup, ...said }) => [id, { ...said, place: placeIn(lookup), otherDate: null }]),
  )
  const suggested = await suggest(store, open)
  return mentions.map((id) => suggested.get(id) ?? [])
}

/** Mentions of different words for which near numbers are looked up: each has up to 90. */
const MOST_LOOKED_UP = 500

/** Looks near numbers up for all mentions in one question; of a text with more slips than that, for the first ones. */
export async function suggest(
  store: GraphStore,
  open: ReadonlyMap<string, OpenMention>,
): Promise<Map<string, Suggestion[]>> {
  const alike = Map.groupBy(open.keys(), (id) => JSON.stringify(open.get(id)))
  const asked = [...alike.values()].slice(0, MOST_LOOKED_UP).flatMap((ids) => {
    const mention = open.get(ids[0] ?? '')
    return mention ? [{ ids, mention, lookups: nearLookups(mention) }] : []
  })
  const all = [...new Set(asked.flatMap(({ lookups }) => lookups))]
  const rows = all.length > 0 ? await store.datedInstruments(all) : []
  const byLookup = Map.groupBy(rows, ({ lookup }) => lookup)
  return new Map(
    asked.flatMap(({ ids, mention, lookups }) => {
      const near = lookups.flatMap((lookup) => byLookup.get(lookup) ?? [])
      const suggestions = suggestionsFor(
        mention,
        near.map(({ candidate }) => candidate),
      )
      return ids.map((id) => [id, suggestions] as const)
    }),
  )
}

/** "407qdtu@binh-dinh" → binh-dinh. */
function placeIn(lookup: string | null): string | null {
  return lookup?.split('@')[1] ?? null
}
