// Text → citations: what others import. Pure; linear in the length of the text; never throws.

import { readEffects } from './effect.ts'
import { readHeader } from './header.ts'
import type { Mention } from './mention.ts'
import { type CleanText, normalizeText } from './normalize.ts'
import { joined } from './pattern.ts'
import { shareAcrossLists } from './refine.ts'
import { type Related, relateMentions } from './relation.ts'
import { findNumbered } from './rules/numbered.ts'
import { findByWord } from './rules/words.ts'
import { type Placed, placeMentions } from './structure.ts'
import type { Citation, EffectClause, Extraction, Flag, Header, Span } from './types.ts'

export { quoteAround } from './quote.ts'
export type * from './types.ts'
export { FLAGS, RELATIONS } from './types.ts'

/** Changes whenever the same text may give other citations. */
export const EXTRACTOR_VERSION = '1'

/**
 * Reads every citation of another instrument in a Vietnamese official text, with the text's own header,
 * the relations it states between cited instruments, and its clauses on force. Offsets are UTF-16 units
 * into `text`; citations are sorted by start. Odd text gives fewer citations, never an error.
 */
export function extractCitations(text: string): Extraction {
  const clean = normalizeText(text)
  const header = readHeader(clean)
  const mentions = findMentions(clean).filter((mention) => !isOwnNumber(mention, header))
  const placed = placeMentions(clean, mentions)
  const { related, links } = relateMentions(clean, placed)
  const shared = shareAcrossLists(clean, placed)
  const id = (index: number): string => `c${index + 1}`
  const index = new Map(placed.map((one, i) => [one, i]))
  const citations = placed.map((one, i): Citation => {
    const outer = one.outer ? id(index.get(one.outer) as number) : null
    return {
      id: id(i),
      ...describe(clean, one, related[i] as Related, shared[i] ?? {}, header),
      relationFrom: outer ?? 'document',
      nestedIn: outer,
    }
  })
  return {
    header,
    citations,
    relations: links.map((link) => ({
      from: id(link.from),
      to: id(link.to),
      relation: link.relation,
      text: joined(clean.text.slice(link.start, link.end)),
    })),
    effects: readEffects(clean, placed).map(({ mention, date, kind, start, end }): EffectClause => {
      const span = toSpan(clean, start, end)
      return {
        kind,
        citation: mention === null ? null : id(mention),
        date,
        ...span,
        text: text.slice(span.start, span.end),
      }
    }),
  }

  function describe(
    clean: CleanText,
    one: Placed,
    { relation, cue, carried }: Related,
    share: { issuer?: string; title?: string },
    header: Header,
  ): Omit<Citation, 'id' | 'relationFrom' | 'nestedIn'> {
    const { mention } = one
    const span = toSpan(clean, mention.start, mention.end)
    const words = (at: { start: number; end: number } | null): string | null =>
      at ? joined(clean.text.slice(at.start, at.end)) : null
    const issuer = mention.issuer ?? words(one.issuer) ?? share.issuer ?? null
    const date = mention.date ?? one.date?.iso ?? null
    const flags: Flag[] = [...mention.flags]
    if (carried) flags.push('CUE_CARRIED')
    if (share.issuer && !words(one.issuer)) flags.push('ISSUER_SHARED')
    if (share.title && !one.title) flags.push('TITLE_SHARED')
    if (one.date?.impossible) flags.push('DATE_IMPOSSIBLE')
    if (date && header.date && date > header.date) flags.push('DATE_AFTER_DOCUMENT')
    return {
      kind: mention.kind,
      ...span,
      text: text.slice(span.start, span.end),
      surface: toSpan(clean, mention.start, one.surfaceEnd),
      type: mention.type,
      number: mention.number,
      numberAsWritten: mention.numberAsWritten,
      name: mention.name,
      date,
      year: mention.year ?? one.date?.year ?? null,
      issuer,
      title: words(one.title) ?? share.title ?? null,
      provision: one.provision ? joined(one.provision.text) : null,
      relation,
      cue: words(cue),
      rule: mention.rule,
      confidence: mention.confidence,
      flags,
    }
  }
}

function findMentions(clean: CleanText): Mention[] {
  const numbered = findNumbered(clean)
  let next = 0
  const taken = (at: number): boolean => {
    while (next < numbered.length && (numbered[next] as Mention).end <= at) next++
    return next < numbered.length && (numbered[next] as Mention).start <= at
  }
  const words = findByWord(clean, taken)
  return withoutOverlaps([...numbered, ...words].sort((a, b) => a.start - b.start || b.end - a.end))
}

// Where two overlap, the numbered one stays.
function withoutOverlaps(sorted: readonly Mention[]): Mention[] {
  const kept: Mention[] = []
  for (const mention of sorted) {
    const last = kept.at(-1)
    if (!last || mention.start >= last.end) kept.push(mention)
    else if (mention.kind === 'numbered' && last.kind !== 'numbered') kept[kept.length - 1] = mention
  }
  return kept
}

function isOwnNumber(mention: Mention, header: Header): boolean {
  return mention.number !== null && header.number !== null && same(mention.number, header.number)
}

const same = (a: string, b: string): boolean =>
  a.toUpperCase().replace(/Ð/g, 'Đ') === b.toUpperCase().replace(/Ð/g, 'Đ')

function toSpan(clean: CleanText, start: number, end: number): Span {
  return { start: clean.start(start), end: clean.end(end) }
}

/** number@date as far as the mention's own words give it; the number alone else; null where it has none. */
export function citationKey(citation: Pick<Citation, 'number' | 'date'>): string | null {
  if (citation.number === null) return null
  return citation.date === null ? citation.number : `${citation.number}@${citation.date}`
}
