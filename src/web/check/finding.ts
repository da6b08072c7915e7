// A citation of a draft as the server answers it, and how urgently it wants looking at.

import type { Summary } from '../../check/summary.ts'
import { urgencyOf } from '../../check/urgency.ts'
import type { Words } from '../../legal/words.ts'
import { INSTRUMENT_FIELDS, type Instrument } from '../instrument.ts'
import { type Evidence, STATUS_FIELDS, type Status, type Tone } from '../status.ts'

export const CHECK_QUERY = `query ($text: String!, $day: Date, $place: String) {
  checkText(text: $text, documentDate: $day, place: $place) {
    documentDate emptyPages
    citations {
      start end text quote page provision state reasons flags unreadable
      instrument { ${INSTRUMENT_FIELDS} }
      candidates { score reasons instrument { ${INSTRUMENT_FIELDS} } }
      suggestions { reasons instrument { ${INSTRUMENT_FIELDS} } }
      statusToday { ${STATUS_FIELDS} }
      statusWhenCited { value since by { ${INSTRUMENT_FIELDS} } }
      replacement { ${INSTRUMENT_FIELDS} }
      evidence { quote source confidence rank }
    }
    summary { total endedToday endedWhenCited amended ambiguous notHeld unreadable }
  }
}`

export interface Meant {
  readonly instrument: Instrument
  readonly reasons: readonly string[]
}

export interface Finding {
  /** UTF-16 units into the draft. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly quote: string
  /** Counted from 1; `null` where the draft has no page breaks. */
  readonly page: number | null
  readonly provision: string | null
  readonly state: 'RESOLVED' | 'AMBIGUOUS' | 'PENDING' | 'CONTRADICTED'
  readonly reasons: readonly string[]
  readonly flags: readonly string[]
  readonly unreadable: boolean
  readonly instrument: Instrument | null
  readonly candidates: readonly Meant[]
  readonly suggestions: readonly Meant[]
  readonly statusToday: Status | null
  readonly statusWhenCited: Pick<Status, 'value' | 'since' | 'by'> | null
  readonly replacement: Instrument | null
  readonly evidence: readonly Evidence[]
}

export interface Check {
  readonly documentDate: string | null
  readonly emptyPages: readonly number[]
  readonly citations: readonly Finding[]
  readonly summary: Summary
}

export interface Group {
  readonly weight: number
  readonly words: Words
  readonly tone: Tone
}

/** Nothing to look at; what was said to go on is told apart. */
const CONTINUED: Group = { weight: 0.5, words: ['được tiếp tục thực hiện', 'continued'], tone: 'kept' }
const FINE: Group = { weight: 0, words: ['không thấy vấn đề', 'nothing to look at'], tone: 'fine' }
/** From the most urgent; the first that is not above the weight. */
const TONES: readonly (readonly [weight: number, tone: Tone])[] = [
  [10, 'ended'],
  [6, 'doubt'],
  [3, 'changed'],
]

/** The group that a finding stands in. */
export function groupOf(finding: Finding): Group {
  const { weight, words } = urgencyOf(finding)
  if (weight === 0) return finding.statusToday?.value === 'CONTINUED' ? CONTINUED : FINE
  return { weight, words, tone: TONES.find(([least]) => weight >= least)?.[1] ?? 'plain' }
}

/** Groups in order of urgency, each with the indices of its findings in the order of the text. */
export function groupFindings(findings: readonly Finding[]): { group: Group; indices: number[] }[] {
  const groups = new Map<number, { group: Group; indices: number[] }>()
  for (const [i, finding] of findings.entries()) {
    const group = groupOf(finding)
    const known = groups.get(group.weight) ?? { group, indices: [] }
    known.indices.push(i)
    groups.set(group.weight, known)
  }
  return [...groups.values()].sort((a, b) => b.group.weight - a.group.weight)
}
