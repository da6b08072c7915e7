// The counts of a report: how many citations need looking at, and why. Each citation counts once for each reason.

import { hasEnded } from '../legal/status.ts'
import { isIssuedLater, type Judged } from './urgency.ts'

export interface Summary {
  readonly total: number
  /** Not in force yet on the draft's date, or not even issued. */
  readonly notYetInForce: number
  /** Replaced, repealed or expired today. */
  readonly endedToday: number
  /** Already so on the draft's date. */
  readonly endedWhenCited: number
  /** In force as amended, or repealed in part. */
  readonly amended: number
  /** Fits several instruments, or contradicts itself. */
  readonly ambiguous: number
  /** Nobody has told us of an instrument of that number. */
  readonly notHeld: number
  /** In words that are damaged, or too short to tell what is cited: could not be checked. */
  readonly unreadable: number
}

type Counted = Omit<Summary, 'total'>

const COUNTED: Readonly<Record<keyof Counted, (finding: Judged) => boolean>> = {
  notYetInForce: (finding) => finding.statusWhenCited?.value === 'NOT_YET_IN_FORCE' || isIssuedLater(finding),
  endedToday: ({ statusToday }) => statusToday !== null && hasEnded(statusToday.value),
  endedWhenCited: ({ statusWhenCited }) => statusWhenCited !== null && hasEnded(statusWhenCited.value),
  amended: ({ statusToday }) => ['AMENDED', 'PARTLY_REPEALED'].includes(statusToday?.value ?? ''),
  ambiguous: ({ state }) => state === 'AMBIGUOUS' || state === 'CONTRADICTED',
  notHeld: ({ state, unreadable }) => state === 'PENDING' && !unreadable,
  unreadable: ({ unreadable }) => unreadable,
}

export function summarise(findings: readonly Judged[]): Summary {
  const counts = Object.entries(COUNTED).map(([name, counts]) => [name, findings.filter(counts).length])
  return { total: findings.length, ...(Object.fromEntries(counts) as unknown as Counted) }
}
