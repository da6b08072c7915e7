// Running queries: each waits for its turn, and is cut off when its time is up or nobody waits for the answer.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ApiConfig } from '../config.ts'
import { createError } from '../errors.ts'
import { clientOf } from './caller.ts'
import { createTurns } from './turns.ts'

/** Of a query: a draft of a megabyte, escaped as JSON, and room beside it. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024
const MOST_WAITING = 512

/** A hook for routes that run queries. */
export function waitForTurn({ queriesAtOnce, queriesPerClient, queryTimeout }: ApiConfig) {
  const take = createTurns({
    atOnce: queriesAtOnce,
    perClient: queriesPerClient,
    waiting: MOST_WAITING,
    // As long as the queries before it may take.
    patience: queryTimeout,
  })
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    // Answers over GET end up in histories, caches and logs: only pictures are asked for that way.
    if (request.method !== 'POST' && !request.routeOptions.config.byGet)
      throw createError('METHOD_NOT_ALLOWED', { method: 'POST' })
    const { turn, leave } = take(clientOf(request))
    reply.raw.once('close', leave)
    if (reply.raw.destroyed) leave()
    await turn
  }
}

/** Says when to stop working on an answer: `ms` from now, or when the client hangs up. */
export function endOf(reply: FastifyReply, ms: number): AbortSignal {
  const controller = new AbortController()
  const end = () => controller.abort()
  const timer = setTimeout(end, ms)
  reply.raw.once('close', () => {
    clearTimeout(timer)
    if (!reply.raw.writableFinished) end()
  })
  if (reply.raw.destroyed) end()
  return controller.signal
}
