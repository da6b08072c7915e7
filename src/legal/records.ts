// The plain records that readers, rules and the store hand each other.

import type { Extraction } from '../citation/types.ts'
import type { Level } from './place.ts'

/** A text we were given, as read: what it says of itself, and all that it cites. */
export interface DocumentRecord extends Extraction {
  /** Where it came from: an absolute path, or the name of a seed record. One source holds one text at a time. */
  readonly source: string
  /** sha256 (hex) of the text as UTF-8; the document's identity. */
  readonly sha256: string
  /** Who read it: "marked by hand", or the extractor and its version. */
  readonly extractor: string
  /**
   * Path of the place whose organ issued it, smallest first: "minh-son.ngoc-lac.thanh-hoa"; null where
   * neither the text nor a curator says.
   */
  readonly place: string | null
  /** Exact text of each citation's surroundings, by citation id: the words that prove it. */
  readonly quotes: Readonly<Record<string, string>>
  /** Invented for demonstration: shown as fictional wherever it appears. */
  readonly fictional: boolean
  /** Offsets into the text at which its pages start, where it has pages. */
  readonly pages?: readonly number[]
  /** Numbers of the pages that hold no letter, and may be pictures. */
  readonly emptyPages?: readonly number[]
  /** sha256 (hex) of the file's own bytes, where the source is a file. */
  readonly fileSha256?: string
  /** Level of the organ that issued it, where a curator says. */
  readonly level?: Level | null
  /** By citation id: the instrument that a curator knows is meant, where the mention alone does not say. */
  readonly knownKeys?: Readonly<Record<string, string>>
}

/** What can happen to an instrument. */
export const EVENT_KINDS = [
  'ENTERED_INTO_FORCE',
  'AMENDED',
  'CONTINUED',
  'PARTLY_REPEALED',
  'SUSPENDED',
  'REPLACED',
  'REPEALED',
  'EXPIRED',
  'SPENT',
  'SUPERSEDED_IN_SUBSTANCE',
  /** Earlier endings and suspensions no longer hold from that day. */
  'REINSTATED',
  /** The table itself leaves open what became of it. */
  'UNRESOLVED',
  'NUMBER_COLLISION',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** The header facts of an instrument, as a curated table gives them. */
export interface InstrumentFacts {
  readonly key: string
  readonly type: string | null
  readonly number: string | null
  readonly date: string | null
  readonly issuer: string | null
  readonly title: string | null
  readonly register?: RegisterEntry
}

/** An instrument's place in the register of codified instruments: whoever is listed was in force when that was made. */
export interface RegisterEntry {
  readonly ids: readonly string[]
  /** Months of the editions that list it, "2025-02". */
  readonly editions: readonly string[]
  /** ISO day on which it took effect. */
  readonly inForceFrom: string | null
  readonly source: string
}

/** A dated change of status, from a curated table, with its source. */
export interface EventRecord {
  readonly instrument: InstrumentFacts
  readonly kind: EventKind
  /** Keys of the instruments that did it. */
  readonly by: readonly string[]
  /** ISO date it took effect; null: not known, only that it is not before the acting instrument's own date. */
  readonly effective: string | null
  /** The words that prove it, where the table has them. */
  readonly quote: string | null
  readonly source: string
  readonly confidence: 'high' | 'medium' | 'low'
}
