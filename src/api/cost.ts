// What a query may cost at most, before it is run: fields count once for each parent that the pages around them
// may hold.

import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode, type ValueNode } from 'graphql'
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
  acts: 2,
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
const UNPAGED: Readonly<Record<string, number>> = {
  trace: 100,
  checkText: 5,
  candidates: 3,
  successors: 10,
  acts: 10,
}
/** Characters of a draft that are as dear as one look-up. */
const DRAFT_LENGTH = 300
/** What is counted for a variable whose value nobody knows. */
const LONGEST_PAGE = 200
/** Pages that every instrument has. */
const PAGES_OF_INSTRUMENT = new Set(['citations', 'citedBy'])
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
export function checkCost(document: DocumentNode, given: Readonly<Record<string, unknown>> = {}): void {
  const variables = { ...defaultsOf(document), ...given }
  const fragments = new Map<string, SelectionSetNode>()
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node.selectionSet)
  // Each fragment is reckoned once: fragments that use each other twice would otherwise double at every step.
  const known = new Map<string, number>()
  const costOf = (set: SelectionSetNode, depth: DraftDepth): number =>
    set.selections.reduce((sum, node) => {
      if (node.kind === Kind.FIELD) return sum + costOfField(node, depth)
      if (node.kind === Kind.INLINE_FRAGMENT) return sum + costOf(node.selectionSet, depth)
      return sum + costOfFragment(node.name.value, depth)
    }, 0)
  const costOfFragment = (name: string, depth: DraftDepth): number => {
    const set = fragments.get(name)
    const cost = known.get(`${name} ${depth}`) ?? (set ? costOf(set, depth) : 0)
    known.set(`${name} ${depth}`, cost)
    return cost
  }
  const costOfField = (field: FieldNode, depth: DraftDepth): number => {
    const name = field.name.value
    if (!field.selectionSet || name.startsWith('__')) return 0
    // A draft has thousands of citations: pages are asked for afterwards, of the instruments that matter.
    if (depth === 'below' && PAGES_OF_INSTRUMENT.has(name)) refusePages(name)
    const own = (COSTS[name] ?? (name in PAGES ? 1 : 0)) + draftCost(field, variables)
    return own + lengthOf(field, name, variables) * costOf(field.selectionSet, below(depth, name))
  }
  let cost = 0
  for (const node of document.definitions)
    if (node.kind === Kind.OPERATION_DEFINITION) cost += costOf(node.selectionSet, 'outside')
  if (cost > MOST)
    throw createError('QUERY_TOO_LARGE', {
      reason: `quá ${MOST} phép tra cứu`,
      reason_en: `more than ${MOST} look-ups`,
    })
}

/** Where a field stands: outside of any draft, a field of its report, or below one. */
type DraftDepth = 'outside' | 'report' | 'below'

function below(depth: DraftDepth, name: string): DraftDepth {
  if (name === 'checkText') return 'report'
  return depth === 'outside' ? 'outside' : 'below'
}

function refusePages(name: string): never {
  throw createError('QUERY_TOO_LARGE', {
    reason: `danh sách ${name} bên trong checkText; hãy hỏi riêng theo khóa`,
    reason_en: `the list ${name} within checkText; ask for it by key`,
  })
}

type Variables = Readonly<Record<string, unknown>>

/** The values that variables have where the client gives none; where operations differ, the dearer one. */
function defaultsOf({ definitions }: DocumentNode): Variables {
  const defaults: Record<string, unknown> = {}
  for (const node of definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue
    for (const { variable, defaultValue } of node.variableDefinitions ?? []) {
      const [name, value] = [variable.name.value, plainValue(defaultValue, {})]
      if (sizeOf(value) > sizeOf(defaults[name])) defaults[name] = value
    }
  }
  return defaults
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  return typeof value === 'number' ? value : -1
}

/** Texts and whole numbers as they are written, or as a variable holds them. */
function plainValue(value: ValueNode | undefined, variables: Variables): unknown {
  if (value?.kind === Kind.INT) return Number(value.value)
  if (value?.kind === Kind.STRING) return value.value
  return value?.kind === Kind.VARIABLE ? variables[value.name.value] : null
}

function argumentOf(field: FieldNode, name: string): ValueNode | undefined {
  return field.arguments?.find((argument) => argument.name.value === name)?.value
}

/** A draft costs by its length. */
function draftCost(field: FieldNode, variables: Variables): number {
  if (field.name.value !== 'checkText') return 0
  const text = plainValue(argumentOf(field, 'text'), variables)
  return typeof text === 'string' ? Math.ceil(text.length / DRAFT_LENGTH) : 0
}

/** How many children a field may have for one parent. */
function lengthOf(field: FieldNode, name: string, variables: Variables): number {
  const unpaged = UNPAGED[name]
  if (unpaged !== undefined) return unpaged
  const asked = argumentOf(field, 'first')
  if (asked === undefined) return PAGES[name] ?? 1
  const first = plainValue(asked, variables)
  return typeof first === 'number' && first > 0 ? first : Math.max(LONGEST_PAGE, PAGES[name] ?? 1)
}
