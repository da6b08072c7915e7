// What members of staff decide, into the graph, and out again. Each assertion is kept with its author, time and reason,
// in one transaction with all that follows from it.

import { randomBytes } from 'node:crypto'
import type { Relation } from '../citation/types.ts'
import { createError } from '../errors.ts'
import type { GraphStore } from '../graph/store.ts'
import type { GraphWriter } from '../graph/writer.ts'
import { type Assertion, type AssertionContent, isSameContent, type Testimony } from '../legal/assertion.ts'
import type { EventKind } from '../legal/records.ts'
import {
  checkKey,
  checkMergeable,
  checkSettled,
  checkTestimony,
  checkTwin,
  checkWords,
  demandKnown,
  demandOthers,
  demandSome,
  readMentions,
  readTexts,
  stands,
} from './assert-checks.ts'
import { createDecisions, type Decisions } from './assert-decisions.ts'
import { rederive } from './rederive.ts'

export interface RelationInput {
  readonly from: string
  readonly to: string
  readonly relation: Relation
}

/**
 * Asserts that one instrument does something to another.
 * @throws INSTRUMENT_NOT_FOUND, RELATION_TO_SELF, ASSERTION_STANDS, ARGUMENT_INVALID; nothing is written then
 */
export async function assertRelation(
  store: GraphStore,
  { from, to, relation }: RelationInput,
  testimony: Testimony,
): Promise<Assertion> {
  const content = { kind: 'RELATION' as const, from: checkKey(from), to: checkKey(to), relation }
  return assert(store, testimony, async (writer, { decisions }) => {
    await demandKnown(writer, [content.from, content.to], decisions)
    demandOthers(content.from, [content.to], decisions)
    return content
  })
}

export interface EventInput {
  readonly instrument: string
  readonly kind: EventKind
  /** ISO date it took effect; `null`: not known. */
  readonly effective: string | null
  readonly by: readonly string[]
  readonly quote: string | null
  readonly source: string | null
}

/**
 * Records that something happened to an instrument.
 * @throws as `assertRelation`
 */
export async function recordEvent(
  store: GraphStore,
  input: EventInput,
  testimony: Testimony,
): Promise<Assertion> {
  const content = {
    kind: 'EVENT' as const,
    instrument: checkKey(input.instrument),
    event: input.kind,
    effective: input.effective,
    by: [...new Set(input.by.map(checkKey))].sort(),
    quote: checkWords('quote', input.quote),
    source: checkWords('source', input.source),
  }
  return assert(store, testimony, async (writer, { decisions }) => {
    await demandKnown(writer, [content.instrument, ...content.by], decisions)
    demandOthers(content.instrument, content.by, decisions)
    return content
  })
}

/**
 * Fixes what a mention means, whatever its words and the tables tell, for as long as its text is held.
 * @param instrument `null`: nothing that is known
 * @throws MENTION_NOT_FOUND, INSTRUMENT_NOT_FOUND, KEY_UNSETTLED, ASSERTION_STANDS, ARGUMENT_INVALID; nothing is
 * written then
 */
export async function resolveMention(
  store: GraphStore,
  { mention, instrument }: { readonly mention: string; readonly instrument: string | null },
  testimony: Testimony,
): Promise<Assertion> {
  const key = instrument === null ? null : checkSettled(instrument)
  return assert(store, testimony, async (writer, { assertions, decisions }) => {
    if (key !== null) await demandKnown(writer, [key], decisions)
    const [found] = await readMentions(writer, [mention], assertions)
    if (!found) throw createError('MENTION_NOT_FOUND', { id: mention })
    return { kind: 'MENTION', place: found.place, text: found.text, instrument: key }
  })
}

/**
 * Says that several keys are of one instrument: all that is said of the others is said of `into`, which answers for
 * them. `into` may be new: so a text that shows no number is given the number that it has.
 * @throws INSTRUMENT_NOT_FOUND, KEY_UNSETTLED, RELATION_TO_SELF, ASSERTION_STANDS, ARGUMENT_INVALID; nothing is
 * written then
 */
