// A curated table: what it says of instruments themselves, and of what happened to them.

import type { EventRecord, InstrumentFacts } from '../legal/records.ts'

export interface Facts {
  /** Name of the table; saving it again replaces it as a whole. */
  readonly dataset: string
  readonly instruments: readonly InstrumentFacts[]
  readonly events: readonly EventRecord[]
}
