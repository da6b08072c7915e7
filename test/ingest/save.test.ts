import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { removeSources, saveDocuments, saveFacts } from '../../src/ingest/save.ts'
import type { DocumentRecord, EventRecord } from '../../src/legal/records.ts'
import { document, dump, openTestStore } from '../support/store.ts'

let graph: Awaited<ReturnType<typeof openTestStore>>
beforeAll(async () => {
  graph = await openTestStore()
})
beforeEach(() => graph.store.clear())
afterAll(() => graph.close())

const RESOLUTION = '25-NQ/TW@2013-06-03'
const CONCLUSION = '43-KL/TW@2019-01-07'
const dated = document(
  'dated.txt',
  'Thực hiện Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư về tiếp tục thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng khóa XI về công tác dân vận, Ủy ban nhân dân xã ban hành kế hoạch.',
)
const undated = document(
  'undated.txt',
  'Thực hiện Nghị quyết số 25-NQ/TW của Ban Chấp hành Trung ương Đảng, Ủy ban nhân dân xã ban hành kế hoạch.',
)
const religion = document(
  'religion.txt',
  'Căn cứ Nghị quyết số 25-NQ/TW ngày 12/3/2003 của Ban Chấp hành Trung ương khóa IX về công tác tôn giáo;',
)
const keysOf = async (number: string) =>
  (
    await graph.store.instruments({ level: null, type: null, textHeld: null, numberKey: number }, 50, null)
  ).map(({ key }) => key)
const ownKey = ({ sha256 }: DocumentRecord) => `unnumbered@${sha256.slice(0, 12)}`
const meant = async (record: DocumentRecord) => {
  const [mention] = await graph.store.citations(ownKey(record), 1, '')
  return { state: mention?.state, target: mention?.target }
}

describe('saving texts', () => {
  test('says what each was to the graph, and saving again changes nothing', async () => {
    expect(await saveDocuments(graph.store, [dated, undated])).toEqual(['new', 'new'])
    const before = await dump(graph.driver)
    expect(await saveDocuments(graph.store, [dated, undated])).toEqual(['unchanged', 'unchanged'])
    expect(await dump(graph.driver)).toEqual(before)
  })

  test('replaces a source’s text as a whole', async () => {
    await saveDocuments(graph.store, [dated])
    const changed = { ...religion, source: dated.source }
    expect(await saveDocuments(graph.store, [changed])).toEqual(['changed'])
    expect(await keysOf('25nqtw')).toEqual(['25-NQ/TW@2003-03-12'])
    expect(await graph.store.instrumentsByKeys([CONCLUSION])).toEqual([])
  })

  test('a nested citation is an edge of the outer instrument, second-hand', async () => {
    await saveDocuments(graph.store, [dated])
    const question = { direction: 'UP', relations: [], depth: 5, asOf: null, limit: 10 } as const
    const trace = await graph.store.trace({ key: ownKey(dated), ...question })
    expect(trace?.nodes.map(({ instrument, depth }) => [instrument.key, depth])).toEqual([
      [ownKey(dated), 0],
      [CONCLUSION, 1],
      [RESOLUTION, 2],
    ])
    expect(
      trace?.edges.map(({ to, relation, secondHand, date }) => [to, relation, secondHand, date]),
    ).toEqual([
      [CONCLUSION, 'IMPLEMENTS', false, null],
      [RESOLUTION, 'CONTINUES', true, '2019-01-07'],
    ])
  })

  test('two sources of one text: it goes with the last of them', async () => {
    await saveDocuments(graph.store, [dated, { ...dated, source: 'copy.txt' }])
    expect((await graph.store.contents()).documents).toBe(1)
    expect(await removeSources(graph.store, ['dated.txt'])).toBe(0)
    expect((await graph.store.contents()).documents).toBe(1)
    expect(await removeSources(graph.store, ['copy.txt'])).toBe(1)
    expect(await graph.store.contents()).toEqual({ instruments: 0, documents: 0, mentions: 0, events: 0 })
  })

  test('what was marked by hand is not read over', async () => {
    const byHand = { ...dated, source: 'seed/plans/x', extractor: 'marked by hand' }
    await saveDocuments(graph.store, [byHand])
    expect(await saveDocuments(graph.store, [dated])).toEqual(['new'])
    const again = await graph.driver.executeQuery('MATCH (d:Document) RETURN d.extractor AS extractor')
    expect(again.records.map((record) => record.get('extractor'))).toEqual(['marked by hand'])
  })

  test('a newer reader reads a text anew, and its other sources keep it', async () => {
    await saveDocuments(graph.store, [dated, { ...dated, source: 'copy.txt' }])
    expect(await saveDocuments(graph.store, [{ ...dated, extractor: 'newer' }])).toEqual(['changed'])
    const { records } = await graph.driver.executeQuery(
      'MATCH (s:Source)-[:HOLDS]->(d:Document) RETURN s.uri AS uri, d.extractor AS extractor ORDER BY uri',
    )
    expect(records.map((record) => record.toObject())).toEqual([
      { uri: 'copy.txt', extractor: 'newer' },
      { uri: 'dated.txt', extractor: 'newer' },
    ])
  })
})

