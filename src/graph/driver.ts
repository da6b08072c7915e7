// One driver, made alike everywhere, and what its failures mean.

import { readFileSync } from 'node:fs'
import neo4j, { type Driver, type Neo4jError } from 'neo4j-driver'
import { type CancuError, createError } from '../errors.ts'

/** Where a Neo4j is and who we are to it. */
export interface Neo4jAddress {
  readonly uri: string
  readonly username: string
  /** Null: the server asks for none. */
  readonly password: string | null
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/** Whole numbers come back as numbers: no count or offset of ours passes 2^53. Nothing waits without bound. */
const DRIVER_CONFIG = {
  disableLosslessIntegers: true,
  userAgent: `cancu/${version}`,
  connectionTimeout: 5_000,
  connectionAcquisitionTimeout: 10_000,
  maxTransactionRetryTime: 10_000,
}

/** Makes a driver; it connects when first used. */
export function createDriver({ uri, username, password }: Neo4jAddress): Driver {
  const auth = password === null ? undefined : neo4j.auth.basic(username, password)
  return neo4j.driver(uri, auth, DRIVER_CONFIG)
}

/** Asks the database for one row, without any retry; rejects with the driver's own error. */
export async function ping(driver: Driver, database: string | null): Promise<void> {
  const session = driver.session(database === null ? {} : { database })
  try {
    await session.run('RETURN 1')
  } finally {
    await session.close()
  }
}

/** The coded error that an error of the driver means while connecting, and whether waiting may help. */
export function explainFailure(
  error: unknown,
  address: Neo4jAddress,
  database: string | null,
  where = { where: 'NEO4J_USERNAME, NEO4J_PASSWORD', where_en: 'NEO4J_USERNAME, NEO4J_PASSWORD' },
): { readonly error: CancuError; readonly mayPass: boolean } {
  const { code = '', message = '' } = error as Partial<Neo4jError>
  const { uri, username } = address
  if (code.startsWith('Neo.ClientError.Security.')) {
    return { error: createError('NEO4J_WRONG_PASSWORD', { uri, username, ...where }, error), mayPass: false }
  }
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return {
      error: createError('NEO4J_DATABASE_NOT_FOUND', { uri, database: database ?? '' }, error),
      mayPass: false,
    }
  }
  return {
    error: createError('NEO4J_UNREACHABLE', { uri, reason: coreOf(message) }, error),
    mayPass: true,
  }
}

/** "Failed to connect to server. Please … Caused by: connect ECONNREFUSED 127.0.0.1:7687" → the last part. */
function coreOf(message: string): string {
  return message.split('Caused by: ').at(-1)?.split('\n', 1)[0] ?? ''
}
