// cancu dump as people run it: a process of its own, on the tests' Neo4j.

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { saveDocuments } from '../../src/ingest/save.ts'
import { document, dump, openTestStore } from '../support/store.ts'

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
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

function cancu(...args: string[]) {
  const { uri: NEO4J_URI, username: NEO4J_USERNAME, password: NEO4J_PASSWORD } = inject('neo4j')
  const env = { PATH: process.env.PATH, HOME: folder, NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD }
  return promisify(execFile)(process.execPath, [MAIN, ...args], { env, cwd: folder })
}

test('prints the dump, or writes it to a file', async () => {
  const expected = (await dump(graph.driver)).map((line) => `${line}\n`).join('')
  expect((await cancu('dump', '--canonical')).stdout).toBe(expected)
  const { stdout } = await cancu('dump', '--output', 'graph.jsonl')
  expect(stdout).toBe('')
  expect(await readFile(join(folder, 'graph.jsonl'), 'utf8')).toBe(expected)
})

test('says what is wrong where the file cannot be written', async () => {
  await expect(cancu('dump', '--output', 'no/such/folder')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('FILE_UNWRITABLE'),
  })
})