export async function mergeInstruments(
  store: GraphStore,
  input: { readonly keys: readonly string[]; readonly into: string },
  testimony: Testimony,
): Promise<Assertion> {
  const keys = [...new Set(input.keys.map(checkMergeable))].sort()
  const into = checkSettled(input.into)
  demandSome('keys', keys)
  return assert(store, testimony, async (writer, { assertions, decisions }) => {
    const merged = assertions.find(
      ({ content }) => content.kind === 'MERGE' && content.keys.some((key) => keys.includes(key)),
    )
    if (merged) throw stands(merged)
    demandOthers(into, keys, decisions)
    await demandKnown(writer, keys, decisions)
    return { kind: 'MERGE', keys, into }
  })
}

export interface SplitInput {
  readonly instrument: string
  /** Ids of mentions. */
  readonly mentions: readonly string[]
  /** Texts: sha256, or sources that hold them. */
  readonly documents: readonly string[]
  /** The same number, date and place, with another qualifier: "33/CT-TTg~2@2021-11-26". */
  readonly into: string
}

/**
 * Says that some mentions and texts of an instrument are of another one of the same number and date.
 * @throws INSTRUMENT_NOT_FOUND, MENTION_NOT_FOUND, SOURCE_NOT_FOUND, NOT_OF_INSTRUMENT, ASSERTION_STANDS,
 * ARGUMENT_INVALID; nothing is written then
 */
export async function splitInstrument(
  store: GraphStore,
  input: SplitInput,
  testimony: Testimony,
): Promise<Assertion> {
  const instrument = checkSettled(input.instrument)
  const into = checkTwin(instrument, input.into)
  demandSome('mentions, documents', [...input.mentions, ...input.documents])
  return assert(store, testimony, async (writer, { assertions, decisions }) => {
    await demandKnown(writer, [instrument], decisions)
    const home = decisions.canonical(instrument)
    const mentions = await readMentions(writer, [...new Set(input.mentions)], assertions)
    const texts = await readTexts(writer, [...new Set(input.documents)], assertions)
    for (const { name, key } of [...mentions, ...texts])
      if (key !== home) throw createError('NOT_OF_INSTRUMENT', { name: name.slice(0, 80), key: home })
    return {
      kind: 'SPLIT',
      instrument,
      mentions: mentions.map(({ place }) => place),
      documents: [...new Set(texts.map(({ sha256 }) => sha256))].sort(),
      into,
    }
  })
}

/**
 * Withdraws an assertion: the graph is as if it had never been made, the record keeps that it was.
 * @throws ASSERTION_NOT_FOUND, ASSERTION_WITHDRAWN, ARGUMENT_INVALID; nothing is written then
 */
export async function withdraw(store: GraphStore, id: string, testimony: Testimony): Promise<Assertion> {
  const { author, reason } = checkTestimony(testimony)
  return store.write(async (writer) => {
    const found = await writer.readAssertion(id.trim())
    if (!found) throw createError('ASSERTION_NOT_FOUND', { id: id.slice(0, 40) })
    const { withdrawn, ...assertion } = found
    if (withdrawn) throw createError('ASSERTION_WITHDRAWN', { id: found.id, author: withdrawn.author })
    await writer.withdrawAssertion(found.id, { author, reason, at: new Date().toISOString() })
    await rederive(writer, { removed: [], added: [], facts: null, withdrawn: [assertion] })
    return assertion
  })
}

interface Standing {
  readonly assertions: readonly Assertion[]
  readonly decisions: Decisions
}

/** Makes what is to be asserted out of what is known; refuses what cannot be. */
type Draft<T> = (writer: GraphWriter, standing: Standing) => Promise<T>

async function assert(
  store: GraphStore,
  testimony: Testimony,
  draft: Draft<AssertionContent>,
): Promise<Assertion> {
  const told = checkTestimony(testimony)
  return store.write(async (writer) => {
    const assertions = await writer.readStandingAssertions()
    const content = await draft(writer, { assertions, decisions: createDecisions(assertions) })
    const same = assertions.find((other) => isSameContent(other.content, content))
    if (same) throw stands(same)
    const assertion = { id: randomBytes(6).toString('hex'), at: new Date().toISOString(), ...told, content }
    await writer.writeAssertion(assertion)
    await rederive(writer, { removed: [], added: [], facts: null, made: [assertion.id] })
    return assertion
  })
}
