// The process: opens the graph, seeds an empty one, serves, and leaves nothing behind when it is told to stop.

import type { FastifyInstance } from 'fastify'
import { traceWithGaps } from './answer/answers.ts'
import { chainSentence } from './answer/words.ts'
import { buildApp } from './app.ts'
import { bar, paint, print, printError, progressLine } from './cli/output.ts'
import { type Config, isLoopback, loadConfig } from './config.ts'
import { createError } from './errors.ts'
import { openGraph } from './graph/connect.ts'
import { migrate } from './graph/migrate.ts'
import { createGraphStore, type GraphStore } from './graph/store.ts'
import { ensurePlaces } from './ingest/places.ts'
import { loadSeed, refreshTables } from './ingest/seed.ts'
import { createLog } from './log.ts'

/** The end of the sample's road: the Central Committee's resolution on mass mobilisation. */
const SAMPLE_TARGET = '25-NQ/TW@2013-06-03'
const SAMPLE_WORDS = 'kế hoạch dân vận chính quyền xã Trúc Lĩnh'

async function serve(): Promise<void> {
  const config = loadConfig()
  const log = createLog(config.logLevel)
  const close = onceClosed()
  const line = progressLine()
  const say = (vi: string, percent: number | null = null) =>
    process.stderr.isTTY ? line.show(percent === null ? vi : `${vi} ${bar(percent / 100)}`) : undefined
  const told = stepTeller()
  const graph = await openGraph(config, {
    log,
    onProgress: ({ vi, en, percent }) => {
      say(vi, percent)
      told(vi, en, percent)
    },
  })
  line.clear()
  close.before(() => graph.close())
  try {
    await migrate(graph.driver, graph.database)
    const store = createGraphStore(graph.driver, graph.database)
    if (config.api.exposed) await demandKeys(store, config.host)
    await ensurePlaces(store)
    await seed(store)
    const app = await buildApp({ store, log, config: config.api })
    close.before(() => app.close())
    await listen(app, config)
    await greet(store, config, graph.uri)
  } catch (error) {
    await close()
    throw error
  }
}

/** Where no terminal rewrites its line: one line a step, and one for every tenth of a long one. */
function stepTeller(): (vi: string, en: string, percent: number | null) => void {
  if (process.stderr.isTTY) return () => {}
  let last = ''
  return (vi, en, percent) => {
    const step = percent === null ? vi : `${Math.floor(percent / 10) * 10} %`
    if (step === last) return
    last = step
    process.stderr.write(percent === null ? `${vi} / ${en}\n` : `${vi} / ${en} (${step})\n`)
  }
}

/** How long things may take to close before the process ends all the same. */
const CLOSE_LIMIT_MS = 20_000

/** Closes once, in the reverse of the order in which things were opened, also on Ctrl-C and SIGTERM; a second signal ends at once. */
function onceClosed() {
  const steps: (() => Promise<unknown>)[] = []
  let closing: Promise<void> | null = null
  const close = () => {
    closing ??= (async () => {
      for (const step of steps.reverse()) await step()
    })()
    return closing
  }
  const stop = (signal: NodeJS.Signals) => {
    if (closing) process.exit(1)
    process.stderr.write(`\n${signal}: đang dừng … / stopping …\n`)
    setTimeout(() => process.exit(1), CLOSE_LIMIT_MS).unref()
    close().then(
      () => process.exit(0),
      (error) => {
        printError(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop)
  return Object.assign(close, { before: (step: () => Promise<unknown>) => void steps.push(step) })
}

/** @throws API_KEYS_REQUIRED where others can reach the server and no key opens it */
async function demandKeys(store: GraphStore, host: string): Promise<void> {
  const keys = await store.keys.list()
  if (keys.every(({ revoked }) => revoked !== null))
    throw createError('API_KEYS_REQUIRED', { why: isLoopback(host) ? 'CANCU_ALLOWED_HOSTS' : `HOST=${host}` })
}

async function seed(store: GraphStore): Promise<void> {
  const { instruments, documents } = await store.contents()
  if (instruments + documents > 0) return refresh(store)
  const { documents: texts, events, instruments: known } = await loadSeed(store, { force: false })
  print(
    `Đã nạp dữ liệu mẫu vào đồ thị trống: ${texts} toàn văn, ${known} văn bản được biết đến, ${events} sự kiện. / Seeded the empty graph.`,
  )
}

/** A graph of an earlier version gets the curated tables of this one. */
async function refresh(store: GraphStore): Promise<void> {
  const tables = await refreshTables(store)
  if (tables.length > 0)
    print(`Đã cập nhật dữ kiện: ${tables.join(', ')}. / Brought the curated facts up to date.`)
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw createError('PORT_IN_USE', { host, port }, error)
  }
}

async function greet(store: GraphStore, { host: bound, port, api }: Config, neo4j: string): Promise<void> {
  const host = bound === '0.0.0.0' || bound === '::' ? 'localhost' : bound
  const { instruments, documents, mentions } = await store.contents()
  print(`\n${paint('bold', 'Căn Cứ')}  ${instruments} văn bản, ${documents} toàn văn, ${mentions} trích dẫn`)
  print(`  Trang     http://${host}:${port}/`)
  print(`  GraphQL   http://${host}:${port}/graphql`)
  if (api.graphiql) print(`  GraphiQL  http://${host}:${port}/graphiql`)
  print(`  Neo4j     ${neo4j}`)
  for (const sentence of await sampleTrace(store)) print(sentence)
  print('\nDừng: Ctrl-C. / Stop with Ctrl-C.')
}

/** The road from the invented commune's plan to the resolution it rests on, where the graph holds it. */
async function sampleTrace(store: GraphStore): Promise<string[]> {
  const found = await store.search(SAMPLE_WORDS, 1, 0)
  const key = found[0]?.instrument.key
  if (key === undefined) return []
  const question = { key, direction: 'UP', relations: [], depth: 12, asOf: null, limit: 2_000 } as const
  const trace = await traceWithGaps(store, question)
  const chain = trace && chainSentence(trace, SAMPLE_TARGET)
  return chain ? [`\nVí dụ truy nguyên / A sample trace: ${key}`, chain] : []
}

serve().catch((error: unknown) => {
  printError(error)
  process.exitCode = 1
})
