// What writing costs: no write may look at all that there is of something that grows with the graph.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMigrations, writeQueryNamed } from '../../src/graph/queries.ts'
import { openTestStore } from '../support/store.ts'

let graph: Awaited<ReturnType<typeof openTestStore>>
beforeAll(async () => {
  graph = await openTestStore()
})
afterAll(() => graph.close())

test('the spelling that names an organ is found by the index, not among all that the organ issued', async () => {
  const operators = await graph.store.explain(writeQueryNamed('settle-authorities'), {
    ids: ['chinh phu@central@'],
  })
  expect(operators).toContain('DirectedRelationshipIndexSeek@neo4j')
})

test('every migration has a number of its own', () => {
  const versions = readMigrations().map(({ version }) => version)
  expect(versions).toEqual(versions.map((_, i) => i + 1))
})
