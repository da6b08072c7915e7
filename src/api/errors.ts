// What clients see of errors: coded ones in words; of bugs, only that there was one. The log has the rest.

import type { FastifyBaseLogger, FastifyError } from 'fastify'
import type { GraphQLFormattedError } from 'graphql'
import { CancuError, createError } from '../errors.ts'

/**
 * What execution, validation and the compiler of queries report. Its classes differ from one to the other, so
 * only the shape is relied on.
 */
interface ReportedError extends Error {
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

/**
 * Mercurius's error formatter. A request that could not be run at all is answered with 400; one that ran, with
 * 200 and its errors beside the data, as GraphQL clients expect; with 503 where the database is away.
 */
export function formatErrors(
  { data = null, errors = [] }: Reported,
  log: FastifyBaseLogger,
  requestId: string,
) {
  const refused = errors.map((error) => requestError(error as ReportedError)).find((error) => error !== null)
  if (refused) return { statusCode: refused.status, response: refused.body }
  const found = (errors as readonly ReportedError[]).map((error) => ({ error, faults: faultsOf(error) }))
  const shown = found.flatMap(
    ({ error, faults }) => faults?.map(showFault) ?? showFailure(error, log, requestId),
  )
  const runnable = found.every(({ faults }) => faults === null)
  const away = shown.some(({ extensions }) => extensions?.code === 'NEO4J_GONE')
  return { statusCode: away ? 503 : runnable ? 200 : 400, response: { data, errors: shown } }
}

/** A request that never became a query, or one too dear to run: Mercurius passes these on wrapped. */
function requestError(error: ReportedError) {
  const cause = error.originalError ?? error
  const status = (cause as unknown as FastifyError).statusCode ?? 0
  if (error.path !== undefined || cause.errors) return null
  return cause instanceof CancuError || (status >= 400 && status < 500) ? restError(cause) : null
}

/**
 * Faults in the query itself (syntax, fields, arguments): safe to show, and the client's to mend. `null` where
 * something went wrong while it ran.
 */
function faultsOf(error: ReportedError): readonly ReportedError[] | null {
  if (codedError(error)) return null
  const listed = error.errors ?? error.originalError?.errors
  if (listed) return listed
  const cause = error.originalError
  const fault = cause
    ? cause.extensions?.code === 'ARGUMENT_INVALID'
    : error.name === 'GraphQLError' && error.path === undefined
  return fault ? [error] : null
}

function showFault({ message, locations, extensions }: ReportedError): GraphQLFormattedError {
  return { message, ...(locations && { locations }), extensions: { code: 'QUERY_INVALID', ...extensions } }
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
export function restError(error: FastifyError | Error): { status: number; body: object; bug: boolean } {
  const coded = error instanceof CancuError ? error : fromFastify(error as FastifyError)
  const { code, vi, en, status, message } = coded
  // GraphQL clients look for `errors`, others for `error`.
  const body = { error: { code, vi, en }, errors: [{ message, extensions: { code, vi, en } }] }
  return { status, body, bug: code === 'INTERNAL' }
}

function fromFastify(error: FastifyError): CancuError {
  const status = error.statusCode ?? 500
  if (status === 413)
    return createError('QUERY_TOO_LARGE', { reason: 'tối đa 1 MB', reason_en: '1 MB at most' }, error)
  if (status === 415) return createError('MEDIA_TYPE_UNSUPPORTED', {}, error)
  if (status >= 400 && status < 500) return createError('REQUEST_MALFORMED', {}, error)
  return createError('INTERNAL', {}, error)
}
