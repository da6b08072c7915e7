// Files of any kind that we read → text, or a coded error. What others import of this folder.

import { checkSize, readBytesAt } from './files.ts'
import { kindOf } from './kind.ts'
import { LIMITS, type Limits } from './limits.ts'
import { createReaderPool, type Room, type Waiting } from './pool.ts'
import { decodeText, toReadText } from './text.ts'
import type { ReadText } from './types.ts'

export { fileError } from './files.ts'
export { hasKnownEnding, READ_ENDINGS } from './kind.ts'
export { LIMITS, type Limits, UPLOADED_LIMITS } from './limits.ts'
export { emptyPages, type Position, pageStarts, positionOf } from './position.ts'
export { readPlainText } from './text.ts'
export type { FileKind, ReadText } from './types.ts'

export interface Reader {
  /**
   * Reads the bytes of a file; `name` helps to tell its kind, and is what errors call it.
   * @throws FILE_TOO_LARGE, FILE_EMPTY, FILE_BINARY, FILE_NOT_UTF8, FILE_KIND_UNKNOWN, FILE_ENCRYPTED, FILE_DAMAGED,
   *   NEEDS_OCR, TOO_MANY_PAGES, UNPACKED_TOO_LARGE, READ_TIMEOUT; SERVER_BUSY where too many files wait; the reason of
   *   `waiting.signal` once it is aborted
   */
  readBytes(bytes: Uint8Array, name: string, waiting?: Waiting): Promise<ReadText>
  /** Reads a file. @throws what `readBytes` does; PATH_NOT_FOUND, NOT_A_FILE, FILE_UNREADABLE */
  readPath(path: string): Promise<ReadText>
  /** Ends its threads. Idle ones do not keep the process alive either. */
  close(): Promise<void>
}

/**
 * A reader of files, with threads of its own. Plain text needs none: nothing there can be unpacked or nested.
 * @param changes limits other than the usual ones
 * @param room how many files may wait; left out: as many as there are
 */
export function createReader(changes: Partial<Limits> = {}, room?: Room): Reader {
  const limits = { ...LIMITS, ...changes }
  const pool = createReaderPool(room)
  async function readBytes(bytes: Uint8Array, name: string, waiting?: Waiting): Promise<ReadText> {
    checkSize(bytes.length, name, limits.fileBytes)
    const kind = kindOf(bytes, name)
    if (kind === 'text') return decodeText(bytes, name)
    return toReadText(await pool.read({ kind, bytes, name, limits }, waiting), kind, bytes, name)
  }
  return {
    readBytes,
    readPath: async (path) => readBytes(await readBytesAt(path, limits.fileBytes), path),
    close: pool.close,
  }
}

/** The process's own reader. */
export const reader = createReader()
