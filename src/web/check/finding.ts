// A citation of a draft as the server answers it, and how urgently it wants looking at.

import { urgencyOf } from '../../check/urgency.ts'
import type { Words } from '../../legal/words.ts'
import { INSTRUMENT_FIELDS, type Instrument } from '../instrument.ts'
import {
  BRIEF_STATUS_FIELDS,
  type BriefStatus,
  type Evidence,
  type MeantInstrument,
  meantFields,
  STATUS_FIELDS,
  type Status,
  type Tone,
} from '../status.ts'
import { isDoubtful } from './reasons.ts'

export const CHECK_QUERY = `query ($text: String!, $day: Date, $place: String) {
  checkText(text: $text, documentDate: $day, place: $place) {
    documentDate emptyPages
    citations {
      start end text quote within page provision state reasons flags unreadable
      instrument { ${INSTRUMENT_FIELDS} }
      candidates { reasons instrument { ${meantFields()} } }
      suggestions { reasons instrument { ${meantFields()} } }
      statusToday { ${STATUS_FIELDS} }
      statusWhenCited { ${BRIEF_STATUS_FIELDS} }
      replacement { ${INSTRUMENT_FIELDS} }
      replacementWhenCited { ${INSTRUMENT_FIELDS} }
      evidence { quote source confidence rank }
    }
  }
}`

export interface Candidate {
  readonly instrument: MeantInstrument
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
  readonly candidates: readonly Candidate[]
  readonly suggestions: readonly Candidate[]
  readonly statusToday: Status | null
  readonly statusWhenCited: BriefStatus | null
  /** The citation in whose title it stands. */
  readonly within: string | null
  readonly replacement: Instrument | null
  readonly replacementWhenCited: Instrument | null
  readonly evidence: readonly Evidence[]
}

export interface Check {
  readonly documentDate: string | null
  readonly emptyPages: readonly number[]
  readonly citations: readonly Finding[]
}

export interface Group {
  readonly weight: number
  readonly words: Words
  readonly tone: Tone
}

/** Nothing is wrong with the instrument, but with the words that cite it. */
const DOUBTED: Group = {
  weight: 1.5,
  words: ['cần xem lại lời viện dẫn', 'its words want another look'],
  tone: 'doubt',
}
/** Nothing to do; what was said to go on is told apart. */
const CONTINUED: Group = { weight: 0.5, words: ['được tiếp tục thực hiện', 'continued'], tone: 'kept' }
const UNCHANGED: Group = {
  weight: 0,
  words: ['chưa thấy vấn đề', 'nothing to look at is known'],
  tone: 'quiet',
}
/** From the most urgent; the first that is not above the weight. */
const TONES: readonly (readonly [weight: number, tone: Tone])[] = [
  [12, 'ended'],
  [6, 'doubt'],
  [3, 'changed'],
]

/** The group that a finding stands in. */
export function groupOf(finding: Finding): Group {
  const { weight, words } = urgencyOf(finding)
  if (weight === 0 && isDoubtful([...finding.reasons, ...finding.flags])) return DOUBTED
  if (weight === 0) return finding.statusToday?.value === 'CONTINUED' ? CONTINUED : UNCHANGED
  return { weight, words, tone: TONES.find(([least]) => weight >= least)?.[1] ?? 'plain' }
}

/** Whether there is something to do about the findings of a group. */
export function isUrgent({ weight }: Group): boolean {
  return weight >= 1
}

export interface GroupedFindings {
  readonly group: Group
  /** How many citations. */
  readonly count: number
  /** Indices of findings in the order of the text; those that mean one instrument stand together. */
  readonly rows: readonly (readonly number[])[]
}

/** Groups in order of urgency: each finding stands in one of them. */
export function groupFindings(findings: readonly Finding[]): GroupedFindings[] {
  const groups = new Map<number, { group: Group; rows: Map<string, number[]> }>()
  for (const [i, finding] of findings.entries()) {
    const group = groupOf(finding)
    const known = groups.get(group.weight) ?? { group, rows: new Map<string, number[]>() }
    const row = finding.instrument?.key ?? `#${i}`
    const indices = known.rows.get(row) ?? []
    indices.push(i)
    known.rows.set(row, indices)
    groups.set(group.weight, known)
  }
  return [...groups.values()]
    .sort((a, b) => b.group.weight - a.group.weight)
    .map(({ group, rows }) => {
      const lists = [...rows.values()]
      return { group, count: lists.flat().length, rows: lists }
    })
}
