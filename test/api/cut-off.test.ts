// A query that nobody waits for any more, or that takes too long, ends in the database too.

import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import { createGraphStore } from '../../src/graph/store.ts'
import { openTestStore } from '../support/store.ts'

type Driver = Parameters<typeof createGraphStore>[0]

/** Minutes of work; its answer would have the shape of `contents`. */
const SLOW = `UNWIND range(1, 5000000000) AS slow WITH slow WHERE slow % 7 = 8
  RETURN count(slow) AS instruments, 0 AS documents, 0 AS mentions, 0 AS events`
const QUESTION = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ contents { instruments } }' }),
}

let graph: Awaited<ReturnType<typeof openTestStore>>
beforeAll(async () => {
  graph = await openTestStore()
})
afterAll(() => graph.close())

/** The database, slow at telling what it holds. */
function slowed(driver: Driver): Driver {
  const executeQuery: Driver['executeQuery'] = (query, ...rest) =>
    driver.executeQuery(String(query).includes(':Document') ? SLOW : query, ...rest)
  return new Proxy(driver, {
    get: (_, name) => (name === 'executeQuery' ? executeQuery : Reflect.get(driver, name)),
  })
}

async function slowQueries(): Promise<number> {
  const { records } = await graph.driver.executeQuery(
    `SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery STARTS WITH 'UNWIND range(1, 5000000000)'
     AND status = 'Running' RETURN count(*) AS running`,
  )
  return records[0]?.get('running')
}

async function until(running: number): Promise<void> {
  const deadline = Date.now() + 15_000
  while ((await slowQueries()) !== running && Date.now() < deadline) await pause(50)
  expect(await slowQueries()).toBe(running)
}

let opened: { close(): Promise<unknown> } | null = null
async function listen(env: Record<string, string>): Promise<string> {
  const app = await buildApp({
    store: createGraphStore(slowed(graph.driver)),
    log: false,
    config: loadConfig(env).api,
  })
  opened = app
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`
}
afterEach(() => opened?.close())

describe('a slow question', () => {
  test('ends in the database when its client hangs up', async () => {
    const url = await listen({})
    const client = new AbortController()
    const answer = fetch(url, { ...QUESTION, signal: client.signal })
    await until(1)
    client.abort()
    await expect(answer).rejects.toThrow()
    await until(0)
  })

  test('ends in the database when its time is up, with a code', async () => {
    const url = await listen({ CANCU_QUERY_TIMEOUT: '2' })
    const answer = await fetch(url, QUESTION)
    const { errors } = (await answer.json()) as { errors: { extensions: object }[] }
    expect(errors[0]?.extensions).toMatchObject({ code: 'QUERY_TIMEOUT' })
    await until(0)
  })

  test('holds its place until then: more than allowed wait, and more of one client are refused', async () => {
    const url = await listen({ CANCU_QUERIES_AT_ONCE: '1', CANCU_QUERIES_PER_CLIENT: '2' })
    const client = new AbortController()
    const slow = [0, 1].map(() => fetch(url, { ...QUESTION, signal: client.signal }).catch(() => null))
    await until(1)
    const refused = await fetch(url, QUESTION)
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ error: { code: 'TOO_MANY_QUERIES' } })
    client.abort()
    await Promise.all(slow)
    await until(0)
    const next = await fetch(url, { ...QUESTION, body: JSON.stringify({ query: '{ __typename }' }) })
    expect(next.status).toBe(200)
  })
})
