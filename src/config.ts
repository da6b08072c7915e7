// The configuration: environment variables through one schema, read once, all faults told together.

import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { createError } from './errors.ts'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const NEO4J_SCHEME = /^(neo4j|bolt)(\+s|\+ssc)?:$/
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i
const HOST_NAME = /^([a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])$/i
/** What a header or a browser takes for one source: no blanks, no separators. */
const SOURCE = /^https?:\/\/(\*\.)?[a-z0-9_.[\]:-]+\/?$/i
/** What everyone tries first: a graph that others can reach must not be opened by one of them. */
const WELL_KNOWN_PASSWORDS = ['neo4j', 'password']

const FAULT = {
  port: 'cần một số nguyên từ 0 đến 65535 / give a whole number from 0 to 65535',
  uri: 'cần dạng bolt://máy:7687 hoặc neo4j://máy:7687 / write bolt://host:7687 or neo4j://host:7687',
  switch: 'cần true hoặc false / give true or false',
  rate: 'cần một số nguyên từ 0 (không giới hạn) đến 1000000 / give a whole number from 0 (no limit) to 1000000',
  count: 'cần một số nguyên từ 1 đến 10000 / give a whole number from 1 to 10000',
  seconds: 'cần một số giây từ 1 đến 600 / give a number of seconds from 1 to 600',
  origins:
    'cần các nguồn cách nhau bằng dấu phẩy, như https://a.gov.vn / give origins parted by commas, like https://a.gov.vn',
  hosts:
    'cần các tên máy cách nhau bằng dấu phẩy, như a.gov.vn / give host names parted by commas, like a.gov.vn',
  proxies:
    'cần các địa chỉ IP hoặc dải mạng cách nhau bằng dấu phẩy, như 10.0.0.0/8 / give IP addresses or networks parted by commas, like 10.0.0.0/8',
  level: `cần một trong / give one of: ${LOG_LEVELS.join(', ')}`,
  password:
    'Neo4j ở máy khác cần một mật khẩu riêng, không phải mật khẩu mặc định / a Neo4j on another machine needs a password of its own, not a default one',
}

/** The defaults of what depends on whether others can reach the server. */
const DEFAULTS = {
  local: { introspection: true, graphiql: true, anonymousReads: true, rateLimit: 0, queriesPerClient: 256 },
  exposed: {
    introspection: false,
    graphiql: false,
    anonymousReads: false,
    rateLimit: 600,
    queriesPerClient: 16,
  },
}

const toggle = z.enum(['true', 'false'], FAULT.switch).transform((word) => word === 'true')
const number = (fault: string, min: number, max: number) =>
  z.coerce.number(fault).int(fault).min(min, fault).max(max, fault)
const list = (fault: string, isGood: (item: string) => boolean) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    )
    .refine((items) => items.every(isGood), fault)

type Environment = Readonly<Record<string, string | undefined>>

const variables = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PORT: number(FAULT.port, 0, 65535).default(4000),
    CANCU_HOME: z.string(),
    NEO4J_URI: z.string().refine(isNeo4jUri, FAULT.uri).optional(),
    NEO4J_USERNAME: z.string().default('neo4j'),
    NEO4J_PASSWORD: z.string().optional(),
    NEO4J_DATABASE: z.string().optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS, FAULT.level).default('info'),
    CANCU_LOCAL_ONLY: toggle.default(false),
    CANCU_ALLOWED_HOSTS: list(FAULT.hosts, (host) => HOST_NAME.test(host)),
    CANCU_CORS_ORIGINS: list(FAULT.origins, isOrigin),
    CANCU_FRAME_ANCESTORS: list(FAULT.origins, (source) => SOURCE.test(source)),
    CANCU_TRUSTED_PROXIES: list(FAULT.proxies, isNetwork),
    CANCU_ANONYMOUS_READS: toggle.optional(),
    CANCU_INTROSPECTION: toggle.optional(),
    CANCU_GRAPHIQL: toggle.optional(),
    CANCU_RATE_LIMIT: number(FAULT.rate, 0, 1_000_000).optional(),
    CANCU_QUERY_TIMEOUT: number(FAULT.seconds, 1, 600).default(30),
    CANCU_QUERIES_AT_ONCE: number(FAULT.count, 1, 10_000).default(32),
    CANCU_QUERIES_PER_CLIENT: number(FAULT.count, 1, 10_000).optional(),
  })
  .refine((env) => env.NEO4J_URI === undefined || isGuarded(env.NEO4J_URI, env.NEO4J_PASSWORD), {
    path: ['NEO4J_PASSWORD'],
    error: FAULT.password,
    when: ({ value }) => isNeo4jUri((value as Environment).NEO4J_URI ?? ''),
  })

