// Instruments of several organs: joint types, or a symbol with two organs of different systems.
// 01/CTrPH-UBND-BDVHU · 49-KH/UBND-BDVTU · 09/2008/NQLT-CP-UBTWMTTQVN

import { type NumberRule, partyType } from './reading.ts'

const JOINT_TYPES = /^(?:NQLT|TTLT|TTLB|TTLN|CTrPH|CTPH|QCPH|QCPHLN|KHPH|KHLT|HDLT|HDLN)$/i

/** Reads a number of a joint instrument. */
export const readJointNumber: NumberRule = (token) => {
  const [type, ...organs] = token.segments
  if (!type) return null
  const joint =
    JOINT_TYPES.test(type) || (token.joint === '-' && organs.length > 1 && partyType(type) !== null)
  return joint ? { rule: 'joint', type: partyType(type), needsWord: false } : null
}
