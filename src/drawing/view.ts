// A trace as it is drawn: what every picture and export of it is made from.

import type { Relation } from '../citation/types.ts'
import type { Level } from '../legal/level.ts'
import type { StatusValue } from '../legal/status.ts'
import type { GapReason } from '../legal/words.ts'

export interface ViewNode {
  readonly key: string
  readonly number: string | null
  readonly date: string | null
  readonly type: string | null
  readonly title: string | null
  readonly issuer: string | null
  readonly level: Level | null
  /** Steps from the root. */
  readonly depth: number
  readonly textHeld: boolean
  /** Invented, for demonstration. */
  readonly fictional: boolean
  /** `null`: not asked for. */
  readonly status: StatusValue | null
}

/** Always newer or citing → older or cited. */
export interface ViewEdge {
  readonly from: string
  readonly to: string
  readonly relation: Relation
  /** Only ever read in a third document's words. */
  readonly secondHand: boolean
}

export interface ViewGap {
  /** What is missing; for an open citation, the instrument that holds it. */
  readonly key: string
  readonly reason: GapReason
  readonly citation: string | null
}

export interface TraceView {
  /** Key of the instrument that is traced. */
  readonly root: string
  readonly direction: 'UP' | 'DOWN'
  readonly nodes: readonly ViewNode[]
  readonly edges: readonly ViewEdge[]
  readonly gaps: readonly ViewGap[]
  readonly truncated: boolean
}
