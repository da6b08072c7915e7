// Keys of the API: 32 random bytes behind the id by which they are found; only their sha256 is kept.

import { createHash, randomBytes } from 'node:crypto'

const FORM = /^cancu_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/

export interface NewApiKey {
  readonly id: string
  /** What its owner gets to see, once. */
  readonly key: string
  /** sha256 in hex: with 256 random bits behind it, no slower hash would guard it better. */
  readonly hash: string
}

export function createApiKey(): NewApiKey {
  const id = randomBytes(6).toString('hex')
  const key = `cancu_${id}_${randomBytes(32).toString('base64url')}`
  return { id, key, hash: hashApiKey(key).toString('hex') }
}

/** The id in a key; `null` where the text has not the form of one. */
export function idOfApiKey(text: string): string | null {
  return FORM.exec(text)?.[1] ?? null
}

export function hashApiKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
