// Files made to harm: each ends soon in a coded error, or in text; none takes the process with it, or the next file.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { CancuError } from '../../src/errors.ts'
import { createReader, UPLOADED_LIMITS } from '../../src/reader/index.ts'
import { CATALOG, ENDLESS, PAGE, PAGES, pdf, stream } from '../support/pdf.ts'

const FOLDER = join(import.meta.dirname, '../fixtures/files')
const MB = 1024 * 1024
const LIMITS = { unpackedBytes: 24 * MB, bufferBytes: 24 * MB, heapMegabytes: 96, milliseconds: 5_000 }
const SLOW = 60_000

const reader = createReader(LIMITS)
afterAll(() => reader.close())

const fixture = (name: string) => readFileSync(join(FOLDER, name))

/** The code of the error with which a file is refused; "text" where it is read. */
async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  try {
    await reader.readBytes(bytes, name)
    return 'text'
  } catch (error) {
    if (error instanceof CancuError && error.code !== 'INTERNAL') return error.code
    throw error
  }
}

/** The plan as DOCX, with parts changed. */
function docx(changes: Record<string, string | Uint8Array>): Uint8Array {
  const parts = Object.entries(changes).map(
    ([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part] as const,
  )
  return zipSync({ ...unzipSync(fixture('plan.docx')), ...Object.fromEntries(parts) })
}

function wordXml(paragraph: string, doctype = ''): string {
  return `<?xml version="1.0"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph}</w:body></w:document>`
}
const wordParagraph = (text: string) => wordXml(`<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)

const page = (content: Uint8Array, dictionary = '') =>
  pdf([CATALOG, PAGES, PAGE, stream(content, dictionary)])

describe('control: the same files, harmless', () => {
  test('are read', async () => {
    const word = await reader.readBytes(
      docx({ 'word/document.xml': wordParagraph('Luật số 57/2020/QH14') }),
      'a',
    )
    expect(word.text.trim()).toBe('Luật số 57/2020/QH14')
    const print = page(deflateSync('BT /F 12 Tf 72 700 Td (57/2020/QH14) Tj ET'), '/Filter/FlateDecode')
    expect((await reader.readBytes(print, 'a')).text).toBe('57/2020/QH14\f')
  })
})

describe('too much for its size', () => {
  test(
    'a DOCX of blanks',
    async () => {
      const bytes = docx({ 'word/document.xml': wordParagraph(' '.repeat(25 * MB)) })
      expect(bytes.length).toBeLessThan(MB)
      expect(await outcome(bytes, 'bomb.docx')).toBe('UNPACKED_TOO_LARGE')
    },
    SLOW,
  )

  test(
    'a DOCX that unpacks to more than an upload may, though less than a file at hand may',
    async () => {
      const bytes = docx({ 'word/document.xml': wordParagraph('a '.repeat(32 * MB)) })
      expect(bytes.length).toBeLessThan(MB)
      const uploads = createReader(UPLOADED_LIMITS)
      const asked = performance.now()
      await expect(uploads.readBytes(bytes, 'bomb.docx')).rejects.toMatchObject({
        code: 'UNPACKED_TOO_LARGE',
      })
      expect(performance.now() - asked).toBeLessThan(4_000)
      await uploads.close()
    },
    SLOW,
  )

  test('parts of a DOCX that no text is read from are not unpacked, nor missed', async () => {
    const large = wordXml(' '.repeat(30 * MB))
    const rels = new TextDecoder()
      .decode(unzipSync(fixture('plan.docx'))['word/_rels/document.xml.rels'])
      .replace(
        '</Relationships>',
        '<Relationship Id="rId98" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
      )
    const commented =
      '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>a</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    const bytes = docx({
      'word/_rels/document.xml.rels': rels,
      'word/document.xml': wordXml(commented),
      'word/comments.xml': large,
      'word/header1.xml': large,
      'word/settings.xml': large,
    })
    expect((await reader.readBytes(bytes, 'commented.docx')).text.trim()).toBe('a')
  })

  test(
    'a DOCX that understates what it unpacks to',
    async () => {
      const bytes = docx({ 'word/document.xml': wordParagraph(' '.repeat(25 * MB)) })
      const large = Buffer.alloc(4)
      large.writeUInt32LE(strToU8(wordParagraph('')).length + 25 * MB)
      for (let at = bytes.indexOf(large[0] ?? 0); at >= 0; at = bytes.indexOf(large[0] ?? 0, at + 1))
        if (large.equals(bytes.subarray(at, at + 4))) bytes.set([100, 0, 0, 0], at)
      expect(await outcome(bytes, 'liar.docx')).toBe('FILE_DAMAGED')
    },
    SLOW,
  )

  test(
    'a DOCX with very many paragraphs',
    async () => {
      const bytes = docx({
        'word/document.xml': wordXml('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(400_000)),
      })
      expect(['UNPACKED_TOO_LARGE', 'READ_TIMEOUT']).toContain(await outcome(bytes, 'long.docx'))
    },
    SLOW,
  )

  test(
    'a PDF packed twice over',
    async () => {
      const once = deflateSync(Buffer.alloc(200 * MB, ' '))
      const bytes = page(deflateSync(once), '/Filter[/FlateDecode/FlateDecode]')
      expect(bytes.length).toBeLessThan(MB / 10)
      expect(['UNPACKED_TOO_LARGE', 'READ_TIMEOUT']).toContain(await outcome(bytes, 'bomb.pdf'))
    },
    SLOW,
  )

  test(
    'a PDF that draws without end',
    async () => {
      const form = '/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 5 0 R>>>>'
      const bytes = pdf([
        CATALOG,
        PAGES,
        PAGE.replace('/Resources<<', '/Resources<</XObject<</X 5 0 R>>'),
        stream(Buffer.from('/X Do '.repeat(1000))),
        stream(Buffer.from('/X Do '.repeat(1000)), form.replace('5 0 R', '6 0 R')),
        stream(Buffer.from('/X Do '.repeat(1000)), form.replace('5 0 R', '7 0 R')),
        stream(Buffer.from('BT (a) Tj ET'), form),
      ])
      expect(['UNPACKED_TOO_LARGE', 'READ_TIMEOUT', 'FILE_EMPTY', 'FILE_DAMAGED']).toContain(
        await outcome(bytes, 'loop.pdf'),
      )
    },
    SLOW,
  )

  test('a PDF that says it has two thousand million pages', async () => {
    const bytes = pdf([CATALOG, PAGES.replace('Count 1', 'Count 2000000000'), PAGE, stream(Buffer.from(''))])
    expect(['TOO_MANY_PAGES', 'FILE_EMPTY']).toContain(await outcome(bytes, 'pages.pdf'))
  })

  test('a file larger than any', async () => {
    const strict = createReader({ fileBytes: 10 })
    await expect(strict.readBytes(Buffer.alloc(11, 'a'), 'a.txt')).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    })
    await expect(strict.readPath(join(FOLDER, 'plan.pdf'))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
  })
})

describe('nested deeper than any stack', () => {
  const DEEP = 100_000

  test(
    'a DOCX',
    async () => {
      const bytes = docx({ 'word/document.xml': wordXml('<w:p>'.repeat(DEEP) + '</w:p>'.repeat(DEEP)) })
      expect(await outcome(bytes, 'deep.docx')).not.toBe('text')
    },
    SLOW,
  )
  test(
    'several PDFs of endless drawing at once, within the limits of uploads, do not end the process',
    async () => {
      const bytes = page(deflateSync(Buffer.alloc(240 * MB, 'q Q ')), '/Filter/FlateDecode')
      const uploads = createReader({ ...UPLOADED_LIMITS, milliseconds: 60_000 })
      const read = (name: string) => uploads.readBytes(bytes, name).catch((error: CancuError) => error.code)
      expect(await Promise.all([read('one.pdf'), read('two.pdf')])).toEqual([
        'UNPACKED_TOO_LARGE',
        'UNPACKED_TOO_LARGE',
      ])
      await uploads.close()
    },
    2 * SLOW,
  )
  test('a PDF’s arrays', async () => {
    const bytes = page(Buffer.from(`${'['.repeat(DEEP)}${']'.repeat(DEEP)} TJ`))
    expect(await outcome(bytes, 'deep.pdf')).not.toBe('text')
  })
  test('a PDF’s tree of pages', async () => {
    const kids = Array.from({ length: 2_000 }, (_, i) => `<</Type/Pages/Count 1/Kids[${i + 3} 0 R]>>`)
    expect(await outcome(pdf([CATALOG, ...kids, PAGE]), 'tree.pdf')).not.toBe('text')
  })
  test('a PDF’s tree of pages that bites its tail', async () => {
    expect(await outcome(pdf([CATALOG, PAGES.replace('3 0 R', '2 0 R')]), 'ring.pdf')).not.toBe('text')
  })
  test(
    'HTML',
    async () => {
      for (const tag of ['div', 'b', 'table', 'svg', 'select'])
        expect(['text', 'READ_TIMEOUT', 'UNPACKED_TOO_LARGE', 'FILE_EMPTY']).toContain(
          await outcome(Buffer.from(`<html>${`<${tag}>`.repeat(DEEP)}a`), 'deep.html'),
        )
    },
    SLOW,
  )
})

describe('words about damage', () => {
  const DEEP = `${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`
  test.each<[string, string, Uint8Array, string]>([
    ['DOCX nested too deeply', 'a.docx', docx({ 'word/document.xml': wordXml(DEEP) }), 'nested too deeply'],
    ['DOCX with broken XML', 'a.docx', docx({ 'word/document.xml': wordParagraph('&x;') }), 'XML'],
    ['DOCX cut off', 'a.docx', fixture('plan.docx').subarray(0, 900), 'package'],
    ['PDF without pages', 'a.pdf', Buffer.from('%PDF-1.7 %%EOF'), 'structure'],
  ])('%s: are ours, none of a library’s', async (_, name, bytes, words) => {
    const error = await reader.readBytes(bytes, name).catch((error) => error)
    expect(error).toMatchObject({ code: 'FILE_DAMAGED', en: expect.stringContaining(words) })
    expect(error.message).not.toMatch(/xmldom|stack|exception|zip data|entity/i)
  })
})

describe('entities of a DOCX', () => {
  test('are not fetched from the machine', async () => {
    const doctype = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    const bytes = docx({ 'word/document.xml': wordXml('<w:p><w:r><w:t>a&x;b</w:t></w:r></w:p>', doctype) })
    const read = await reader.readBytes(bytes, 'xxe.docx').catch((error) => error)
    if (read instanceof CancuError) expect(read.code).toBe('FILE_DAMAGED')
    else expect(read.text).not.toContain('root')
  })

  test('do not multiply', async () => {
    const entities = Array.from(
      { length: 12 },
      (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
    ).join('')
    const doctype = `<!DOCTYPE w:document [<!ENTITY e0 "lol">${entities}]>`
    const bytes = docx({ 'word/document.xml': wordXml('<w:p><w:r><w:t>&e12;</w:t></w:r></w:p>', doctype) })
    const read = await reader.readBytes(bytes, 'laughs.docx').catch((error) => error)
    if (read instanceof CancuError) expect(read.code).toBe('FILE_DAMAGED')
    else expect(read.text.length).toBeLessThan(1000)
  })

  test('nor are pictures fetched', async () => {
    const rels = new TextDecoder()
      .decode(unzipSync(fixture('plan.docx'))['word/_rels/document.xml.rels'])
      .replace(
        '</Relationships>',
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
      )
    const drawing =
      '<w:p><w:r><w:t>a</w:t><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rId99" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    const bytes = docx({ 'word/_rels/document.xml.rels': rels, 'word/document.xml': wordXml(drawing) })
    expect((await reader.readBytes(bytes, 'picture.docx')).text.trim()).toBe('a')
  })

  test('another kind of ZIP is no DOCX', async () => {
    expect(await outcome(zipSync({ mimetype: strToU8('x') }), 'plan.docx')).toBe('FILE_KIND_UNKNOWN')
  })
})

describe('one file’s fall is no other’s', () => {
  test(
    'files that are read at the same time, and after',
    async () => {
      const bomb = page(
        deflateSync(deflateSync(Buffer.alloc(200 * MB, ' '))),
        '/Filter[/FlateDecode/FlateDecode]',
      )
      const outcomes = await Promise.all([
        outcome(bomb, 'bomb.pdf'),
        outcome(fixture('plan.pdf'), 'plan.pdf'),
        outcome(fixture('plan.docx'), 'plan.docx'),
        outcome(Buffer.from('%PDF-1.7 %%EOF'), 'bad.pdf'),
        outcome(fixture('plan.html'), 'plan.html'),
      ])
      expect(outcomes.slice(1)).toEqual(['text', 'text', 'FILE_DAMAGED', 'text'])
      expect(outcomes[0]).not.toBe('text')
      expect(await outcome(fixture('plan.pdf'), 'plan.pdf')).toBe('text')
    },
    SLOW,
  )

  test('the clock starts with the reading, and ends it', async () => {
    const hasty = createReader({ milliseconds: 1 })
    await expect(hasty.readBytes(fixture('plan.pdf'), 'plan.pdf')).rejects.toMatchObject({
      code: 'READ_TIMEOUT',
      details: { path: 'plan.pdf' },
    })
    await hasty.close()
  })

  test(
    'a file that draws without end holds up nobody’s but its own sender’s, and ends with its client',
    async () => {
      const fair = createReader({ milliseconds: 30_000 }, { waiting: 3, waitingOfClient: 2 })
      const gone = new AbortController()
      const read = (bytes: Uint8Array, client: string, signal = new AbortController().signal) =>
        fair.readBytes(bytes, 'a.pdf', { client, signal })
      const [running, queued] = [read(ENDLESS, 'a', gone.signal), read(ENDLESS, 'a', gone.signal)]
      const ended = [running, queued].map((file) => expect(file).rejects.toThrow('hung up'))
      expect((await read(fixture('plan.pdf'), 'b')).kind).toBe('pdf')
      const mine = read(fixture('plan.pdf'), 'a')
      await expect(read(fixture('plan.pdf'), 'a')).rejects.toMatchObject({ code: 'SERVER_BUSY' })
      gone.abort(new Error('hung up'))
      await Promise.all(ended)
      expect((await mine).kind).toBe('pdf')
      await fair.close()
    },
    SLOW,
  )

  test('a closed reader starts again', async () => {
    const twice = createReader()
    await twice.readBytes(fixture('plan.html'), 'plan.html')
    await twice.close()
    expect((await twice.readBytes(fixture('plan.html'), 'plan.html')).kind).toBe('html')
    await twice.close()
  })
})

describe('any bytes end in text or in a coded error', () => {
  const beginning = fc.constantFrom(
    '',
    '%PDF-1.7\n',
    'PK\x03\x04',
    '<html>',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  )
  const name = fc.constantFrom('a.pdf', 'a.docx', 'a.html', 'a.txt')

  test(
    'random ones',
    async () => {
      await fc.assert(
        fc.asyncProperty(beginning, fc.uint8Array({ maxLength: 400 }), name, async (start, bytes, name) => {
          await outcome(Buffer.concat([Buffer.from(start, 'latin1'), bytes, Buffer.from('\n%%EOF')]), name)
        }),
        { numRuns: 200 },
      )
    },
    SLOW,
  )

  test.each(['plan.pdf', 'plan.docx', 'plan.html', 'odd.docx', 'scan.pdf', 'encrypted.pdf'])(
    '%s, changed or cut',
    async (file) => {
      const whole = fixture(file)
      const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 })
      await fc.assert(
        fc.asyncProperty(changes, fc.option(fc.nat(whole.length)), async (changes, cut) => {
          const bytes = Buffer.from(whole)
          for (const [at, byte] of changes) bytes[at] = byte
          await outcome(bytes.subarray(0, cut ?? bytes.length), file)
        }),
        { numRuns: 25 },
      )
    },
    SLOW,
  )
})
