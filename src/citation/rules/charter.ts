// The Party's charter and the working rules of an organ's term: "Điều lệ Đảng Cộng sản Việt Nam",
// "Quy chế làm việc của Ban Chấp hành Trung ương khóa XIII".

import type { Mention } from '../mention.ts'
import type { CleanText } from '../normalize.ts'
import { isUpper, joined, matchAt } from '../pattern.ts'

const CHARTER = /\s(?:dang(?:\scong\ssan\sviet\snam)?|doan\stncs\sho\schi\sminh)(?![a-z])/y
const WORKING_RULES = /\slam\sviec\scua\s[^;:.|"]{3,120}?\skhoa\s[ivxl\d]{1,5}(?![a-z\d])/y

/** Reads a charter or working rules where their type word stands. */
export function readCharter(clean: CleanText, at: number, word: string): Mention | null {
  const pattern = word === 'dieu le' ? CHARTER : word === 'quy che' ? WORKING_RULES : null
  if (!pattern || !isUpper(clean.text, at) || !matchAt(pattern, clean.folded, at + word.length)) return null
  const end = pattern.lastIndex
  return {
    rule: 'charter',
    kind: 'named',
    start: at,
    end,
    type: word === 'dieu le' ? 'Điều lệ' : 'Quy chế',
    typeStated: true,
    number: null,
    numberAsWritten: null,
    name: joined(clean.text.slice(at, end)),
    year: null,
    issuer: null,
    date: null,
    flags: [],
    confidence: 0.9,
  }
}
