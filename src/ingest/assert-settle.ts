// What follows from assertions in the graph beside what texts say: edges and events between the instruments that are
// there, and the keys that answer for others. An assertion about something that is not there waits until it comes.

import type { AssertedEdge, AssertedEvent, GraphWriter } from '../graph/writer.ts'
import { ASSERTED_TABLE, type Assertion, type AssertionKind, type ContentOf } from '../legal/assertion.ts'
import type { AssertionChange, Shift } from './assert-shift.ts'

type AssertionOf<K extends AssertionKind> = Assertion & { readonly content: ContentOf<K> }

export interface Settlement extends AssertionChange {
  readonly shift: Pick<Shift, 'before' | 'keys'>
  /** Keys of the instruments that came into the graph. */
  readonly born: ReadonlySet<string>
}

/** Writes the edges and events of assertions, as far as the change touches them. Runs when all else is written. */
export async function settleAssertions(writer: GraphWriter, settlement: Settlement): Promise<void> {
  const { withdrawn, shift, decisions } = settlement
  const events = ofKind(settlement.standing, 'EVENT').filter((event) => isTouched(event, settlement))
  await writer.settleAssertedEdges(edgeRows(settlement))
  await writer.deleteAssertedEvents([...ofKind(withdrawn, 'EVENT'), ...events].map(eventId))
  await writer.settleAssertedEvents(events.map((event) => eventRow(event, decisions.canonical)))
  await writer.settleAssertedAliases(
    shift.keys.map((key) => ({
      key,
      into: decisions.merged.includes(key) ? decisions.canonical(key) : null,
    })),
  )
}

function ofKind<K extends AssertionKind>(assertions: readonly Assertion[], kind: K): AssertionOf<K>[] {
  return assertions.filter((assertion): assertion is AssertionOf<K> => assertion.content.kind === kind)
}

/** Made now, or about an instrument that came, or about a key that means another instrument than before. */
function isTouched(
  { id, content }: AssertionOf<'RELATION' | 'EVENT'>,
  { made, born, shift, decisions }: Settlement,
): boolean {
  const keys = content.kind === 'RELATION' ? [content.from, content.to] : [content.instrument, ...content.by]
  return made.has(id) || keys.some((key) => born.has(decisions.canonical(key)) || shift.keys.includes(key))
}

/** Each edge that the change touches, with all the assertions that it stands on now. */
function edgeRows(settlement: Settlement): AssertedEdge[] {
  const { standing, withdrawn, shift, decisions } = settlement
  const relations = ofKind(standing, 'RELATION')
  const edges = Map.groupBy(relations, ({ content }) => nameOf(edgeOf(content, decisions.canonical)))
  const touched = relations.filter((relation) => isTouched(relation, settlement))
  const rows = [
    ...[...touched, ...ofKind(withdrawn, 'RELATION')].map(({ content }) =>
      edgeOf(content, shift.before.canonical),
    ),
    ...touched.map(({ content }) => edgeOf(content, decisions.canonical)),
  ].filter(({ from, to }) => from !== to)
  return [...new Map(rows.map((row) => [nameOf(row), row]))].map(([name, row]) => {
    const ids = (edges.get(name) ?? []).map(({ id }) => id)
    return { ...row, assertions: ids.sort() }
  })
}

type Edge = Pick<ContentOf<'RELATION'>, 'from' | 'to' | 'relation'>

function edgeOf({ from, to, relation }: Edge, canonical: (key: string) => string): Edge {
  return { from: canonical(from), to: canonical(to), relation }
}

function nameOf({ from, to, relation }: Edge): string {
  return `${from}\n${relation}\n${to}`
}

function eventRow(assertion: AssertionOf<'EVENT'>, canonical: (key: string) => string): AssertedEvent {
  const { instrument, event, effective, by, quote, source } = assertion.content
  const evidence = {
    quote: quote ?? assertion.reason,
    source: source ?? assertion.author,
    confidence: 'high',
  }
  return {
    id: eventId(assertion),
    key: canonical(instrument),
    about: instrument,
    by,
    doers: by.map(canonical),
    properties: { kind: event, effective, ...evidence },
  }
}

function eventId({ id }: Assertion): string {
  return `${ASSERTED_TABLE}${id}`
}
