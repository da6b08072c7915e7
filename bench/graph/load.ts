// How fast documents become a graph: the product's own way, from records as read to all that follows from them, against
// the plainest way of writing the rows that come out of it. Each into an empty database of its own, in turns, so that
// whatever else the machine does weighs on both alike.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { BATCH } from '../../src/ingest/ingest.ts'
import { saveDocuments } from '../../src/ingest/save.ts'
import { printTable } from '../report.ts'
import { type Database, withDatabases } from './database.ts'
import { countRows, exportRows, type RowFile, rowBatches, writeRows } from './final-rows.ts'
import { type GenerateOptions, generateBatches } from './generate.ts'

const { values } = parseArgs({
  options: {
    instruments: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    batch: { type: 'string', default: String(BATCH) },
  },
})
const world = { instruments: Number(values.instruments), seed: Number(values.seed) }
const batchSize = Number(values.batch)
/** Another, small country that both ways load before: what is measured is a database that has run for a while. */
const warmUp = { instruments: Math.min(world.instruments, 3_000), seed: world.seed + 1 }

/** Does one batch. @returns ms that the writing took, without making or reading what is written */
type Step = () => Promise<number>

/** One way of loading, and how far it is. */
interface Side {
  readonly steps: AsyncGenerator<Step>
  /** Batches in all. */
  readonly total: number
  done: number
  milliseconds: number
}

const folder = mkdtempSync(join(tmpdir(), 'cancu-rows-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

const { files, documents } = await finalRows(world, join(folder, 'world'))
const small = await finalRows(warmUp, join(folder, 'warm-up'))
await withDatabases(2, async (product, raw) => {
  await alternate([productSide(product, warmUp, small.documents), rawSide(raw, small.files)])
  await product.store.clear()
  await raw.store.clear()
  const sides = [productSide(product, world, documents), rawSide(raw, files)] as const
  await alternate(sides)
  await checkSame(product, raw)
  report(product.version, sides[0].milliseconds, sides[1].milliseconds)
})

/** The rows that a country comes to, in files. */
async function finalRows(options: GenerateOptions, target: string) {
  let documents = 0
  let files: readonly RowFile[] = []
  mkdirSync(target)
  await withDatabases(1, async ({ store, driver }) => {
    for (const batch of generateBatches(options, batchSize)) {
      await saveDocuments(store, batch)
      documents += batch.length
    }
    files = await exportRows(driver, target)
  })
  return { files, documents }
}

function productSide({ store }: Database, options: GenerateOptions, documents: number): Side {
  async function* steps() {
    for (const batch of generateBatches(options, batchSize))
      yield () => timed(() => saveDocuments(store, batch))
  }
  return { steps: steps(), total: Math.ceil(documents / batchSize), done: 0, milliseconds: 0 }
}

function rawSide({ driver }: Database, files: readonly RowFile[]): Side {
  async function* steps() {
    for await (const batch of rowBatches(files)) yield () => timed(() => writeRows(driver, batch))
  }
  const total = files.reduce((sum, { batches }) => sum + batches, 0)
  return { steps: steps(), total, done: 0, milliseconds: 0 }
}

/** Whichever is less far does its next batch, so that both end together. */
async function alternate(sides: readonly Side[]): Promise<void> {
  const share = ({ done, total }: Side) => done / total
  for (;;) {
    const [side] = sides.filter(({ done, total }) => done < total).sort((a, b) => share(a) - share(b))
    if (!side) return
    const step = await side.steps.next()
    if (step.done) throw new Error(`${side.total} batches were counted, ${side.done} came`)
    side.milliseconds += await step.value()
    side.done++
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Both ways must end in the same graph, or the comparison means nothing. */
async function checkSame(product: Database, raw: Database): Promise<void> {
  const [left, right] = [await countRows(product.driver), await countRows(raw.driver)]
  if (JSON.stringify(left) !== JSON.stringify(right))
    throw new Error(`the graphs differ: ${JSON.stringify(left)} against ${JSON.stringify(right)}`)
}

function report(version: string, product: number, raw: number): void {
  const rows = files.reduce((sum, { count }) => sum + count, 0)
  const line = (name: string, ms: number) => [
    name,
    (ms / 1000).toFixed(1),
    Math.round((1000 * documents) / ms),
    Math.round((1000 * rows) / ms),
    (raw / ms).toFixed(2),
  ]
  printTable(
    `npm run bench load -- --instruments ${world.instruments} --seed ${world.seed} --batch ${batchSize}`,
    version,
    ['way', 'seconds', 'documents/s', 'final rows/s', 'throughput against raw'],
    [line('product: saveDocuments', product), line('raw: UNWIND … MERGE, 10,000 rows', raw)],
  )
  const counts = files.map(({ kind, count }) => `${kind.name} ${count}`).join(', ')
  console.log(`\n${documents} documents; final rows: ${counts}`)
}
