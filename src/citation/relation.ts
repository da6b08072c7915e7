// Gives every placed mention its relation: by the cue of its clause, carried on along lists; inside a
// title by that title's own words.

import { breaksItem, clauseStart } from './boundary.ts'
import { type CueReading, readCue, readTitleCue } from './cue.ts'
import type { CleanText } from './normalize.ts'
import { matchAt, matchesIn } from './pattern.ts'
import { countBefore } from './sorted.ts'
import type { Placed } from './structure.ts'
import type { Relation, StatedRelation } from './types.ts'

export interface Related {
  readonly relation: Relation
  /** Cue in clean offsets; null where none was found. */
  readonly cue: { readonly start: number; readonly end: number } | null
  readonly carried: boolean
}

/** A relation between two cited instruments, by index. */
export interface Link {
  readonly from: number
  readonly to: number
  readonly relation: StatedRelation['relation']
  readonly start: number
  readonly end: number
}

/** The mention before in the same list or sentence, with all that stands in its title. */
interface Sibling {
  readonly index: number
  readonly extent: number
  readonly related: Related
}

const AMENDED_BY =
  /(?:da\s)?duoc\s(sua\sdoi|bo\ssung|thay\sthe|dinh\schinh|bai\sbo)(?:,?\s[a-z]+){0,9}?\s(?:boi|tai|theo|bang)(?![a-z])/
