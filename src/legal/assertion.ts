// What members of staff decide of the graph: who, when, why. It stands above what texts say, until it is withdrawn.

import { z } from 'zod'
import { RELATIONS } from '../citation/types.ts'
import { EVENT_KINDS } from './records.ts'

const key = z.string().min(1)

/** One instrument does something to another, whatever the texts say. */
const relation = z.strictObject({
  kind: z.literal('RELATION'),
  from: key,
  to: key,
  relation: z.enum(RELATIONS),
})

/** Something happened to an instrument. */
const event = z.strictObject({
  kind: z.literal('EVENT'),
  instrument: key,
  event: z.enum(EVENT_KINDS),
  /** ISO date it took effect; null: not known. */
  effective: z.iso.date().nullable(),
  /** Keys of the instruments that did it. */
  by: z.array(key),
  /** The words that prove it. */
  quote: z.string().nullable(),
  /** Where those words stand. */
  source: z.string().nullable(),
})

const contentSchema = z.discriminatedUnion('kind', [relation, event])

/** The events of each assertion are kept as a table of their own, under this and its id. */
export const ASSERTED_TABLE = 'assertion:'

export const ASSERTION_KINDS = ['RELATION', 'EVENT'] as const

/** What is asserted, by kind. */
export type AssertionContent = z.infer<typeof contentSchema>
export type AssertionKind = AssertionContent['kind']
export type ContentOf<K extends AssertionKind> = Extract<AssertionContent, { kind: K }>

/** Who asserts or withdraws, and why: neither is empty. */
export interface Testimony {
  readonly author: string
  readonly reason: string
}

export interface Assertion extends Testimony {
  readonly id: string
  /** When, by the server's clock: ISO 8601 in UTC. */
  readonly at: string
  readonly content: AssertionContent
}

/** The content as it is stored beside its kind. */
export function writePayload({ kind: _, ...payload }: AssertionContent): string {
  return JSON.stringify(payload)
}

/** The inverse of `writePayload`. @throws where this version of the program did not write it: a bug */
export function readPayload(kind: string, payload: string): AssertionContent {
  return contentSchema.parse({ ...JSON.parse(payload), kind })
}

/** The instruments that an assertion speaks of, as they were named, each once. */
export function subjectsOf(content: AssertionContent): string[] {
  const named = content.kind === 'RELATION' ? [content.from, content.to] : [content.instrument, ...content.by]
  return [...new Set(named)]
}

/** Whether two say the same thing: saying it twice adds nothing. */
export function isSameContent(a: AssertionContent, b: AssertionContent): boolean {
  return a.kind === b.kind && writePayload(a) === writePayload(b)
}
