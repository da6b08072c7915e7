// Instruments, statuses and traces in sentences, Vietnamese first.

import type { Relation } from '../citation/types.ts'
import type { AssertionRow, EdgeRow, InstrumentRow } from '../graph/records.ts'
import { LEVEL_NAMES, type Level } from '../legal/place.ts'
import type { EventKind } from '../legal/records.ts'
import type { Status, StatusValue, StatusWarning } from '../legal/status.ts'
import type { Suggestion } from '../legal/suggestion.ts'
import type { TimelineEntry } from '../legal/timeline.ts'
import { type Gap, shortestWays, type Trace } from './answers.ts'

const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  BASED_ON: 'căn cứ',
  IMPLEMENTS: 'thực hiện',
  CONTINUES: 'tiếp tục thực hiện',
  REVIEWS: 'sơ kết, tổng kết',
  AMENDS: 'sửa đổi, bổ sung',
  REPLACES: 'thay thế',
  REPEALS: 'bãi bỏ',
  SUSPENDS: 'đình chỉ',
  CORRECTS: 'đính chính',
  GUIDES: 'hướng dẫn',
  PROMULGATES: 'ban hành',
  PROPOSED_BY: 'theo đề nghị tại',
  COORDINATES: 'phối hợp',
  ACCORDING_TO: 'theo',
  CITES: 'nhắc đến',
}

const STATUS_WORDS: Readonly<Record<StatusValue, string>> = {
  NOT_YET_IN_FORCE: 'chưa có hiệu lực',
  NO_KNOWN_CHANGE: 'không biết có thay đổi nào',
  AMENDED: 'đã được sửa đổi, bổ sung',
  CONTINUED: 'được tiếp tục thực hiện',
  PARTLY_REPEALED: 'bị bãi bỏ một phần',
  SUSPENDED: 'bị đình chỉ',
  REPLACED: 'đã bị thay thế',
  REPEALED: 'đã bị bãi bỏ',
  EXPIRED: 'đã hết hiệu lực',
  SPENT: 'đã hết thời gian thực hiện',
  SUPERSEDED_IN_SUBSTANCE: 'nội dung đã được văn bản khác thay',
  CONFLICT: 'các nguồn mâu thuẫn',
  UNKNOWN: 'không rõ',
}

const STATUS_ENGLISH: Readonly<Record<StatusValue, string>> = {
  NOT_YET_IN_FORCE: 'not yet in force',
  NO_KNOWN_CHANGE: 'no known change',
  AMENDED: 'amended',
  CONTINUED: 'continued',
  PARTLY_REPEALED: 'repealed in part',
  SUSPENDED: 'suspended',
  REPLACED: 'replaced',
  REPEALED: 'repealed',
  EXPIRED: 'expired',
  SPENT: 'spent by its own period',
  SUPERSEDED_IN_SUBSTANCE: 'superseded in substance',
  CONFLICT: 'sources contradict each other',
  UNKNOWN: 'not known',
}

const EVENT_WORDS: Readonly<Record<EventKind, readonly [vi: string, en: string]>> = {
  ENTERED_INTO_FORCE: ['có hiệu lực', 'entered into force'],
  AMENDED: ['được sửa đổi, bổ sung', 'amended'],
  CONTINUED: ['được tiếp tục thực hiện', 'continued'],
  PARTLY_REPEALED: ['bị bãi bỏ một phần', 'repealed in part'],
  SUSPENDED: ['bị đình chỉ', 'suspended'],
  REPLACED: ['bị thay thế', 'replaced'],
  REPEALED: ['bị bãi bỏ', 'repealed'],
  EXPIRED: ['hết hiệu lực', 'expired'],
  SPENT: ['hết thời gian thực hiện', 'spent'],
  SUPERSEDED_IN_SUBSTANCE: ['nội dung được văn bản khác thay', 'superseded in substance'],
  REINSTATED: ['có hiệu lực trở lại', 'back in force'],
  UNRESOLVED: ['chưa rõ tình trạng', 'left open by its source'],
  NUMBER_COLLISION: ['số trùng với văn bản khác', 'number shared with others'],
}

