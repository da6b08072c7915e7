// Kills the process that loads, or the Neo4j that it loads into, and says what is in the graph then: one of the states
// that an undisturbed load passes through, or something that no load ever made.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Random } from '../../bench/graph/random.ts'
import { createDriver } from '../../src/graph/driver.ts'
import { dataFolder, readState } from '../../src/graph/managed/folder.ts'
import { connectOrStartManaged, type ManagedNeo4j } from '../../src/graph/managed/index.ts'
import { migrate } from '../../src/graph/migrate.ts'
import { createGraphStore, type GraphStore } from '../../src/graph/store.ts'
import { differences } from './differences.ts'
import { type LoadStep, runLoad, writeLoad } from './load.ts'

const CHILD = fileURLToPath(new URL('./load-child.ts', import.meta.url))
/** A Neo4j that was killed recovers before it answers. */
const BACK_LIMIT_MS = 120_000
const POLL_MS = 200
/** A kill falls within a step, or somewhat after it. */
const OVER_A_STEP = 1.2

export type Victim = 'process' | 'neo4j'

export interface KillOutcome {
  readonly victim: Victim
  /** Steps that the loading process had said were safe when it ended. */
  readonly said: number
  /** Steps that were in the graph; `null` where no number of whole steps gives what was there. */
  readonly there: number | null
  /** Whether the load came to its end in spite of the kill. */
  readonly finished: boolean
  /** What was there beside, or instead of, what so many steps as were said give. */
  readonly half: readonly string[]
  /** What an undisturbed load has and a repeated one had not, and the other way round. */
  readonly different: readonly string[]
}

export interface KillGround {
  kill(victim: Victim, random: Random): Promise<KillOutcome>
  end(): Promise<void>
}

/** Starts a Neo4j to be killed, and notes the graph after each step of an undisturbed load. */
export async function openKillGround(program: string, steps: readonly LoadStep[]): Promise<KillGround> {
  const home = await mkdtemp(join(tmpdir(), 'cancu-kills-'))
  const load = join(home, 'load')
  await mkdir(load)
  await writeLoad(load, steps)
  const log = { info: () => {}, warn: () => {} }
  const managed = await connectOrStartManaged({ home, program, onProgress: () => {}, log })
  const driver = createDriver(managed)
  await migrate(driver, null)
  const store = createGraphStore(driver)
  const { states, pace } = await undisturbed(store, load)
  return {
    kill: (victim, random) =>
      killOnce({ home, load, managed, store, states, pace, steps: steps.length }, victim, random),
    async end() {
      await driver.close()
      await managed.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

interface Ground {
  readonly home: string
  readonly load: string
  readonly managed: ManagedNeo4j
  readonly store: GraphStore
  /** The dump after so many steps. */
  readonly states: readonly (readonly string[])[]
  /** Milliseconds that a step takes. */
  readonly pace: number
  readonly steps: number
}

async function undisturbed(store: GraphStore, load: string) {
  const states = [await dumpOf(store)]
  let [start, worked] = [performance.now(), 0]
  await runLoad(store, load, async () => {
    worked += performance.now() - start
    states.push(await dumpOf(store))
    start = performance.now()
  })
  return { states, pace: worked / (states.length - 1) }
}

async function killOnce(ground: Ground, victim: Victim, random: Random): Promise<KillOutcome> {
  const { store, states, load } = ground
  await store.clear()
  const { said, finished } = await loadAndKill(ground, victim, random)
  await settled(store)
  const left = await dumpOf(store)
  const there = states.findIndex((state) => isSame(state, left))
  const isWhole = there === said || there === said + 1
  await runLoad(store, load)
  return {
    ...{ victim, said, finished, there: there < 0 ? null : there },
    half: isWhole ? [] : differences(states[said] ?? [], left),
    different: differences(states.at(-1) ?? [], await dumpOf(store)),
  }
}

async function loadAndKill({ home, load, managed, pace, steps }: Ground, victim: Victim, random: Random) {
  const { uri: NEO4J_URI, username: NEO4J_USERNAME, password: NEO4J_PASSWORD } = managed
  const env = { ...process.env, NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD }
  const child = spawn(process.execPath, [CHILD, load], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = once(child, 'exit')
  /** Lines that the child has said: that it begins, and each step. */
  let lines = 0
  const last = Math.floor(random() * steps)
  const delay = random() * OVER_A_STEP * pace
  let killed: Promise<void> | null = null
  for await (const _ of createInterface(child.stdout)) {
    if (++lines === last + 1) killed = pause(delay).then(() => end(victim, child.pid, home))
  }
  await Promise.all([exited, killed])
  const [code] = await exited
  return { said: Math.max(0, lines - 1), finished: code === 0 }
}

/** Kills the loading process, or the JVM and waits until another has taken its place. */
async function end(victim: Victim, child: number | undefined, home: string): Promise<void> {
  const folder = dataFolder(join(home, 'graph'))
  const pid = victim === 'process' ? child : readState(folder)?.neo4j.pid
  if (pid === undefined) throw new Error(`no ${victim} to kill`)
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // The load was faster than the kill.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH' || victim === 'neo4j') throw error
  }
  for (let waited = 0; victim === 'neo4j' && readState(folder)?.neo4j.pid === pid; waited += POLL_MS) {
    if (waited > BACK_LIMIT_MS) throw new Error('no Neo4j took the place of the killed one')
    await pause(POLL_MS)
  }
}

/** Waits until the database answers and no transaction of a killed writer is left in it. */
async function settled(store: GraphStore): Promise<void> {
  for (const limit = Date.now() + BACK_LIMIT_MS; ; await pause(POLL_MS)) {
    try {
      return await store.write(async () => {})
    } catch (error) {
      if (Date.now() > limit) throw error
    }
  }
}

async function dumpOf(store: GraphStore): Promise<string[]> {
  const lines: string[] = []
  for await (const line of store.dump()) lines.push(line)
  return lines
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((line, i) => line === right[i])
}
