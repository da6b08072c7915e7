// What every request passes before its route: headers for browsers, whose pages may ask, by what name, how often.

import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type ApiConfig, isLoopback } from '../config.ts'
import { createError } from '../errors.ts'
import { clientOf } from './caller.ts'

const RATE_WINDOW_MS = 60_000
/** Content types that a browser sends to other sites without asking them first. */
const SIMPLE = /^(?:$|text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)/i
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Pages of other sites may show it, where anyone may read: a picture, a script. */
    shownElsewhere?: boolean
  }
}

/** Registers all of them; routes come after. */
export async function registerGuards(app: FastifyInstance, config: ApiConfig): Promise<void> {
  const shown = config.frameAncestors.length > 0 || config.corsOrigins.length > 0
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy(config) },
    // The list of frame-ancestors says it better, where there is one.
    frameguard: config.frameAncestors.length > 0 ? false : { action: 'sameorigin' },
    crossOriginResourcePolicy: { policy: shown ? 'cross-origin' : 'same-origin' },
    // Whoever ends TLS before us knows whether all of its name is served over it.
    strictTransportSecurity: false,
  })
  // What asks for a key stays closed: nothing that needs leave is shown by a site that has none.
  if (config.anonymousReads)
    app.addHook('onRequest', async (request, reply) => {
      if (request.routeOptions.config.shownElsewhere)
        reply.header('cross-origin-resource-policy', 'cross-origin')
    })
  if (config.corsOrigins.length > 0)
    await app.register(cors, {
      origin: [...config.corsOrigins],
      methods: ['GET', 'POST'],
      allowedHeaders: ['content-type', 'authorization', 'mercurius-require-preflight'],
      maxAge: 600,
    })
  app.addHook('onRequest', async (request) => {
    if (!isKnownHost(request, config))
      throw createError('HOST_UNKNOWN', { host: request.hostname.slice(0, 80) })
    if (!isOwnPage(request, config)) throw createError('ORIGIN_REFUSED')
  })
  if (config.rateLimit > 0)
    await app.register(rateLimit, {
      max: config.rateLimit,
      timeWindow: RATE_WINDOW_MS,
      keyGenerator: clientOf,
      errorResponseBuilder: (_request, { ttl }) =>
        createError('RATE_LIMITED', { seconds: Math.ceil(ttl / 1000) }),
    })
}

/** Scripts come from our own files alone. Styles of the graph and of GraphiQL are set by script, hence inline. */
function policy({ frameAncestors }: ApiConfig): Record<string, string[]> {
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    // The page of examples shows a frame of our own.
    'frame-src': ["'self'"],
    'frame-ancestors': ["'self'", ...frameAncestors],
  }
}

/**
 * A page whose name was made to lead to this machine (DNS rebinding) is known by that name: a local server answers
 * to its own names only. Open routes tell nothing, and health is asked for by any name.
 */
function isKnownHost(request: FastifyRequest, { exposed, allowedHosts }: ApiConfig): boolean {
  if (exposed && allowedHosts.length === 0) return true
  if (request.is404 || request.routeOptions.config.open) return true
  const host = URL.parse(`http://${request.host}`)?.hostname ?? ''
  return isLoopback(host) || allowedHosts.includes(host)
}

/** A form or script of another site may send what needs no leave, such as an upload: browsers tell its origin. */
function isOwnPage(request: FastifyRequest, { corsOrigins }: ApiConfig): boolean {
  const { origin, host } = request.headers
  if (origin === undefined || SAFE_METHODS.has(request.method) || !isSimple(request)) return true
  return corsOrigins.includes(origin) || URL.parse(origin)?.host === (request.host || host)
}

/** Whether a browser would have sent the request to another site without asking it first. */
export function isSimple({ headers }: FastifyRequest): boolean {
  return SIMPLE.test(headers['content-type']?.trim() ?? '')
}
