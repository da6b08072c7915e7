// Issuers and titles that a list states once: copied to members that have none of their own, from a
// later member ("A, B của Bộ Chính trị") and from the head ("các Nghị định của Chính phủ: số A; số B").

import type { CleanText } from './normalize.ts'
import { phrases, rejoined } from './pattern.ts'
import type { Placed } from './structure.ts'
import { DOCUMENT_TYPES } from './vocabulary/types.ts'

export interface Shared {
  readonly issuer?: string
  readonly title?: string
}

const LINK = /^\s?(?:,|;|va|,\s?va|hoac|cung)\s?(?:cac\s)?$/

/** For each mention, the issuer and title that it takes from other members of its list. */
export function shareAcrossLists(clean: CleanText, placed: readonly Placed[]): Shared[] {
  const shared: Shared[] = placed.map(() => ({}))
  for (let i = placed.length - 2; i >= 0; i--) {
    const one = placed[i] as Placed
    const next = placed[i + 1] as Placed
    if (one.outer === next.outer && !one.title && isLinked(clean, one.surfaceEnd, next))
      shared[i] = fromNext(clean, one, next, shared[i + 1] as Shared)
  }
  shareFromHeads(clean, placed, shared)
  return shared
}

function isLinked(clean: CleanText, end: number, next: Placed): boolean {
  return next.mention.kind === 'numbered' && LINK.test(gapOf(clean, end, next))
}

// What stands between two members, but for words in brackets: "(nay là Thuế thành phố Hải Phòng) và".
const gapOf = (clean: CleanText, end: number, next: Placed): string =>
  clean.folded.slice(end, Math.min(next.lead, end + 200)).replace(/\s?\([^()]{0,120}\)/g, '')

const wordsOf = (clean: CleanText, at: { start: number; end: number } | null): string | undefined =>
  at ? rejoined(clean.text.slice(at.start, at.end)) : undefined

const issuerOf = (clean: CleanText, one: Placed): string | undefined =>
  one.mention.issuer ?? wordsOf(clean, one.issuer)

function fromNext(clean: CleanText, one: Placed, next: Placed, later: Shared): Shared {
  if (one.mention.kind !== 'numbered') return {}
  const gap = gapOf(clean, one.surfaceEnd, next)
  const own = issuerOf(clean, one)
  const issuer =
    own === undefined && sameOrgan(one, next) ? (issuerOf(clean, next) ?? later.issuer) : undefined
  const title = titleFor(one, wordsOf(clean, next.title) ?? later.title)
  const alike = one.mention.type === next.mention.type || (gap.startsWith(',') && one.date !== null)
  return {
    ...(issuer !== undefined && { issuer }),
    ...(title !== undefined && alike && !gap.includes(';') && { title }),
  }
}

// "Quyết định A và Quyết định B sửa đổi Quyết định A": a title that names a member is not that member's.
function titleFor(one: Placed, title: string | undefined): string | undefined {
  const number = one.mention.number
  return title && number && title.toUpperCase().includes(number.toUpperCase()) ? undefined : title
}

// "217-QĐ/TW, 218-QĐ/TW của Bộ Chính trị": symbols with an organ in common.
function sameOrgan(one: Placed, next: Placed): boolean {
  const organs = organsOf(next)
  return organsOf(one).some((organ) => organs.includes(organ))
}

function organsOf(one: Placed): string[] {
  const [, ...parts] = (one.mention.number ?? '').toUpperCase().split(/[-/]/)
  return parts.filter((part) => /[A-ZĐ]{2}/u.test(part) && !NOT_ORGAN.test(part))
}

const NOT_ORGAN = /^(?:QĐ|NQ|NĐ|CT|KL|KH|TT|TB|CV|TTR|CTR|CĐ|ĐA|HD|BC|PL|QĐI)$/u

// Members whose type word is elided hang on the head: its issuer is theirs, and the next members'.
function shareFromHeads(clean: CleanText, placed: readonly Placed[], shared: Shared[]): void {
  let head: Placed | null = null
  let issuer: string | undefined
  let title: string | undefined
  let end = 0
  placed.forEach((one, i) => {
    if (one.outer) return
    const follows = head !== null && !one.mention.typeStated && isLinked(clean, end, one)
    if (!follows) {
      head = one
      issuer = issuerOf(clean, one) ?? shared[i]?.issuer
      title = titleBefore(clean, one, end)
    } else if (issuer && issuerOf(clean, one) === undefined && shared[i]?.issuer === undefined) {
      shared[i] = { ...shared[i], issuer }
    }
    if (title && !one.title && shared[i]?.title === undefined) shared[i] = { ...shared[i], title }
    end = one.extent
  })
}

const TITLED_LIST = new RegExp(
  String.raw`(?<![a-z])cac\s(?:${phrases(DOCUMENT_TYPES.map(({ name }) => name))})(?:\scua\s[^:;.|]{2,80}?)?\s((?:ve|quy\sdinh|ban\shanh|phe\sduyet|cong\sbo)\s[^:;.|]{8,250}):\s?$`,
)

// "các Quyết định của Chủ tịch UBND tỉnh về việc công bố …: số 761/QĐ-UBND …; số 810/QĐ-UBND …"
function titleBefore(clean: CleanText, one: Placed, floor: number): string | undefined {
  const { folded, text } = clean
  if (one.mention.typeStated || folded.charAt(one.head - 2) !== ':') return undefined
  const low = Math.max(floor, one.head - 380)
  const match = TITLED_LIST.exec(folded.slice(low, one.head))
  if (!match) return undefined
  const end = one.head - (match[0].length - match[0].lastIndexOf(':'))
  return rejoined(text.slice(end - (match[1] ?? '').length, end))
}
