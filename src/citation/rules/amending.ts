// Laws whose name says which laws they amend: "Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế
// số 46/2014/QH13", "Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch, Luật Đầu tư và Luật Đấu thầu".
// The whole is one citation; every law in its name is one of its own, amended by it.

import type { Mention } from '../mention.ts'
import type { CleanText } from '../normalize.ts'
import { isUpper, joined, matchAt } from '../pattern.ts'
import { countBefore } from '../sorted.ts'
import type { Relation } from '../types.ts'
import { LAW_TYPES, readLaw } from './law.ts'

/** An amending law and the laws that its name holds. */
export interface Amending {
  readonly outer: Mention
  readonly amended: readonly Mention[]
  /** What the outer one does to them. */
  readonly relation: Relation
}

// Luật [sửa đổi, bổ sung một số điều của] Luật …
const OPENING =
  /sua\sdoi(?:,?\s(?:va\s)?bo\ssung)?\s(?:mot\sso\s)?(?:dieu|khoan|noi\sdung)(?:[a-z\s,\d]{0,90}?)\scua\s(?:cac\s)?(?=luat|bo\sluat|phap\slenh)/g
const TYPE_BEFORE = /(?<![a-z])(?:bo\sluat|luat|phap\slenh)\s$/
const LINK = /\s?(?:,\s?(?:va\s)?|\sva\s)(?=(?:bo\sluat|luat|phap\slenh)\s)/y
const WORD = /bo\sluat|luat|phap\slenh/y
const OWN = /\s(?:so\s?:?\s?)?(?=\d{1,3}\/\d{4}\/)/y
const MOST = 16

/** All amending laws; `numberedAt` gives the numbered mention whose number begins at an offset. */
export function findAmending(clean: CleanText, numbered: readonly Mention[]): Amending[] {
  const found: Amending[] = []
  for (const match of clean.folded.matchAll(OPENING)) {
    const low = Math.max(0, match.index - 11)
    const type = TYPE_BEFORE.exec(clean.folded.slice(low, match.index))
    if (!type || !isUpper(clean.text, low + type.index)) continue
    const one = readAmending(clean, low + type.index, match.index + match[0].length, numbered)
    if (one) found.push(one)
  }
  return found
}

function readAmending(
  clean: CleanText,
  start: number,
  first: number,
  numbered: readonly Mention[],
): Amending | null {
  const amended: Mention[] = []
  let at = first
  while (amended.length < MOST) {
    const inner = readInner(clean, at)
    if (!inner) break
    const number = numberAt(clean, inner.end, numbered)
    const last = !matchAt(LINK, clean.folded, number?.end ?? inner.end)
    if (number && last && amended.every((each) => each.number === null))
      return {
        outer: outerOf(clean, start, number.end, number),
        amended: [...amended, inner],
        relation: 'AMENDS',
      }
    amended.push(number ? { ...number, start: inner.start } : inner)
    at = number?.end ?? inner.end
    const link = matchAt(LINK, clean.folded, at)
    if (!link) break
    at += link[0].length
  }
  const end = amended.at(-1)?.end
  return end ? { outer: outerOf(clean, start, end, null), amended, relation: 'AMENDS' } : null
}

function readInner(clean: CleanText, at: number): Mention | null {
  const word = matchAt(WORD, clean.folded, at)
  return word ? readLaw(clean, at, word[0].replace(/\s/g, ' ')) : null
}

function numberAt(clean: CleanText, at: number, numbered: readonly Mention[]): Mention | null {
  const own = matchAt(OWN, clean.folded, at)
  if (!own) return null
  const from = at + own[0].length
  const mention = numbered[countBefore(numbered, from + 1, ({ start }) => start) - 1]
  return mention && from < mention.end ? mention : null
}

function outerOf(clean: CleanText, start: number, end: number, number: Mention | null): Mention {
  const word = matchAt(WORD, clean.folded, start)?.[0].replace(/\s/g, ' ') ?? 'luat'
  return {
    rule: 'amending',
    kind: number ? 'numbered' : 'named',
    start,
    end,
    type: LAW_TYPES[word] ?? 'Luật',
    typeStated: true,
    number: number?.number ?? null,
    numberAsWritten: number?.numberAsWritten ?? null,
    name: number ? null : joined(clean.text.slice(start, end)),
    year: null,
    issuer: null,
    date: null,
    flags: number?.flags ?? [],
    confidence: 0.9,
  }
}
