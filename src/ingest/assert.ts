// What members of staff decide, into the graph, and out again. Each assertion is kept with its author, time and reason,
// in one transaction with all that follows from it.

import { randomBytes } from 'node:crypto'
import type { Relation } from '../citation/types.ts'
import { createError } from '../errors.ts'
import type { GraphStore } from '../graph/store.ts'
import type { GraphWriter } from '../graph/writer.ts'
import {
  type Assertion,
  type AssertionContent,
  isSameContent,
  subjectsOf,
  type Testimony,
} from '../legal/assertion.ts'
import type { EventKind } from '../legal/records.ts'
import { checkKey, checkTestimony, checkWords } from './assert-checks.ts'
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
  return assert(store, { kind: 'RELATION', from: checkKey(from), to: checkKey(to), relation }, testimony)
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
  const content: AssertionContent = {
    kind: 'EVENT',
    instrument: checkKey(input.instrument),
    event: input.kind,
    effective: input.effective,
    by: [...new Set(input.by.map(checkKey))].sort(),
    quote: checkWords('quote', input.quote),
    source: checkWords('source', input.source),
  }
  return assert(store, content, testimony)
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

function assert(store: GraphStore, content: AssertionContent, testimony: Testimony): Promise<Assertion> {
  const { author, reason } = checkTestimony(testimony)
  return store.write(async (writer) => {
    await check(writer, content)
    const assertion = {
      id: randomBytes(6).toString('hex'),
      at: new Date().toISOString(),
      author,
      reason,
      content,
    }
    await writer.writeAssertion(assertion)
    await rederive(writer, { removed: [], added: [], facts: null, made: [assertion.id] })
    return assertion
  })
}

/** What only the graph can tell: that the instruments are known, and that nobody has said it already. */
async function check(writer: GraphWriter, content: AssertionContent): Promise<void> {
  const subjects = subjectsOf(content)
  const known = new Set((await writer.readInstruments(subjects)).map(({ key }) => key))
  const unknown = subjects.find((key) => !known.has(key))
  if (unknown !== undefined) throw createError('INSTRUMENT_NOT_FOUND', { key: unknown })
  const self = selfOf(content)
  if (self !== null) throw createError('RELATION_TO_SELF', { key: self })
  const standing = await writer.readStandingAssertions()
  const same = standing.find((other) => isSameContent(other.content, content))
  if (same) throw createError('ASSERTION_STANDS', { id: same.id, author: same.author })
}

/** The instrument that would do something to itself. */
function selfOf(content: AssertionContent): string | null {
  if (content.kind === 'RELATION') return content.from === content.to ? content.from : null
  return content.by.includes(content.instrument) ? content.instrument : null
}
