// The managed local Neo4j: one for each home folder, shared by all processes that ask for it.

import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createError } from '../../errors.ts'
import { createDriver, type Neo4jAddress, ping } from '../driver.ts'
import type { Log, OnProgress } from '../progress.ts'
import {
  clearConsole,
  type DataFolder,
  dataFolder,
  freePort,
  keepPassword,
  lastPort,
  makeFolder,
  type RunState,
  readState,
  writeSettings,
  writeState,
} from './folder.ts'
import { endProcess, type JvmOptions, setFirstPassword, startJvm, waitUntilReady } from './jvm.ts'
import { isRunning, type Lock, markProcess, readLock, takeLock } from './lock.ts'
import { ensureProgram, programFolder } from './program.ts'
import { findJava } from './tools.ts'

const DEFAULT_HEAP = '1g'
const WATCH_MS = 1000
const RETRY_MS = 5000
/** How long another process may hold the folder without its Neo4j answering: a start, with recovery. */
const JOIN_LIMIT_MS = 120_000
const POLL_MS = 250
const USERNAME = 'neo4j'

export interface ManagedOptions {
  /** Holds the program and, in `graph`, the data. */
  readonly home: string
  /** Where the program lies, when not below the home folder. */
  readonly program?: string
  /** Most memory of the Java heap, in Java's notation. */
  readonly heap?: string
  readonly onProgress: OnProgress
  readonly log: Log
}

interface ManagedAddress extends Neo4jAddress {
  readonly password: string
}

/** A managed Neo4j that answers. */
export interface ManagedNeo4j extends ManagedAddress {
  /** Whether another process started it; then stopping it here does nothing. */
  readonly joined: boolean
  /** Ends it and waits until it has ended, if it was started here. */
  stop(): Promise<void>
}

/** One run of Neo4j, ours or another process's. */
interface Run {
  readonly address: ManagedAddress
  readonly joined: boolean
  /** Fulfilled when it has ended, or the process that answers for it has. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/**
 * Connects to the Neo4j that runs on this home folder, or starts one: whoever started it stops it. When it ends
 * before `stop`, it is started again at the same address, here or by another process that had joined it.
 *
 * @throws JAVA_MISSING, MAVEN_MISSING, NEO4J_NONE_AVAILABLE, NEO4J_DOWNLOAD_FAILED, NEO4J_START_FAILED,
 *   NEO4J_WRONG_PASSWORD, NEO4J_HOME_LOCKED, HOME_UNWRITABLE.
 */
export async function connectOrStartManaged(options: ManagedOptions): Promise<ManagedNeo4j> {
  const folder = dataFolder(join(options.home, 'graph'))
  const first = await joinOrStart(folder, options)
  const stop = keepRunning(first, () => joinOrStart(folder, options), options.log)
  return { ...first.address, joined: first.joined, stop }
}

/** Replaces each run that ends; what it gives back ends the current one for good. */
function keepRunning(first: Run, next: () => Promise<Run>, log: Log): () => Promise<void> {
  let current = Promise.resolve(first)
  let isWanted = true
  const watch = async (run: Run): Promise<void> => {
    await run.ended
    if (!isWanted) return
    log.warn({ uri: run.address.uri }, 'the managed Neo4j has ended; starting it again')
    current = retry(next, () => isWanted, log).then((replacement) => replacement ?? run)
    return watch(await current)
  }
  void watch(first)
  return async () => {
    isWanted = false
    await (await current).stop()
  }
}

async function retry(next: () => Promise<Run>, isWanted: () => boolean, log: Log): Promise<Run | null> {
  while (isWanted()) {
    try {
      return await next()
    } catch (error) {
      log.warn({ err: error }, 'the managed Neo4j did not start')
      await pause(RETRY_MS, undefined, { ref: false })
    }
  }
  return null
}

async function joinOrStart(folder: DataFolder, options: ManagedOptions): Promise<Run> {
  const running = await joinRun(folder)
  if (running !== null) return running
  const program = options.program ?? programFolder(options.home)
  await findJava()
  for (const part of [folder.conf, folder.logs]) makeFolder(part)
  await ensureProgram(program, options.onProgress)
  const lock = await lockOrJoin(folder, options.onProgress)
  return 'address' in lock ? lock : startLocked(lock, folder, { ...options, program })
}

/** The lock of the folder once nobody holds it, or the run of whoever does. */
async function lockOrJoin(folder: DataFolder, onProgress: OnProgress): Promise<Lock | Run> {
  for (const limit = Date.now() + JOIN_LIMIT_MS; Date.now() < limit; await pause(POLL_MS)) {
    const found = (await joinRun(folder)) ?? takeLock(folder.lock)
    if (found !== null) return found
    onProgress({
      vi: 'Chờ Neo4j do tiến trình khác khởi động',
      en: 'Waiting for another start of Neo4j',
      percent: null,
    })
  }
  throw createError('NEO4J_HOME_LOCKED', { folder: folder.path, pid: readLock(folder.lock)?.pid ?? '?' })
}

/** The run that the folder tells of, if its processes live and it answers. */
async function joinRun(folder: DataFolder): Promise<Run | null> {
  const state = readState(folder)
  if (state === null || !isAlive(state)) return null
  const address = addressOf(folder, state.port)
  const driver = createDriver(address)
  try {
    await ping(driver, null)
    return { address, joined: true, ended: waitForEnd(state), stop: async () => {} }
  } catch {
    return null
  } finally {
    await driver.close()
  }
}

async function startLocked(
  lock: Lock,
  folder: DataFolder,
  options: ManagedOptions & { program: string },
): Promise<Run> {
  try {
    await endOrphan(folder, options.log)
    return await start(lock, folder, options)
  } catch (error) {
    lock.release()
    throw error
  }
}

async function start(
  lock: Lock,
  folder: DataFolder,
  options: ManagedOptions & { program: string },
): Promise<Run> {
  const { program, heap = DEFAULT_HEAP, onProgress, log } = options
  const port = await freePort(lastPort(folder))
  const address = addressOf(folder, port)
  const settings: JvmOptions = { program, folder, heap }
  onProgress({ vi: 'Đang khởi động Neo4j cục bộ', en: 'Starting the local Neo4j', percent: null })
  clearConsole(folder)
  writeSettings(folder, port)
  await setFirstPassword(settings)
  const jvm = await startJvm(settings)
  writeState(folder, { neo4j: jvm.mark, owner: markProcess(process.pid), port })
  await waitUntilReady(jvm, folder, address)
  log.info({ uri: address.uri, pid: jvm.mark.pid, folder: folder.path }, 'the managed Neo4j has started')
  const ended = jvm.ended.then(() => lock.release())
  return { address, joined: false, ended, stop: () => jvm.stop().then(() => ended) }
}

/** A JVM whose owner died before it: without setpriv, or still on its way out. We hold the lock, so it is nobody's. */
async function endOrphan(folder: DataFolder, log: Log): Promise<void> {
  const state = readState(folder)
  if (state === null || !isRunning(state.neo4j)) return
  log.warn({ pid: state.neo4j.pid }, 'ending a Neo4j whose owner is gone')
  await endProcess(state.neo4j)
}

function addressOf(folder: DataFolder, port: number): ManagedAddress {
  return { uri: `bolt://127.0.0.1:${port}`, username: USERNAME, password: keepPassword(folder) }
}

function isAlive({ owner, neo4j }: RunState): boolean {
  return isRunning(owner) && isRunning(neo4j)
}

async function waitForEnd(state: RunState): Promise<void> {
  while (isAlive(state)) await pause(WATCH_MS, undefined, { ref: false })
}
