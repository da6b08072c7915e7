// Brings a database's constraints and indexes to the present version, one migration at a time.

import type { Driver } from 'neo4j-driver'
import { createError } from '../errors.ts'
import { readMigrations } from './queries.ts'

/**
 * Applies the migrations that this database has not seen, in order, and waits until its indexes answer.
 * Statements are idempotent (IF NOT EXISTS): a run that was cut off is repeated from its beginning.
 * @returns the names of those applied
 * @throws MIGRATION_NEWER where the database was written by a newer version of the program
 */
export async function migrate(driver: Driver, database: string | null): Promise<readonly string[]> {
  const options = database ? { database } : {}
  const migrations = readMigrations()
  const { records } = await driver.executeQuery(
    'MATCH (m:Migration) RETURN max(m.version) AS version',
    {},
    options,
  )
  const present = Number(records[0]?.get('version') ?? 0)
  const newest = migrations.at(-1)?.version ?? 0
  if (present > newest) throw createError('MIGRATION_NEWER', { present, newest })
  const pending = migrations.filter((migration) => migration.version > present)
  for (const { version, name, statements } of pending) {
    for (const statement of statements) await driver.executeQuery(statement, {}, options)
    const record = 'MERGE (m:Migration {version: $version}) SET m.name = $name, m.applied = datetime()'
    await driver.executeQuery(record, { version, name }, options)
  }
  await driver.executeQuery('CALL db.awaitIndexes(300)', {}, options)
  return pending.map((migration) => migration.name)
}
