// Pages of lists, as Relay's connections.

import { checkFirst } from '../answer/checks.ts'
import { encodeCursor } from './cursor.ts'

export interface PageArguments {
  readonly first?: number | null
  readonly after?: string | null
}

/** The schema's default stands for a null too. */
export const pageSize = ({ first }: PageArguments) => checkFirst(first ?? 20)

/** One more than asked for was read, to know whether there is a next page. */
export function connection<T extends object>(
  rows: readonly T[],
  first: number,
  position: (row: T, i: number) => string,
) {
  const edges = rows.slice(0, first).map((row, i) => ({ ...row, cursor: encodeCursor(position(row, i)) }))
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } }
}

export const asNode = <T>(node: T) => ({ node })
