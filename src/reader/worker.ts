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
    const { code, details } = error instanceof CancuError ? error : damaged(task, error)
    return { code, details }
  }
}

/** What is wrong with a file over which a library gave up, in words; its own are no help to whoever sent the file. */
const DAMAGE = {
  deep: ['nội dung lồng nhau quá sâu', 'its content is nested too deeply'],
  html: ['không đọc được nội dung HTML', 'its HTML cannot be read'],
  xml: ['phần XML bên trong có lỗi', 'the XML in it is malformed'],
  docx: ['không mở được gói DOCX', 'the DOCX package cannot be opened'],
  pdf: ['cấu trúc PDF có lỗi', 'the structure of the PDF is broken'],
} as const

/** Whatever a library throws over a file, the file is not what it should be. */
function damaged({ name: path, kind }: ReadTask, error: unknown): CancuError {
  const said = String(error)
  const inXml = kind === 'docx' && /xml/i.test(said)
  const [reason, reason_en] = DAMAGE[/call stack/i.test(said) ? 'deep' : inXml ? 'xml' : kind]
  return createError('FILE_DAMAGED', { path, reason, reason_en })
}

// What libraries have to say of a file is not for our output.
for (const stream of [process.stdout, process.stderr]) stream.write = () => true
// A library may give up on a part of a file after the file has been answered for.
process.on('unhandledRejection', () => {})
parentPort?.on('message', async (task: ReadTask) => parentPort?.postMessage(await answer(task)))
