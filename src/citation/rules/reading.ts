// What every rule of numbered citations gives back, and the types that symbols stand for.

import type { SymbolToken } from '../symbol.ts'
import { DOCUMENT_TYPES } from '../vocabulary/types.ts'

/** One reading of a number token: which form it has and which type its symbol names. */
export interface NumberReading {
  readonly rule: string
  /** Type that the symbol names; null where it names none. */
  readonly type: string | null
  /** Needs a type word or "số" before it to count. */
  readonly needsWord: boolean
}

export type NumberRule = (token: SymbolToken) => NumberReading | null

const BY_SYMBOL = new Map<string, string>()
for (const type of DOCUMENT_TYPES)
  for (const symbol of type.symbols)
    if (!BY_SYMBOL.has(symbol.toUpperCase())) BY_SYMBOL.set(symbol.toUpperCase(), type.name)

/** Type of a State symbol's abbreviation. */
export function stateType(segment: string | undefined): string | null {
  return (segment && (BY_SYMBOL.get(segment) ?? BY_SYMBOL.get(segment.toUpperCase()))) || null
}

/** Type of a Party symbol's abbreviation: TT is Thông tri there. */
export function partyType(segment: string | undefined): string | null {
  return segment?.toUpperCase() === 'TT' ? 'Thông tri' : stateType(segment)
}
