// The HTTP application over a store: GraphQL, GraphiQL, the page, health. It knows nothing of processes or environments.

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { Kind, OperationTypeNode } from 'graphql'
import mercurius, { type MercuriusOptions } from 'mercurius'
import { ARRIVAL_LIMITS, type ArrivalLimits } from './api/arrival.ts'
import { demandRole, identifyCallers } from './api/caller.ts'
import { checkCost } from './api/cost.ts'
import { registerDrawing } from './api/drawing.ts'
import { embed } from './api/embed.ts'
import { formatErrors, hideSchema, refuseBytes, restError } from './api/errors.ts'
import { READING_MS, registerFiles } from './api/files.ts'
import { graphiql } from './api/graphiql.ts'
import { isSimple, registerGuards } from './api/guards.ts'
import { page } from './api/page.ts'
import { MAX_BODY_BYTES, waitForTurn } from './api/queries.ts'
import { buildContext, loaders, resolvers } from './api/resolvers.ts'
import {
  checkLength,
  checkShape,
  checkVariables,
  MAX_QUERY_DEPTH,
  MAX_TOKENS,
  refuseIntrospection,
} from './api/shape.ts'
import { type ApiConfig, loadConfig } from './config.ts'
import { createError } from './errors.ts'
import type { GraphStore } from './graph/store.ts'

const SCHEMA = readFileSync(new URL('../schema/cancu.graphql', import.meta.url), 'utf8')

/** A query that is used this often is compiled. */
const JIT_AFTER = 2
/** Queries kept parsed; each may hold a few megabytes. */
const MOST_KEPT = 256

/** Whoever sends slowly holds a connection, not a query: most connections, and how long each part may take. */
const CONNECTIONS = {
  most: 2_000,
  headersMs: 15_000,
  requestMs: 120_000,
  /** How often the two above are looked after. */
  checkMs: 5_000,
  keepAliveMs: 30_000,
  /** Nothing sent or taken. */
  idleMs: 120_000,
}

export interface AppParts {
  readonly store: GraphStore
  /** `false`: silent. */
  readonly log: FastifyBaseLogger | false
  /** Left out: as on one's own machine with nothing set. */
  readonly config?: ApiConfig
  /** Left out: CONNECTIONS. */
  readonly connections?: Partial<typeof CONNECTIONS>
  /** Left out: ARRIVAL_LIMITS. */
  readonly arrival?: Partial<ArrivalLimits>
  /** Left out: READING_MS. */
  readonly readingMs?: number
}

/** Builds the application; listening and closing are the caller's. */
export async function buildApp({
  store,
  log,
  config = loadConfig({}).api,
  connections = {},
  arrival = {},
  readingMs = READING_MS,
}: AppParts): Promise<FastifyInstance> {
  const app = createServer(log, config, { ...CONNECTIONS, ...connections })
  await registerGuards(app, config)
  app.setErrorHandler(refuse)
  const known = addressesOf(config).join(', ')
  app.setNotFoundHandler(
    config.rateLimit > 0 ? { preHandler: app.rateLimit() } : {},
    async (request: FastifyRequest, reply: FastifyReply) =>
      refuse(createError('ROUTE_NOT_FOUND', { route: request.url.slice(0, 80), known }), request, reply),
  )
  identifyCallers(app, store, config)
  const turn = waitForTurn(config)
  await graphql(app, store, config, turn)
  await registerFiles(app, { store, turn, arrival: { ...ARRIVAL_LIMITS, ...arrival }, readingMs })
  await registerDrawing(app, store, turn)
  if (config.graphiql) await app.register(graphiql)
  await app.register(page())
  await app.register(embed())
  health(app, store)
  return app
}

function createServer(log: AppParts['log'], config: ApiConfig, limits: typeof CONNECTIONS): FastifyInstance {
  const app = fastify({
    ...(log ? { loggerInstance: log } : { logger: false }),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionTimeout: limits.idleMs,
    http: { headersTimeout: limits.headersMs, connectionsCheckingInterval: limits.checkMs },
    forceCloseConnections: true,
    frameworkErrors: refuse,
    clientErrorHandler: refuseBytes,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
  })
  app.server.maxConnections = limits.most
  return app
}

async function graphql(
  app: FastifyInstance,
  store: GraphStore,
  config: ApiConfig,
  turn: ReturnType<typeof waitForTurn>,
): Promise<void> {
  const shown = config.introspection ? <T>(answer: T) => answer : hideSchema
  const options: MercuriusOptions = {
    schema: SCHEMA,
    resolvers: resolvers as MercuriusOptions['resolvers'] & {},
    loaders: loaders as unknown as MercuriusOptions['loaders'] & {},
    context: buildContext(store, config.queryTimeout),
    jit: JIT_AFTER,
    cache: MOST_KEPT,
    queryDepth: MAX_QUERY_DEPTH,
    graphiql: false,
    allowBatchedQueries: false,
    csrfPrevention: true,
    graphql: { parseOptions: { maxTokens: MAX_TOKENS } },
    additionalRouteOptions: { preHandler: turn },
    errorFormatter: (result, context) => {
      const { log, id } = context?.reply?.request ?? { log: app.log, id: '' }
      return shown(formatErrors(result, log, String(id))) as ReturnType<
        NonNullable<MercuriusOptions['errorFormatter']>
      >
    },
    errorHandler: (error, request, reply) => {
      // Mercurius's prevention of forgery speaks first, of any type that it does not know.
      const unknown = error.code === 'MER_ERR_GQL_CSRF_PREVENTION' && !isSimple(request)
      const told = unknown ? createError('MEDIA_TYPE_UNSUPPORTED', { type: 'application/json' }) : error
      const { statusCode, response } = shown(formatErrors({ errors: [told] }, request.log, request.id))
      reply.code(statusCode).send(response)
    },
  }
  await app.register(mercurius, options)
  app.graphql.addHook('preParsing', async (_schema, source) => checkLength(source))
  app.graphql.addHook('preValidation', async (_schema, document) => {
    checkShape(document)
    if (!config.introspection) refuseIntrospection(document)
  })
  app.graphql.addHook('preExecution', async (_schema, document, { caller }, variables) => {
    checkVariables(variables)
    checkCost(document, variables)
    const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    if (operations.some(({ operation }) => operation === OperationTypeNode.MUTATION))
      demandRole(caller, 'editor')
    // A compiled query answers for the operation that it was compiled for: texts of several are run as they are.
    return operations.length > 1 ? { document } : undefined
  })
}

/** Answers what went wrong outside GraphQL, or before a request reached a route. */
function refuse(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body, bug } = restError(error, request.id)
  if (bug) request.log.error({ err: error }, 'a request failed')
  reply.code(status).send(body)
}

/** What there is to ask for, as a wrong address is answered. */
function addressesOf({ graphiql }: ApiConfig): readonly string[] {
  const pages = graphiql ? ['/', '/graphiql'] : ['/']
  return [...pages, '/graphql', '/texts', '/documents', '/health/live', '/health/ready']
}

/** Both answer by any name and without a key: a supervisor asks. */
function health(app: FastifyInstance, store: GraphStore): void {
  app.get('/health/live', { config: { open: true } }, () => ({ status: 'live' }))
  app.get('/health/ready', { config: { open: true } }, async () => {
    await store.ping()
    return { status: 'ready' }
  })
}