const WARNING_WORDS: Readonly<Record<StatusWarning, readonly [vi: string, en: string]>> = {
  NUMBER_HAS_SEVERAL_INSTRUMENTS: ['có nhiều văn bản cùng số này', 'several instruments bear this number'],
  DATE_NOT_KNOWN: ['không rõ ngày xảy ra', 'the day is not known'],
  FURTHER_EVENTS: ['còn có thay đổi khác', 'there were further changes'],
  AMENDER_ENDED: ['văn bản sửa đổi nó đã hết hiệu lực', 'what amended it has itself ended'],
  PARENT_ENDED: [
    'văn bản mà nó hướng dẫn đã hết hiệu lực: cần rà soát',
    'what it guides has ended: for review, it does not fall with it',
  ],
  ISSUER_GONE: ['cơ quan ban hành không còn', 'its issuer is no more; that alone does not end it'],
  BLANKET_REPEAL_IGNORED: ['lời bãi bỏ chung chung không được tính', 'words of blanket repeal were left out'],
  CONTINUED_BY_CONCLUSION: ['được một kết luận tiếp tục', 'kept alive by a conclusion'],
  SPENT_BY_OWN_PERIOD: ['đã qua thời kỳ nêu trong tên gọi', 'the period that its title names is over'],
  CITING_DATE_NOT_KNOWN: [
    'văn bản viện dẫn không ghi ngày: xét vào ngày mới nhất mà nó nhắc đến',
    'the citing text has no date: judged on the latest date that it cites',
  ],
}

/** "Kế hoạch 62/KH-UBND ngày 22/3/2022 của UBND huyện Ngọc Lặc". */
export function nameOf({ type, number, date, issuer, title, fictional }: InstrumentRow): string {
  const name = [type ?? 'Văn bản', number ?? (title ? `“${title}”` : '(không số)')].join(' ')
  const day = date ? ` ngày ${vietnameseDate(date)}` : ''
  return `${name}${day}${issuer ? ` của ${issuer}` : ''}${fictional ? ' [hư cấu]' : ''}`.replaceAll(
    /\s+/gu,
    ' ',
  )
}

