// What kind of file some bytes are: by how they begin, and only then by the file's name.

import { extname } from 'node:path'
import { type CancuError, createError } from '../errors.ts'
import type { FileKind } from './types.ts'

const LOOKED_AT = 1024

/** How files begin, as Latin-1. */
const PDF = '%PDF-'
const ZIP = 'PK\x03\x04'
const EMPTY_ZIP = 'PK\x05\x06'
const RTF = '{\\rtf'
// PNG, JPEG, GIF, TIFF (twice), DjVu, JPEG 2000
const PICTURES = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*', 'AT&TFORM', '\0\0\0\x0cjP']
/** The container of Word 97 to 2003; what Word protects with a password is in one too, in a stream of this name. */
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le')
const HTML = [
  /^\s{0,100}<(?:!doctype\s+html|html|head|body)\b/i,
  /^\s{0,100}<(?:\?xml|!--).{1,1000}<(?:!doctype\s+html|html)\b/is,
]
const BYTE_ORDER_MARK = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/

const ENDINGS: Readonly<Record<string, FileKind>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'text',
  '.markdown': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.docx': 'docx',
  '.pdf': 'pdf',
}

/** ".txt, .md, …", for messages. */
export const READ_ENDINGS = Object.keys(ENDINGS).join(', ')

/** Whether a file is one that we read, as far as its name tells. */
export function hasKnownEnding(name: string): boolean {
  return kindByName(name) !== undefined
}

/**
 * The kind of a file. The bytes win over the name, which counts where they tell nothing, as those of HTML without
 * its head do. What looks like none of the others is text.
 * @throws NEEDS_OCR for a picture; FILE_ENCRYPTED, FILE_KIND_UNKNOWN
 */
export function kindOf(bytes: Uint8Array, name: string): FileKind {
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1')
  const refused = refusal(start, bytes, name)
  if (refused) throw refused
  return kindOfStart(start) ?? kindOfDoubtful(start, kindByName(name))
}

function kindOfStart(start: string): FileKind | null {
  if (start.startsWith(ZIP)) return 'docx'
  // Zero bytes between its letters are UTF-16.
  const letters = start.replace(BYTE_ORDER_MARK, '').replaceAll('\0', '')
  if (letters.trimStart().startsWith(PDF)) return 'pdf'
  return HTML.some((pattern) => pattern.test(letters)) ? 'html' : null
}

/** Mail programs leave lines before a PDF's own first one; then the name must vouch for it. */
function kindOfDoubtful(start: string, named: FileKind | undefined): FileKind {
  if (named === 'pdf' && start.includes(PDF)) return 'pdf'
  return named === 'html' ? 'html' : 'text'
}

function kindByName(name: string): FileKind | undefined {
  return ENDINGS[extname(name).toLowerCase()]
}

function refusal(start: string, bytes: Uint8Array, path: string): CancuError | null {
  if (PICTURES.some((beginning) => start.startsWith(beginning))) return createError('NEEDS_OCR', { path })
  if (start.startsWith(COMPOUND)) return refuseCompound(bytes, path)
  if (start.startsWith(EMPTY_ZIP)) return unknownKind(path, 'ZIP rỗng', 'an empty ZIP')
  return start.startsWith(RTF) ? unknownKind(path, 'RTF', 'RTF') : null
}

function refuseCompound({ buffer, byteOffset, byteLength }: Uint8Array, path: string): CancuError {
  const encrypted = Buffer.from(buffer, byteOffset, byteLength).includes(ENCRYPTED_STREAM)
  const kind = 'Word 97–2003 (.doc)'
  return encrypted ? createError('FILE_ENCRYPTED', { path }) : unknownKind(path, kind, kind)
}

/** The error for a file of a kind that is not read. */
export function unknownKind(path: string, kind: string, kind_en: string): CancuError {
  return createError('FILE_KIND_UNKNOWN', { path, kind, kind_en })
}
