// Normative acts of the State: the year stands in the number. 04/2015/NĐ-CP · 30/2018/QĐ-UBND

import { type NumberRule, stateType } from './reading.ts'

/** Reads a normative number. */
export const readNormativeNumber: NumberRule = (token) => {
  if (token.joint !== '/' || token.year === null) return null
  const type = stateType(token.segments[0])
  return { rule: 'normative', type, needsWord: type === null || token.segments.length < 2 }
}
