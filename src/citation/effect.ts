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

const CLAUSE = /hieu\sluc(?:\s(?:thi\shanh|phap\sly))?(?:\s(?:ke\s)?tu)?(?=\s(?:ngay|ke|tu)|[.;,]|\s)/g
const VERB = /(?<![a-z])(co|het|cham\sdut)\s$/
const NOT_CLAUSE = /(?:phat\sluat\s|van\sban\s|con\s|khi\s|dang\s|ngay\s)$/

/** All clauses on force, in order. */
export function readEffects(clean: CleanText, placed: readonly Placed[]): EffectReading[] {
  const effects: EffectReading[] = []
  for (const match of clean.folded.matchAll(CLAUSE)) {
    const verb = VERB.exec(clean.folded.slice(Math.max(0, match.index - 10), match.index))
    const effect =
      verb && readEffect(clean, placed, match.index - verb[0].length, match.index + match[0].length)
    if (effect) effects.push(effect)
  }
  return effects
}

function readEffect(
  clean: CleanText,
  placed: readonly Placed[],
  start: number,
  at: number,
): EffectReading | null {
  const { folded } = clean
  if (NOT_CLAUSE.test(folded.slice(Math.max(0, start - 14), start))) return null
  const date = readDate(folded, at)
  const iso = date?.iso ?? null
  const ends = !folded.startsWith('co', start)
  const from = clauseStart(clean, start, Math.max(0, start - CLAUSE_REACH))
  const before = folded.slice(from, start)
  const own = OWN.test(before) || (!ends && OWN_ACT.test(before))
  const mention = own ? null : subjectOf(placed, from, start)
  const timed = iso !== null || folded.slice(start, at).endsWith(' tu')
  if (!timed && !(ends && mention !== null)) return null
  if (mention === null && !own && (ends || !ACT.test(before))) return null
  const end =
    date && iso !== null
      ? date.end
      : at + (SIGNING.exec(folded.slice(at, at + SIGNING_REACH))?.[0].length ?? 0)
  return { kind: ends ? 'CEASES' : 'ENTERS_INTO_FORCE', mention, date: iso, start, end }
}

const CLAUSE_REACH = 400
const OWN = /(?:nay|noi\stren)(?:\s|,)[^.;]{0,40}$/
// "Quyết định này thay thế Quyết định số 290-QĐ/TW … và có hiệu lực kể từ ngày ký": what acts is what enters into force.
const OWN_ACT = /(?:^|\s)nay\s(?:thay\sthe|bai\sbo|huy\sbo|sua\sdoi)\s/
// "kể từ ngày ký (ban hành)", "từ ngày ban hành": the day of the document itself.
const SIGNING = /^\s?ngay\s(?:ky\sban\shanh|ky|ban\shanh)(?![a-z])/
const SIGNING_REACH = 24
const ACT = /dieu\s\d|quyet\sdinh|ke\shoach|thong\stu|nghi\s/

function subjectOf(placed: readonly Placed[], from: number, at: number): number | null {
  for (
    let i = countBefore(placed, at, ({ head }) => head) - 1;
    i >= 0 && (placed[i] as Placed).head >= from;
    i--
  )
    if (!(placed[i] as Placed).outer) return i
  return null
}