const schema = variables.transform((env) => ({
  host: env.HOST,
  port: env.PORT,
  /** Absolute path of the folder that holds the managed Neo4j and its data. */
  home: resolve(env.CANCU_HOME),
  logLevel: env.LOG_LEVEL,
  /** The Neo4j to connect to; `uri` null: the managed local one. */
  neo4j: {
    uri: env.NEO4J_URI ?? null,
    username: env.NEO4J_USERNAME,
    /** Null: the server asks for none. */
    password: env.NEO4J_PASSWORD ?? null,
    /** Null: the server's default database. */
    database: env.NEO4J_DATABASE ?? null,
  },
  api: toApi(env),
}))

/** How the HTTP API is guarded. */
function toApi(env: z.output<typeof variables>) {
  const hosts = env.CANCU_ALLOWED_HOSTS
  // A name that leads here from elsewhere means that a proxy shows us to others.
  const exposed = !(isLoopback(env.HOST) || env.CANCU_LOCAL_ONLY) || !hosts.every(isLoopback)
  const defaults = exposed ? DEFAULTS.exposed : DEFAULTS.local
  return {
    /** Others than this machine's own users can reach the server. */
    exposed,
    /** Names by which a local server may be called, besides those of loopback. */
    allowedHosts: hosts.map((host) => host.toLowerCase()),
    /** Origins of pages that may read answers. */
    corsOrigins: env.CANCU_CORS_ORIGINS.map((origin) => new URL(origin).origin),
    /** Sources of pages that may show ours in a frame. */
    frameAncestors: env.CANCU_FRAME_ANCESTORS,
    /** Addresses whose X-Forwarded-For is believed. */
    trustedProxies: env.CANCU_TRUSTED_PROXIES,
    anonymousReads: env.CANCU_ANONYMOUS_READS ?? defaults.anonymousReads,
    introspection: env.CANCU_INTROSPECTION ?? defaults.introspection,
    graphiql: env.CANCU_GRAPHIQL ?? defaults.graphiql,
    /** Requests a minute of one key or address; 0: no limit. */
    rateLimit: env.CANCU_RATE_LIMIT ?? defaults.rateLimit,
    /** How long one query may take, in ms. */
    queryTimeout: env.CANCU_QUERY_TIMEOUT * 1000,
    /** Queries that run at the same time; others wait their turn. */
    queriesAtOnce: env.CANCU_QUERIES_AT_ONCE,
    /** Queries of one key or address that run or wait at the same time. */
    queriesPerClient: env.CANCU_QUERIES_PER_CLIENT ?? defaults.queriesPerClient,
  }
}

export type Config = Readonly<z.infer<typeof schema>>
export type ApiConfig = Readonly<Config['api']>

/**
 * Reads the configuration. Empty variables count as unset. Of the process's own environment, a `.env` file in the
 * working folder fills what is not set.
 *
 * @throws CONFIG_INVALID naming every fault at once.
 */
export function loadConfig(env: Environment = process.env): Config {
  if (env === process.env && existsSync('.env')) process.loadEnvFile()
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse({ CANCU_HOME: defaultHome(env), ...set })
  if (parsed.success) return parsed.data
  throw createError('CONFIG_INVALID', { faults: parsed.error.issues.map(describeFault).join('\n') })
}

/** True where only this machine can be meant by a host name as URLs write it ("[::1]" with its brackets). */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname)
}

function describeFault(issue: z.core.$ZodIssue): string {
  return `  ${issue.path.join('.')}: ${issue.message}`
}

function isNeo4jUri(text: string): boolean {
  return NEO4J_SCHEME.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.hostname !== ''
}

function isGuarded(uri: string, password: string | undefined): boolean {
  if (isLoopback(URL.parse(uri)?.hostname ?? '')) return true
  return password !== undefined && !WELL_KNOWN_PASSWORDS.includes(password)
}

/** "https://a.gov.vn": scheme, host and port alone. */
function isOrigin(text: string): boolean {
  return SOURCE.test(text) && !text.includes('*') && URL.canParse(text)
}

/** "10.1.2.3" or "10.0.0.0/8" */
function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return more === undefined && most >= 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && +bits <= most))
}

/** A folder in the user's data home, by the custom of each system. */
function defaultHome(env: Environment): string {
  if (process.platform === 'win32')
    return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'cancu')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'cancu')
  const dataHome = env.XDG_DATA_HOME ?? ''
  return join(isAbsolute(dataHome) ? dataHome : join(homedir(), '.local', 'share'), 'cancu')
}
