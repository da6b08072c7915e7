// What reading a text yields: the citations in it, the header of the text itself, and what it says
// of two cited instruments. Plain, read-only records; offsets are UTF-16 units into the text as given.

/** What one instrument does to another: newer or citing → older or cited. */
export const RELATIONS = [
  'BASED_ON',
  'IMPLEMENTS',
  'CONTINUES',
  'REVIEWS',
  'AMENDS',
  'REPLACES',
  'REPEALS',
  'SUSPENDS',
  'CORRECTS',
  'GUIDES',
  'PROMULGATES',
  'PROPOSED_BY',
  'COORDINATES',
  'ACCORDING_TO',
  'CITES',
] as const
export type Relation = (typeof RELATIONS)[number]

export interface Span {
  readonly start: number
  readonly end: number
}

export type CitationKind = 'numbered' | 'named' | 'short'

/** What the reader is unsure of, or repaired; one code a doubt. */
export const FLAGS = [
  'NUMBER_REPAIRED', // the number's spelling was mended: "35 CT/TW" → 35-CT/TW
  'NUMBER_COMPLETED', // "Nghị định 30/2020", "số 43, 44/2014/NĐ-CP": symbol, or year too, from the type or the list
  'TYPE_AGAINST_SYMBOL', // "Công văn số 12/TTr-SNV"
  'SUFFIX_AGAINST_ISSUER', // 314-QĐ/TU of a Huyện ủy
  'YEAR_AGAINST_LEGISLATURE', // 34/2017/PL-UBTVQH11: the 11th legislature ended in 2007
  'DATE_IMPOSSIBLE', // ngày 31/02/2020
  'DATE_AFTER_DOCUMENT', // later than the citing document's own date
  'TYPE_INFERRED', // type word elided: taken from the list's head, or from the symbol
  'ISSUER_SHARED', // issuer taken from another member of the list
  'TITLE_SHARED', // title taken from another member of the list
  'CUE_CARRIED', // relation carried on from an earlier member of the list or section
  'TEXT_REPAIRED', // stands in a damaged stretch of the text layer
] as const
export type Flag = (typeof FLAGS)[number]

/** One mention of another instrument. `start`/`end` span its core: type word to end of number, or its name. */
export interface Citation extends Span {
  /** Unique in the document, in order of appearance: "c1", "c2", … */
  readonly id: string
  readonly kind: CitationKind
  /** The core's exact words: `text.slice(start, end)`. */
  readonly text: string
  /** From the type word through number, date and issuer, as far as they stand together. */
  readonly surface: Span
  /** Canonical type name: "Nghị quyết", "Chương trình hành động", "Công văn", "Luật". */
  readonly type: string | null
  /** Cleaned number: "25-NQ/TW"; for a short form its digits and symbol as far as given; null for a named one. */
  readonly number: string | null
  /** As written, where that differs from `number`. */
  readonly numberAsWritten: string | null
  /** The law's or resolution's own name, for a named one: "Luật Khiếu nại". */
  readonly name: string | null
  /** ISO date, only if stated with this very mention. */
  readonly date: string | null
  /** Only a year is stated. */
  readonly year: number | null
  readonly issuer: string | null
  readonly title: string | null
  /** "khoản 2 Điều 5", as written. */
  readonly provision: string | null
  readonly relation: Relation
  /** Who does it: the document, or the id of the citation in whose title this one stands. */
  readonly relationFrom: string
  /** The words that say so. */
  readonly cue: string | null
  readonly nestedIn: string | null
  /** The rule that found it. */
  readonly rule: string
  /** 0 to 1: how sure the reader is that this is a citation, read rightly. */
  readonly confidence: number
  readonly flags: readonly Flag[]
}

/** What the text says of itself; null where it does not. */
export interface Header {
  readonly type: string | null
  readonly number: string | null
  readonly date: string | null
  readonly place: string | null
  readonly issuer: string | null
  readonly title: string | null
  readonly signer: string | null
}

/** A relation stated between two cited instruments: "Luật A được sửa đổi, bổ sung bởi Luật B". */
export interface StatedRelation {
  readonly from: string
  readonly to: string
  readonly relation: Relation
  readonly text: string
}

/** A clause on force in time: "có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2023". */
export interface EffectClause extends Span {
  readonly kind: 'ENTERS_INTO_FORCE' | 'CEASES'
  /** Id of the citation that the clause speaks of; null: the document itself. */
  readonly citation: string | null
  /** ISO date; null where the clause names none ("kể từ ngày ký": `text` has those words). */
  readonly date: string | null
  readonly text: string
}

export interface Extraction {
  readonly header: Header
  readonly citations: readonly Citation[]
  readonly relations: readonly StatedRelation[]
  readonly effects: readonly EffectClause[]
}
