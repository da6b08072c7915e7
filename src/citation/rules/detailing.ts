// Decrees and circulars cited by their whole title, without a number: "Nghị định quy định chi tiết một số điều
// của Luật Đất đai". The whole is one citation; the law in it is one of its own, which the decree guides.

import type { Mention } from '../mention.ts'
import type { CleanText } from '../normalize.ts'
import { isLower, isUpper, joined } from '../pattern.ts'
import type { Amending } from './amending.ts'
import { readLaw } from './law.ts'

// Nghị định [của Chính phủ] quy định chi tiết [và biện pháp thi hành] [một số điều của] Luật …
const OPENING =
  /quy\sdinh\schi\stiet(?:,?\s(?:va|thi|hanh|huong|dan|bien|phap|mot|so|dieu|khoan|noi|dung|cua)){0,16}\s(luat|bo\sluat|phap\slenh)(?=\s)/g
const TYPE_BEFORE = /(?<![a-z])(nghi\sdinh|thong\stu|nghi\squyet)(?:\scua\s(?:chinh\sphu|quoc\shoi))?\s$/
const TYPES: Readonly<Record<string, string>> = { ng: 'Nghị định', th: 'Thông tư', nq: 'Nghị quyết' }
// one that is still to be made, the document itself, or many at once
const NOT_CITED = /(?:cac|nhung|mot|du\sthao|xay\sdung|soan\sthao|ban\shanh|trinh|hoan\sthien|hoan\schinh)\s$/

/** All acts cited by such a title; `outer` holds `amended`, which it guides. */
export function findDetailing(clean: CleanText): Amending[] {
  return [...clean.folded.matchAll(OPENING)].flatMap((match) => readDetailing(clean, match) ?? [])
}

function readDetailing(clean: CleanText, match: RegExpExecArray): Amending | null {
  const { text, folded } = clean
  const low = Math.max(0, match.index - 30)
  const type = TYPE_BEFORE.exec(folded.slice(low, match.index))
  if (!type) return null
  const start = low + type.index
  if (!isUpper(text, start) || !isLower(text, start + 1)) return null
  if (NOT_CITED.test(folded.slice(Math.max(0, start - 14), start))) return null
  const word = match[1] ?? ''
  const law = readLaw(clean, match.index + match[0].length - word.length, word.replace(/\s/g, ' '))
  return law && { outer: outerOf(clean, start, law.end, type[1] ?? ''), amended: [law], relation: 'GUIDES' }
}

function outerOf(clean: CleanText, start: number, end: number, word: string): Mention {
  const type = TYPES[word.endsWith('quyet') ? 'nq' : word.slice(0, 2)] ?? 'Nghị định'
  return {
    rule: 'detailing',
    kind: 'named',
    start,
    end,
    type,
    typeStated: true,
    number: null,
    numberAsWritten: null,
    name: joined(clean.text.slice(start, end)),
    year: null,
    issuer: null,
    date: null,
    flags: [],
    confidence: 0.8,
  }
}
