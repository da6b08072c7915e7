// What follows from assertions in the graph beside what texts say: edges and events between the instruments that are
// there. An assertion about something that is not there waits until it comes.

import type { AssertedEdge, AssertedEvent, GraphWriter } from '../graph/writer.ts'
import { ASSERTED_TABLE, type Assertion, type AssertionKind, type ContentOf } from '../legal/assertion.ts'

type AssertionOf<K extends AssertionKind> = Assertion & { readonly content: ContentOf<K> }

export interface Settlement {
  /** All assertions that stand after the change. */
  readonly standing: readonly Assertion[]
  /** Ids of those that this change made. */
  readonly made: ReadonlySet<string>
  /** Those that this change withdrew. */
  readonly withdrawn: readonly Assertion[]
  /** Keys of the instruments that came into the graph. */
  readonly born: ReadonlySet<string>
}

/** Writes the edges and events of assertions, as far as the change touches them. Runs when all else is written. */
export async function settleAssertions(writer: GraphWriter, settlement: Settlement): Promise<void> {
  await writer.settleAssertedEdges(edgeRows(settlement))
  await writer.deleteAssertedEvents(ofKind(settlement.withdrawn, 'EVENT').map(eventId))
  await writer.settleAssertedEvents(eventRows(settlement))
}

function ofKind<K extends AssertionKind>(assertions: readonly Assertion[], kind: K): AssertionOf<K>[] {
  return assertions.filter((assertion): assertion is AssertionOf<K> => assertion.content.kind === kind)
}

/** Each edge that the change touches, with all the assertions that it stands on now. */
function edgeRows({ standing, made, withdrawn, born }: Settlement): AssertedEdge[] {
  const pairs = Map.groupBy(ofKind(standing, 'RELATION'), ({ content }) => pairOf(content))
  const touched = ofKind(standing, 'RELATION').filter(
    ({ id, content }) => made.has(id) || born.has(content.from) || born.has(content.to),
  )
  const contents = [...touched, ...ofKind(withdrawn, 'RELATION')].map(({ content }) => content)
  return [...new Map(contents.map((content) => [pairOf(content), content]))].map(
    ([pair, { from, to, relation }]) => ({
      from,
      to,
      relation,
      assertions: (pairs.get(pair) ?? []).map(({ id }) => id).sort(),
    }),
  )
}

function pairOf({ from, to, relation }: ContentOf<'RELATION'>): string {
  return `${from}\n${relation}\n${to}`
}

function eventRows({ standing, made, born }: Settlement): AssertedEvent[] {
  return ofKind(standing, 'EVENT')
    .filter(
      ({ id, content: { instrument, by } }) =>
        made.has(id) || [instrument, ...by].some((key) => born.has(key)),
    )
    .map(eventRow)
}

function eventRow(assertion: AssertionOf<'EVENT'>): AssertedEvent {
  const { instrument, event, effective, by, quote, source } = assertion.content
  const evidence = {
    quote: quote ?? assertion.reason,
    source: source ?? assertion.author,
    confidence: 'high',
  }
  return {
    id: eventId(assertion),
    key: instrument,
    by,
    properties: { kind: event, effective, ...evidence },
  }
}

function eventId({ id }: Assertion): string {
  return `${ASSERTED_TABLE}${id}`
}
