// Laws in a list that says "Luật" once: "các Luật: Chứng khoán, Kế toán, Quản lý thuế", "các Luật Đất đai, Nhà ở
// và Kinh doanh bất động sản". Only names of the table count: capitals alone do not make a law.

import type { Mention } from '../mention.ts'
import type { CleanText } from '../normalize.ts'
import { isUpper, joined, matchAt } from '../pattern.ts'
import { knownNameEnd } from './law.ts'

const HEAD = /(?<![a-z])cac\s((?:bo\s)?luat)(\s?:)?(?=\s)/g
const LINK = /\s?[,;](?:\sva(?=\s))?|\sva(?=\s)/y
const MOST = 40

/** All members whose type word is left out, in order of appearance. */
export function findLawLists(clean: CleanText): Mention[] {
  return [...clean.folded.matchAll(HEAD)].flatMap((head) => readList(clean, head))
}

function readList(clean: CleanText, head: RegExpExecArray): Mention[] {
  const type = head[1] === 'luat' ? 'Luật' : 'Bộ luật'
  const members: Mention[] = []
  let at = head.index + head[0].length
  for (let count = 0; count < MOST; count++) {
    const end = isUpper(clean.text, at + 1) ? knownNameEnd(clean, at) : -1
    if (end < 0) break
    // without a colon the first one has its word, and is found by it
    if (count > 0 || head[2] !== undefined) members.push(memberOf(clean, at + 1, end, type))
    const link = matchAt(LINK, clean.folded, end)
    if (!link) break
    at = end + link[0].length
  }
  return members
}

function memberOf(clean: CleanText, start: number, end: number, type: string): Mention {
  return {
    rule: 'law-list',
    kind: 'named',
    start,
    end,
    type,
    typeStated: false,
    number: null,
    numberAsWritten: null,
    name: `${type} ${joined(clean.text.slice(start, end))}`,
    year: null,
    issuer: null,
    date: null,
    flags: ['TYPE_INFERRED'],
    confidence: 0.85,
  }
}
