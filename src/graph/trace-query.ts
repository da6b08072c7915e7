// Builds the text of the trace query: relationship types and the depth cannot be parameters, so they are
// spliced from lists that were checked before.

import { RELATIONS, type Relation } from '../citation/types.ts'
import { readQueryNamed } from './queries.ts'

export type Direction = 'UP' | 'DOWN'

/** Deeper than any chain of offices, and than any chain found in practice. */
export const MAX_DEPTH = 20

export interface TraceShape {
  readonly direction: Direction
  /** None given: all. */
  readonly relations: readonly Relation[]
  /** Steps from the root, 1 to MAX_DEPTH. */
  readonly depth: number
  /** Only edges between instruments that are no later than $asOf, as far as their dates are known. */
  readonly dated: boolean
}

/** The Cypher of a trace of this shape; takes $key, $limit and, where dated, $asOf. */
export function traceQuery({ direction, relations, depth, dated }: TraceShape): string {
  const types = relationTypes(relations)
  const steps = Math.trunc(depth)
  if (!(steps >= 1 && steps <= MAX_DEPTH)) throw new Error(`depth ${depth} was not checked`)
  const [left, right] = direction === 'UP' ? ['-', '->'] : ['<-', '-']
  const edge = `(t)${left}[r:${types}]${right}(u)`
  const date = 'coalesce(r.date, $asOf) <= $asOf AND coalesce(r.targetDate, $asOf) <= $asOf'
  return readQueryNamed('trace')
    .replace('{{out}}', `${left}[rs:${types}*0..${steps}]${right}(t)`)
    .replace('{{where}}', dated ? `WHERE all(r IN rs WHERE ${date})` : '')
    .replace(
      '{{edges}}',
      `MATCH ${edge} ${dated ? `WHERE ${date} ` : ''}RETURN [u.key, type(r), r.secondHand, r.mentions, r.date, r.assertions]`,
    )
}

function relationTypes(relations: readonly Relation[]): string {
  const known = RELATIONS.filter((relation) => relations.length === 0 || relations.includes(relation))
  if (known.length === 0) throw new Error('relations were not checked')
  return known.join('|')
}
