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

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Where a mention stands: it keeps its place in the text, whoever reads the text anew. Offsets as in `Citation`. */
const place = z.strictObject({ sha256, start: z.int().nonnegative(), end: z.int().positive() })
export type MentionPlace = z.infer<typeof place>

/** A mention means this instrument; null: nothing that is known. */
const mention = z.strictObject({
  kind: z.literal('MENTION'),
  place,
  text: z.string(),
  instrument: key.nullable(),
})

/** These keys and `into` are one instrument. */
const merge = z.strictObject({ kind: z.literal('MERGE'), keys: z.array(key).min(1), into: key })

/** Some mentions and texts of an instrument are of another of the same number and date. */
const split = z.strictObject({
  kind: z.literal('SPLIT'),
  instrument: key,
  mentions: z.array(place),
  /** sha256 of the texts. */
  documents: z.array(sha256),
  into: key,
})

const contentSchema = z.discriminatedUnion('kind', [relation, event, mention, merge, split])

/** The events of each assertion are kept as a table of their own, under this and its id. */
export const ASSERTED_TABLE = 'assertion:'

export const ASSERTION_KINDS = ['RELATION', 'EVENT', 'MENTION', 'MERGE', 'SPLIT'] as const

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
  return [...new Set(named(content))]
}

function named(content: AssertionContent): readonly string[] {
  switch (content.kind) {
    case 'RELATION':
      return [content.from, content.to]
    case 'EVENT':
      return [content.instrument, ...content.by]
    case 'MENTION':
      return content.instrument === null ? [] : [content.instrument]
    case 'MERGE':
      return [...content.keys, content.into]
    case 'SPLIT':
      return [content.instrument, content.into]
  }
}

/** Whether two say the same thing: saying it twice adds nothing. */
export function isSameContent(a: AssertionContent, b: AssertionContent): boolean {
  return a.kind === b.kind && writePayload(a) === writePayload(b)
}
