// How long a draft of 64,000 characters takes to be checked over GraphQL, in a graph of a given size: the seed with its
// register beside a generated country, whose plans the draft cites too. And whether fifty clients at once are all answered.

import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { buildApp } from '../../src/app.ts'
import { saveDocuments } from '../../src/ingest/save.ts'
import { loadSeed } from '../../src/ingest/seed.ts'
import { printTable, quantile } from '../report.ts'
import { withDatabases } from './database.ts'
import { communeKeys, generateBatches } from './generate.ts'

const { values } = parseArgs({
  options: {
    instruments: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '30' },
  },
})
const world = { instruments: Number(values.instruments), seed: Number(values.seed) }
const BATCH = 1_000
const DRAFT_LENGTH = 64_000
const ROUNDS = 40
const WARM_UP = 10
const CLIENTS = 50

const CHECK = `query ($text: String!) { checkText(text: $text, documentDate: "2026-11-01") {
  citations { start end text state instrument { key title } candidates { instrument { key } score }
    statusToday { value since by { key } } statusWhenCited { value } replacement { key title } flags evidence { quote source } }
  summary { total endedToday endedWhenCited amended ambiguous notHeld unreadable } } }`
const TRACE = `query ($key: ID!, $direction: Direction!) { trace(key: $key, direction: $direction, maxDepth: 6) {
  nodes { instrument { key } depth } edges { from to relation } truncated } }`

await withDatabases(1, async ({ store, version }) => {
  await loadSeed(store, { force: true })
  for (const batch of generateBatches(world, BATCH)) await saveDocuments(store, batch)
  const keys = communeKeys(world, 200)
  const app = await buildApp({ store, log: false })
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
  try {
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    const ask = (query: string, variables: object) => post(agent, port, query, variables)
    const draft = draftOf(keys)
    const { times, total } = await measureChecks(() => ask(CHECK, { text: draft }))
    const { answers, errors } = await crowd(keys, ask)
    printTable(
      `npm run bench check -- --instruments ${world.instruments}`,
      version,
      [
        'instruments',
        'characters',
        'citations',
        'check, ms (p50)',
        'ms (p95)',
        `${CLIENTS} clients, ${values.seconds} s: traces`,
        'errors',
      ],
      [
        [
          world.instruments,
          draft.length,
          total,
          quantile(times, 0.5).toFixed(0),
          quantile(times, 0.95).toFixed(0),
          answers,
          errors,
        ],
      ],
    )
  } finally {
    agent.destroy()
    await app.close()
  }
})

/** About as dense in citations as plans are: one in four hundred characters. */
function draftOf(keys: readonly string[]): string {
  const known = [
    'Quyết định số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị',
    'Luật Đất đai',
    'Nghị định số 45/2021/NĐ-CP',
    'Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư',
    'Pháp lệnh số 34/2007/PL-UBTVQH11',
  ]
  const own = keys.map(
    (key) =>
      `Kế hoạch số ${key.split('@')[0]} ngày ${(key.split('@')[1] ?? '').split('-').reverse().join('/')}`,
  )
  const cited = known.flatMap((one, i) => [one, own[i] ?? '']).concat(own)
  const filler =
    'Các cơ quan, đơn vị tổ chức thực hiện nghiêm túc nội dung công tác dân vận của chính quyền các cấp. '
  let text = ''
  for (let i = 0; text.length < DRAFT_LENGTH; i++)
    text += `Căn cứ ${cited[i % cited.length]};\n${filler.repeat(3)}\n`
  return text.slice(0, DRAFT_LENGTH)
}

type Answer = {
  readonly status: number
  readonly body: { data?: { checkText?: { summary: { total: number } } }; errors?: unknown }
}

async function measureChecks(check: () => Promise<Answer>) {
  const times: number[] = []
  let total = 0
  for (let i = 0; i < WARM_UP + ROUNDS; i++) {
    const start = performance.now()
    const { body } = await check()
    if (i >= WARM_UP) times.push(performance.now() - start)
    if (body.errors || !body.data?.checkText) throw new Error(JSON.stringify(body.errors).slice(0, 500))
    total = body.data.checkText.summary.total
  }
  return { times, total }
}

/** Mixed traces, up and down, one after another from each client. */
async function crowd(keys: readonly string[], ask: (query: string, variables: object) => Promise<Answer>) {
  const end = performance.now() + 1000 * Number(values.seconds)
  let [answers, errors] = [0, 0]
  const client = async (first: number) => {
    for (let i = first; performance.now() < end; i++) {
      const { status, body } = await ask(TRACE, {
        key: keys[i % keys.length],
        direction: i % 2 === 0 ? 'UP' : 'DOWN',
      })
      if (status === 200 && !body.errors) answers++
      else errors++
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, i) => client(i)))
  return { answers, errors }
}

async function post(agent: Agent, port: number, query: string, variables: object): Promise<Answer> {
  const asking = request({
    agent,
    port,
    host: '127.0.0.1',
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  })
  asking.end(JSON.stringify({ query, variables }))
  const [response] = (await once(asking, 'response')) as [IncomingMessage]
  return { status: response.statusCode ?? 0, body: (await json(response)) as Answer['body'] }
}
