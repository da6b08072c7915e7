// What a query may cost at most, before it is run: fields count once for each parent that the pages around them
// may hold.

import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode } from 'graphql'
import { createError } from '../errors.ts'

/** About what the database answers in a few seconds. */
const MOST = 10_000
/** Fields that are dearer than one look-up. */
const COSTS: Readonly<Record<string, number>> = {
  trace: 200,
  search: 20,
  status: 2,
  statusWhenCited: 2,
  timeline: 2,
  assertRelation: 500,
  recordEvent: 500,
  resolveMention: 500,
  mergeInstruments: 500,
  splitInstrument: 500,
  withdraw: 500,
  checkText: 500,
  suggestions: 2,
  candidates: 1,
  successors: 1,
  assertion: 1,
  places: 20,
  place: 1,
  parent: 1,
  successor: 1,
}
/** Answers that are not paged: what is asked of each of their parts is counted as for this many. */
const UNPAGED: Readonly<Record<string, number>> = { trace: 100, checkText: 5, successors: 10 }
/** Pages as long as the schema's default where a query does not say. */
export const PAGES: Readonly<Record<string, number>> = {
  instruments: 20,
  search: 20,
  citations: 20,
  citedBy: 20,
  evidence: 3,
  assertions: 20,
  places: 20,
}

/** @throws QUERY_TOO_LARGE where the query may cost more than is allowed */
export function checkCost(document: DocumentNode, variables: Readonly<Record<string, unknown>> = {}): void {
  const fragments = new Map<string, SelectionSetNode>()
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node.selectionSet)
  // Each fragment is reckoned once: fragments that use each other twice would otherwise double at every step.
  const known = new Map<string, number>()
  const costOf = (set: SelectionSetNode): number =>
    set.selections.reduce((sum, node) => {
      if (node.kind === Kind.FIELD) return sum + costOfField(node)
      return (
        sum +
        (node.kind === Kind.INLINE_FRAGMENT ? costOf(node.selectionSet) : costOfFragment(node.name.value))
      )
    }, 0)
  const costOfFragment = (name: string): number => {
    const set = fragments.get(name)
    const cost = known.get(name) ?? (set ? costOf(set) : 0)
    known.set(name, cost)
    return cost
  }
  const costOfField = (field: FieldNode): number => {
    const name = field.name.value
    if (!field.selectionSet || name.startsWith('__')) return 0
    return (
      (COSTS[name] ?? (name in PAGES ? 1 : 0)) + lengthOf(field, name, variables) * costOf(field.selectionSet)
    )
  }
  let cost = 0
  for (const node of document.definitions)
    if (node.kind === Kind.OPERATION_DEFINITION) cost += costOf(node.selectionSet)
  if (cost > MOST)
    throw createError('QUERY_TOO_LARGE', {
      reason: `quá ${MOST} phép tra cứu`,
      reason_en: `more than ${MOST} look-ups`,
    })
}

/** How many children a field may have for one parent. */
function lengthOf(field: FieldNode, name: string, variables: Readonly<Record<string, unknown>>): number {
  const unpaged = UNPAGED[name]
  if (unpaged !== undefined) return unpaged
  const value = field.arguments?.find((argument) => argument.name.value === 'first')?.value
  const first =
    value?.kind === Kind.INT
      ? Number(value.value)
      : value?.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : null
  return typeof first === 'number' && first > 0 ? first : (PAGES[name] ?? 1)
}
