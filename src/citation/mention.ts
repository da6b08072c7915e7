// What the rules hand on: one mention with offsets into the clean text, before its relation is known.

import type { CitationKind, Flag } from './types.ts'

export interface Mention {
  readonly rule: string
  readonly kind: CitationKind
  /** Core: type word (or "số", or the digits) to the end of the number; the name of a named one. */
  readonly start: number
  readonly end: number
  readonly type: string | null
  /** Stands in the text, not inferred from a list or the symbol. */
  readonly typeStated: boolean
  readonly number: string | null
  readonly numberAsWritten: string | null
  readonly name: string | null
  /** Year in the name: "Hiến pháp năm 2013". */
  readonly year: number | null
  /** Issuer that is part of the name, or that stands between type and number. */
  readonly issuer: string | null
  /** Written in place of the date: "Luật ngày 25 tháng 6 năm 2025". */
  readonly date: string | null
  readonly flags: readonly Flag[]
  readonly confidence: number
}
