// The Fatherland Front, the Youth Union and the other organisations: State-like or Party-like symbols
// with their own organs. 96/HD-MTTW-BTT · 367-QĐ/TWĐTN-VP · 1836 QĐ/TWĐTN

import { type NumberRule, partyType } from './reading.ts'

const ORGAN = /MTT[QW]|MTTQ|ĐTN|TLĐ|HND|HLHPN|HPN|HCCB|LĐLĐ/

/** Reads a number of a mass organisation. */
export const readFrontNumber: NumberRule = (token) => {
  const [type, ...organs] = token.segments
  const known = partyType(type)
  if (known === null || !organs.some((organ) => ORGAN.test(organ))) return null
  return { rule: 'front', type: known, needsWord: false }
}
