// What to cite instead of an instrument that has ended: what took its place, and what took the place of that.

import { statusesOf } from '../answer/status.ts'
import type { GraphStore } from '../graph/store.ts'
import { hasEnded, type Status } from '../legal/status.ts'

/** Replacements of replacements that are followed; nobody knows a longer line. */
const MOST_STEPS = 10

/**
 * Key → key of the one instrument that stands in its place on a day; instruments that stand, or have none, are left out.
 * @param statuses on that day
 * @param asOf ISO date
 */
export async function replacementsOf(
  store: GraphStore,
  statuses: ReadonlyMap<string, Status>,
  asOf: string,
): Promise<Map<string, string>> {
  const next = new Map<string, string>()
  const looked = new Map(statuses)
  for (let step = 0; step < MOST_STEPS; step++) {
    for (const [key, status] of looked) {
      const successor = successorOf(key, status)
      if (successor) next.set(key, successor)
    }
    const fresh = [...new Set(next.values())].filter((key) => !looked.has(key))
    if (fresh.length === 0) break
    const answers = await statusesOf(
      store,
      fresh.map((key) => ({ key, asOf })),
    )
    for (const [i, status] of answers.entries()) looked.set(fresh[i] ?? '', status)
  }
  const stands = ([, last]: readonly [string, string]) => !hasEnded(looked.get(last)?.value ?? 'UNKNOWN')
  return new Map([...next.keys()].flatMap((key) => lastOf(key, next)).filter(stands))
}

/** The one instrument that ended another, or took its content over. */
function successorOf(key: string, { value, by }: Status): string | null {
  const [one, ...others] = by
  const replaced = hasEnded(value) || value === 'SUPERSEDED_IN_SUBSTANCE'
  return replaced && one && others.length === 0 && one !== key ? one : null
}

function lastOf(key: string, next: ReadonlyMap<string, string>): [string, string][] {
  const passed = new Set([key])
  let last = key
  for (let one = next.get(last); one !== undefined && !passed.has(one); one = next.get(last)) {
    passed.add(one)
    last = one
  }
  return last === key ? [] : [[key, last]]
}
