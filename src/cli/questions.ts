// cancu trace, cancu status, cancu search: the questions.

import { candidatesOf, evidenceOf, MAX_TRACE_NODES, traceWithGaps } from '../answer/answers.ts'
import { checkDepth, checkFirst, checkKey, checkSearchText } from '../answer/checks.ts'
import { findKey } from '../answer/find-key.ts'
import { statusesOf, timelinesOf } from '../answer/status.ts'
import { suggestionsOf } from '../answer/suggestions.ts'
import {
  assertionSentence,
  gapSentence,
  levelWord,
  nameOf,
  statusSentence,
  timelineLines,
  traceLines,
  warningSentences,
} from '../answer/words.ts'
import type { Relation } from '../citation/types.ts'
import { createError } from '../errors.ts'
import type { GraphStore } from '../graph/store.ts'
import { todayInVietnam } from '../legal/today.ts'
import { paint, print, printJson, table } from './output.ts'
import { withStore } from './with-store.ts'

/** Assertions of one edge that a trace prints. */
const MOST_ASSERTIONS = 10

interface TraceOptions {
  readonly down?: boolean
  readonly depth: number
  readonly relations?: readonly Relation[]
  readonly asOf?: string
  readonly json?: boolean
}

export async function traceCommand(key: string, options: TraceOptions): Promise<void> {
  const direction = options.down ? 'DOWN' : 'UP'
  const shape = {
    direction,
    relations: options.relations ?? [],
    depth: checkDepth(options.depth),
    asOf: options.asOf ?? null,
    limit: MAX_TRACE_NODES,
  } as const
  const { trace, candidates, suggestions, asserted, evidence } = await withStore(async (store) => {
    const question = { ...shape, key: await findKey(store, checkKey(key)) }
    const trace = await traceWithGaps(store, question)
    if (!trace) throw createError('INSTRUMENT_NOT_FOUND', { key: question.key })
    const asserted = trace.edges.filter(({ assertions }) => assertions.length > 0)
    const mentions = trace.gaps.map(({ mention }) => mention ?? '')
    const [evidence, candidates, suggestions] = await Promise.all([
      evidenceOf(store, asserted, MOST_ASSERTIONS),
      candidatesOf(store, trace.gaps),
      suggestionsOf(store, mentions),
    ])
    return { trace, candidates, suggestions, asserted, evidence }
  })
  if (options.json)
    return printJson({
      ...trace,
      gaps: trace.gaps.map((gap, i) => ({ ...gap, candidates: candidates[i], suggestions: suggestions[i] })),
    })
  for (const line of traceLines(trace, direction)) print(line)
  if (trace.gaps.length > 0) print(`\n${paint('yellow', 'Chỗ đứt / Gaps')}`)
  for (const [i, gap] of trace.gaps.entries())
    print(`  ${gapSentence(gap, candidates[i] ?? [], suggestions[i] ?? [])}`)
  if (asserted.length > 0) print(`\n${paint('yellow', 'Khẳng định / Assertions')}`)
  for (const [i, edge] of asserted.entries())
    for (const { assertion } of evidence[i] ?? [])
      if (assertion) print(`  ${assertionSentence(edge, assertion)}`)
  if (trace.truncated) print(paint('yellow', '\nCòn nữa: tăng --depth. / There is more: raise --depth.'))
}

interface StatusOptions {
  readonly asOf?: string
  readonly timeline?: boolean
  readonly json?: boolean
}

export async function statusCommand(
  key: string,
  { asOf, timeline: told, json }: StatusOptions,
): Promise<void> {
  const day = asOf ?? todayInVietnam()
  const { instrument, status, timeline } = await withStore((store) => readStatus(store, checkKey(key), day))
  if (json) return printJson({ key: instrument.key, ...status, ...(told && { timeline }) })
  print(`${paint('bold', nameOf(instrument))}\n${statusSentence(status)} (ngày xem xét: ${day})`)
  for (const { quote, source } of status.evidence) print(`  ${quote ? `“${quote}” · ` : ''}${source}`)
  for (const line of warningSentences(status)) print(paint('yellow', `  ${line}`))
  if (told) for (const line of timelineLines(timeline)) print(line)
}

async function readStatus(store: GraphStore, key: string, day: string) {
  const found = await findKey(store, key)
  const [instrument] = await store.instrumentsByKeys([found])
  if (!instrument) throw createError('INSTRUMENT_NOT_FOUND', { key })
  const [status] = await statusesOf(store, [{ key: found, asOf: day }])
  const [timeline = []] = await timelinesOf(store, [found])
  if (!status) throw createError('INSTRUMENT_NOT_FOUND', { key })
  return { instrument, status, timeline }
}

export async function searchCommand(
  words: readonly string[],
  { first, json }: { first: number; json?: boolean },
): Promise<void> {
  const text = checkSearchText(words.join(' '))
  const found = await withStore((store) => store.search(text, checkFirst(first), 0))
  if (json) return printJson(found.map(({ instrument, score }) => ({ ...instrument, score })))
  const rows = found.map(({ instrument }) => [
    instrument.key,
    levelWord(instrument.level),
    instrument.type ?? '',
    instrument.title ?? '',
  ])
  if (rows.length === 0) print('Không tìm thấy. / Nothing found.')
  else for (const line of table(['khóa', 'bậc', 'loại', 'trích yếu'], rows)) print(line)
}
