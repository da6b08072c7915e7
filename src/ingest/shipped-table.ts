// Curated tables that ship with the project, and taking one into the graph where another version of it is there.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createError } from '../errors.ts'
import type { GraphStore } from '../graph/store.ts'
import type { Facts } from './facts.ts'
import { saveFacts } from './save.ts'

export interface ShippedTable {
  readonly dataset: string
  /** sha256 (hex) of its files. */
  readonly version: string
  /** Its facts: read only when they are wanted. */
  read(): Facts
}

/**
 * Saves a table that ships with the project, where the graph does not hold this version of it already. What a user
 * brought in its place stays.
 * @returns whether it was saved
 */
export async function saveShipped(store: GraphStore, table: ShippedTable): Promise<boolean> {
  const held = await store.dataset(table.dataset)
  if (held?.imported || held?.version === table.version) return false
  await saveFacts(store, { ...table.read(), version: table.version })
  return true
}

/** sha256 (hex) of files' contents in their order. */
export function versionOf(...contents: readonly string[]): string {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content).update('\0')
  return hash.digest('hex')
}

/** A file of the seed. @throws SEED_INVALID */
export function readSeedFile(file: string): string {
  return attempt(file, () => readFileSync(file, 'utf8'))
}

/** What fails over a file of the seed is SEED_INVALID. */
export function attempt<T>(file: string, action: () => T): T {
  try {
    return action()
  } catch (cause) {
    throw createError('SEED_INVALID', { file, reason: (cause as Error).message }, cause)
  }
}