describe('a mention without a date', () => {
  test('waits on a placeholder, finds its instrument when that arrives, and loses it again', async () => {
    await saveDocuments(graph.store, [undated])
    expect(await meant(undated)).toEqual({ state: 'PENDING', target: '25-NQ/TW' })
    await saveDocuments(graph.store, [dated])
    expect(await meant(undated)).toEqual({ state: 'RESOLVED', target: RESOLUTION })
    expect(await keysOf('25nqtw')).toEqual([RESOLUTION])
    await saveDocuments(graph.store, [religion])
    expect(await meant(undated)).toEqual({ state: 'AMBIGUOUS', target: null })
    await removeSources(graph.store, [dated.source, religion.source])
    expect(await meant(undated)).toEqual({ state: 'PENDING', target: '25-NQ/TW' })
  })

  test('that is open is named with its candidates', async () => {
    await saveDocuments(graph.store, [undated, dated, religion])
    const open = await graph.store.openMentions([ownKey(undated)], 10)
    expect(open).toMatchObject([{ state: 'AMBIGUOUS', candidates: ['25-NQ/TW@2003-03-12', RESOLUTION] }])
  })
})

describe('the graph does not depend on the order', () => {
  const fact: EventRecord = {
    instrument: {
      key: RESOLUTION,
      type: 'Nghị quyết',
      number: '25-NQ/TW',
      date: '2013-06-03',
      issuer: 'BCHTW',
      title: 'về dân vận',
    },
    kind: 'CONTINUED',
    by: [CONCLUSION],
    effective: '2019-01-07',
    quote: null,
    source: 'a table',
    confidence: 'high',
  }
  const facts = { dataset: 'facts', instruments: [fact.instrument], events: [fact] }

  test('of texts and facts, however they are split', async () => {
    await saveFacts(graph.store, facts)
    await saveDocuments(graph.store, [dated, undated, religion])
    const together = await dump(graph.driver)
    for (const order of [
      [undated, religion, dated],
      [religion, dated, undated],
    ]) {
      await graph.store.clear()
      for (const record of order) await saveDocuments(graph.store, [record])
      await saveFacts(graph.store, facts)
      expect(await dump(graph.driver)).toEqual(together)
    }
  })

  test('nor on what came and went in between', async () => {
    await saveDocuments(graph.store, [undated])
    const alone = await dump(graph.driver)
    await saveFacts(graph.store, facts)
    await saveDocuments(graph.store, [dated, religion])
    await removeSources(graph.store, [religion.source, dated.source])
    await saveFacts(graph.store, { ...facts, instruments: [], events: [] })
    expect(await dump(graph.driver)).toEqual(alone)
  })
})
