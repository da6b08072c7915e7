// Text → citations: what others import. Pure; linear in the length of the text; never throws.

import { nameEntries, type Source, toCitation, toEffect, toStatedRelation, withAmended } from './assemble.ts'
import { readDate } from './date.ts'
import { readEffects } from './effect.ts'
import { findMentions } from './find.ts'
import { readHeader } from './header.ts'
import type { Mention } from './mention.ts'
import { type CleanText, fold, normalizeText } from './normalize.ts'
import { shareAcrossLists } from './refine.ts'
import { relateMentions } from './relation.ts'
import { looksSound } from './soundness.ts'
import { type Placed, placeMentions } from './structure.ts'
import { type RepairedText, repairTextLayer } from './text-layer/index.ts'
import type { Citation, Extraction, Header } from './types.ts'

export { quoteAround } from './quote.ts'
export type * from './types.ts'
export { FLAGS, RELATIONS } from './types.ts'

/** Changes whenever the same text may give other citations. */
export const EXTRACTOR_VERSION = '5'

/**
 * Reads every citation of another instrument in a Vietnamese official text, with the text's own header,
 * the relations it states between cited instruments, and its clauses on force. Offsets are UTF-16 units
 * into `text`; citations are sorted by start. Odd text gives fewer citations, never an error.
 */
export function extractCitations(text: string): Extraction {
  const source = openSource(text)
  const { clean } = source
  const header = readHeader(clean, source.layout)
  const { mentions, amending } = findMentions(clean, ownNumberOf(clean, header))
  const placed = placeMentions(clean, mentions)
  const { related, links } = relateMentions(clean, placed)
  const shared = shareAcrossLists(clean, placed)
  const read = placed.flatMap((one, i) => {
    const relation = related[i]
    return relation ? [{ placed: one, related: relation, shared: shared[i] ?? {} }] : []
  })
  const entries = withAmended(read, amending)
  const ids = nameEntries(entries)
  const idAt = (index: number): string => ids.get(placed[index] as Placed) ?? ''
  return {
    header,
    citations: entries.map((entry) => toCitation(source, entry, ids, header)),
    relations: links.map((link) => toStatedRelation(source, link, idAt)),
    effects: readEffects(clean, placed).map((effect) => toEffect(source, effect, idAt)),
  }
}

// A damaged text layer is repaired before it is read; offsets lead back to the text as given.
function openSource(text: string): Source {
  const given = looksSound(text) ? normalizeText(text) : null
  const sound = given?.lostGlyphs === false ? given : null
  const repaired = sound ? asGiven(text) : repairTextLayer(text)
  const clean = sound ?? normalizeText(repaired.text)
  return {
    text,
    layout: repaired.text,
    clean,
    span: (start, end) => ({
      start: repaired.toOriginal(clean.start(start)),
      end: repaired.toOriginal(clean.end(end)),
    }),
    isRepaired: (start, end) =>
      repaired.damage.length > 0 && repaired.isGuessed(clean.start(start), clean.end(end)),
  }
}

const asGiven = (text: string): RepairedText => ({
  text,
  damage: [],
  toOriginal: (offset) => offset,
  isGuessed: () => false,
})

// The document's own number is no citation; the same number of another day is another instrument's.
function ownNumberOf(clean: CleanText, header: Header): (mention: Mention) => boolean {
  const own = header.number && keyOf(header.number)
  return ({ number, end }) => {
    if (!own || number === null || number.charAt(0) !== own.charAt(0) || keyOf(number) !== own) return false
    const date = header.date && readDate(clean.folded, end)?.iso
    return !date || date === header.date
  }
}

const keyOf = (number: string): string => fold(number).replace(/\s/g, '')

/** number@date as far as the citation's own words give it; the number alone else; null where it has none. */
export function citationKey(citation: Pick<Citation, 'number' | 'date'>): string | null {
  if (citation.number === null) return null
  return citation.date === null ? citation.number : `${citation.number}@${citation.date}`
}
