import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { saveFacts } from '../../src/ingest/save.ts'
import { loadSeed } from '../../src/ingest/seed.ts'
import { dump, openTestStore } from '../support/store.ts'

let graph: Awaited<ReturnType<typeof openTestStore>>
beforeAll(async () => {
  graph = await openTestStore()
})
beforeEach(() => graph.store.clear())
afterAll(() => graph.close())

type NodeLine = readonly [label: string, key: string, properties: object]

/** More instruments than one page holds, in an order that is not that of their keys. */
async function saveMany(count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, i) => `${(i * 7919) % count}/2015/NĐ-CP`)
  const instruments = numbers.map((number) => ({
    ...{ key: `${number}@2015-01-05`, number, date: '2015-01-05' },
    ...{ type: 'Nghị định', issuer: 'Chính phủ', title: null },
  }))
  await saveFacts(graph.store, { dataset: 'many', instruments, events: [] })
}

describe('the canonical dump', () => {
  test('has every derived node and relationship once', async () => {
    await loadSeed(graph.store, { force: false, register: false })
    const { records } = await graph.driver.executeQuery(`
      MATCH (n) WHERE NOT n:Migration AND NOT n:WriteLock AND NOT n:Key AND NOT n:Assertion
      RETURN count(n) AS nodes, sum(COUNT { (n)-->(m) WHERE NOT m:Assertion }) AS relationships`)
    const lines = (await dump(graph.driver)).map((line) => JSON.parse(line) as unknown[])
    const nodes = lines.filter((line) => line.length === 3)
    const relationships = lines.filter((line) => line.length === 6)
    expect(records[0]?.toObject()).toEqual({ nodes: nodes.length, relationships: relationships.length })
    expect(nodes.length).toBeGreaterThan(200)
    expect(lines.length).toBe(nodes.length + relationships.length)
    expect(new Set(lines.map((line) => JSON.stringify(line))).size).toBe(lines.length)
  })

  test('goes on over pages, in the order of keys', async () => {
    await saveMany(2_500)
    const lines = (await dump(graph.driver)).map((line) => JSON.parse(line) as NodeLine)
    const keys = lines.flatMap((line) => (line.length === 3 && line[0] === 'Instrument' ? [line[1]] : []))
    expect(keys.length).toBe(2_500)
    expect(keys).toEqual([...keys].sort())
  })

  test('of an empty graph is empty', async () => {
    expect(await dump(graph.driver)).toEqual([])
  })

  test('shows one property that differs', async () => {
    await saveMany(10)
    const before = await dump(graph.driver)
    await graph.driver.executeQuery("MATCH (i:Instrument) WITH i ORDER BY i.key LIMIT 1 SET i.title = 'x'")
    const after = await dump(graph.driver)
    expect(after.filter((line) => !before.includes(line)).length).toBe(1)
  })
})
