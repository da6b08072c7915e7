// What GraphQL adds to a trace: the whole answer over HTTP from the product's own server, against the same Cypher over
// raw Bolt, for the same plans of communes, in turns.

import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import type { Driver } from 'neo4j-driver'
import { MAX_TRACE_NODES } from '../../src/answer/answers.ts'
import { buildApp } from '../../src/app.ts'
import { traceQuery } from '../../src/graph/trace-query.ts'
import { saveDocuments } from '../../src/ingest/save.ts'
import { mean, printTable, quantile } from '../report.ts'
import { type Database, withDatabases } from './database.ts'
import { communeKeys, generateBatches } from './generate.ts'

const { values } = parseArgs({
  options: {
    instruments: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    keys: { type: 'string', default: '200' },
  },
})
const world = { instruments: Number(values.instruments), seed: Number(values.seed) }
const BATCH = 1_000
/** Where a node of the raw answer holds its edges; see cypher/read/trace.cypher. */
const EDGES = 12
const WARM_UP = 50

const QUERY = `query ($key: ID!) { trace(key: $key, direction: UP) {
  root { key }
  nodes { instrument { key type number date title level textHeld } depth }
  edges { from to relation secondHand mentions }
  gaps { instrument { key } reason }
  truncated
} }`
/** What the server asks the database, its bound on nodes included. */
const CYPHER = traceQuery({ direction: 'UP', relations: [], depth: 12, dated: false })

interface Size {
  readonly nodes: number
  readonly edges: number
}

await withDatabases(1, async (database) => {
  for (const batch of generateBatches(world, BATCH)) await saveDocuments(database.store, batch)
  const app = await buildApp({ store: database.store, log: false })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    await measure(database, (key) => askGraphql(agent, port, key))
  } finally {
    agent.destroy()
    await app.close()
  }
})

type Way = 'graphql' | 'bolt'

/** Asks for each key both ways, now the one first and now the other; the first keys only warm up. */
async function measure(
  { driver, version }: Database,
  graphql: (key: string) => Promise<Size>,
): Promise<void> {
  const ways: Record<Way, (key: string) => Promise<Size>> = { graphql, bolt: (key) => askBolt(driver, key) }
  const times: Record<Way, number[]> = { graphql: [], bolt: [] }
  const sizes: Size[] = []
  for (const [i, key] of communeKeys(world, Number(values.keys) + WARM_UP).entries()) {
    const found: Partial<Record<Way, Size>> = {}
    for (const way of i % 2 === 0 ? (['graphql', 'bolt'] as const) : (['bolt', 'graphql'] as const)) {
      const start = performance.now()
      found[way] = await ways[way](key)
      if (i >= WARM_UP) times[way].push(performance.now() - start)
    }
    checkSame(key, found as Record<Way, Size>)
    if (i >= WARM_UP && found.bolt) sizes.push(found.bolt)
  }
  report(version, times, sizes)
}

function checkSame(key: string, { graphql, bolt }: Record<Way, Size>): void {
  if (graphql.nodes !== Math.min(bolt.nodes, MAX_TRACE_NODES))
    throw new Error(`the two answers for ${key} differ`)
}

/** Until the last byte has come and is parsed, as a client has it. */
async function askGraphql(agent: Agent, port: number, key: string): Promise<Size> {
  const body = JSON.stringify({ query: QUERY, variables: { key } })
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  const sent = request({ agent, port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers }).end(
    body,
  )
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const { data, errors } = JSON.parse((await buffer(response)).toString()) as {
    data: { trace: { nodes: unknown[]; edges: unknown[] } }
    errors?: unknown
  }
  if (errors) throw new Error(JSON.stringify(errors))
  return { nodes: data.trace.nodes.length, edges: data.trace.edges.length }
}

async function askBolt(driver: Driver, key: string): Promise<Size> {
  const { records } = await driver.executeQuery(
    CYPHER,
    { key, limit: BigInt(MAX_TRACE_NODES + 1), open: 100n },
    { routing: 'READ' },
  )
  const nodes = records[0]?.get('nodes') as unknown[][]
  return {
    nodes: nodes.length,
    edges: nodes.reduce((sum, node) => sum + (node[EDGES] as unknown[]).length, 0),
  }
}

function report(version: string, times: Record<Way, number[]>, sizes: readonly Size[]): void {
  const measures: readonly (readonly [string, (numbers: readonly number[]) => number])[] = [
    ['mean', mean],
    ['p50', (numbers) => quantile(numbers, 0.5)],
    ['p95', (numbers) => quantile(numbers, 0.95)],
  ]
  const line = (name: string, of: (of: (numbers: readonly number[]) => number) => string) => [
    name,
    ...measures.map(([, measure]) => of(measure)),
  ]
  const ms = (way: Way) => line(`${way}, ms`, (measure) => measure(times[way]).toFixed(1))
  const count = (name: keyof Size) =>
    line(name, (measure) => measure(sizes.map((size) => size[name])).toFixed(0))
  printTable(
    `npm run bench trace -- --instruments ${world.instruments} --seed ${world.seed} --keys ${sizes.length}`,
    version,
    [`${sizes.length} traces`, ...measures.map(([name]) => name)],
    [
      ms('graphql'),
      ms('bolt'),
      line('ratio', (measure) => (measure(times.graphql) / measure(times.bolt)).toFixed(2)),
      count('nodes'),
      count('edges'),
    ],
  )
}
