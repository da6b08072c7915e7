// The Java process of the managed Neo4j: started, waited for until it answers, stopped.

import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { createError } from '../../errors.ts'
import { createDriver, explainFailure, type Neo4jAddress, ping } from '../driver.ts'
import { consoleTail, type DataFolder, hasRun } from './folder.ts'
import { isRunning, markProcess, type ProcessMark } from './lock.ts'
import { classPath } from './program.ts'
import { deathTie, endOf, findJava, spawnTied } from './tools.ts'

/** A store that was killed while writing recovers before it answers. */
const START_LIMIT_MS = 120_000
const STOP_LIMIT_MS = 20_000
const POLL_MS = 200
const HELD_BY_ANOTHER = /locked by another process|FileLockException|StoreLock/

const OPENED = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent']
const OPENS = OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`)

export interface JvmOptions {
  readonly program: string
  readonly folder: DataFolder
  /** Java's own notation: "1g". */
  readonly heap: string
}

/** A running JVM of ours. */
export interface Jvm {
  readonly mark: ProcessMark
  /** Fulfilled when it has ended, for whatever reason. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** Sets the first password, out of a file: words of a command line are there for every user to read. */
export async function setFirstPassword({ program, folder }: JvmOptions): Promise<void> {
  if (hasRun(folder)) return
  const words = [
    'org.neo4j.server.startup.Neo4jAdminCommand',
    'dbms',
    'set-initial-password',
    `@${folder.password}`,
  ]
  const child = await spawnJava(program, folder, [], words)
  if ((await endOf(child)) !== 0)
    throw startFailed(folder, 'không đặt được mật khẩu', 'its password could not be set')
}

/** Starts Neo4j in a session of its own, so that the terminal's Ctrl-C reaches us and not it. */
export async function startJvm({ program, folder, heap }: JvmOptions): Promise<Jvm> {
  const memory = ['-Xms256m', `-Xmx${heap}`, '-XX:+UseG1GC', '-XX:+ExitOnOutOfMemoryError']
  const home = [`--home-dir=${folder.path}`, `--config-dir=${folder.conf}`, '--console-mode']
  const child = await spawnJava(program, folder, memory, ['org.neo4j.server.CommunityEntryPoint', ...home])
  const ended = endOf(child).then(() => {})
  child.unref()
  const mark = markProcess(child.pid ?? Number.NaN)
  return { mark, ended, stop: () => stopChild(child, mark, ended) }
}

/** Waits until Neo4j answers with our password; ends it and says why when it does not. */
export async function waitUntilReady(jvm: Jvm, folder: DataFolder, address: Neo4jAddress): Promise<void> {
  const driver = createDriver(address)
  try {
    await pollUntilReady(jvm, folder, () => ping(driver, null), address)
  } catch (error) {
    await jvm.stop()
    throw error
  } finally {
    await driver.close()
  }
}

/** Ends a process that is not our child: SIGTERM, and after a while SIGKILL. */
export async function endProcess(mark: ProcessMark): Promise<void> {
  signal(mark, 'SIGTERM')
  for (let waited = 0; isRunning(mark); waited += POLL_MS) {
    if (waited >= STOP_LIMIT_MS) signal(mark, 'SIGKILL')
    await pause(POLL_MS)
  }
}

async function pollUntilReady(jvm: Jvm, folder: DataFolder, ask: () => Promise<void>, address: Neo4jAddress) {
  let hasEnded = false
  jvm.ended.then(() => {
    hasEnded = true
  })
  const limit = Date.now() + START_LIMIT_MS
  while (Date.now() < limit) {
    const failure = await ask().then(
      () => null,
      (error) => explainFailure(error, address, null, passwordFile(folder)),
    )
    if (failure === null) return
    if (!failure.mayPass) throw failure.error
    if (hasEnded) throw endedEarly(folder)
    await pause(POLL_MS)
  }
  throw startFailed(
    folder,
    `chưa trả lời sau ${START_LIMIT_MS / 1000} giây`,
    `no answer in ${START_LIMIT_MS / 1000} s`,
  )
}

async function spawnJava(program: string, folder: DataFolder, flags: string[], words: string[]) {
  const [command, ...args] = [...(await deathTie()), await findJava()]
  const output = openSync(folder.console, 'a', 0o600)
  try {
    return spawnTied(command as string, [...args, ...flags, ...OPENS, '-cp', classPath(program), ...words], {
      detached: true,
      stdio: ['ignore', output, output],
      env: { ...process.env, NEO4J_HOME: folder.path, NEO4J_CONF: folder.conf },
    })
  } finally {
    closeSync(output)
  }
}

async function stopChild(child: ChildProcess, mark: ProcessMark, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.ref()
  signal(mark, 'SIGTERM')
  const overdue = setTimeout(() => signal(mark, 'SIGKILL'), STOP_LIMIT_MS)
  await ended
  clearTimeout(overdue)
}

function signal(mark: ProcessMark, name: 'SIGTERM' | 'SIGKILL'): void {
  if (isRunning(mark)) process.kill(mark.pid, name)
}

function endedEarly(folder: DataFolder) {
  const tail = consoleTail(folder)
  if (HELD_BY_ANOTHER.test(tail)) return createError('NEO4J_HOME_LOCKED', { folder: folder.path, pid: '?' })
  return startFailed(folder, 'tiến trình Java đã dừng', 'the Java process ended')
}

function startFailed(folder: DataFolder, reason: string, reason_en: string) {
  return createError('NEO4J_START_FAILED', {
    reason,
    reason_en,
    log: folder.console,
    tail: consoleTail(folder),
  })
}

function passwordFile(folder: DataFolder) {
  return {
    where: `mật khẩu trong tệp ${folder.password}`,
    where_en: `the password in the file ${folder.password}`,
  }
}
