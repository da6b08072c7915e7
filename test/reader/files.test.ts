// Files made by real programs of one invented plan (scripts/make-file-fixtures.ts): whatever the kind, the citations are
// those of the plan as text, and lead back into the file.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { extractCitations } from '../../src/citation/index.ts'
import { createReader, positionOf } from '../../src/reader/index.ts'

const FOLDER = join(import.meta.dirname, '../fixtures/files')
const PLAN = join(import.meta.dirname, '../../seed/sample/2-ke-hoach-huyen-moc-ha.txt')

const reader = createReader()
afterAll(() => reader.close())

const bytesOf = (name: string) => readFileSync(join(FOLDER, name))
const read = (name: string) => reader.readPath(join(FOLDER, name))
const cited = (text: string) =>
  extractCitations(text).citations.map(({ number, name, date, issuer, relation, title }) => ({
    number,
    name,
    date,
    issuer,
    relation,
    title,
  }))

const plan = await reader.readPath(PLAN)

describe.each([
  ['plan.docx', 'docx'],
  ['plan.html', 'html'],
  ['plan.pdf', 'pdf'],
  ['printed-by-chromium.pdf', 'pdf'],
])('%s', (name, kind) => {
  test('cites what the text cites', async () => {
    const { text, kind: found } = await read(name)
    expect(found).toBe(kind)
    expect(cited(text)).toEqual(cited(plan.text))
  })

  test('has the header of the text', async () => {
    const { signer: _, ...header } = extractCitations(plan.text).header
    expect(extractCitations((await read(name)).text).header).toMatchObject(header)
  })

  test('is read under any name, and from bytes', async () => {
    const [at, under] = [await read(name), await reader.readBytes(bytesOf(name), 'plan.txt')]
    expect(under).toEqual(at)
    expect(at.fileSha256).not.toBe(at.sha256)
  })
})

test('a text’s own sha256 is its file’s, without a byte order mark', async () => {
  expect(plan.fileSha256).toBe(plan.sha256)
  const marked = await reader.readBytes(Buffer.from(`\ufeff${plan.text}`), 'plan.txt')
  expect(marked.sha256).toBe(plan.sha256)
  expect(marked.fileSha256).not.toBe(plan.sha256)
})

describe('offsets lead back', () => {
  test('to the page of a PDF', async () => {
    const found = await read('plan.pdf')
    expect(found.pages).toHaveLength(2)
    const [one, two, end] = found.text.split('\f')
    expect(end).toBe('')
    for (const { start, text } of extractCitations(found.text).citations) {
      const { page, pageOffset } = positionOf(found, start)
      expect((page === 1 ? one : two)?.slice(pageOffset ?? -1)).toMatch(
        new RegExp(`^${text.replace(/\s+/g, '\\s+')}`),
      )
    }
    const pageOf = (number: string) =>
      positionOf(
        found,
        extractCitations(found.text).citations.find((one) => one.number === number)?.start ?? -1,
      ).page
    expect(['21/KH-UBND', '01-KL/TW'].map(pageOf)).toEqual([1, 2])
  })

  test('to the paragraph of a DOCX', async () => {
    const found = await read('odd.docx')
    const at = found.text.indexOf('59/2023/NĐ-CP')
    const number = positionOf(found, at).paragraph ?? 0
    expect(found.text.slice(found.paragraphs[number - 1], found.paragraphs[number])).toBe(
      'Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ\n',
    )
  })
})

describe.each(['odd.docx', 'odd.html'])('%s', (name) => {
  test('a note does not break the number that it stands on; notes, boxes, tables and lists are read', async () => {
    const { text } = await read(name)
    expect(cited(text)).toMatchObject([
      { number: '214-QĐ/HU', date: '2021-11-15' },
      { number: '49-CT/TW', date: '2015-10-20' },
      { number: '59/2023/NĐ-CP', date: '2023-08-14' },
      { number: '120-KL/TW', date: '2016-01-07' },
      { number: '612-QĐ/HU', date: '2022-08-09' },
    ])
  })
})

describe('is refused, with what to do', () => {
  test.each([
    ['a scan', 'scan.pdf', 'NEEDS_OCR'],
    ['a PDF with a password', 'encrypted.pdf', 'FILE_ENCRYPTED'],
  ])('%s', async (_, name, code) => {
    await expect(read(name)).rejects.toMatchObject({ code, en: expect.stringContaining(name) })
  })

  test.each(['plan.pdf', 'printed-by-chromium.pdf', 'plan.docx'])('half of %s', async (name) => {
    const bytes = bytesOf(name)
    const half = reader.readBytes(bytes.subarray(0, bytes.length / 2), name)
    await expect(half).rejects.toMatchObject({ code: 'FILE_DAMAGED' })
  })

  test('more pages than are allowed', async () => {
    const strict = createReader({ pages: 1 })
    await expect(strict.readPath(join(FOLDER, 'plan.pdf'))).rejects.toMatchObject({
      code: 'TOO_MANY_PAGES',
      details: { pages: 2, limit: 1 },
    })
    await strict.close()
  })

  test('a file without a letter', async () => {
    await expect(reader.readBytes(Buffer.from('<html><p> </p>'), 'a.html')).rejects.toMatchObject({
      code: 'FILE_EMPTY',
    })
  })
})
