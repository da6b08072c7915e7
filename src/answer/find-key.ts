// The instrument that a key means where staff merged it into another, or where it lacks what tells it from another of
// the same number and date.

import type { GraphStore } from '../graph/store.ts'
import { lookupOfKey, parseKey } from '../legal/key.ts'

/**
 * The key under which the graph holds what is asked for: that of the instrument into which staff merged it; and
 * 203/2025/QH15@2025-06-16 finds the resolution 203/2025/QH15~NQ@2025-06-16 where no law bears that number and date.
 * A key that finds nothing, or several instruments, stays as it is.
 */
export async function findKey(store: GraphStore, key: string): Promise<string> {
  const merged = await store.mergedInto(key)
  if (merged !== null) return merged
  const [lookup, date] = [lookupOfKey(key), parseKey(key)?.date]
  if (!lookup || !date) return key
  const keys = await store.sameNumber(lookup, date)
  return keys.includes(key) || keys.length !== 1 ? key : (keys[0] ?? key)
}
