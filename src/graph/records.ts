// The shapes of what the store gives out; rows pass these schemas on their way.

import { z } from 'zod'
import { RELATIONS, type Relation } from '../citation/types.ts'
import { ASSERTION_KINDS } from '../legal/assertion.ts'
import { EVENT_KINDS } from '../legal/records.ts'

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null)
const count = z
  .number()
  .nullish()
  .transform((value) => value ?? 0)
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false)

export const instrumentSchema = z.object({
  key: z.string(),
  number: text,
  date: text,
  type: text,
  title: text,
  issuer: text,
  level: text,
  place: text,
  textHeld: flag,
  fictional: flag,
  openMentions: count,
})
export type InstrumentRow = z.infer<typeof instrumentSchema>

export const mentionSchema = z.object({
  id: z.string(),
  text: z.string(),
  quote: text,
  start: z.number(),
  end: z.number(),
  kind: z.string(),
  type: text,
  number: text,
  date: text,
  issuer: text,
  title: text,
  provision: text,
  relation: z.enum(RELATIONS),
  rule: z.string(),
  confidence: z.number(),
  flags: z.array(z.string()),
  state: z.string(),
  reasons: z.array(z.string()),
  target: text,
  source: z.string(),
})
export type MentionRow = z.infer<typeof mentionSchema>

export const eventSchema = z.object({
  id: z.string(),
  kind: z.enum(EVENT_KINDS),
  effective: text,
  by: z.array(z.string()),
  quote: text,
  source: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
})

export const statedSchema = z.object({
  relation: z.enum(RELATIONS),
  actor: z.string(),
  date: text,
  secondHand: z.boolean(),
  assertions: z
    .array(z.string())
    .nullish()
    .transform((value) => value ?? []),
})
export type StatedRow = z.infer<typeof statedSchema>

export const candidateSchema = z.object({ key: z.string(), score: z.number(), reasons: z.array(z.string()) })
export type CandidateRow = z.infer<typeof candidateSchema>

export const openMentionSchema = z.object({
  id: z.string(),
  number: text,
  type: text,
  title: text,
  lookup: text,
  citedOn: text,
  numberContradicted: flag,
})

/** A citation in the text of an instrument that its words do not settle. */
export interface OpenMentionRow {
  readonly instrument: InstrumentRow
  /** Id of the mention. */
  readonly mention: string
  readonly state: 'AMBIGUOUS' | 'PENDING' | 'CONTRADICTED'
  readonly text: string
  readonly quote: string | null
}

/** What a member of staff decided, with what became of it. */
export const assertionSchema = z.object({
  id: z.string(),
  kind: z.enum(ASSERTION_KINDS),
  author: z.string(),
  /** ISO 8601, in UTC. */
  at: z.string(),
  reason: z.string(),
  /** What was asserted, as JSON. */
  payload: z.string(),
  /** Keys of the instruments that it speaks of. */
  instruments: z.array(z.string()),
  withdrawnBy: text,
  withdrawnAt: text,
  withdrawReason: text,
})
export type AssertionRow = z.infer<typeof assertionSchema>

/** One edge of a trace, citing → cited. */
export interface EdgeRow {
  readonly from: string
  readonly to: string
  readonly relation: Relation
  readonly secondHand: boolean
  readonly mentions: number
  readonly date: string | null
  /** Ids of the assertions of staff that it stands on. */
  readonly assertions: readonly string[]
}

export interface TraceRows {
  readonly nodes: readonly { readonly instrument: InstrumentRow; readonly depth: number }[]
  readonly edges: readonly EdgeRow[]
  readonly open: readonly OpenMentionRow[]
  /** Something lies beyond the depth or the number of nodes that were asked for. */
  readonly truncated: boolean
}
