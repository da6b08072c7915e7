// What the signs and dashes of a picture say: those that occur in it, and no others.

import type { StatusValue } from '../legal/status.ts'
import { type Language, STATUS_WORDS, type Words, wordIn } from '../legal/words.ts'
import { STATUS_SIGNS } from './signs.ts'
import type { TraceView } from './view.ts'

export interface LegendEntry {
  /** A sign of a status, or what is dashed. */
  readonly mark: string
  readonly kind: 'sign' | 'box' | 'line'
  /** Name of the sign's colour; "" of dashes. */
  readonly colour: string
  readonly words: string
}

const DASHED: Readonly<Record<'box' | 'line', Words>> = {
  box: ['chưa có toàn văn', 'its text is not held'],
  line: ['chỉ đọc được trong lời văn bản khác', 'only read in a third text'],
}

/** Signs in the order of their table, each once with all that it says here; then dashes. */
export function legendOf({ nodes, edges }: TraceView, language: Language): LegendEntry[] {
  const found = new Set(nodes.map(({ status }) => status))
  const bySign = new Map<string, LegendEntry>()
  for (const [status, [mark, colour]] of Object.entries(STATUS_SIGNS)) {
    if (!found.has(status as StatusValue)) continue
    const word = wordIn(language, STATUS_WORDS[status as StatusValue])
    const words = [bySign.get(mark)?.words, word].filter(Boolean).join('; ')
    bySign.set(mark, { mark, kind: 'sign', colour, words })
  }
  const dashed = (kind: 'box' | 'line'): LegendEntry => ({
    ...{ mark: '╌', kind, colour: '', words: wordIn(language, DASHED[kind]) },
  })
  return [
    ...bySign.values(),
    ...(nodes.some(({ textHeld }) => !textHeld) ? [dashed('box')] : []),
    ...(edges.some(({ secondHand }) => secondHand) ? [dashed('line')] : []),
  ]
}
