// The life of the managed Neo4j, on real processes: each test says what must be running afterwards.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createDriver } from '../../src/graph/driver.ts'
import type { RunState } from '../../src/graph/managed/folder.ts'
import { connectOrStartManaged, type ManagedNeo4j } from '../../src/graph/managed/index.ts'
import { isRunning } from '../../src/graph/managed/lock.ts'
import { ensureProgram } from '../../src/graph/managed/program.ts'
import { deathTie, findJava } from '../../src/graph/managed/tools.ts'
import { commandsIn } from '../support/commands.ts'
import { sharedProgram } from '../support/neo4j.ts'

/** A start takes 5 s, several times that on a busy machine. */
const PATIENCE = 60_000
const KEPT = 'MATCH (n:Kept) RETURN n'
const CHILD = fileURLToPath(new URL('../support/managed-child.ts', import.meta.url))
const program = sharedProgram()
const missing = await findJava()
  .then(() => ensureProgram(program, () => {}))
  .then(
    () => null,
    (error: Error) => error.message,
  )
const isTied = (await deathTie()).length > 0
if (missing !== null) console.warn(`The managed Neo4j is not tested here: ${missing}`)

describe.skipIf(missing !== null)('the managed Neo4j', { timeout: 2 * PATIENCE }, () => {
  let home: string
  let opened: { stop(): Promise<void> }[] = []

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'cancu-managed-'))
    // Java compiles less and starts in half the time.
    process.env.JDK_JAVA_OPTIONS = '-XX:TieredStopAtLevel=1'
  })
  afterEach(async () => {
    for (const one of opened) await one.stop()
    opened = []
  }, PATIENCE)
  afterAll(() => rm(home, { recursive: true }))

  async function open(): Promise<ManagedNeo4j> {
    const log = { info: () => {}, warn: () => {} }
    const managed = await connectOrStartManaged({ home, program, onProgress: () => {}, log })
    opened.push(managed)
    return managed
  }

  /** Opens it in another process, with the commands of `path` if told. */
  async function openElsewhere(path = process.env.PATH ?? '') {
    const env = { ...process.env, PATH: path, JAVA_HOME: '' }
    const child = spawn(process.execPath, [CHILD, home, program], { env, stdio: ['pipe', 'pipe', 'inherit'] })
    const exited = once(child, 'exit')
    const said = await createInterface(child.stdout)[Symbol.asyncIterator]().next()
    const end = async (how: () => void) => {
      how()
      await exited
    }
    const stop = () => end(() => child.stdin.end())
    opened.push({ stop })
    return { ...JSON.parse(String(said.value)), stop, kill: () => end(() => child.kill('SIGKILL')) }
  }

  function running(): RunState {
    return JSON.parse(readFileSync(join(home, 'graph', 'running.json'), 'utf8'))
  }

  test('is shared, comes back by itself when it is killed, and is ended by the one that started it', async () => {
    const managed = await open()
    const { neo4j } = running()
    await ask(managed, 'CREATE (:Kept)')
    const other = await openElsewhere()
    expect(other).toMatchObject({ joined: true, uri: managed.uri })
    await other.stop()
    expect(isRunning(neo4j)).toBe(true)
    process.kill(neo4j.pid, 'SIGKILL')
    await vi.waitFor(async () => expect(await ask(managed, KEPT)).toBe(1), PATIENCE)
    await managed.stop()
    expect(isRunning(neo4j) || isRunning(running().neo4j)).toBe(false)
  })

  test('keeps its password for its owner alone', async () => {
    const file = join(home, 'graph', 'password')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{48}$/)
  })

  test.skipIf(!isTied)('dies with an owner that is killed', async () => {
    const owner = await openElsewhere()
    expect(owner.joined).toBe(false)
    await owner.kill()
    await vi.waitFor(() => expect(isRunning(running().neo4j)).toBe(false), 5000)
  })

  test('outlives a killed owner where nothing ties them, until one that had joined starts it anew', async () => {
    const owner = await openElsewhere(commandsIn(join(home, 'untied'), { java: null }))
    const { neo4j } = running()
    const managed = await open()
    expect([owner.joined, managed.joined]).toEqual([false, true])
    await owner.kill()
    expect(isRunning(neo4j)).toBe(true)
    await vi.waitFor(() => expect(isRunning(neo4j)).toBe(false), PATIENCE)
    await vi.waitFor(async () => expect(await ask(managed, KEPT)).toBe(1), PATIENCE)
    await managed.stop()
    expect(isRunning(running().neo4j)).toBe(false)
  })

  test('says so when its data has another password, and does not stay', async () => {
    writeFileSync(join(home, 'graph', 'password'), 'another')
    await expect(open()).rejects.toMatchObject({ code: 'NEO4J_WRONG_PASSWORD' })
    expect(isRunning(running().neo4j)).toBe(false)
  })
})

/** How many rows a query gives. */
async function ask(managed: ManagedNeo4j, query: string): Promise<number> {
  const driver = createDriver(managed)
  try {
    return (await driver.executeQuery(query)).records.length
  } finally {
    await driver.close()
  }
}
