// What clients see of errors: coded ones in words; of bugs, only that there was one. The log has the rest.

import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyBaseLogger, FastifyError } from 'fastify'
import type { GraphQLFormattedError } from 'graphql'
import { CancuError, createError, type ErrorCode } from '../errors.ts'
import { malformed } from './malformed.ts'
import { MAX_BODY_BYTES } from './queries.ts'

/**
 * What execution, validation and the compiler of queries report. Its classes differ from one to the other, so
 * only the shape is relied on.
 */
interface ReportedError extends Error {
  readonly code?: string
  readonly originalError?: ReportedError
  /** Mercurius wraps what validation found in one error. */
  readonly errors?: readonly ReportedError[]
  readonly locations?: GraphQLFormattedError['locations']
  readonly path?: GraphQLFormattedError['path']
  readonly extensions?: { readonly code?: string }
}

interface Reported {
  readonly data?: object | null
  readonly errors?: readonly Error[]
}

interface Answer {
  readonly statusCode: number
  readonly response: { readonly data?: object | null; readonly errors?: readonly GraphQLFormattedError[] }
}

/** What is shown of words that a client wrote, at most. */
const MAX_MESSAGE = 300

/**
 * Mercurius's error formatter. A request that could not be run at all is answered with 400; one that ran, with
 * 200 and its errors beside the data, as GraphQL clients expect; with 503 where the database is away.
 */
export function formatErrors(
  { data = null, errors = [] }: Reported,
  log: FastifyBaseLogger,
  requestId: string,
): Answer {
  const refused = errors.map(requestError).find((error) => error !== null)
  if (refused) return toAnswer(refused, requestId)
  const found = (errors as readonly ReportedError[]).map((error) => ({ error, faults: faultsOf(error) }))
  const shown = found.flatMap(({ error, faults }) =>
    faults ? faults.map((fault) => showFault(fault, requestId)) : showFailure(error, log, requestId),
  )
  const ran = found.every(({ faults }) => faults === null)
  const codes = shown.map(({ extensions }) => extensions?.code)
  const broken = data === null && found.some(({ error, faults }) => !faults && error.path === undefined)
  const statusCode = codes.includes('NEO4J_GONE') ? 503 : broken ? 500 : ran ? 200 : 400
  return { statusCode, response: { data, errors: shown } }
}

/** The same answer for those who may not see the schema: a mistaken name is not mended for them. */
export function hideSchema({ statusCode, response }: Answer): Answer {
  const hide = (text: unknown) => String(text).split('Did you mean ', 1)[0]?.trimEnd() ?? ''
  const errors = response.errors?.map(({ message, extensions, ...error }) => ({
    ...error,
    message: hide(message),
    ...(extensions && {
      extensions: { ...extensions, vi: hide(extensions.vi), en: hide(extensions.en) },
    }),
  }))
  return { statusCode, response: { ...response, ...(errors && { errors }) } }
}

function toAnswer(error: CancuError, requestId: string): Answer {
  const { status, body } = restError(error, requestId)
  return { statusCode: status, response: body }
}

/** A request that never became a query, or one too dear to run: Mercurius passes these on wrapped. */
function requestError(error: Error): CancuError | null {
  const { originalError, path } = error as ReportedError
  const cause = originalError ?? (error as ReportedError)
  const status = (cause as unknown as FastifyError).statusCode ?? 0
  // A body of another shape: a list, a query that is no text.
  if (cause.errors?.[0]?.code === 'FST_ERR_VALIDATION') return malformed('query', cause)
  if (path !== undefined || cause.errors) return null
  return cause instanceof CancuError || (status >= 400 && status < 500) ? toCoded(cause) : null
}

/**
 * Faults in the query itself (syntax, fields, arguments): safe to show, and the client's to mend. `null` where
 * something went wrong while it ran.
 */
function faultsOf(error: ReportedError): readonly ReportedError[] | null {
  if (codedError(error)) return null
  const cause = error.originalError ?? error
  if (cause.code === 'MER_ERR_GQL_VALIDATION') return cause.errors ?? []
  const fault = error.originalError
    ? cause.extensions?.code === 'ARGUMENT_INVALID'
    : error.name === 'GraphQLError' && error.path === undefined
  return fault ? [error] : null
}

/** What GraphQL itself says of a query; of anything else that its reading threw, such as a full stack, no word. */
function showFault(error: ReportedError, requestId: string): GraphQLFormattedError {
  const known = error.name === 'GraphQLError' || error.code?.startsWith('MER_ERR_GQL_')
  const message = known ? shown(error.message) : 'it cannot be read'
  const { vi, en } = createError('QUERY_INVALID', { reason: message })
  const code = error.extensions?.code ?? 'QUERY_INVALID'
  const { locations } = error
  return { message, ...(locations && { locations }), extensions: { code, vi, en, requestId } }
}

function shown(message: string): string {
  const clean = message.slice(0, MAX_MESSAGE).replace(/\p{C}/gu, ' ')
  return message.length > MAX_MESSAGE ? `${clean}…` : clean
}

function showFailure(error: ReportedError, log: FastifyBaseLogger, requestId: string): GraphQLFormattedError {
  const { locations, path } = error
  const { code, message, vi, en } = codedError(error) ?? createError('INTERNAL')
  if (code === 'INTERNAL') log.error({ err: error.originalError ?? error, requestId }, 'a resolver failed')
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code, vi, en, requestId },
  }
}

/** The coded error in what is reported, which may wrap it. */
function codedError(error: ReportedError): CancuError | null {
  if (error instanceof CancuError) return error
  return error.originalError ? codedError(error.originalError) : null
}

/** What REST routes and requests that never reach GraphQL are answered with. */
export function restError(error: Error, requestId: string) {
  const { code, vi, en, status, message } = toCoded(error)
  // GraphQL clients look for `errors`, others for `error`.
  const extensions = { code, vi, en, requestId }
  return { status, body: { error: extensions, errors: [{ message, extensions }] }, bug: code === 'INTERNAL' }
}

/** Failures of HTTP, by their status. */
const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TOO_SLOW',
  431: 'HEADERS_TOO_LARGE',
}

const LARGEST = {
  reason: `tối đa ${MAX_BODY_BYTES / 2 ** 20} MB`,
  reason_en: `${MAX_BODY_BYTES / 2 ** 20} MB at most`,
}

function toCoded(error: Error): CancuError {
  if (error instanceof CancuError) return error
  const { statusCode: status = 500, code } = error as FastifyError
  if (status === 413) return createError('QUERY_TOO_LARGE', LARGEST, error)
  if (status === 415) return createError('MEDIA_TYPE_UNSUPPORTED', { type: 'application/json' }, error)
  if (code === 'FST_ERR_BAD_URL') return malformed('address', error)
  if (code === 'MER_ERR_GQL_CSRF_PREVENTION') return createError('PREFLIGHT_REQUIRED', {}, error)
  if (status < 400 || status >= 500) return createError('INTERNAL', {}, error)
  const known = BY_STATUS[status]
  return known ? createError(known, {}, error) : malformed('query', error)
}

/** What Node says of bytes that are no request, or that came too slowly. */
const BY_NODE: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TOO_SLOW',
}

/** Answers what never became a request, in the same form, and hangs up. Nothing of it is logged: keys may be in it. */
export function refuseBytes(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy()
  const known = BY_NODE[error.code ?? '']
  const { status, body } = restError(known ? createError(known) : malformed('http'), randomUUID())
  const json = JSON.stringify(body)
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(json)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${json}`)
}
