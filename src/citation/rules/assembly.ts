// Laws and resolutions of the National Assembly and its Standing Committee: the type is not in the
// symbol, so that the word before the number decides. 10/2022/QH15 · 76/2025/UBTVQH15 · 34/2007/PL-UBTVQH11

import { type NumberRule, stateType } from './reading.ts'

const ASSEMBLY = /^(?:QH|UBTVQH)\d{1,2}$/

/** Reads a number of the National Assembly. */
export const readAssemblyNumber: NumberRule = (token) => {
  const last = token.segments.at(-1) ?? ''
  if (token.joint !== '/' || !ASSEMBLY.test(last)) return null
  const type = token.segments.length > 1 ? stateType(token.segments[0]) : null
  return { rule: 'assembly', type: type ?? (last.startsWith('QH') ? null : 'Nghị quyết'), needsWord: false }
}
