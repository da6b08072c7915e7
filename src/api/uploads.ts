// Uploads: who may send files, how many and how large, what is wrong with a body, and what is left of files' names.

import multipart from '@fastify/multipart'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CancuError, createError } from '../errors.ts'
import type { Role } from '../graph/keys.ts'
import { requireRole } from './caller.ts'
import { malformed } from './malformed.ts'

const MB = 1024 * 1024

/** Of one request. Files are taken as they come: what is too much is never held. */
export const UPLOAD_LIMITS = {
  files: 20,
  fileSize: 50 * MB,
  /** Of all files together. */
  allSize: 200 * MB,
  fields: 10,
  fieldSize: 10_000,
  fieldNameSize: 100,
  parts: 30,
  headerPairs: 20,
} as const

const MAX_NAME = 200

export type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** A plugin around the routes that take files: they alone know multipart bodies, and need that role. */
export function uploads(role: Role, routes: (app: FastifyInstance) => void) {
  return async (app: FastifyInstance): Promise<void> => {
    await app.register(multipart, { limits: UPLOAD_LIMITS, throwFileSizeLimit: true })
    app.addHook('preHandler', requireRole(role))
    app.setErrorHandler((error: Error) => {
      throw uploadError(error)
    })
    routes(app)
  }
}

/** What the reader of multipart bodies says of too much. */
const TOO_MUCH: ReadonlySet<string> = new Set([
  'FST_REQ_FILE_TOO_LARGE',
  'FST_FILES_LIMIT',
  'FST_FIELDS_LIMIT',
  'FST_PARTS_LIMIT',
])
const OTHER_TYPE: ReadonlySet<string> = new Set([
  'FST_INVALID_MULTIPART_CONTENT_TYPE',
  'FST_ERR_CTP_INVALID_MEDIA_TYPE',
])

/** What is wrong with a request, in words that fit an upload; a bug stays as it is. */
export function uploadError(error: Error): Error {
  const { code, statusCode = 500 } = error as FastifyError
  if (error instanceof CancuError) return error
  if (TOO_MUCH.has(code)) return tooMuch(error)
  if (OTHER_TYPE.has(code))
    return createError('MEDIA_TYPE_UNSUPPORTED', { type: 'multipart/form-data' }, error)
  return statusCode < 500 ? malformed('upload', error) : error
}

/** UPLOAD_TOO_LARGE, with what may be sent. */
export function tooMuch(cause?: unknown): CancuError {
  const { files, fileSize, allSize } = UPLOAD_LIMITS
  return createError('UPLOAD_TOO_LARGE', { files, size: fileSize / MB, all: allSize / MB }, cause)
}

/**
 * The name of a file as its sender calls it: a label, never a path. Folders, control and direction characters go;
 * "" where nothing is left.
 */
export function uploadName(name: string): string {
  const last =
    name
      .slice(-10 * MAX_NAME)
      .split(/[/\\]/)
      .at(-1) ?? ''
  const clean = last.normalize('NFC').replace(/\p{C}/gu, '').trim()
  return /^\.*$/.test(clean) ? '' : [...clean].slice(-MAX_NAME).join('')
}
