// The shapes of what the store gives out; rows pass these schemas on their way.

import { z } from 'zod'
import { RELATIONS, type Relation } from '../citation/types.ts'
import { ASSERTION_KINDS } from '../legal/assertion.ts'
import { CONFIDENCES } from '../legal/contradiction.ts'
import { LEVELS } from '../legal/place.ts'
import { EVENT_KINDS } from '../legal/records.ts'

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null)
const count = z
  .number()
  .nullish()
  .transform((value) => value ?? 0)
const offset = z
  .number()
  .nullish()
  .transform((value) => value ?? null)
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false)

const level = z
  .enum(LEVELS)
  .nullish()
  .transform((value) => value ?? null)
const confidence = z.enum(CONFIDENCES)

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

/** Which version of a curated table the graph holds. */
export interface DatasetRow {
  readonly name: string
  /** sha256 (hex) of its files. */
  readonly version: string
  /** A user brought it: what ships with the project does not take its place. */
  readonly imported: boolean
}

export const mentionSchema = z.object({
  id: z.string(),
  text: z.string(),
  quote: text,
  start: z.number(),
  end: z.number(),
  page: offset,
  pageOffset: offset,
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
  /** Id of the assertion that says what it means. */
  asserted: text,
  target: text,
  source: z.string(),
  /** Key of the instrument whose text it stands in. */
  citing: text,
})
export type MentionRow = z.infer<typeof mentionSchema>

export const eventSchema = z.object({
  id: z.string(),
  kind: z.enum(EVENT_KINDS),
  effective: text,
  by: z.array(z.string()),
  quote: text,
  source: z.string(),
  confidence,
  dataset: text,
})

/** An instrument's place in the register of codified instruments. */
export const registerSchema = z.object({
  key: z.string(),
  ids: z.array(z.string()),
  editions: z.array(z.string()),
  inForceFrom: text,
  source: z.string(),
})

/** What one instrument did to another, by a recorded event. */
export const actSchema = z.object({
  key: z.string(),
  subject: z.string(),
  event: eventSchema.omit({ by: true, id: true }),
})

export type ActRow = z.infer<typeof actSchema>

/** An edge that says what became of an instrument, with the days on which its doer entered into force. */
export const statedSchema = z.object({
  relation: z.enum(RELATIONS),
  actor: z.string(),
  level,
  date: text,
  secondHand: z.boolean(),
  assertions: z
    .array(z.string())
    .nullish()
    .transform((value) => value ?? []),
  /** `dataset` null: by the doer's own words. */
  entries: z.array(z.object({ day: z.string(), dataset: text, confidence })),
})
export type StatedRow = z.infer<typeof statedSchema>

const effectKind = z.enum(['ENTERS_INTO_FORCE', 'CEASES'])

/** All that the status of one instrument is computed from; see status-events.cypher. */
export const statusSchema = z.object({
  key: z.string(),
  instrument: z.object({ date: text, type: text, title: text, level, place: text }),
  events: z.array(eventSchema),
  stated: z.array(statedSchema),
  /** Clauses on force in its own texts, in their order. */
  own: z.array(z.object({ kind: effectKind, date: z.string(), text: z.string(), source: z.string() })),
  /** Clauses on its force in other texts. */
  clauses: z.array(
    z.object({
      kind: effectKind,
      date: z.string(),
      actor: z.string(),
      level,
      quote: text,
      source: z.string(),
      relation: z.enum(RELATIONS),
      firstHand: z.boolean(),
    }),
  ),
  guides: z.array(z.string()),
  bearers: z.array(z.string()),
})
export type StatusRow = z.infer<typeof statusSchema>

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
