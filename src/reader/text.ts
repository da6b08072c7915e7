// Reads bytes that should be text in UTF-8, plain or Markdown, and says clearly why where they are not.

import { createHash } from 'node:crypto'
import { createError } from '../errors.ts'
import { pageStarts } from './position.ts'
import type { FileKind, Reading, ReadText } from './types.ts'

/** Decodes the bytes of a text; `name` is for the error. @throws FILE_EMPTY, FILE_BINARY, FILE_NOT_UTF8 */
export function decodeText(bytes: Uint8Array, name: string): ReadText {
  if (isBinary(bytes)) throw createError('FILE_BINARY', { path: name })
  const text = decodeUtf8(bytes)
  if (text === null) throw createError('FILE_NOT_UTF8', { path: name })
  return toReadText({ text, paragraphs: [] }, 'text', bytes, name)
}

/** A text that came as such, not as a file. @throws FILE_EMPTY */
export function readPlainText(text: string): ReadText {
  return toReadText({ text, paragraphs: [] }, 'text', new TextEncoder().encode(text), 'text')
}

/** What was read of a file, with its identity. @throws FILE_EMPTY */
export function toReadText(reading: Reading, kind: FileKind, bytes: Uint8Array, name: string): ReadText {
  const { text } = reading
  if (text.trim() === '') throw createError('FILE_EMPTY', { path: name })
  return { ...reading, kind, sha256: sha256(text), fileSha256: sha256(bytes), pages: pageStarts(text) }
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** No text has a zero byte, other than UTF-16, which is told apart by its mark and refused as not UTF-8. */
function isBinary(bytes: Uint8Array): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return !utf16 && bytes.includes(0)
}

/** The text of UTF-8 bytes, a byte order mark left out; `null` where they are none. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
