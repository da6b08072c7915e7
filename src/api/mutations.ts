// GraphQL mutations: what members of staff decide. Each answers with the assertion as it is kept.

import type { Relation } from '../citation/types.ts'
import { createError } from '../errors.ts'
import type { AssertionRow } from '../graph/records.ts'
import type { GraphStore } from '../graph/store.ts'
import { assertRelation, recordEvent, withdraw } from '../ingest/assert.ts'
import type { Assertion, Testimony } from '../legal/assertion.ts'
import type { EventKind } from '../legal/records.ts'

interface Context {
  readonly store: GraphStore
}

interface RelationArguments extends Testimony {
  readonly from: string
  readonly to: string
  readonly relation: Relation
}

interface EventArguments extends Testimony {
  readonly instrument: string
  readonly kind: EventKind
  readonly effective?: string | null
  readonly by?: readonly string[] | null
  readonly quote?: string | null
  readonly source?: string | null
}

/** Who calls: as the caller says. */
function testimonyOf({ author, reason }: Testimony): Testimony {
  return { author, reason }
}

/** The assertion as everyone reads it. */
async function kept(store: GraphStore, made: Promise<Assertion>): Promise<{ assertion: AssertionRow }> {
  const { id } = await made
  const [assertion] = await store.assertionsByIds([id])
  if (!assertion) throw createError('ASSERTION_NOT_FOUND', { id })
  return { assertion }
}

export const mutations = {
  assertRelation: (_: unknown, args: RelationArguments, { store }: Context) =>
    kept(store, assertRelation(store, args, testimonyOf(args))),
  recordEvent(_: unknown, args: EventArguments, { store }: Context) {
    const { instrument, kind, effective = null, by, quote = null, source = null } = args
    const event = { instrument, kind, effective, by: by ?? [], quote, source }
    return kept(store, recordEvent(store, event, testimonyOf(args)))
  },
  withdraw: (_: unknown, args: Testimony & { assertion: string }, { store }: Context) =>
    kept(store, withdraw(store, args.assertion, testimonyOf(args))),
}
