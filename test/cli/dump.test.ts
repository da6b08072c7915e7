// cancu dump as people run it: a process of its own, on the tests' Neo4j.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveDocuments } from '../../src/ingest/save.ts'
import { runCli } from '../support/cli.ts'
import { document, dump, openTestStore } from '../support/store.ts'

const PLAN = 'Căn cứ Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng khóa XI;\n'

let graph: Awaited<ReturnType<typeof openTestStore>>
let folder: string
beforeAll(async () => {
  graph = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'cancu-dump-'))
  await saveDocuments(graph.store, [document('plan.txt', PLAN)])
})
afterAll(async () => {
  await graph.store.clear()
  await graph.close()
  await rm(folder, { recursive: true, force: true })
})

const cancu = (...args: string[]) => runCli(folder, args)

test('prints the dump, or writes it to a file', async () => {
  const expected = (await dump(graph.driver)).map((line) => `${line}\n`).join('')
  expect((await cancu('dump', '--canonical')).out).toBe(expected)
  const { out } = await cancu('dump', '--output', 'graph.jsonl')
  expect(out).toBe('')
  expect(await readFile(join(folder, 'graph.jsonl'), 'utf8')).toBe(expected)
})

test('says what is wrong where the file cannot be written', async () => {
  expect(await cancu('dump', '--output', 'no/such/folder')).toMatchObject({
    code: 1,
    err: expect.stringContaining('FILE_UNWRITABLE'),
  })
})
