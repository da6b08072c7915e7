// Reads the text layer of a PDF with pdf.js, page by page.

import { fileURLToPath } from 'node:url'
import {
  AnnotationMode,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { createError } from '../errors.ts'
import { type Limits, megabytes } from './limits.ts'
import { type Drawing, fontsOf, glyphsOf, USUAL_UNIT } from './pdf-glyphs.ts'
import { linesOf } from './pdf-lines.ts'
import type { Reading } from './types.ts'

/** pdf.js outlines the glyphs of some fonts with one; text does not depend on it, and Node has none. */
class Matrix {
  scaleSelf = () => this
  translateSelf = () => this
}
Object.assign(globalThis, { DOMMatrix: Matrix })

const OPTIONS = {
  // How fonts of Chinese and the like map bytes to letters; nothing else is ever loaded.
  cMapUrl: fileURLToPath(new URL('../../cmaps/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs'))),
  // Pictures are not looked at.
  maxImageSize: 0,
  useWasm: false,
  useWorkerFetch: false,
  verbosity: 0,
}

/**
 * Reads a PDF; each page ends with a form feed.
 * @throws FILE_DAMAGED, FILE_ENCRYPTED, TOO_MANY_PAGES, UNPACKED_TOO_LARGE; NEEDS_OCR for pictures of pages
 */
export async function readPdf(bytes: Uint8Array, name: string, limits: Limits): Promise<Reading> {
  checkEnd(bytes, name)
  const hasPictures = PICTURE.test(Buffer.from(bytes.buffer).toString('latin1'))
  const task = getDocument({ ...OPTIONS, data: bytes })
  try {
    const pages = await readPages(await task.promise, name, limits)
    if (hasPictures && lacksText(pages)) throw createError('NEEDS_OCR', { path: name })
    return { text: pages.map((page) => `${page}\f`).join(''), paragraphs: [] }
  } catch (error) {
    throw (error as Error).name === 'PasswordException'
      ? createError('FILE_ENCRYPTED', { path: name })
      : error
  } finally {
    await task.destroy()
  }
}

/** Pictures are streams, and the dictionaries of streams stand uncompressed in the file. */
const PICTURE = /\/Subtype\s{0,9}\/Image/
const TAIL = 2048

/** pdf.js mends a file that was cut off, with fewer pages; nobody would know what is missing. */
function checkEnd(bytes: Uint8Array, path: string): void {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] ?? 0) <= 32) end--
  if (Buffer.from(bytes.subarray(Math.max(0, end - TAIL), end)).includes('%%EOF')) return
  const [reason, reason_en] = ['thiếu phần cuối', 'its end is missing']
  throw createError('FILE_DAMAGED', { path, reason, reason_en })
}

async function readPages(document: PDFDocumentProxy, path: string, limits: Limits): Promise<string[]> {
  const { numPages } = document
  if (numPages > limits.pages)
    throw createError('TOO_MANY_PAGES', { path, pages: numPages, limit: limits.pages })
  const pages: string[] = []
  let length = 0
  for (let number = 1; number <= numPages; number++) {
    const text = await readPage(await document.getPage(number))
    pages.push(text)
    length += text.length
    if (length > limits.textLength)
      throw createError('UNPACKED_TOO_LARGE', { path, limit: megabytes(limits.textLength) })
  }
  return pages
}

async function readPage(page: PDFPageProxy): Promise<string> {
  const drawing: Drawing = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  const units = new Map<string, number>()
  for (const font of fontsOf(drawing)) units.set(font, await unitOf(page, font))
  const text = linesOf(glyphsOf(drawing, (font) => units.get(font) ?? USUAL_UNIT))
  page.cleanup()
  return text
}

function unitOf(page: PDFPageProxy, font: string): Promise<number> {
  return new Promise((resolve) => {
    page.commonObjs.get(font, (loaded: { fontMatrix?: readonly number[] | null } | null) =>
      resolve(loaded?.fontMatrix?.[0] || USUAL_UNIT),
    )
  })
}

/** Fewer letters a page than any text has: a stamp, a page number. */
const FEW_LETTERS = 50

function lacksText(pages: readonly string[]): boolean {
  const letters = pages.reduce((sum, page) => sum + page.replace(/\s/g, '').length, 0)
  return letters < FEW_LETTERS * pages.length
}
