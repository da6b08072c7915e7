// Instruments, statuses and traces in sentences, Vietnamese first.

import type { PlaceRow } from '../graph/places.ts'
import type { AssertionRow, EdgeRow, InstrumentRow } from '../graph/records.ts'
import { LEVEL_NAMES, type Level } from '../legal/place.ts'
import type { Status, StatusValue } from '../legal/status.ts'
import type { Suggestion } from '../legal/suggestion.ts'
import type { TimelineEntry } from '../legal/timeline.ts'
import { dayIn, EVENT_WORDS, GAP_WORDS, RELATION_WORDS, STATUS_WORDS, WARNING_WORDS } from '../legal/words.ts'
import { type Gap, shortestWays, type Trace } from './answers.ts'

/** "Kế hoạch 62/KH-UBND ngày 22/3/2022 của UBND huyện Ngọc Lặc". */
export function nameOf({ type, number, date, issuer, title, fictional }: InstrumentRow): string {
  const name = [type ?? 'Văn bản', number ?? (title ? `“${title}”` : '(không số)')].join(' ')
  const day = date ? ` ngày ${dayIn('vi', date)}` : ''
  return `${name}${day}${issuer ? ` của ${issuer}` : ''}${fictional ? ' [hư cấu]' : ''}`.replaceAll(
    /\s+/gu,
    ' ',
  )
}

export function levelWord(level: string | null): string {
  return LEVEL_NAMES[level as Level] ?? ''
}

/** "đã bị thay thế". */
export function statusWord(value: StatusValue): string {
  return STATUS_WORDS[value][0]
}

export function statusSentence({ value, since, by }: Status): string {
  const day = since ? ` từ ngày ${dayIn('vi', since)}` : ''
  return `${STATUS_WORDS[value][0]}${day}${by.length > 0 ? `, bởi ${by.join('; ')}` : ''} / ${STATUS_WORDS[value][1]}`
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
    return `${day.padEnd(12)}  ${vi}${doers} → ${STATUS_WORDS[value][0]} / ${en}`
  })
}

/** "A thay thế B: “lý do” (Lan, 9f31c0aa52e1)". */
export function assertionSentence({ from, to, relation }: EdgeRow, assertion: AssertionRow): string {
  const { reason, author, id } = assertion
  return `${from} ${RELATION_WORDS[relation][0]} ${to}: “${reason}” (${author}, ${id})`
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
  const words = RELATION_WORDS[relation][0]
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

export function gapSentence(
  { instrument, reason, citation, mention }: Gap,
  candidates: readonly string[],
  suggestions: readonly Suggestion[],
): string {
  const what = citation
    ? `“${citation.replaceAll(/\s+/gu, ' ')}” (trong ${nameOf(instrument)}${mention ? `; mã ${mention}` : ''})`
    : nameOf(instrument)
  const may = candidates.length > 0 ? `: ${candidates.join('; ')}` : ''
  const meant = suggestions.map(({ key }) => key).join('; ')
  return `${what}: ${GAP_WORDS[reason][0]}${may}${meant ? `; có lẽ là ${meant} / perhaps ${meant}` : ''}`
}

/** "huyện Ngọc Lặc"; of a place that no table has, its path. */
export function placeName(place: PlaceRow | undefined, path: string): string {
  return place?.name ? `${place.kind ?? ''} ${place.name}`.trim() : path
}

/** "huyện Ngọc Lặc, tỉnh Thanh Hóa  [ngoc-lac.thanh-hoa]  đến 2025-06-30 → xã Ngọc Lặc, …" */
export function placeSentence(place: PlaceRow, nameOfPath: (path: string) => string): string {
  const { path, parent, validFrom, validTo, successors } = place
  const names = [placeName(place, path), ...(parent ? [nameOfPath(parent)] : [])].join(', ')
  const days = [validFrom && `từ ${validFrom}`, validTo && `đến ${validTo}`].filter(Boolean).join(' ')
  const next = successors.length > 0 ? `→ ${successors.map(nameOfPath).join(', ')}` : ''
  return [names, `[${path}]`, days, next].filter(Boolean).join('  ')
}
