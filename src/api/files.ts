// Files over HTTP: POST /texts reads one and stores nothing; POST /documents takes files into the graph.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { checkPlace } from '../answer/checks.ts'
import { CancuError, createError } from '../errors.ts'
import type { GraphStore } from '../graph/store.ts'
import { identify } from '../ingest/identify.ts'
import { toRecord } from '../ingest/read-document.ts'
import { type SaveOutcome, saveDocuments } from '../ingest/save.ts'
import { createReader, type Reader, type ReadText, UPLOADED_LIMITS } from '../reader/index.ts'
import { type ArrivalLimits, createArrival, type Form, type SentFile } from './arrival.ts'
import { clientOf } from './caller.ts'
import { endOf } from './queries.ts'
import { type Hook, uploads } from './uploads.ts'

/** What became of one file. */
type Taken =
  | { readonly name: string; readonly outcome: SaveOutcome; readonly key: string; readonly citations: number }
  | {
      readonly name: string
      readonly error: { readonly code: string; readonly vi: string; readonly en: string }
    }

/** How long the files of one request may take to be read, the waiting for a thread included. */
export const READING_MS = 60_000
/** Files that wait for a thread; one that waits much longer than this many are read in would be too late anyway. */
const ROOM = { waiting: 64, waitingOfClient: 16 }

export interface FileParts {
  readonly store: GraphStore
  /** The turn of queries: taken for what goes into the graph, once it is read. */
  readonly turn: Hook
  readonly arrival: ArrivalLimits
  readonly readingMs: number
}

export async function registerFiles(
  app: FastifyInstance,
  { store, turn, arrival, readingMs }: FileParts,
): Promise<void> {
  const receive = createArrival(arrival)
  const reader = createReader(UPLOADED_LIMITS, ROOM)
  const readFiles = filesReader(reader, readingMs)
  app.addHook('onClose', reader.close)
  await app.register(
    uploads('reader', (routes) => {
      routes.post('/texts', async (request, reply) => {
        const { files } = await receive(request, reply)
        const [file] = await readFiles(files.slice(0, 1), request, reply)
        if (!file) throw noFile()
        const { text, pages, kind } = file.read instanceof Error ? raise(file.read) : file.read
        return { name: file.name, kind, text, pages }
      })
    }),
  )
  await app.register(
    uploads('editor', (routes) => {
      routes.post('/documents', async (request, reply) => {
        const { files, fields } = await receive(request, reply)
        if (files.length === 0) throw noFile()
        const place = placeIn(fields)
        const read = await readFiles(files, request, reply)
        await turn(request, reply)
        // Whoever hung up before anything was stored may be sending it again.
        if (reply.raw.destroyed) throw createError('REQUEST_TOO_SLOW')
        return { documents: await Promise.all(read.map((file) => take(store, file, place))) }
      })
    }),
  )
}

function noFile(): CancuError {
  const [reason, reason_en] = ['cần ít nhất một tệp', 'send at least one file']
  return createError('ARGUMENT_INVALID', { name: 'file', reason, reason_en })
}

function raise(error: Error): never {
  throw error
}

interface ReadFile {
  readonly name: string
  /** The text, or why there is none: one file that cannot be read fails alone. */
  readonly read: ReadText | CancuError
}

/** Reads files one after another, until the time is up or the client hangs up: the rest is not begun then. */
function filesReader(reader: Reader, ms: number) {
  return async (
    files: readonly SentFile[],
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<readonly ReadFile[]> => {
    const waiting = { client: clientOf(request), signal: endOf(reply, ms) }
    const done: ReadFile[] = []
    for (const { name, bytes } of files) {
      const read = await attempt(waiting.signal, () => reader.readBytes(bytes, name, waiting))
      done.push({ name, read: read ?? createError('UPLOAD_TIMEOUT', { path: name, limit: ms / 1000 }) })
    }
    return done
  }
}

/** The text, or the coded error with which reading failed; `null` where it was not to be begun, or to be ended. */
async function attempt(
  signal: AbortSignal,
  read: () => Promise<ReadText>,
): Promise<ReadText | CancuError | null> {
  if (signal.aborted) return null
  try {
    return await read()
  } catch (error) {
    if (error instanceof CancuError) return error
    if (signal.aborted) return null
    throw error
  }
}

function placeIn(fields: Form['fields']): string | null {
  const place = fields.get('place')
  return typeof place === 'string' && place !== '' ? checkPlace(place, 'place') : null
}

/** Each file is a source of its own, told from others of its name by its bytes. */
async function take(store: GraphStore, { name, read }: ReadFile, place: string | null): Promise<Taken> {
  if (read instanceof CancuError) return { name, error: { code: read.code, vi: read.vi, en: read.en } }
  const source = `upload/${read.fileSha256.slice(0, 16)}/${name}`
  const record = toRecord(source, read, { place, fictional: false })
  const [outcome = 'unchanged'] = await saveDocuments(store, [record])
  return { name, outcome, key: identify(record).own, citations: record.citations.length }
}
