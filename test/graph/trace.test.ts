import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RELATIONS, type Relation } from '../../src/citation/types.ts'
import { traceQuery } from '../../src/graph/trace-query.ts'
import { openTestStore } from '../support/store.ts'

let graph: Awaited<ReturnType<typeof openTestStore>>
beforeAll(async () => {
  graph = await openTestStore()
  await graph.driver.executeQuery(`
    UNWIND range(0, 7) AS n CREATE (:Instrument {key: 'n' + n, date: '202' + n + '-01-01', textHeld: true})
    WITH count(*) AS _
    UNWIND [[0, 1, '2020-01-01'], [1, 2, '2021-01-01'], [2, 0, '2022-01-01'], [0, 3, null], [3, 4, '2023-01-01']] AS row
    MATCH (a:Instrument {key: 'n' + row[0]}), (b:Instrument {key: 'n' + row[1]})
    CREATE (a)-[:IMPLEMENTS {mentions: 1, secondHand: false, date: row[2]}]->(b)`)
})
afterAll(() => graph.close())

const ask = (key: string, more: object = {}) =>
  graph.store.trace({ key, direction: 'UP', relations: [], depth: 12, asOf: null, limit: 100, ...more })
const depths = (trace: Awaited<ReturnType<typeof ask>>) =>
  Object.fromEntries((trace?.nodes ?? []).map(({ instrument, depth }) => [instrument.key, depth]))

describe('every trace query', () => {
  const shapes = (['UP', 'DOWN'] as const).flatMap((direction) =>
    [RELATIONS, [], ['IMPLEMENTS', 'CONTINUES'], ['BASED_ON']].flatMap((relations) =>
      [1, 12, 20].flatMap((depth) =>
        [true, false].map((dated) => ({ direction, relations: relations as Relation[], depth, dated })),
      ),
    ),
  )
  test.each(shapes)('$direction, $relations.length relations, depth $depth, dated $dated', async (shape) => {
    const operators = await graph.store.explain(traceQuery(shape), {
      key: 'n0',
      limit: 10n,
      asOf: '2024-01-01',
    })
    // One step has nothing to prune: the planner then expands plainly.
    expect(operators.join('\n')).toMatch(shape.depth > 1 ? /VarLengthExpand\(Pruning,BFS/ : /VarLengthExpand/)
    expect(operators.join('\n')).not.toMatch(/AllNodesScan|NodeByLabelScan|CartesianProduct/)
    expect(operators.join('\n')).toMatch(/NodeUniqueIndexSeek/)
  })

  test('refuses what was not checked', () => {
    const shape = { direction: 'UP', relations: [], depth: 1, dated: false } as const
    expect(() => traceQuery({ ...shape, depth: 0 })).toThrow()
    expect(() => traceQuery({ ...shape, depth: 21 })).toThrow()
    expect(() => traceQuery({ ...shape, relations: ['X]->() DETACH DELETE n //' as Relation] })).toThrow()
  })
})

describe('a trace', () => {
  test('visits each instrument once, at its least number of steps, and cycles do no harm', async () => {
    const trace = await ask('n0')
    expect(depths(trace)).toEqual({ n0: 0, n1: 1, n2: 2, n3: 1, n4: 2 })
    expect(trace?.edges.map(({ from, to }) => `${from}${to}`).sort()).toEqual([
      'n0n1',
      'n0n3',
      'n1n2',
      'n2n0',
      'n3n4',
    ])
    expect(trace?.truncated).toBe(false)
  })

  test('goes down as well, with edges still from citing to cited', async () => {
    const trace = await ask('n4', { direction: 'DOWN' })
    expect(depths(trace)).toEqual({ n4: 0, n3: 1, n0: 2, n2: 3, n1: 4 })
    expect(trace?.edges.map(({ from, to }) => `${from}${to}`).sort()).toEqual([
      'n0n1',
      'n0n3',
      'n1n2',
      'n2n0',
      'n3n4',
    ])
  })

  test('knows only what there was on a day; undated edges always count', async () => {
    expect(depths(await ask('n0', { asOf: '2020-06-01' }))).toEqual({ n0: 0, n1: 1, n3: 1 })
  })

  test('says when there is more', async () => {
    expect(await ask('n0', { depth: 1 })).toMatchObject({ truncated: true })
    expect(await ask('n0', { limit: 2 })).toMatchObject({ truncated: true })
    expect((await ask('n0', { limit: 2 }))?.nodes).toHaveLength(2)
  })

  test('of one relation follows no other', async () => {
    expect(depths(await ask('n0', { relations: ['CONTINUES'] }))).toEqual({ n0: 0 })
  })

  test('of an unknown key is null', async () => {
    expect(await ask('none')).toBeNull()
  })
})
