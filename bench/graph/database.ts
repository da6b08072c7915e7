// Empty Neo4j databases for a benchmark: those that NEO4J_BENCH_URI names, else managed ones on temporary folders.
// Whatever happens, what was written or started is taken away again.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Driver } from 'neo4j-driver'
import { loadConfig } from '../../src/config.ts'
import { createDriver, type Neo4jAddress } from '../../src/graph/driver.ts'
import { connectOrStartManaged } from '../../src/graph/managed/index.ts'
import { programFolder } from '../../src/graph/managed/program.ts'
import { migrate } from '../../src/graph/migrate.ts'
import { createGraphStore, type GraphStore } from '../../src/graph/store.ts'

const HEAP = '2g'

/** An empty database with the product's constraints and indexes. */
export interface Database {
  readonly driver: Driver
  readonly store: GraphStore
  /** "5.26.31". */
  readonly version: string
}

type Undo = () => Promise<void>

/**
 * Runs `work` on as many empty databases, and takes them away when it ends, fails or is told to stop.
 * @throws where NEO4J_BENCH_URI names too few databases, or one that is not empty
 */
export async function withDatabases(
  count: number,
  work: (...databases: readonly Database[]) => Promise<void>,
): Promise<void> {
  const undo: Undo[] = []
  let ending: Promise<void> | null = null
  /** Once, however often it is asked for: being told to stop also makes the work fail. */
  const end = () => {
    ending ??= (async () => {
      for (let step = undo.pop(); step; step = undo.pop()) await step()
    })()
    return ending
  }
  const stop = () => end().finally(() => process.exit(130))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const databases: Database[] = []
    for (let i = 0; i < count; i++) databases.push(await openDatabase(i, count, undo))
    await work(...databases)
  } finally {
    await end()
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

async function openDatabase(i: number, count: number, undo: Undo[]): Promise<Database> {
  const named = (process.env.NEO4J_BENCH_URI ?? '').split(/\s+/).filter(Boolean)
  if (named.length > 0 && named.length < count)
    throw new Error(`NEO4J_BENCH_URI names ${named.length} databases; ${count} are needed, parted by blanks.`)
  const uri = named[i]
  const driver = createDriver(uri ? addressOf(uri) : await startManaged(undo))
  undo.push(() => driver.close())
  const store = createGraphStore(driver)
  if (uri) await claim(uri, driver, store, undo)
  await migrate(driver, null)
  const { records } = await driver.executeQuery(
    'CALL dbms.components() YIELD versions RETURN versions[0] AS version',
  )
  return { driver, store, version: String(records[0]?.get('version')) }
}

function addressOf(uri: string): Neo4jAddress {
  const { NEO4J_BENCH_USERNAME: username = 'neo4j', NEO4J_BENCH_PASSWORD: password = null } = process.env
  return { uri, username, password }
}

/** A named database must hold nothing: it is cleared at the end. */
async function claim(uri: string, driver: Driver, store: GraphStore, undo: Undo[]): Promise<void> {
  const { records } = await driver.executeQuery('MATCH (n) WHERE NOT n:Migration RETURN count(n) AS nodes')
  const nodes = Number(records[0]?.get('nodes'))
  if (nodes > 0)
    throw new Error(`${uri} holds ${nodes} nodes. A benchmark writes and deletes: give it an empty one.`)
  undo.push(() => store.clear())
}

/** Shares the program with the user's own graph, and nothing else. */
async function startManaged(undo: Undo[]): Promise<Neo4jAddress> {
  const { CANCU_HOME, XDG_DATA_HOME } = process.env
  const program = programFolder(loadConfig({ CANCU_HOME, XDG_DATA_HOME }).home)
  const home = await mkdtemp(join(tmpdir(), 'cancu-bench-'))
  undo.push(() => rm(home, { recursive: true, force: true }))
  const log = { info: () => {}, warn: console.warn }
  const managed = await connectOrStartManaged({ home, program, heap: HEAP, onProgress: () => {}, log })
  undo.push(() => managed.stop())
  return managed
}
