// Who asks, and what they may do: by their key, or by being on this machine.

import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ApiConfig } from '../config.ts'
import { createError } from '../errors.ts'
import type { KeyRow, Role } from '../graph/keys.ts'
import type { GraphStore } from '../graph/store.ts'
import { hashApiKey, idOfApiKey } from './api-key.ts'

/** A revoked key opens nothing after this long; until then requests do not ask the database for it. */
const KEYS_FRESH_MS = 2_000

export interface Caller {
  /** The name that the key was given to; "local" and "anonymous" without one. */
  readonly name: string
  readonly role: Role
  /** Without a key: someone on this machine, or anyone where reading is open. */
  readonly kind: 'key' | 'local' | 'anonymous'
  /** Id of the key. */
  readonly id: string | null
}

const LOCAL: Caller = { name: 'local', role: 'editor', kind: 'local', id: null }
const ANONYMOUS: Caller = { name: 'anonymous', role: 'reader', kind: 'anonymous', id: null }

declare module 'fastify' {
  interface FastifyRequest {
    /** `null` where the route is open, or the caller showed no key where one is needed. */
    caller: Caller | null
  }
  interface FastifyContextConfig {
    /** Answers anyone: health, and files that hold nothing of the graph. */
    open?: boolean
    /** Asked by GET, as pictures are. */
    byGet?: boolean
  }
}

/**
 * Finds out who asks before anything else is done. Every route needs at least a reader but those whose `config` says
 * `open`. A wrong key is refused wherever it is shown; it counts against its address first.
 */
export function identifyCallers(app: FastifyInstance, store: GraphStore, config: ApiConfig): void {
  const keys = keepFresh(store.keys.list, KEYS_FRESH_MS)
  const faults = new WeakSet<FastifyRequest>()
  app.decorateRequest('caller', null)
  app.addHook('onRequest', async (request) => {
    if (isOpen(request)) return
    const shown = bearerOf(request.headers.authorization)
    const known = await keys()
    request.caller = shown === null ? withoutKey(config, known) : byKey(shown, known)
    if (shown !== null && request.caller === null) faults.add(request)
  })
  // After the rate limit, which runs among the route's own onRequest hooks, and before the body is read.
  app.addHook('preParsing', async (request) => {
    if (faults.has(request)) throw createError('API_KEY_INVALID')
    if (!isOpen(request)) demandRole(request.caller, 'reader')
  })
  app.addHook('onSend', async (_request, reply) => {
    if (reply.statusCode === 401) reply.header('www-authenticate', 'Bearer')
  })
}

/** A hook for routes that need more than a reader. */
export function requireRole(role: Role) {
  return async (request: FastifyRequest): Promise<void> => demandRole(request.caller, role)
}

/**
 * @throws API_KEY_MISSING where a key would help, ROLE_INSUFFICIENT where the key that was shown does not reach.
 */
export function demandRole(caller: Caller | null, role: Role): void {
  if (caller?.role === 'editor' || caller?.role === role) return
  throw createError(caller?.kind === 'key' ? 'ROLE_INSUFFICIENT' : 'API_KEY_MISSING', { role })
}

/** By what a client is told from others: its key, or its address; of IPv6 the network that one customer gets. */
export function clientOf(request: FastifyRequest): string {
  return request.caller?.id ?? networkOf(request.ip)
}

function isOpen(request: FastifyRequest): boolean {
  return request.is404 || request.routeOptions.config.open === true
}

function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip.slice(ip.lastIndexOf(':') + 1)
  const [head = [], tail = []] = ip.split('::').map((part) => part.split(':').filter(Boolean))
  const gap = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0')
  return [...head, ...gap, ...tail].slice(0, 4).join(':')
}

/** `null` where none is shown; other schemes are a proxy's own business. */
function bearerOf(header: string | undefined): string | null {
  return /^bearer(?: +(.*))?$/i.exec(header ?? '') ? (header ?? '').slice('bearer'.length).trim() : null
}

/** Nobody's key was ever made: the machine's user is alone with the graph. */
function withoutKey({ exposed, anonymousReads }: ApiConfig, known: readonly KeyRow[]): Caller | null {
  if (!exposed && known.length === 0) return LOCAL
  return anonymousReads ? ANONYMOUS : null
}

function byKey(shown: string, known: readonly KeyRow[]): Caller | null {
  const id = idOfApiKey(shown)
  const row = known.find((key) => key.id === id && key.revoked === null)
  if (!row || !timingSafeEqual(hashApiKey(shown), Buffer.from(row.hash, 'hex'))) return null
  return { name: row.name, role: row.role, kind: 'key', id: row.id }
}

/** Reads again what is older than `ms`, once for all who wait for it; a failure is told to them, and not kept. */
function keepFresh<T>(read: () => Promise<T>, ms: number): () => Promise<T> {
  let last: { readonly at: number; readonly value: Promise<T> } | null = null
  return () => {
    const now = performance.now()
    if (last && now - last.at < ms) return last.value
    const mine = { at: now, value: read() }
    last = mine
    mine.value.catch(() => {
      if (last === mine) last = null
    })
    return mine.value
  }
}
