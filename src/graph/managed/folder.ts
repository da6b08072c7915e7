// The data folder of the managed Neo4j: its settings, its password, and the record of who runs it where.

import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createError } from '../../errors.ts'
import { type ProcessMark, readJson, writeWhole } from './lock.ts'

/** What a running managed Neo4j says of itself to other processes. */
export interface RunState {
  /** The JVM. */
  readonly neo4j: ProcessMark
  /** The process that started it and will stop it. */
  readonly owner: ProcessMark
  readonly port: number
}

/** Paths within one data folder. */
export interface DataFolder {
  readonly path: string
  readonly conf: string
  readonly logs: string
  readonly lock: string
  readonly console: string
  readonly password: string
  readonly state: string
}

/** The data folder at `path`, which need not be there yet. */
export function dataFolder(path: string): DataFolder {
  return {
    path,
    conf: join(path, 'conf'),
    logs: join(path, 'logs'),
    lock: join(path, 'lock.json'),
    console: join(path, 'logs', 'console.log'),
    password: join(path, 'password'),
    state: join(path, 'running.json'),
  }
}

/**
 * Makes a folder with all that it lies in, for the user alone.
 *
 * @throws HOME_UNWRITABLE.
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    accessSync(path, constants.W_OK)
  } catch (error) {
    throw createError(
      'HOME_UNWRITABLE',
      { folder: path, reason: (error as NodeJS.ErrnoException).code ?? '' },
      error,
    )
  }
}

/** Loopback Bolt only, and bounds on what one query may take. The quiet period would hold every stop for 10 s. */
export function writeSettings(folder: DataFolder, port: number): void {
  const settings = {
    'server.bolt.enabled': 'true',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'dbms.usage_report.enabled': 'false',
    'dbms.security.auth_enabled': 'true',
    'server.memory.pagecache.size': '512m',
    'db.tx_log.preallocate': 'false',
    'db.tx_log.rotation.size': '16m',
    'db.transaction.timeout': '120s',
    'db.lock.acquisition.timeout': '30s',
    'db.memory.transaction.max': '512m',
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`)
  writeWhole(join(folder.conf, 'neo4j.conf'), lines.join(''))
}

/** The password of this folder's Neo4j; a random one is written, readable by its owner alone, where there is none. */
export function keepPassword(folder: DataFolder): string {
  if (!existsSync(folder.password)) writeWhole(folder.password, randomBytes(24).toString('hex'))
  return readFileSync(folder.password, 'utf8').trim()
}

/** Whether this folder's Neo4j has run before: from then on the password is in its own system database. */
export function hasRun(folder: DataFolder): boolean {
  return existsSync(join(folder.path, 'data', 'databases', 'system'))
}

export function readState(folder: DataFolder): RunState | null {
  return readJson<RunState>(folder.state)
}

export function writeState(folder: DataFolder, state: RunState): void {
  writeWhole(folder.state, JSON.stringify(state))
}

/** The port stays in the record while nothing runs, so that the next start can have the same. */
export function lastPort(folder: DataFolder): number | null {
  return readState(folder)?.port ?? null
}

/** A loopback port that is free now: the preferred one where it can be had. */
export async function freePort(preferred: number | null): Promise<number> {
  return (preferred && (await probePort(preferred))) || (await probePort(0)) || 0
}

/** The last lines that Neo4j printed. */
export function consoleTail(folder: DataFolder, lines = 12): string {
  try {
    return readFileSync(folder.console, 'utf8').trimEnd().split('\n').slice(-lines).join('\n')
  } catch {
    return ''
  }
}

/** Removes a console log of an earlier start. */
export function clearConsole(folder: DataFolder): void {
  rmSync(folder.console, { force: true })
}

function probePort(port: number): Promise<number | null> {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(null))
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : null))
    })
  })
}
