import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { statusOf } from '../../src/answer/status.ts'
import { ingest } from '../../src/ingest/ingest.ts'
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
  const [[mention] = []] = await graph.store.citations([ownKey(record)], 1, '')
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
    const trace = await graph.store.trace({
      key: ownKey(undated),
      direction: 'UP',
      relations: [],
      depth: 1,
      asOf: null,
      limit: 10,
    })
    expect(trace?.open).toMatchObject([{ state: 'AMBIGUOUS' }])
    const mention = trace?.open[0]?.mention ?? ''
    const candidates = (await graph.store.candidates([mention])).get(mention)
    expect(candidates?.map(({ key }) => key)).toEqual(['25-NQ/TW@2003-03-12', RESOLUTION])
  })
})

test('what a text states between two instruments that it cites is a change of status', async () => {
  const text =
    'Căn cứ Nghị định số 1/2015/NĐ-CP ngày 05/01/2015 của Chính phủ được thay thế bởi Nghị định số 2/2020/NĐ-CP ngày 06/02/2020 của Chính phủ;'
  await saveDocuments(graph.store, [document('stated.txt', text)])
  const key = '01/2015/NĐ-CP@2015-01-05'
  const status = (await statusOf(graph.store, [key], '2021-01-01')).get(key)
  expect(status).toMatchObject({ value: 'REPLACED', by: ['02/2020/NĐ-CP@2020-02-06'] })
  expect((await statusOf(graph.store, [key], '2019-01-01')).get(key)?.value).toBe('NO_KNOWN_CHANGE')
})

test('one text of a thousand that cannot be saved fails alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cancu-ingest-'))
  await writeFile(join(folder, 'good.txt'), 'Căn cứ Nghị định số 1/2015/NĐ-CP ngày 05/01/2015 của Chính phủ;')
  await writeFile(
    join(folder, 'long.txt'),
    `Căn cứ Luật ${'Aaaa'.repeat(4000)} của UBND tỉnh ${'Bbbb'.repeat(4000)};`,
  )
  await writeFile(join(folder, 'scan.tif'), 'x')
  const summary = await ingest(graph.store, [folder], { place: null, fictional: false })
  await rm(folder, { recursive: true })
  expect(summary).toMatchObject({ failed: 0, new: 2, skipped: 1 })
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

  test('nor on which spelling of an organ came first, or which source of a text', async () => {
    const shout = document('shout.txt', 'Căn cứ Kết luận số 9-KL/TW ngày 07/01/2019 của BỘ CHÍNH TRỊ;')
    const plain = document('plain.txt', 'Căn cứ Kết luận số 8-KL/TW ngày 08/01/2019 của Bộ Chính trị;')
    await saveDocuments(graph.store, [shout, plain])
    const there = await dump(graph.driver)
    await graph.store.clear()
    await saveDocuments(graph.store, [plain])
    await saveDocuments(graph.store, [shout, { ...plain, source: 'a/another.txt' }])
    await removeSources(graph.store, ['a/another.txt'])
    expect(await dump(graph.driver)).toEqual(there)
    await removeSources(graph.store, [shout.source])
    const left = await dump(graph.driver)
    await graph.store.clear()
    await saveDocuments(graph.store, [plain])
    expect(await dump(graph.driver)).toEqual(left)
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
