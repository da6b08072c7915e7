// Turns what was read in the clean text into the records that callers get: offsets into the text as
// given, ids in order of appearance, flags and confidence.

import type { EffectReading } from './effect.ts'
import type { CleanText } from './normalize.ts'
import { joined, rejoined } from './pattern.ts'
import { contradictsLegislature, contradictsSuffix } from './plausibility.ts'
import type { Shared } from './refine.ts'
import type { Link, Related } from './relation.ts'
import type { Amending } from './rules/amending.ts'
import type { Placed } from './structure.ts'
import type { Citation, EffectClause, Flag, Header, Span, StatedRelation } from './types.ts'

/** The text as given, and the way from clean offsets back to it. */
export interface Source {
  readonly text: string
  /** The text as repaired, with the blanks and tabs that lay it out. */
  readonly layout: string
  readonly clean: CleanText
  span(start: number, end: number): Span
  /** Whether a letter in this stretch of clean text was guessed. */
  isRepaired(start: number, end: number): boolean
}

/** All that was read of one mention. */
export interface Entry {
  readonly placed: Placed
  readonly related: Related
  readonly shared: Shared
}

/** The mentions with those that stand in the names of amending laws, in order of appearance. */
export function withAmended(entries: readonly Entry[], amending: readonly Amending[]): Entry[] {
  const amendedBy = new Map(amending.map((each) => [each.outer, each]))
  return entries.flatMap((entry) => {
    const { amended = [], relation = 'AMENDS' } = amendedBy.get(entry.placed.mention) ?? {}
    const related: Related = { relation, cue: null, carried: false }
    return [
      entry,
      ...amended.map((mention): Entry => ({ placed: inside(entry.placed, mention), related, shared: {} })),
    ]
  })
}

function inside(outer: Placed, mention: Placed['mention']): Placed {
  const { start, end } = mention
  return {
    mention,
    head: start,
    lead: start,
    provision: null,
    date: null,
    issuer: null,
    surfaceEnd: end,
    title: null,
    extent: end,
    outer,
  }
}

/** Ids by mention: "c1", "c2", … */
export function nameEntries(entries: readonly Entry[]): Map<Placed, string> {
  return new Map(entries.map(({ placed }, index) => [placed, `c${index + 1}`]))
}

/** The record of one citation. */
export function toCitation(source: Source, entry: Entry, ids: Map<Placed, string>, header: Header): Citation {
  const { placed, related } = entry
  const { mention } = placed
  const span = source.span(mention.start, mention.end)
  const outer = (placed.outer && ids.get(placed.outer)) ?? null
  const flags = flagsOf(source, entry, header)
  return {
    id: ids.get(placed) ?? '',
    kind: mention.kind,
    ...span,
    text: source.text.slice(span.start, span.end),
    surface: source.span(mention.start, Math.max(placed.surfaceEnd, mention.end)),
    type: mention.type,
    number: mention.number,
    numberAsWritten: mention.numberAsWritten,
    name: mention.name,
    date: dateOf(placed),
    year: mention.year ?? placed.date?.year ?? null,
    issuer: issuerOf(source, entry),
    title: wordsOf(source, placed.title) ?? entry.shared.title ?? null,
    provision: placed.provision && joined(placed.provision.text),
    relation: related.relation,
    relationFrom: outer ?? 'document',
    cue: wordsOf(source, related.cue),
    nestedIn: outer,
    rule: mention.rule,
    confidence: confidenceOf(mention.confidence, flags),
    flags,
  }
}

const dateOf = (placed: Placed): string | null => placed.mention.date ?? placed.date?.iso ?? null

const issuerOf = (source: Source, { placed, shared }: Entry): string | null =>
  placed.mention.issuer ?? wordsOf(source, placed.issuer) ?? shared.issuer ?? null

function wordsOf({ clean }: Source, at: Span | null): string | null {
  return at && rejoined(clean.text.slice(at.start, at.end))
}

function flagsOf(source: Source, entry: Entry, header: Header): Flag[] {
  const { placed, related, shared } = entry
  const date = dateOf(placed)
  const { number } = placed.mention
  const issuer = issuerOf(source, entry)
  const doubts: readonly (readonly [Flag, boolean])[] = [
    ['YEAR_AGAINST_LEGISLATURE', number !== null && contradictsLegislature(number)],
    ['SUFFIX_AGAINST_ISSUER', number !== null && issuer !== null && contradictsSuffix(number, issuer)],
    ['DATE_IMPOSSIBLE', placed.date?.impossible === true],
    ['DATE_AFTER_DOCUMENT', date !== null && header.date !== null && date > header.date],
    ['ISSUER_SHARED', shared.issuer !== undefined && !placed.issuer && !placed.mention.issuer],
    ['TITLE_SHARED', shared.title !== undefined && !placed.title],
    ['CUE_CARRIED', related.carried],
    ['TEXT_REPAIRED', source.isRepaired(placed.mention.start, placed.extent)],
  ]
  return [...placed.mention.flags, ...doubts.filter(([, holds]) => holds).map(([flag]) => flag)]
}

/** How much of its confidence a mention keeps for each doubt. */
const DOUBTS: Partial<Record<Flag, number>> = {
  TYPE_AGAINST_SYMBOL: 0.9,
  YEAR_AGAINST_LEGISLATURE: 0.85,
  SUFFIX_AGAINST_ISSUER: 0.9,
  DATE_IMPOSSIBLE: 0.9,
  DATE_AFTER_DOCUMENT: 0.9,
  CUE_CARRIED: 0.95,
  TEXT_REPAIRED: 0.9,
}

function confidenceOf(base: number, flags: readonly Flag[]): number {
  const kept = flags.reduce((sure, flag) => sure * (DOUBTS[flag] ?? 1), base)
  return Math.round(kept * 100) / 100
}

/** The record of a relation stated between two cited instruments. */
export function toStatedRelation(
  source: Source,
  link: Link,
  idAt: (index: number) => string,
): StatedRelation {
  const text = wordsOf(source, link) ?? ''
  return { from: idAt(link.from), to: idAt(link.to), relation: link.relation, text }
}

/** The record of a clause on force. */
export function toEffect(
  source: Source,
  effect: EffectReading,
  idAt: (index: number) => string,
): EffectClause {
  const { kind, date, mention } = effect
  const span = source.span(effect.start, effect.end)
  const citation = mention === null ? null : idAt(mention)
  return { kind, citation, date, ...span, text: source.text.slice(span.start, span.end) }
}
