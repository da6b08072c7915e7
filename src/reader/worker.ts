// A thread that reads one file after another, apart from everything else: what a file does to it, it does to no one.

import { parentPort } from 'node:worker_threads'
import { CancuError, createError } from '../errors.ts'
import type { ReadAnswer, ReadTask } from './pool.ts'
import type { Reading } from './types.ts'

/** Libraries are loaded when the first file of their kind comes. */
const READERS = {
  html: async () => (await import('./html.ts')).readHtml,
  docx: async () => (await import('./docx.ts')).readDocx,
  pdf: async () => (await import('./pdf.ts')).readPdf,
} as const

async function read({ kind, bytes, name, limits }: ReadTask): Promise<Reading> {
  const reader = await READERS[kind]()
  return reader(bytes, name, limits)
}

/** Errors do not cross threads with their class: the code and its parameters do. */
async function answer(task: ReadTask): Promise<ReadAnswer> {
  try {
    return { reading: await read(task) }
  } catch (error) {
    const { code, details } = error instanceof CancuError ? error : damaged(task.name, error)
    return { code, details }
  }
}

const LONGEST_REASON = 120

/** Whatever a library throws over a file, the file is not what it should be. */
function damaged(path: string, error: unknown): CancuError {
  const reason = String(error instanceof Error ? error.message : error).slice(0, LONGEST_REASON)
  return createError('FILE_DAMAGED', { path, reason, reason_en: reason })
}

// What libraries have to say of a file is not for our output.
for (const stream of [process.stdout, process.stderr]) stream.write = () => true
// A library may give up on a part of a file after the file has been answered for.
process.on('unhandledRejection', () => {})
parentPort?.on('message', async (task: ReadTask) => parentPort?.postMessage(await answer(task)))
