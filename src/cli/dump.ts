// cancu dump: the whole derived graph as one sorted text, for comparing two of them.

import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createError } from '../errors.ts'
import { withStore } from './with-store.ts'

/** Characters written at once. */
const CHUNK = 65_536

/** Writes the dump to a file or to standard output, a page in memory at a time. @throws FILE_UNWRITABLE */
export async function dumpCommand({ output }: { output?: string }): Promise<void> {
  await withStore(async (store) => {
    const text = Readable.from(chunks(store.dump()))
    if (output === undefined) await pipeline(text, process.stdout, { end: false })
    else
      await pipeline(text, createWriteStream(output)).catch((error) =>
        Promise.reject(unwritable(output, error)),
      )
  })
}

async function* chunks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = ''
  for await (const line of lines) {
    chunk += `${line}\n`
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

/** What the file system says becomes a coded error; what the database says stays what it is. */
function unwritable(path: string, error: NodeJS.ErrnoException): unknown {
  return error.syscall ? createError('FILE_UNWRITABLE', { path, reason: error.code ?? '' }, error) : error
}
