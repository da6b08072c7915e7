// The API's keys as they are kept: never the key itself, only its sha256.

import type { RecordShape } from 'neo4j-driver'
import { z } from 'zod'

export const ROLES = ['reader', 'editor'] as const
export type Role = (typeof ROLES)[number]

const keySchema = z.object({
  id: z.string(),
  /** Who it was given to. */
  name: z.string(),
  role: z.enum(ROLES),
  /** sha256 of the whole key, in hex. */
  hash: z.string(),
  /** ISO instants; `revoked` null: it opens. */
  created: z.string(),
  revoked: z.string().nullable(),
})

export type KeyRow = z.infer<typeof keySchema>

type Ask = (name: string, params: RecordShape, routing: 'READ' | 'WRITE') => Promise<RecordShape[]>

/** What may be asked of keys and done to them. */
export function createKeyVerbs(ask: Ask) {
  return {
    /** Every key, revoked ones too, oldest first. */
    async list(): Promise<KeyRow[]> {
      return (await ask('keys', {}, 'READ')).map((row) => keySchema.parse(row.key))
    },
    async create(key: Omit<KeyRow, 'revoked'>): Promise<void> {
      await ask('create-key', { ...key }, 'WRITE')
    },
    /** @returns whether there was such a key that still opened */
    async revoke(id: string, now: string): Promise<boolean> {
      return (await ask('revoke-key', { id, now }, 'WRITE')).length > 0
    },
  }
}