/** "2013-06-03" → "03/6/2013", as offices write it: the month padded only below 3. */
export function vietnameseDate(date: string): string {
  const [year, month, day] = date.split('-')
  if (!month || !day) return year ?? date
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`
}

export function levelWord(level: string | null): string {
  return LEVEL_NAMES[level as Level] ?? ''
}

/** "đã bị thay thế". */
export function statusWord(value: StatusValue): string {
  return STATUS_WORDS[value]
}

export function statusSentence({ value, since, by }: Status): string {
  const day = since ? ` từ ngày ${vietnameseDate(since)}` : ''
  return `${STATUS_WORDS[value]}${day}${by.length > 0 ? `, bởi ${by.join('; ')}` : ''} / ${STATUS_ENGLISH[value]}`
}

/** Each warning as a sentence, with the instruments that it speaks of. */
export function warningSentences({ warnings, about }: Pick<Status, 'warnings' | 'about'>): string[] {
  return warnings.map((warning) => {
    const [vi, en] = WARNING_WORDS[warning]
    const keys = about[warning] ?? []
    return `${vi}${keys.length > 0 ? `: ${keys.join('; ')}` : ''} / ${en}`
  })
}

/** "2021-07-30  bị thay thế, bởi 23-QĐ/TW@2021-07-30 / replaced", a line an event. */
export function timelineLines(timeline: readonly TimelineEntry[]): string[] {
  return timeline.map(({ kind, value, since, notBefore, by }) => {
    const [vi, en] = EVENT_WORDS[kind]
    const day = since ?? (notBefore ? `≥ ${notBefore}` : '?')
    const doers = by.length > 0 ? `, bởi ${by.join('; ')}` : ''
    return `${day.padEnd(12)}  ${vi}${doers} → ${STATUS_WORDS[value]} / ${en}`
  })
}

/** "A thay thế B: “lý do” (Lan, 9f31c0aa52e1)". */
export function assertionSentence({ from, to, relation }: EdgeRow, assertion: AssertionRow): string {
  const { reason, author, id } = assertion
  return `${from} ${RELATION_WORDS[relation]} ${to}: “${reason}” (${author}, ${id})`
}

/** A trace as lines: each instrument below the one through which it is reached, then what is missing. */
export function traceLines(trace: Trace, direction: 'UP' | 'DOWN'): string[] {
  const ways = shortestWays(trace, direction)
  const byKey = new Map(trace.nodes.map(({ instrument }) => [instrument.key, instrument]))
  const children = new Map<string, EdgeRow[]>()
  for (const edge of ways.values()) {
    const near = direction === 'UP' ? edge.from : edge.to
    children.set(near, [...(children.get(near) ?? []), edge])
  }
  const lines = [nameOf(trace.root)]
  const grow = (key: string, indent: string) => {
    const edges = (children.get(key) ?? []).sort(byEnds)
    for (const [i, edge] of edges.entries()) {
      const last = i === edges.length - 1
      const far = direction === 'UP' ? edge.to : edge.from
      const instrument = byKey.get(far)
      if (!instrument) continue
      lines.push(`${indent}${last ? '└─' : '├─'} ${relationWords(edge, direction)} ${nameOf(instrument)}`)
      grow(far, `${indent}${last ? '   ' : '│  '}`)
    }
  }
  grow(trace.root.key, '')
  return lines
}

/** The database gives edges in no order; people want the same picture each time. */
function byEnds(a: EdgeRow, b: EdgeRow): number {
  return `${a.to} ${a.from}` < `${b.to} ${b.from}` ? -1 : 1
}

function relationWords({ relation, secondHand, mentions }: EdgeRow, direction: 'UP' | 'DOWN'): string {
  const words = RELATION_WORDS[relation]
  const turned = direction === 'UP' ? words : `được ${words} bởi`
  if (secondHand) return `${turned} (theo lời văn bản khác)`
  return mentions > 0 ? turned : `${turned} (do người phụ trách khẳng định)`
}

/** The chain from the root to one instrument, as a sentence; `null` where the trace does not reach it. */
export function chainSentence(trace: Trace, target: string): string | null {
  const ways = shortestWays(trace, 'UP')
  const byKey = new Map(trace.nodes.map(({ instrument }) => [instrument.key, instrument]))
  const steps: string[] = []
  for (let key = target; key !== trace.root.key; ) {
    const edge = ways.get(key)
    const instrument = byKey.get(key)
    if (!edge || !instrument) return null
    steps.unshift(`${relationWords(edge, 'UP')} ${nameOf(instrument)}`)
    key = edge.from
  }
  return [nameOf(trace.root), ...steps].join('\n  → ')
}

const GAP_WORDS: Readonly<Record<Gap['reason'], string>> = {
  TEXT_NOT_HELD: 'không giữ toàn văn',
  AMBIGUOUS: 'ứng với nhiều văn bản',
  PENDING: 'chưa biết văn bản nào',
  CONTRADICTED: 'lời văn tự mâu thuẫn',
}

export function gapSentence(
  { instrument, reason, citation }: Gap,
  candidates: readonly string[],
  suggestions: readonly Suggestion[],
): string {
  const what = citation
    ? `“${citation.replaceAll(/\s+/gu, ' ')}” (trong ${nameOf(instrument)})`
    : nameOf(instrument)
  const may = candidates.length > 0 ? `: ${candidates.join('; ')}` : ''
  const meant = suggestions.map(({ key }) => key).join('; ')
  return `${what}: ${GAP_WORDS[reason]}${may}${meant ? `; có lẽ là ${meant} / perhaps ${meant}` : ''}`
}
