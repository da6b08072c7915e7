// GraphQL mutations: what members of staff decide. Each answers with the assertion as it is kept.

import type { Relation } from '../citation/types.ts'
import { createError } from '../errors.ts'
import type { AssertionRow } from '../graph/records.ts'
import type { GraphStore } from '../graph/store.ts'
import {
  assertRelation,
  mergeInstruments,
  recordEvent,
  resolveMention,
  splitInstrument,
  withdraw,
} from '../ingest/assert.ts'
import type { Assertion, Testimony } from '../legal/assertion.ts'
import type { EventKind } from '../legal/records.ts'
import type { Caller } from './caller.ts'

export interface Context {
  readonly store: GraphStore
  readonly caller: Caller | null
}

export interface Words {
  readonly reason: string
  readonly author?: string | null
}

export interface RelationArguments extends Words {
  readonly from: string
  readonly to: string
  readonly relation: Relation
}

export interface EventArguments extends Words {
  readonly instrument: string
  readonly kind: EventKind
  readonly effective?: string | null
  readonly by?: readonly string[] | null
  readonly quote?: string | null
  readonly source?: string | null
}

export interface MentionArguments extends Words {
  readonly mention: string
  readonly instrument?: string | null
}

export interface MergeArguments extends Words {
  readonly keys: readonly string[]
  readonly into: string
}

export interface SplitArguments extends Words {
  readonly instrument: string
  readonly mentions?: readonly string[] | null
  readonly documents?: readonly string[] | null
  readonly into: string
}

/** Who speaks is whom the key was given to; without keys, on this machine, whoever the caller says. */
function testimonyOf({ author, reason }: Words, caller: Caller | null): Testimony {
  if (caller?.kind !== 'key') return { author: author ?? '', reason }
  if (author == null || author === caller.name) return { author: caller.name, reason }
  const [vi, en] = [
    'khóa API đã nói ai khẳng định; hãy bỏ trống',
    'the API key says who asserts; leave it out',
  ]
  throw createError('ARGUMENT_INVALID', { name: 'author', reason: vi, reason_en: en })
}

/** The assertion as everyone reads it. */
async function kept(store: GraphStore, made: Promise<Assertion>): Promise<{ assertion: AssertionRow }> {
  const { id } = await made
  const [assertion] = await store.assertionsByIds([id])
  if (!assertion) throw createError('ASSERTION_NOT_FOUND', { id })
  return { assertion }
}

export const mutations = {
  assertRelation: (_: unknown, args: RelationArguments, { store, caller }: Context) =>
    kept(store, assertRelation(store, args, testimonyOf(args, caller))),
  recordEvent(_: unknown, args: EventArguments, { store, caller }: Context) {
    const { instrument, kind, effective = null, by, quote = null, source = null } = args
    const event = { instrument, kind, effective, by: by ?? [], quote, source }
    return kept(store, recordEvent(store, event, testimonyOf(args, caller)))
  },
  resolveMention(_: unknown, args: MentionArguments, { store, caller }: Context) {
    const { mention, instrument = null } = args
    return kept(store, resolveMention(store, { mention, instrument }, testimonyOf(args, caller)))
  },
  mergeInstruments: (_: unknown, args: MergeArguments, { store, caller }: Context) =>
    kept(store, mergeInstruments(store, args, testimonyOf(args, caller))),
  splitInstrument(_: unknown, args: SplitArguments, { store, caller }: Context) {
    const { instrument, mentions, documents, into } = args
    const split = { instrument, mentions: mentions ?? [], documents: documents ?? [], into }
    return kept(store, splitInstrument(store, split, testimonyOf(args, caller)))
  },
  withdraw: (_: unknown, args: Words & { assertion: string }, { store, caller }: Context) =>
    kept(store, withdraw(store, args.assertion, testimonyOf(args, caller))),
}
