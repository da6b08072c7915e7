// How big a query's text may be, before it is checked against the schema: validation itself takes time that grows
// with the square of what is written here.

import { type ASTNode, type DocumentNode, Kind, visit } from 'graphql'
import { createError } from '../errors.ts'
import { malformed } from './malformed.ts'

/** Characters of a query's text; drafts and other long texts go into variables. */
const MAX_QUERY_LENGTH = 100_000
export const MAX_TOKENS = 4_000
/** GraphiQL asks for the schema at depth 15. */
export const MAX_QUERY_DEPTH = 16

interface Limit {
  readonly most: number
  readonly vi: string
  readonly en: string
}

/** What is counted over the whole text. */
const COUNTED: Readonly<Partial<Record<ASTNode['kind'], Limit>>> = {
  [Kind.OPERATION_DEFINITION]: { most: 20, vi: 'thao tác', en: 'operations' },
  [Kind.FRAGMENT_DEFINITION]: { most: 50, vi: 'mảnh', en: 'fragments' },
  [Kind.FRAGMENT_SPREAD]: { most: 200, vi: 'lần dùng mảnh', en: 'uses of fragments' },
  [Kind.FIELD]: { most: 1_000, vi: 'trường', en: 'fields' },
  [Kind.DIRECTIVE]: { most: 50, vi: 'chỉ thị @', en: 'directives' },
  [Kind.VARIABLE_DEFINITION]: { most: 50, vi: 'biến', en: 'variables' },
}
const ALIASES: Limit = { most: 100, vi: 'bí danh', en: 'aliases' }
const SELECTIONS: Limit = { most: 100, vi: 'trường ở một chỗ', en: 'fields in one place' }
const LIST_ITEMS: Limit = { most: 500, vi: 'phần tử trong một danh sách', en: 'items in one list' }
const STRING_LENGTH: Limit = {
  most: 10_000,
  vi: 'ký tự trong một chuỗi; hãy dùng biến',
  en: 'characters in one string; use a variable',
}
const VALUES: Limit = { most: 5_000, vi: 'giá trị trong các biến', en: 'values in variables' }

/** @throws QUERY_TOO_LARGE */
export function checkLength(query: string): void {
  if (query.length > MAX_QUERY_LENGTH)
    refuse({ most: MAX_QUERY_LENGTH, vi: 'ký tự', en: 'characters; put long texts into variables' })
}

/**
 * @throws QUERY_TOO_LARGE
 * @throws REQUEST_MALFORMED where the query was not written in GraphQL: Mercurius takes a syntax tree in JSON too,
 *   which no limit on tokens holds for
 */
export function checkShape(document: DocumentNode): void {
  if (!wasParsed(document)) throw malformed('query')
  const counts = new Map<string, number>()
  const count = (name: string, limit: Limit) => {
    const found = (counts.get(name) ?? 0) + 1
    counts.set(name, found)
    hold(found, limit)
  }
  visit(document, {
    enter(node) {
      const limit = COUNTED[node.kind]
      if (limit) count(node.kind, limit)
      if (node.kind === Kind.FIELD && node.alias) count('alias', ALIASES)
      if (node.kind === Kind.SELECTION_SET) hold(node.selections.length, SELECTIONS)
      if (node.kind === Kind.LIST) hold(node.values.length, LIST_ITEMS)
      if (node.kind === Kind.STRING) hold(node.value.length, STRING_LENGTH)
    },
  })
}

/** @throws INTROSPECTION_OFF */
export function refuseIntrospection(document: DocumentNode): void {
  visit(document, {
    Field({ name }) {
      if (name.value === '__schema' || name.value === '__type') throw createError('INTROSPECTION_OFF')
    },
  })
}

/** What the parser made carries a location of its own class; JSON makes plain objects alone. */
function wasParsed(document: DocumentNode | null): boolean {
  const { loc } = document ?? {}
  return typeof loc === 'object' && !Array.isArray(loc) && Object.getPrototypeOf(loc) !== Object.prototype
}

/** Lists and objects of variables, however deep: their number is bounded, and no item is looked at twice. */
export function checkVariables(variables: unknown): void {
  const open: unknown[] = [variables]
  for (let seen = 0; open.length > 0; seen++) {
    hold(seen + open.length, VALUES)
    const value = open.pop()
    if (value === null || typeof value !== 'object') continue
    const items = Array.isArray(value) ? value : Object.values(value)
    hold(items.length, VALUES)
    open.push(...items)
  }
}

function hold(found: number, limit: Limit): void {
  if (found > limit.most) refuse(limit)
}

function refuse({ most, vi, en }: Limit): never {
  throw createError('QUERY_TOO_LARGE', { reason: `quá ${most} ${vi}`, reason_en: `more than ${most} ${en}` })
}
