// The one way to a database: the configured Neo4j, or else the managed local one.

import { setTimeout as pause } from 'node:timers/promises'
import type { Driver } from 'neo4j-driver'
import type { Config } from '../config.ts'
import { createDriver, explainFailure, type Neo4jAddress, ping } from './driver.ts'
import { connectOrStartManaged } from './managed/index.ts'
import type { Log, OnProgress } from './progress.ts'

/** A Neo4j in a container beside us needs this long to come up; more than that is a fault to be told. */
const CONNECT_LIMIT_MS = 30_000
const RETRY_MS = 1000

/** A graph that answers. */
export interface OpenGraph {
  readonly driver: Driver
  /** Null: the server's default database. */
  readonly database: string | null
  /** Configured by NEO4J_URI; managed: started here; joined: started by another process of this home folder. */
  readonly source: 'configured' | 'managed' | 'joined'
  readonly uri: string
  /** Closes the driver, and ends the managed Neo4j if it was started here. */
  close(): Promise<void>
}

export interface OpenOptions {
  readonly onProgress: OnProgress
  readonly log: Log
}

/**
 * Opens the graph that the configuration names. It answers when this returns.
 *
 * @throws NEO4J_UNREACHABLE after about 30 s, NEO4J_WRONG_PASSWORD and NEO4J_DATABASE_NOT_FOUND at once; without
 *   NEO4J_URI what `connectOrStartManaged` throws.
 */
export async function openGraph(
  config: Pick<Config, 'home' | 'neo4j'>,
  options: OpenOptions,
): Promise<OpenGraph> {
  const { uri, username, password, database } = config.neo4j
  if (uri === null) return openManaged(config.home, options)
  return openConfigured({ uri, username, password }, database, options)
}

async function openManaged(home: string, options: OpenOptions): Promise<OpenGraph> {
  const managed = await connectOrStartManaged({ home, ...options })
  const driver = createDriver(managed)
  const close = async () => {
    await driver.close()
    await managed.stop()
  }
  return { driver, database: null, source: managed.joined ? 'joined' : 'managed', uri: managed.uri, close }
}

async function openConfigured(
  address: Neo4jAddress,
  database: string | null,
  { onProgress }: OpenOptions,
): Promise<OpenGraph> {
  const driver = createDriver(address)
  try {
    await waitUntilReachable(driver, address, database, onProgress)
  } catch (error) {
    await driver.close()
    throw error
  }
  return { driver, database, source: 'configured', uri: address.uri, close: () => driver.close() }
}

async function waitUntilReachable(
  driver: Driver,
  address: Neo4jAddress,
  database: string | null,
  onProgress: OnProgress,
): Promise<void> {
  const start = Date.now()
  for (;;) {
    const failure = await ping(driver, database).then(
      () => null,
      (error) => explainFailure(error, address, database),
    )
    if (failure === null) return
    const waited = Date.now() - start
    if (!failure.mayPass || waited >= CONNECT_LIMIT_MS) throw failure.error
    onProgress(waitingFor(address.uri, waited))
    await pause(RETRY_MS)
  }
}

function waitingFor(uri: string, waited: number) {
  const percent = Math.round((100 * waited) / CONNECT_LIMIT_MS)
  return { vi: `Đang chờ Neo4j tại ${uri}`, en: `Waiting for Neo4j at ${uri}`, percent }
}
