// Administrative numbers of the State: 62/KH-UBND, 33/CT-TTg; and the Công văn, whose symbol names an
// organ and a unit and no type: 4215/UBND-NC, 2231/SNV-CCHC&PC; the old form
// of the centre: 73-CP.

import type { SymbolToken } from '../symbol.ts'
import { type NumberReading, type NumberRule, stateType } from './reading.ts'

/** Reads an administrative number. */
export const readStateNumber: NumberRule = (token) => {
  if (isOldForm(token)) return { rule: 'state', type: null, needsWord: true }
  if (token.joint !== '/' || token.year !== null) return null
  const type = stateType(token.segments[0])
  if (type !== null && token.segments.length > 1) return { rule: 'state', type, needsWord: false }
  return readLetter(token, type)
}

// Until the 1990s the centre's acts had a number and an organ alone: 73-CP, 619-TTg.
const OLD_ORGANS = new Set(['CP', 'TTg', 'HĐBT', 'CTN'])
const isOldForm = ({ joint, segments: [organ = ''], segments }: SymbolToken): boolean =>
  joint === '-' && segments.length === 1 && OLD_ORGANS.has(organ)

function readLetter(token: SymbolToken, type: string | null): NumberReading {
  const [organ = ''] = token.segments
  const looksSure = token.segments.length > 1 && /^[A-ZĐ&\d]{2,}$/.test(organ)
  return { rule: 'letter', type: type ?? 'Công văn', needsWord: !looksSure }
}
