// Letters and applications of companies and citizens, whose numbers follow no rule of the State's:
// "công văn số ABCD/2025/276", "Đơn đề nghị số 02BRT/XNK/2025".

import type { Mention } from '../mention.ts'
import type { CleanText } from '../normalize.ts'

const TOKEN = /\sso:?\s([a-z\d&]{1,16}(?:(?:[/.]|-\s?)[a-z\d&]{1,15}){1,5})(?![a-z\d/])/g
// công văn · đơn đề nghị xác định mã số
const LETTER = /(?<![a-z])(cong\svan|van\sban|don|giay\sde\snghi|ho\sso)(?:\s[a-z]+){0,8}$/
const REACH = 70

/** All letters of organs outside the State, in order of appearance. */
export function findOutside(clean: CleanText): Mention[] {
  const mentions: Mention[] = []
  for (const match of clean.folded.matchAll(TOKEN)) {
    const mention = readLetter(clean, match)
    if (mention) mentions.push(mention)
  }
  return mentions
}

function readLetter(clean: CleanText, match: RegExpExecArray): Mention | null {
  const end = match.index + match[0].length
  const number = clean.text.slice(end - (match[1] ?? '').length, end)
  if (!/^[A-ZĐ\d]/u.test(number) || !/[A-ZĐ]/u.test(number) || !/\d/.test(number)) return null
  const low = Math.max(0, match.index - REACH)
  const letter = LETTER.exec(clean.folded.slice(low, match.index))
  return letter && toMention(letter[1] ?? '', low + letter.index, end, number)
}

function toMention(word: string, start: number, end: number, number: string): Mention {
  return {
    rule: 'outside',
    kind: 'numbered',
    start,
    end,
    type: /^(?:don|giay)/.test(word) ? 'Đơn đề nghị' : 'Công văn',
    typeStated: true,
    number: number.replace(/\s/g, ''),
    numberAsWritten: null,
    name: null,
    year: null,
    issuer: null,
    date: null,
    flags: [],
    confidence: 0.7,
  }
}
