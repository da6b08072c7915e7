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
  assertRelation: 500,
  recordEvent: 500,
  withdraw: 500,
  suggestions: 2,
  candidates: 1,
}
/** A trace is not paged: what is asked of each of its nodes is counted as for this many. */
const TRACE_NODES = 100
/** Pages as long as the schema's default where a query does not say. */
const PAGES: Readonly<Record<string, number>> = {
  instruments: 20,
  search: 20,
  citations: 20,
  citedBy: 20,
  evidence: 3,
  assertions: 20,
}

/** @throws QUERY_TOO_LARGE where the query may cost more than is allowed */
export function checkCost(document: DocumentNode, variables: Readonly<Record<string, unknown>> = {}): void {
  const fragments = new Map<string, SelectionSetNode>()
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node.selectionSet)
  let cost = 0
  const walk = (set: SelectionSetNode, times: number) => {
    for (const node of set.selections) {
      if (cost > MOST) return
      if (node.kind === Kind.FIELD) visit(node, times)
      else if (node.kind === Kind.INLINE_FRAGMENT) walk(node.selectionSet, times)
      else walk(fragments.get(node.name.value) ?? { kind: Kind.SELECTION_SET, selections: [] }, times)
    }
  }
  const visit = (field: FieldNode, times: number) => {
    const name = field.name.value
    if (!field.selectionSet || name.startsWith('__')) return
    cost += times * (COSTS[name] ?? (name in PAGES ? 1 : 0))
    walk(field.selectionSet, times * lengthOf(field, name, variables))
  }
  for (const node of document.definitions)
    if (node.kind === Kind.OPERATION_DEFINITION) walk(node.selectionSet, 1)
  if (cost > MOST)
    throw createError('QUERY_TOO_LARGE', {
      reason: `quá ${MOST} phép tra cứu`,
      reason_en: `more than ${MOST} look-ups`,
    })
}

/** How many children a field may have for one parent. */
function lengthOf(field: FieldNode, name: string, variables: Readonly<Record<string, unknown>>): number {
  if (name === 'trace') return TRACE_NODES
  const value = field.arguments?.find((argument) => argument.name.value === 'first')?.value
  const first =
    value?.kind === Kind.INT
      ? Number(value.value)
      : value?.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : null
  return typeof first === 'number' && first > 0 ? first : (PAGES[name] ?? 1)
}
