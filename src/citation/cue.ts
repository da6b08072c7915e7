// Reads the relation from the words before a mention: the nearest cue of the tables decides.

import { fold } from './normalize.ts'
import { matchesIn } from './pattern.ts'
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
  const told = TOLD.exec(stretch)
  if (told)
    return { relation: 'CITES', start: told.index, end: told.index + told[0].trimEnd().length, noun: false }
  const read = nearest(BODY, stretch, type)
  return read?.relation === 'GUIDES' ? guides(stretch, read, type) : read
}

// "… trước ngày Luật Đất đai có hiệu lực", "Huyện ủy ban hành Kế hoạch số …": told, not carried out
const TOLD = /(?<![a-z])(?:ngay|(?<!quyet\sdinh\s)ban\shanh(?:\scac)?)\s$/
// "các văn bản hướng dẫn thi hành Luật X": it is they that guide; the document carries them out, or names them.
const OTHERS =
  /(?:cac\s(?:van\sban|nghi\sdinh|thong\stu)|van\sban|xay\sdung[a-z\s,]{0,40}|du\sthao[a-z\s,]{0,40}|sau\skhi\snghi\sdinh)[a-z,\s]{0,40}$/

function guides(stretch: string, read: CueReading, type: string | null): CueReading {
  const before = stretch.slice(0, read.start)
  if (!OTHERS.test(before)) return read
  const act = nearest(BODY, before, type)
  return act?.relation === 'IMPLEMENTS' ? act : { ...read, relation: 'CITES' }
}

/** The nearest cue in the part of an outer title that comes before a mention in it. */
export function readTitleCue(stretch: string): CueReading | null {
  return nearest(TITLE, stretch, null)
}

/** Cues of one stretch, read from left to right. */
interface Scan {
  found: CueReading | null
  /** The first change that the stretch speaks of, with those coordinated with it. */
  change: CueReading | null
}

function nearest(table: CueTable, stretch: string, type: string | null): CueReading | null {
  const scan: Scan = { found: null, change: null }
  for (const match of matchesIn(table.pattern, stretch)) {
    const cue = cueOf(table, match[0], type)
    if (!cue || cue.neutral) continue
    const end = match.index + match[0].length
    const reading = { relation: cue.relation, start: match.index, end, noun: cue.noun === true }
    if (counts(scan.found, reading, cue, stretch)) take(scan, reading, stretch)
  }
  const read = scan.change && ATTACHED.test(stretch) ? scan.change : scan.found
  return read && ofParts(read, stretch)
}

// A change of wording: all that follows says where the words stand.
const WORDING = /^\s(?:mot\sso\s|cac\s)?(?:tu,\s)?cum\stu/

// "Căn cứ quy định tại" is one ground; "trên cơ sở X theo quy định của" is two things.
const GROUND = /can\scu|phap\sly/

// Whether a cue says anything new beside the one before it.
function counts(before: CueReading | null, next: CueReading, cue: Cue, stretch: string): boolean {
  if (before && CHANGES.has(before.relation) && WORDING.test(stretch.slice(before.end, before.end + 40)))
    return CHANGES.has(next.relation)
  if (next.relation === 'BASED_ON') return stretch.length - next.end <= BASIS_REACH
  if (before === null || !cue.weak) return true
  if (before.relation === 'BASED_ON' && GROUND.test(stretch.slice(before.start, before.end)))
    return stretch.slice(before.end, next.start).includes(',')
  return !CHANGES.has(before.relation) || !OBJECT.test(stretch.slice(before.end, before.end + 40))
}

function take(scan: Scan, reading: CueReading, stretch: string): void {
  const before = scan.found
  scan.found = before ? merged(before, reading, stretch) : reading
  if (!CHANGES.has(scan.found.relation)) return
  if (scan.change === null || scan.change.start === scan.found.start) scan.change = scan.found
}

// "Sửa đổi một số điều của Quy định hướng dẫn thi hành … ban hành kèm theo Quyết định số": what is changed
// is the regulation; the words of its title are no cues.
const ATTACHED = /(?:ban\shanh\s)?kem\stheo\s$/

// "Sửa đổi, bãi bỏ, thay thế một số điều": of several changes on one object the first amends.
function merged(before: CueReading, next: CueReading, stretch: string): CueReading {
  const coordinated = COORDINATED.test(stretch.slice(before.end, next.start))
  if (!coordinated || !CHANGES.has(before.relation) || !CHANGES.has(next.relation)) return next
  const relation = before.relation === next.relation ? next.relation : 'AMENDS'
  return { relation, start: before.start, end: next.end, noun: false }
}

// "Thay thế một số từ, cụm từ", "bãi bỏ 03 thủ tục": the instrument lives on, so it is amended.
const PARTS =
  /^[,\s]*(?:(?:mot\sso|cac|ten|\d{1,3}|(?:[a-z]+\s)?\(\d{1,3}\))\s)*(?:(?:khoan|dieu|diem|bieu\smau),\s)*(?:tu,?\s|cum\stu|noi\sdung|danh\smuc|thu\stuc|so\sthu\stu|dong\s)/

function ofParts(read: CueReading, stretch: string): CueReading {
  if (read.relation !== 'REPEALS' && read.relation !== 'REPLACES') return read
  return PARTS.test(stretch.slice(read.end, read.end + 80)) ? { ...read, relation: 'AMENDS' } : read
}
