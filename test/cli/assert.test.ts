// cancu assert, withdraw and assertions as people run them.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../support/cli.ts'
import { dump, openTestStore } from '../support/store.ts'

const RESOLUTION = '25-NQ/TW@2013-06-03'
const RELIGION = '25-NQ/TW@2003-03-12'
const TEXT = `Căn cứ Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng;
Căn cứ Nghị quyết số 25-NQ/TW ngày 12/3/2003 của Ban Chấp hành Trung ương Đảng;
`

let graph: Awaited<ReturnType<typeof openTestStore>>
let folder: string
beforeAll(async () => {
  graph = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'cancu-assert-'))
  await writeFile(join(folder, 'plan.txt'), TEXT)
  await writeFile(
    join(folder, 'undated.txt'),
    'Thực hiện Nghị quyết số 25-NQ/TW của Ban Chấp hành Trung ương Đảng.',
  )
  await cancu('ingest', folder)
})
afterAll(async () => {
  await graph.close()
  await rm(folder, { recursive: true, force: true })
})

const cancu = (...args: string[]) => runCli(folder, args)
const why = ['--reason', 'đã xem bản gốc', '--author', 'Lan']

test('each decision tells how it is undone, and is undone so', { timeout: 120_000 }, async () => {
  const before = await dump(graph.driver)
  const own = (await cancu('search', '25', 'nq', 'tw', '--json')).out
  expect(own).toContain(RELIGION)
  const trace = await cancu('trace', await undatedKey())
  const [, mention = ''] = trace.out.match(/mã ([0-9a-f]{16}:\d{6})/) ?? []
  const decisions = [
    ['relation', RESOLUTION, 'replaces', RELIGION],
    ['event', RELIGION, 'REPLACED', '--effective', '2013-06-03', '--by', RESOLUTION],
    ['mention', mention, RESOLUTION],
    ['merge', RELIGION, '--into', RESOLUTION],
    ['split', await undatedKey('plan'), '--into', 'x'],
  ]
  for (const decision of decisions.slice(0, 4)) {
    const { code, out, err } = await cancu('assert', ...decision, ...why)
    expect({ decision, code, err }).toEqual({ decision, code: 0, err: '' })
    expect(await dump(graph.driver)).not.toEqual(before)
    const [, id = ''] = out.match(/To undo: cancu withdraw ([0-9a-f]{12}) /) ?? []
    expect((await cancu('withdraw', id, '--reason', 'thử')).code).toBe(0)
    expect(await dump(graph.driver)).toEqual(before)
  }
  expect((await cancu('assert', ...(decisions[4] ?? []), ...why)).code).toBe(1)
  const { assertions } = JSON.parse((await cancu('assertions', '--json')).out)
  expect(assertions).toHaveLength(4)
  expect(assertions[3]).toMatchObject({
    kind: 'RELATION',
    author: 'Lan',
    reason: 'đã xem bản gốc',
    content: { from: RESOLUTION, to: RELIGION, relation: 'REPLACES' },
    withdrawReason: 'thử',
  })
  expect((await cancu('assertions', '--standing')).out).toContain('There are no assertions')
})

test('a trace shows an asserted edge with who said it and why', { timeout: 60_000 }, async () => {
  const made = await cancu('assert', 'relation', RESOLUTION, 'CONTINUES', RELIGION, ...why, '--json')
  const { id } = JSON.parse(made.out)
  const { out } = await cancu('trace', RESOLUTION)
  expect(out).toContain('do người phụ trách khẳng định')
  expect(out).toContain(`“đã xem bản gốc” (Lan, ${id})`)
  await cancu('withdraw', id, '--reason', 'thử')
})

test.each([
  [['assert', 'relation', RESOLUTION, 'OWNS', RELIGION, ...why], 2, 'CONTINUES'],
  [['assert', 'relation', RESOLUTION, 'CITES', RELIGION], 2, '--reason'],
  [['assert', 'relation', RESOLUTION, 'CITES', RESOLUTION, ...why], 1, 'RELATION_TO_SELF'],
  [['assert', 'mention', '0000:000001', 'none', ...why], 1, 'MENTION_NOT_FOUND'],
  [['assert', 'split', RESOLUTION, '--into', RESOLUTION, ...why], 1, 'ARGUMENT_INVALID'],
  [['withdraw', 'none', '--reason', 'x'], 1, 'ASSERTION_NOT_FOUND'],
] as const)('%j ends with %i', async (args, code, words) => {
  expect(await cancu(...args)).toMatchObject({ code, err: expect.stringContaining(words) })
})

test('--help tells each kind', async () => {
  const { out } = await cancu('assert', '--help')
  for (const kind of ['relation', 'event', 'mention', 'merge', 'split']) expect(out).toContain(kind)
})

/** Key of the text without a number that `cancu ingest` loaded from a file. */
async function undatedKey(name = 'undated'): Promise<string> {
  const { records } = await graph.driver.executeQuery(
    'MATCH (:Source {uri: $uri})-[:HOLDS]->(:Document)-[:TEXT_OF]->(i) RETURN i.key AS key',
    { uri: join(folder, `${name}.txt`) },
  )
  return records[0]?.get('key') ?? ''
}
