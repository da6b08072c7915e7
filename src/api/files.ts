// Files over HTTP: POST /texts reads one and stores nothing; POST /documents takes files into the graph.

import type { MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { checkPlace } from '../answer/checks.ts'
import { CancuError, createError } from '../errors.ts'
import type { GraphStore } from '../graph/store.ts'
import { identify } from '../ingest/identify.ts'
import { toRecord } from '../ingest/read-document.ts'
import { type SaveOutcome, saveDocuments } from '../ingest/save.ts'
import { type ReadText, reader } from '../reader/index.ts'
import { type Hook, uploadName, uploads } from './uploads.ts'

/** What became of one file. */
type Taken =
  | { readonly name: string; readonly outcome: SaveOutcome; readonly key: string; readonly citations: number }
  | {
      readonly name: string
      readonly error: { readonly code: string; readonly vi: string; readonly en: string }
    }

export async function registerFiles(app: FastifyInstance, store: GraphStore, turn: Hook): Promise<void> {
  await app.register(
    uploads(turn, 'reader', (routes) => {
      routes.post('/texts', async (request) => {
        const [file] = await readFiles(request)
        if (!file) throw noFile()
        const { text, pages, kind } = file.read instanceof Error ? raise(file.read) : file.read
        return { name: file.name, kind, text, pages }
      })
    }),
  )
  await app.register(
    uploads(turn, 'editor', (routes) => {
      routes.post('/documents', async (request) => {
        const files = await readFiles(request)
        if (files.length === 0) throw noFile()
        const place = placeIn(request)
        return { documents: await Promise.all(files.map((file) => take(store, file, place))) }
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

interface SentFile {
  readonly name: string
  /** The text, or why there is none: one file that cannot be read fails alone. */
  readonly read: ReadText | CancuError
}

/** The files of a request, in order. Fields come before files, as browsers send them. */
async function readFiles(request: FastifyRequest): Promise<SentFile[]> {
  const files: SentFile[] = []
  for await (const part of request.files()) files.push(await readPart(part, request))
  return files
}

/** Fields of a form, as they came with its files. */
const places = new WeakMap<FastifyRequest, unknown>()

async function readPart(part: MultipartFile, request: FastifyRequest): Promise<SentFile> {
  const name = uploadName(part.filename) || 'tep'
  const bytes = await part.toBuffer()
  const field = part.fields.place
  if (field && 'value' in field) places.set(request, field.value)
  try {
    return { name, read: await reader.readBytes(bytes, name) }
  } catch (error) {
    if (error instanceof CancuError) return { name, read: error }
    throw error
  }
}

function placeIn(request: FastifyRequest): string | null {
  const place = places.get(request)
  return typeof place === 'string' && place !== '' ? checkPlace(place, 'place') : null
}

/** Each file is a source of its own, told from others of its name by its bytes. */
async function take(store: GraphStore, { name, read }: SentFile, place: string | null): Promise<Taken> {
  if (read instanceof CancuError) return { name, error: { code: read.code, vi: read.vi, en: read.en } }
  const source = `upload/${read.fileSha256.slice(0, 16)}/${name}`
  const record = toRecord(source, read, { place, fictional: false })
  const [outcome = 'unchanged'] = await saveDocuments(store, [record])
  return { name, outcome, key: identify(record).own, citations: record.citations.length }
}
