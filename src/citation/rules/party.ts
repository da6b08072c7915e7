// Party numbers: hyphen after the number, slash before the organ. 25-NQ/TW · 407-QĐ/TU · 35 CT/TW

import { type NumberRule, partyType } from './reading.ts'

/** Reads a Party number; a State-like organ after the slash is fine (organs borrow the form). */
export const readPartyNumber: NumberRule = (token) => {
  if (token.joint === '/' || token.separators[0] !== '/') return null
  const type = partyType(token.segments[0])
  return type === null ? null : { rule: 'party', type, needsWord: false }
}