// "Quyết định số 23-QĐ/TW (thay thế Quyết định số 290-QĐ/TW)"
const ACTIVE =
  /^\s?\(\s?(thay\sthe|sua\sdoi|bo\ssung|bai\sbo|dinh\schinh)(?:,?\s(?:bo\ssung|cho|mot\sso\sdieu\scua|cua))*\s$/
// By the first letters of the folded verb: thay thế, sửa đổi, bổ sung, bãi bỏ, đính chính.
const CHANGES: Readonly<Record<string, Relation>> = {
  th: 'REPLACES',
  su: 'AMENDS',
  bo: 'AMENDS',
  ba: 'REPEALS',
  di: 'CORRECTS',
}
const changeOf = (verb: string | undefined): Relation => CHANGES[verb?.slice(0, 2) ?? ''] ?? 'AMENDS'
const ASIDE = /\(\s?(?:sau\sday\s)?(?:goi|viet)\s(?:tat\s)?(?:chung\s)?la\s?:?\s?["']?$/
// a heading of legal bases, or of the table that follows it
const TABLE_HEADING = /[|\n\r]\s?(?:(can\scu|co\sso)\sphap\sly|ten\s(?:tthc|thu\stuc|vbqppl|van\sban))/g
// a line that is a heading of legal bases
const LEGAL_LINE = /(?:^|[\n\r])\s?(?:[a-z\d.]{1,6}[.)]\s)?(?:can\scu|co\sso)\sphap\sly[a-z\s]{0,50}:?[\n\r]$/
const LEGAL_COLUMN_REACH = 40_000
const FRAGMENT = /^[\s,;.:"')~+|-]*(?:va\s|(?:\d{1,2}|[a-z])[.)]\s|[-+]\s)?(?:cac\s)?$/
const CEASES = /[\s,]*(?:\([^()]{0,80}\)\s)?(?:deu\s)?(?:het\shieu\sluc|cham\sdut\shieu\sluc)/y
const FRAGMENT_REACH = 700

/** Relations of all mentions, in order, and those stated between two of them. */
export function relateMentions(
  clean: CleanText,
  placed: readonly Placed[],
): { related: Related[]; links: Link[] } {
  const related: Related[] = []
  const links: Link[] = []
  const columns = tableHeadings(clean)
  let before: Sibling | null = null
  let floor = 0
  let joined: number[] = []
  placed.forEach((one, index) => {
    if (one.outer) {
      related.push(relateInner(clean, one, one.outer, placed[index - 1], related[index - 1]))
      return
    }
    const aside = before ? asideBefore(clean, one) : null
    if (before && aside) {
      related.push(aside)
      before = { ...before, extent: one.extent }
      floor = one.extent
      return
    }
    const own = relateOuter(clean, one, before, floor, columns)
    const result = afterwards(clean, one, own)
    related.push(result)
    joined = before && isJoined(clean, before, one) ? [...joined.slice(1 - LONGEST_RUN), before.index] : []
    if (result !== own) for (const other of joined) related[other] = { ...result, carried: true }
    const link = before ? linkBetween(clean, before, one, index, links) : null
    if (link) links.push(link)
    before = { index, extent: one.extent, related: result }
    floor = one.extent
  })
  return { related, links }
}

// "(sau đây gọi là Quyết định số 1132/QĐ-TTg)": a short name is given, and the list goes on behind it.
function asideBefore(clean: CleanText, one: Placed): Related | null {
  const low = Math.max(0, one.head - 40)
  const aside = ASIDE.exec(clean.folded.slice(low, one.head))
  if (!aside) return null
  return { relation: 'CITES', cue: { start: low + aside.index + 1, end: one.head }, carried: false }
}

// "Quyết định số 25/2025/QĐ-UBND hết hiệu lực kể từ ngày …": the cue stands behind the mention.
function afterwards(clean: CleanText, one: Placed, related: Related): Related {
  if (related.cue && !related.carried && related.relation !== 'CITES') return related
  if (!matchAt(CEASES, clean.folded, one.extent) && !matchAt(CEASES, clean.folded, one.surfaceEnd))
    return related
  return {
    relation: 'REPEALS',
    cue: { start: one.extent, end: CEASES.lastIndex || one.extent },
    carried: false,
  }
}

/** "Nghị định A và Nghị định B hết hiệu lực", "A đã được sửa đổi theo B hết hiệu lực": both do, where A has no cue. */
function isJoined({ folded }: CleanText, before: Sibling, one: Placed): boolean {
  const { relation, cue } = before.related
  if (relation !== 'CITES' || cue || one.head - before.extent > JOINT_REACH) return false
  return JOINT.test(folded.slice(before.extent, one.head))
}

const LONGEST_RUN = 50
const JOINT_REACH = 120
const JOINT =
  /^[\s,;]*(?:va\s|cung\s(?:voi\s)?)?(?:cac\s)?$|^[\s,]*(?:da\s)?duoc\ssua\sdoi[^.;]*\s(?:theo|boi|tai|bang)\s(?:cac\s)?$/

function relateInner(
  clean: CleanText,
  one: Placed,
  outer: Placed,
  sibling: Placed | undefined,
  siblingRelated: Related | undefined,
): Related {
  const low = outer.title?.start ?? outer.surfaceEnd
  const isSibling = sibling !== undefined && sibling !== outer && sibling.outer === outer
  const from = isSibling ? sibling.extent : Math.max(low, one.head - 300)
  const cue = readTitleCue(clean.folded.slice(from, one.head))
  if (cue) return proposed(outer, { relation: cue.relation, cue: shift(cue, from), carried: false })
  if (isSibling && siblingRelated) return { ...siblingRelated, carried: true }
  return { relation: 'CITES', cue: null, carried: false }
}

// What a submission proposes to repeal or replace is not yet repealed.
function proposed(outer: Placed, related: Related): Related {
  const isDraft = outer.mention.type === 'Tờ trình' && /^(?:REPEALS|REPLACES|AMENDS)$/.test(related.relation)
  return isDraft ? { ...related, relation: 'CITES' } : related
}

// Quoted words are not the document's own: blanked before cues are looked for.
function masked(clean: CleanText, start: number, end: number): string {
  const folded = clean.folded.slice(start, end)
  if (!folded.includes('"')) return folded
  const text = clean.text.slice(start, end)
  let open = folded
  for (const quote of matchesIn(QUOTED, text))
    open =
      open.slice(0, quote.index) + '~'.repeat(quote[0].length) + open.slice(quote.index + quote[0].length)
  return open
}

const QUOTED = /“[^“”]{0,400}?[”’]|"[^"]{0,300}"/g
const shift = (cue: CueReading, by: number) => ({ start: cue.start + by, end: cue.end + by })

function relateOuter(
  clean: CleanText,
  one: Placed,
  before: Sibling | null,
  floor: number,
  columns: readonly Heading[],
): Related {
  const start = clauseStart(clean, one.head, floor)
  const clause = masked(clean, start, one.head)
  if (before && start <= floor) {
    const cue = AMENDED_BY.test(clause) || ACTIVE.test(clause) ? null : readCue(clause, one.mention.type)
    const joined = cue?.noun === true && cue.start < 6 && /^[\s,]*(?:va\s|,)/.test(clause)
    return cue && !joined ? cued(clean, one, cue, start) : carry(before.related, one)
  }
  const cue = readCue(clause, one.mention.type)
  if (cue && !isBracketed(clause, cue)) return cued(clean, one, cue, start)
  if (inLegalColumn(clean, one.head, columns)) return { relation: 'BASED_ON', cue: null, carried: false }
  if (FRAGMENT.test(clause)) return relateFragment(clean, one, start, before)
  return { relation: 'CITES', cue: null, carried: false }
}

// "phát triển nhà ở theo dự án (điểm c khoản 1 Điều 27 Luật Nhà ở)": what the brackets refer to.
const isBracketed = (clause: string, cue: CueReading): boolean =>
  cue.relation === 'ACCORDING_TO' && /\([^()]{0,12}$/.test(clause.slice(cue.end))

// "Xét Tờ trình …; Báo cáo thẩm tra …": a report proposes nothing.
function carry(related: Related, one: Placed): Related {
  const cites = related.relation === 'PROPOSED_BY' && one.mention.type === 'Báo cáo'
  return { ...related, relation: cites ? 'CITES' : related.relation, carried: true }
}

// "dự thảo Nghị định sửa đổi …": what an act to come is to change is not yet changed.
const CHANGE = /^(?:AMENDS|REPEALS|REPLACES)$/
const DRAFT =
  /(?:du\sthao|du\san|xay\sdung|soan\sthao|trinh|de\snghi|kien\snghi|tham\smuu|nghien\scuu|ra\ssoat|de\sxuat|xem\sxet)(?:,?\s(?!de\s)[a-z]+){0,8}?,?\s$/

// Rows or phrases struck out of an annex amend the instrument; they do not end it.
function cued(clean: CleanText, one: Placed, cue: CueReading, by: number): Related {
  if (
    CHANGE.test(cue.relation) &&
    DRAFT.test(clean.folded.slice(Math.max(0, by + cue.start - 60), by + cue.start))
  )
    return { relation: 'CITES', cue: shift(cue, by), carried: false }
  const rows = one.provision !== null && /^(?:số thứ tự|dòng|gạch đầu dòng)/iu.test(one.provision.text)
  const relation = cue.relation === 'REPEALS' && rows ? 'AMENDS' : cue.relation
  return { relation, cue: shift(cue, by), carried: false }
}

// A bullet or a sentence that is nothing but the mention: the intro line, or the list it goes on with.
function relateFragment(clean: CleanText, one: Placed, start: number, before: Sibling | null): Related {
  const floor = before?.extent ?? 0
  if (before && sameItem(clean, before.extent, one.head)) return carry(before.related, one)
  if (LEGAL_LINE.test(clean.folded.slice(Math.max(0, start - 90), start)))
    return { relation: 'BASED_ON', cue: null, carried: true }
  const head = clean.folded.slice(Math.max(0, start - 8), start).trimEnd()
  if (head.endsWith(':')) {
    const end = start - 1
    const from = clauseStart(clean, end - 1, Math.max(floor, end - 400))
    const cue = readCue(clean.folded.slice(from, end), one.mention.type)
    if (cue) return { relation: cue.relation, cue: shift(cue, from), carried: true }
  }
  return { relation: 'CITES', cue: null, carried: false }
}

// Close by, or in one paragraph whose list goes on after a sentence that broke in.
function sameItem(clean: CleanText, from: number, to: number): boolean {
  if (to - from < 40) return true
  if (to - from > FRAGMENT_REACH) return false
  for (let i = from; i < to; i++) if (clean.folded.charAt(i) === '|' || breaksItem(clean, i)) return false
  return true
}

interface Heading {
  readonly at: number
  readonly legal: boolean
}

function tableHeadings(clean: CleanText): Heading[] {
  if (!clean.folded.includes('|')) return []
  return [...clean.folded.matchAll(TABLE_HEADING)].map((match) => ({
    at: match.index,
    legal: match[1] !== undefined,
  }))
}

function inLegalColumn(clean: CleanText, head: number, columns: readonly Heading[]): boolean {
  const heading = columns[countBefore(columns, head, ({ at }) => at) - 1]
  if (!heading?.legal || head - heading.at > LEGAL_COLUMN_REACH) return false
  return clean.folded.slice(Math.max(0, head - 2500), head).includes('|')
}

function linkBetween(
  clean: CleanText,
  before: Sibling,
  one: Placed,
  index: number,
  links: readonly Link[],
): Link | null {
  if (one.head - before.extent > 160) return null
  const gap = clean.folded.slice(before.extent, one.head)
  const match = AMENDED_BY.exec(gap)
  if (match) {
    const relation = changeOf(match[1])
    const start = before.extent + match.index
    return { from: index, to: before.index, relation, start, end: start + match[0].length }
  }
  const active = ACTIVE.exec(gap)
  if (active) {
    const verb = active[1] ?? ''
    const start = before.extent + gap.indexOf(verb)
    return { from: before.index, to: index, relation: changeOf(verb), start, end: start + verb.length }
  }
  const open = links.at(-1)
  if (open && open.from === before.index && /^\s?(?:,|va|,\sva)\s?$/.test(gap))
    return { ...open, from: index }
  return null
}
