// What was probably meant by mentions whose number is no one's, or someone's with another subject.

import type { GraphStore } from '../graph/store.ts'
import { nearLookups, type OpenMention, type Suggestion, suggestionsFor } from '../legal/suggestion.ts'

/** For each mention in order, what was probably meant; nothing for mentions that are settled. */
export async function suggestionsOf(store: GraphStore, mentions: readonly string[]): Promise<Suggestion[][]> {
  const found = mentions.length > 0 ? await store.openMentions([...new Set(mentions)]) : []
  const open = new Map(found.map(({ id, lookup, ...said }) => [id, { ...said, place: placeIn(lookup) }]))
  const suggested = await suggest(store, open)
  return mentions.map((id) => suggested.get(id) ?? [])
}

/** Looks near numbers up for all mentions in one question. */
export async function suggest(
  store: GraphStore,
  open: ReadonlyMap<string, OpenMention>,
): Promise<Map<string, Suggestion[]>> {
  const lookups = new Map([...open].map(([id, mention]) => [id, new Set(nearLookups(mention))]))
  const all = [...new Set([...lookups.values()].flatMap((near) => [...near]))]
  const rows = all.length > 0 ? await store.datedInstruments(all) : []
  return new Map(
    [...open].map(([id, mention]) => {
      const near = rows.filter(({ lookup }) => lookups.get(id)?.has(lookup))
      return [
        id,
        suggestionsFor(
          mention,
          near.map(({ candidate }) => candidate),
        ),
      ]
    }),
  )
}

/** "407qdtu@binh-dinh" → binh-dinh. */
function placeIn(lookup: string | null): string | null {
  return lookup?.split('@')[1] ?? null
}
