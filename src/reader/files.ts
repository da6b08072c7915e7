// From a path to its bytes, or a coded error that says what the system has against it.

import { readFile, stat } from 'node:fs/promises'
import { createError } from '../errors.ts'
import { megabytes } from './limits.ts'

/**
 * The bytes of a file.
 * @param limit the most bytes that are read
 * @throws PATH_NOT_FOUND, NOT_A_FILE, FILE_UNREADABLE, FILE_TOO_LARGE
 */
export async function readBytesAt(path: string, limit: number): Promise<Uint8Array> {
  try {
    const file = await stat(path)
    if (!file.isFile()) throw createError('NOT_A_FILE', { path })
    checkSize(file.size, path, limit)
    return await readFile(path)
  } catch (error) {
    throw fileError(path, error)
  }
}

/** @throws FILE_TOO_LARGE */
export function checkSize(size: number, path: string, limit: number): void {
  if (size > limit)
    throw createError('FILE_TOO_LARGE', { path, size: megabytes(size), limit: megabytes(limit) })
}

/** What the system says of a path, as a coded error; other errors stay as they are. */
export function fileError(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return createError('PATH_NOT_FOUND', { path }, error)
  const system = (error as NodeJS.ErrnoException).syscall !== undefined
  return system ? createError('FILE_UNREADABLE', { path, reason: String(code) }, error) : error
}
