// What clients see of errors: coded ones in words; of bugs, only that there was one. The log has the rest.

import type { FastifyBaseLogger, FastifyError } from 'fastify'
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql'
import { CancuError, createError } from '../errors.ts'

/** The coded error behind what went wrong; INTERNAL, with the cause, where it is none of ours. */
function codedError(error: unknown): CancuError {
  if (error instanceof CancuError) return error
  const inner = error instanceof GraphQLError ? error.originalError : undefined
  if (inner instanceof CancuError) return inner
  return createError('INTERNAL', {}, inner ?? error)
}

/** A fault in the query itself: its syntax, its fields, its arguments. Safe to show, and the client's to mend. */
function isClientFault(error: GraphQLError): boolean {
  return (
    error.originalError === undefined ||
    error.originalError === null ||
    error.extensions.code === 'ARGUMENT_INVALID'
  )
}

/**
 * Mercurius's error formatter. A request that could not be run at all is answered with 400; one that ran, with
 * 200 and its errors beside the data, as GraphQL clients expect; with 503 where the database is away.
 */
export function formatErrors(
  result: ExecutionResult & { statusCode?: number },
  log: FastifyBaseLogger,
  requestId: string,
) {
  const errors = (result.errors ?? []).flatMap(unwrap)
  const shown = errors.map((error) => show(error, log, requestId))
  const ran = result.data !== undefined && result.data !== null
  const executed = ran || errors.some((error) => error.path !== undefined)
  const away = shown.some((error) => error.extensions?.code === 'NEO4J_GONE')
  return {
    statusCode: away ? 503 : executed ? 200 : 400,
    response: { data: result.data ?? null, errors: shown },
  }
}

/** Mercurius wraps what validation found in one error; each is to be shown. */
function unwrap(error: GraphQLError | Error): GraphQLError[] {
  const wrapped = error instanceof GraphQLError ? error.originalError : error
  const inner = (wrapped as { errors?: unknown } | undefined)?.errors
  if (Array.isArray(inner) && inner.length > 0)
    return inner.map((one) =>
      one instanceof GraphQLError ? one : new GraphQLError(String(one.message ?? one)),
    )
  return [error instanceof GraphQLError ? error : new GraphQLError(error.message, { originalError: error })]
}

function show(error: GraphQLError, log: FastifyBaseLogger, requestId: string): GraphQLFormattedError {
  const place = {
    ...(error.locations && { locations: error.locations }),
    ...(error.path && { path: error.path }),
  }
  if (isClientFault(error))
    return { message: error.message, ...place, extensions: { code: 'QUERY_INVALID', ...error.extensions } }
  const { code, message, cause, vi, en } = codedError(error)
  if (code === 'INTERNAL') log.error({ err: cause, requestId }, 'a resolver failed')
  return { message, ...place, extensions: { code, vi, en, requestId } }
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
