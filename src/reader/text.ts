// Reads a file that should hold text, and says clearly why where it does not.

import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { createError } from '../errors.ts'

/** A document of 50 MB is some 20,000 pages: more is a mistake. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024

export interface ReadText {
  readonly text: string
  /** sha256 (hex) of the text as UTF-8, a byte order mark left out. */
  readonly sha256: string
}

/**
 * Reads a UTF-8 text file.
 * @throws PATH_NOT_FOUND, NOT_A_FILE, FILE_UNREADABLE, FILE_TOO_LARGE, FILE_EMPTY, FILE_BINARY, FILE_NOT_UTF8
 */
export async function readTextFile(path: string): Promise<ReadText> {
  const bytes = await readBytes(path)
  return decodeText(bytes, path)
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const file = await stat(path)
    if (!file.isFile()) throw createError('NOT_A_FILE', { path })
    const { size } = file
    if (size > MAX_FILE_BYTES)
      throw createError('FILE_TOO_LARGE', { path, size: megabytes(size), limit: megabytes(MAX_FILE_BYTES) })
    return await readFile(path)
  } catch (error) {
    throw fileError(path, error)
  }
}

/** What the system says of a path, as a coded error; other errors stay as they are. */
export function fileError(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return createError('PATH_NOT_FOUND', { path }, error)
  const system = (error as NodeJS.ErrnoException).syscall !== undefined
  return system ? createError('FILE_UNREADABLE', { path, reason: String(code) }, error) : error
}

/** Decodes the bytes of a text; `name` is for the error. @throws FILE_EMPTY, FILE_BINARY, FILE_NOT_UTF8 */
export function decodeText(bytes: Uint8Array, name: string): ReadText {
  if (isBinary(bytes)) throw createError('FILE_BINARY', { path: name })
  const text = decodeUtf8(bytes, name)
  if (text.trim() === '') throw createError('FILE_EMPTY', { path: name })
  return { text, sha256: createHash('sha256').update(text).digest('hex') }
}

/** No text has a zero byte, other than UTF-16, which is told apart by its mark and refused as not UTF-8. */
function isBinary(bytes: Uint8Array): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return !utf16 && bytes.includes(0)
}

function decodeUtf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw createError('FILE_NOT_UTF8', { path: name }, error)
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
