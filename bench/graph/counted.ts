// A driver that counts what its write transactions cost the database: each query runs under PROFILE, and its hits
// are added up by query. Hits do not depend on the machine, nor on what else it does.

import type { Driver, ManagedTransaction, ProfiledPlan, Session } from 'neo4j-driver'

/** Query → database hits. */
export type Hits = ReadonlyMap<string, number>

export interface CountedDriver {
  readonly driver: Driver
  /** The hits since this was asked last. */
  take(): Hits
}

export function countedDriver(driver: Driver): CountedDriver {
  let hits = new Map<string, number>()
  const add = (query: string, count: number) => hits.set(query, (hits.get(query) ?? 0) + count)
  const take = () => {
    const taken = hits
    hits = new Map()
    return taken
  }
  const session: Driver['session'] = (config) => countedSession(driver.session(config), add)
  return { driver: overriding(driver, { session }), take }
}

function countedSession(session: Session, add: (query: string, hits: number) => void): Session {
  const executeWrite: Session['executeWrite'] = (work, config) =>
    session.executeWrite((tx) => work(countedTransaction(tx, add)), config)
  return overriding(session, { executeWrite })
}

function countedTransaction(tx: ManagedTransaction, add: (query: string, hits: number) => void) {
  const run = async (query: string, params?: object) => {
    const result = await tx.run(`PROFILE ${query}`, params)
    if (result.summary.profile) add(query, hitsOf(result.summary.profile))
    return result
  }
  return overriding(tx, { run: run as unknown as ManagedTransaction['run'] })
}

function hitsOf({ dbHits, children }: ProfiledPlan): number {
  return children.reduce((sum, child) => sum + hitsOf(child), dbHits)
}

/** The object with some of its methods replaced; the others keep their own `this`. */
function overriding<T extends object>(object: T, replaced: Partial<T>): T {
  return new Proxy(object, {
    get(target, name) {
      if (name in replaced) return replaced[name as keyof T]
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
