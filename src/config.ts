// The configuration: environment variables through one schema, read once, all faults told together.

import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { createError } from './errors.ts'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const NEO4J_SCHEME = /^(neo4j|bolt)(\+s|\+ssc)?:$/
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
/** What everyone tries first: a graph that others can reach must not be opened by one of them. */
const WELL_KNOWN_PASSWORDS = ['neo4j', 'password']

const FAULT = {
  port: 'cần một số nguyên từ 0 đến 65535 / give a whole number from 0 to 65535',
  uri: 'cần dạng bolt://máy:7687 hoặc neo4j://máy:7687 / write bolt://host:7687 or neo4j://host:7687',
  level: `cần một trong / give one of: ${LOG_LEVELS.join(', ')}`,
  password:
    'Neo4j ở máy khác cần một mật khẩu riêng, không phải mật khẩu mặc định / a Neo4j on another machine needs a password of its own, not a default one',
}

type Environment = Readonly<Record<string, string | undefined>>

const variables = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number(FAULT.port).int(FAULT.port).min(0, FAULT.port).max(65535, FAULT.port).default(4000),
    CANCU_HOME: z.string(),
    NEO4J_URI: z.string().refine(isNeo4jUri, FAULT.uri).optional(),
    NEO4J_USERNAME: z.string().default('neo4j'),
    NEO4J_PASSWORD: z.string().optional(),
    NEO4J_DATABASE: z.string().optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS, FAULT.level).default('info'),
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
}))

export type Config = Readonly<z.infer<typeof schema>>

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

/** A folder in the user's data home, by the custom of each system. */
function defaultHome(env: Environment): string {
  if (process.platform === 'win32')
    return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'cancu')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'cancu')
  const dataHome = env.XDG_DATA_HOME ?? ''
  return join(isAbsolute(dataHome) ? dataHome : join(homedir(), '.local', 'share'), 'cancu')
}
