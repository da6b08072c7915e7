// Reads clauses on force in time: "có hiệu lực kể từ ngày 01 tháng 7 năm 2023", "hết hiệu lực".

import { clauseStart } from './boundary.ts'
import { readDate } from './date.ts'
import type { CleanText } from './normalize.ts'
import { countBefore } from './sorted.ts'
import type { Placed } from './structure.ts'

export interface EffectReading {
  readonly kind: 'ENTERS_INTO_FORCE' | 'CEASES'
  /** Index of the mention that the clause speaks of; null: the document itself. */
  readonly mention: number | null
  readonly date: string | null
  readonly start: number
  readonly end: number
}

const CLAUSE =
  /(?<![a-z])(co|het|cham\sdut)\shieu\sluc(?:\s(?:thi\shanh|phap\sly))?(?:\s(?:ke\s)?tu)?(?=\s(?:ngay|ke|tu)|[.;,]|\s)/g
const NOT_CLAUSE = /(?:phat\sluat\s|van\sban\s|con\s|khi\s|dang\s|ngay\s)$/

/** All clauses on force, in order. */
export function readEffects(clean: CleanText, placed: readonly Placed[]): EffectReading[] {
  const effects: EffectReading[] = []
  for (const match of clean.folded.matchAll(CLAUSE)) {
    const effect = readEffect(clean, placed, match)
    if (effect) effects.push(effect)
  }
  return effects
}

function readEffect(
  clean: CleanText,
  placed: readonly Placed[],
  match: RegExpExecArray,
): EffectReading | null {
  const { folded } = clean
  const at = match.index + match[0].length
  if (NOT_CLAUSE.test(folded.slice(Math.max(0, match.index - 14), match.index))) return null
  const date = readDate(folded, at)
  const ends = match[1] !== 'co'
  const timed = /\stu$/.test(match[0]) || date?.iso
  const from = clauseStart(clean, match.index, 0)
  const mention = subjectOf(placed, from, match.index)
  const own = /(?:nay|noi\stren)(?:\s|,)[^.;]{0,40}$/.test(folded.slice(from, match.index))
  if (!timed && !(ends && mention !== null)) return null
  if (
    mention === null &&
    !own &&
    !/dieu\s\d|quyet\sdinh|ke\shoach|thong\stu|nghi\s/.test(folded.slice(from, match.index))
  )
    return null
  return {
    kind: ends ? 'CEASES' : 'ENTERS_INTO_FORCE',
    mention: own ? null : mention,
    date: date?.iso ?? null,
    start: match.index,
    end: date?.iso ? date.end : at,
  }
}

function subjectOf(placed: readonly Placed[], from: number, at: number): number | null {
  for (
    let i = countBefore(placed, at, ({ head }) => head) - 1;
    i >= 0 && (placed[i] as Placed).head >= from;
    i--
  )
    if (!(placed[i] as Placed).outer) return i
  return null
}
