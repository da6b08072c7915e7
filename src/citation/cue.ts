// Reads the relation from the words before a mention: the nearest cue of the tables decides.

import { fold } from './normalize.ts'
import type { Relation } from './types.ts'
import { CUES, type Cue, TITLE_CUES } from './vocabulary/cues.ts'

export interface CueReading {
  readonly relation: Relation
  readonly start: number
  readonly end: number
  /** Words of a noun ("hướng dẫn của"), not an act. */
  readonly noun: boolean
}

interface CueTable {
  readonly pattern: RegExp
  /** Cues by their folded words; those for one type first. */
  readonly byWords: ReadonlyMap<string, readonly Cue[]>
  /** Cues whose words leave a gap. */
  readonly gapped: readonly (readonly [RegExp, Cue])[]
}

function table(cues: readonly Cue[]): CueTable {
  const byWords = new Map<string, Cue[]>()
  for (const cue of cues)
    byWords.set(keyOf(fold(cue.words)), [...(byWords.get(keyOf(fold(cue.words))) ?? []), cue])
  for (const same of byWords.values()) same.sort((a, b) => Number(!a.type) - Number(!b.type))
  const words = [...new Set(cues.map((cue) => cue.words))].sort((a, b) => b.length - a.length)
  return {
    pattern: new RegExp(`(?<![a-z])(?:${words.map(cuePattern).join('|')})(?![a-z])`, 'g'),
    byWords,
    gapped: cues
      .filter((cue) => cue.words.includes('…'))
      .map((cue) => [new RegExp(`^${cuePattern(cue.words)}$`), cue] as const),
  }
}

const keyOf = (words: string): string => words.replace(/[\s,]+/g, ' ')

const cuePattern = (words: string): string =>
  words
    .split(' … ')
    .map((part) => fold(part).replace(/ /g, '\\s').replace(/,/g, ',?'))
    .join('(?:,?\\s[a-z\\d]+){0,7}?\\s')

function cueOf({ byWords, gapped }: CueTable, words: string, type: string | null): Cue | undefined {
  const same = byWords.get(keyOf(words))
  if (same) return same.find((each) => each.type === undefined || each.type === type)
  return gapped.find(([pattern]) => pattern.test(words))?.[1]
}

const BODY = table(CUES)
const TITLE = table([...CUES, ...TITLE_CUES])
// What a "Căn cứ" far off governs is something else.
const BASIS_REACH = 90
// bãi bỏ, sửa đổi, thay thế (một số điều của …)
const COORDINATED = /^[,\s]*(?:va\s)?(?:ky\sthuat\s)?$/
// "3. Thay thế cụm từ … tại điểm b khoản 4 Điều 6 …": a change of words or of articles is what the
// clause says, whatever it says of where they stand.
const OBJECT =
  /^\s(?:cac\s|mot\sso\s|toan\sbo\s|noi\sdung\s|ten\s|doan\s)*(?:cum\stu|tu\s|diem|khoan|dieu|phu\sluc|muc|noi\sdung|mau|chuong|phan|doan|thu\stuc|so\sthu\stu)/
const CHANGES = new Set<Relation>(['AMENDS', 'REPEALS', 'REPLACES'])

/** The nearest cue in a stretch of folded text before a mention of this type by the document itself. */
export function readCue(stretch: string, type: string | null): CueReading | null {
  return nearest(BODY, stretch, type)
}

/** The nearest cue in the part of an outer title that comes before a mention in it. */
export function readTitleCue(stretch: string): CueReading | null {
  return nearest(TITLE, stretch, null)
}

function nearest(table: CueTable, stretch: string, type: string | null): CueReading | null {
  let found: CueReading | null = null
  let change: CueReading | null = null
  for (const match of stretch.matchAll(table.pattern)) {
    const cue = cueOf(table, match[0], type)
    if (!cue || cue.neutral) continue
    const end = match.index + match[0].length
    const reading = { relation: cue.relation, start: match.index, end, noun: cue.noun === true }
    if (cue.relation === 'BASED_ON' && stretch.length - end > BASIS_REACH) continue
    if (found?.relation === 'BASED_ON' && cue.weak && !stretch.slice(found.end, match.index).includes(','))
      continue
    if (found && cue.weak && CHANGES.has(found.relation) && isOperative(stretch, found)) continue
    found = found ? merged(found, reading, stretch) : reading
    if (CHANGES.has(found.relation)) change ??= found
  }
  return change && ATTACHED.test(stretch) ? change : found
}

// "Sửa đổi một số điều của Quy định hướng dẫn thi hành … ban hành kèm theo Quyết định số": what is changed
// is the regulation; the words of its title are no cues.
const ATTACHED = /(?:ban\shanh\s)?kem\stheo\s$/

const isOperative = (stretch: string, found: CueReading): boolean =>
  OBJECT.test(stretch.slice(found.end, found.end + 40))

// "Sửa đổi, bãi bỏ, thay thế một số điều": of several changes on one object the first amends.
function merged(before: CueReading, next: CueReading, stretch: string): CueReading {
  if (!CHANGES.has(before.relation) || !CHANGES.has(next.relation)) return next
  if (before.relation !== next.relation && !COORDINATED.test(stretch.slice(before.end, next.start)))
    return next
  const relation = before.relation === next.relation ? next.relation : 'AMENDS'
  return {
    relation,
    start: COORDINATED.test(stretch.slice(before.end, next.start)) ? before.start : next.start,
    end: next.end,
    noun: false,
  }
}
