// Files of every kind in the graph: where each mention stands in its file, and which file it was.

import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import { saveDocuments } from '../../src/ingest/save.ts'
import { reader } from '../../src/reader/index.ts'
import { dump, openTestStore } from '../support/store.ts'

const FILES = join(import.meta.dirname, '../fixtures/files')
const OPTIONS = { place: null, fictional: true }

let graph: Awaited<ReturnType<typeof openTestStore>>
let folder: string
beforeAll(async () => {
  graph = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'cancu-files-'))
})
beforeEach(() => graph.store.clear())
afterAll(async () => {
  await graph.close()
  await rm(folder, { recursive: true })
})

const fileOf = async (uri: string) => {
  const { records } = await graph.driver.executeQuery(
    'MATCH (s:Source {uri: $uri})-[:HOLDS]->(d) RETURN s.fileSha256 AS file, d.pages AS pages',
    { uri },
  )
  return records[0]?.toObject()
}

test('a folder of files of every kind', async () => {
  for (const name of ['plan.docx', 'plan.html', 'plan.pdf', 'scan.pdf', 'encrypted.pdf'])
    await copyFile(join(FILES, name), join(folder, name))
  await writeFile(join(folder, 'picture.png'), 'x')
  const summary = await ingest(graph.store, [folder], OPTIONS)
  expect(summary).toMatchObject({ new: 3, failed: 2, skipped: 1 })
  expect(summary.files.flatMap(({ error }) => (error as { code?: string })?.code ?? [])).toEqual([
    'FILE_ENCRYPTED',
    'NEEDS_OCR',
  ])
  const pdf = join(folder, 'plan.pdf')
  expect(await fileOf(pdf)).toEqual({ file: (await reader.readPath(pdf)).fileSha256, pages: 2 })
  expect(await fileOf(join(folder, 'plan.docx'))).toMatchObject({ pages: null })
})

test('GraphQL tells on which page a mention stands, and where on it', async () => {
  const path = join(FILES, 'plan.pdf')
  await saveDocuments(graph.store, [await readDocument(path, { ...OPTIONS, place: 'moc-ha.lam-sa' })])
  const { text, pages } = await reader.readPath(path)
  const app = await buildApp({ store: graph.store, log: false })
  const query = `{ instrument(key: "38/KH-UBND@2024-02-26@moc-ha.lam-sa") {
    citations(first: 50) { edges { node { text start end page pageOffset } } } } }`
  const { data } = (await app.inject({ method: 'POST', url: '/graphql', payload: { query } })).json()
  await app.close()
  const nodes = data.instrument.citations.edges.map(({ node }: { node: unknown }) => node)
  expect(nodes).toHaveLength(15)
  for (const { text: words, start, page, pageOffset } of nodes) {
    expect(start).toBe((pages[page - 1] ?? 0) + pageOffset)
    expect(text.slice(start, start + words.length)).toBe(words)
  }
  expect(new Set(nodes.map(({ page }: { page: number }) => page))).toEqual(new Set([1, 2]))
})

test('a text has the same pages whichever of its files came first', async () => {
  const pdf = join(FILES, 'plan.pdf')
  const copy = join(folder, 'plan-of-pdf.txt')
  await writeFile(copy, (await reader.readPath(pdf)).text)
  const records = await Promise.all([pdf, copy].map((path) => readDocument(path, OPTIONS)))
  await saveDocuments(graph.store, records)
  const together = await dump(graph.driver)
  await graph.store.clear()
  for (const record of records.toReversed()) await saveDocuments(graph.store, [record])
  expect(await dump(graph.driver)).toEqual(together)
})

test('another file with the same text is told, and the other holders keep theirs', async () => {
  const [a, b] = [join(folder, 'a.html'), join(folder, 'b.html')] as const
  await writeFile(a, '<html><p>Căn cứ Luật số 57/2020/QH14 ngày 16/06/2020')
  await writeFile(b, '<html><p>Căn cứ <b>Luật</b> số 57/2020/QH14 ngày 16/06/2020')
  expect(await ingest(graph.store, [a, b], OPTIONS)).toMatchObject({ new: 2 })
  const before = await fileOf(b)
  await copyFile(b, a)
  expect(await ingest(graph.store, [a, b], OPTIONS)).toMatchObject({ changed: 1, unchanged: 1 })
  expect(await fileOf(a)).toEqual(before)
  expect(await ingest(graph.store, [a, b], OPTIONS)).toMatchObject({ unchanged: 2 })
  expect(await ingest(graph.store, [b], { ...OPTIONS, place: 'lam-sa' })).toMatchObject({ changed: 1 })
  expect(await fileOf(a)).toEqual(before)
})
