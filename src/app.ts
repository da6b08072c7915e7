// The HTTP application over a store: GraphQL, GraphiQL, health. It knows nothing of processes or environments.

import { readFileSync } from 'node:fs'
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import mercurius, { type MercuriusOptions } from 'mercurius'
import { checkCost } from './api/cost.ts'
import { formatErrors, restError } from './api/errors.ts'
import { graphiql } from './api/graphiql.ts'
import { buildContext, loaders, resolvers } from './api/resolvers.ts'
import { createError } from './errors.ts'
import type { GraphStore } from './graph/store.ts'

const SCHEMA = readFileSync(new URL('../schema/cancu.graphql', import.meta.url), 'utf8')

const MAX_BODY_BYTES = 1024 * 1024
const MAX_TOKENS = 5_000
/** GraphiQL asks for the schema at depth 15. */
const MAX_QUERY_DEPTH = 16
/** A query that is used this often is compiled. */
const JIT_AFTER = 2

export interface AppParts {
  readonly store: GraphStore
  /** `false`: silent. */
  readonly log: FastifyBaseLogger | false
}

/** Builds the application; listening and closing are the caller's. */
export async function buildApp({ store, log }: AppParts): Promise<FastifyInstance> {
  const logger = log ? { loggerInstance: log } : { logger: false }
  const app = fastify({
    ...logger,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    frameworkErrors: refuse,
    requestIdHeader: false,
    logController: new LogController({ disableRequestLogging: true }),
  })
  app.setErrorHandler(refuse)
  app.setNotFoundHandler((request, reply) => {
    const { status, body } = restError(createError('ROUTE_NOT_FOUND', { route: request.url.slice(0, 80) }))
    return reply.code(status).send(body)
  })
  const options: MercuriusOptions & { parseOptions: { maxTokens: number } } = {
    schema: SCHEMA,
    resolvers: resolvers as MercuriusOptions['resolvers'] & {},
    loaders: loaders as unknown as MercuriusOptions['loaders'] & {},
    context: buildContext(store),
    jit: JIT_AFTER,
    queryDepth: MAX_QUERY_DEPTH,
    graphiql: false,
    allowBatchedQueries: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    errorFormatter: (result, context) => {
      const { log, id } = context?.reply?.request ?? { log: app.log, id: '' }
      return formatErrors(result, log, String(id)) as ReturnType<
        NonNullable<MercuriusOptions['errorFormatter']>
      >
    },
  }
  await app.register(mercurius, options)
  app.graphql.addHook('preExecution', async (_schema, document, _context, variables) => {
    checkCost(document, variables)
  })
  await app.register(graphiql)
  health(app, store)
  return app
}

/** Answers what went wrong outside GraphQL, or before a request reached a route. */
function refuse(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body, bug } = restError(error)
  if (bug) request.log.error({ err: error }, 'a request failed')
  reply.code(status).send(body)
}

function health(app: FastifyInstance, store: GraphStore): void {
  app.get('/health/live', () => ({ status: 'live' }))
  app.get('/health/ready', async () => {
    await store.ping()
    return { status: 'ready' }
  })
}
