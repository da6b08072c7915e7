// Letters and applications of companies and citizens, whose numbers follow no rule of the State's:
// "công văn số JHDPC/2025/276", "Đơn đề nghị số 02BRT/XNK/2025".

import type { Mention } from '../mention.ts'
import type { CleanText } from '../normalize.ts'

// công văn số JHDPC/2025/276 · đơn đề nghị xác định mã số số 0825-01/ABC
const LETTER =
  /(?<!\p{L})(công văn|văn bản|đơn(?: đề nghị)?|giấy đề nghị|hồ sơ)(?:\s\p{Ll}+){0,6}?\s(?:số|so)\s?:?\s((?=[^\s,;]{0,24}\d)[A-Z0-9][\p{L}\d&]{0,15}(?:[/.-][\p{L}\d&]{1,15}){1,5})(?![\p{L}\d/])/giu

/** All letters of organs outside the State, in order of appearance. */
export function findOutside(clean: CleanText): Mention[] {
  const mentions: Mention[] = []
  for (const match of clean.text.matchAll(LETTER)) {
    const number = match[2] ?? ''
    if (!/[A-Z]/.test(number)) continue
    mentions.push(toMention(match, number))
  }
  return mentions
}

function toMention(match: RegExpExecArray, number: string): Mention {
  const word = (match[1] ?? '').toLowerCase()
  return {
    rule: 'outside',
    kind: 'numbered',
    start: match.index,
    end: match.index + match[0].length,
    type: word.startsWith('đơn') || word.startsWith('giấy') ? 'Đơn đề nghị' : 'Công văn',
    typeStated: true,
    number,
    numberAsWritten: null,
    name: null,
    year: null,
    issuer: null,
    date: null,
    flags: [],
    confidence: 0.7,
  }
}
