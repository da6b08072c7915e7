// How a status is marked in a drawing: never by colour alone, each has a sign.

import type { StatusValue } from '../legal/status.ts'

/** Sign, and the name of its colour. What nobody told us of has none. */
export const STATUS_SIGNS: Readonly<Partial<Record<StatusValue, readonly [sign: string, colour: string]>>> = {
  REPLACED: ['✕', 'ended'],
  REPEALED: ['✕', 'ended'],
  EXPIRED: ['✕', 'ended'],
  SPENT: ['◷', 'ended'],
  SUSPENDED: ['‖', 'changed'],
  AMENDED: ['±', 'changed'],
  PARTLY_REPEALED: ['±', 'changed'],
  SUPERSEDED_IN_SUBSTANCE: ['≈', 'changed'],
  CONTINUED: ['→', 'kept'],
  CONFLICT: ['?', 'changed'],
}
