import { describe, expect, inject, test } from 'vitest'
import { openGraph } from '../../src/graph/connect.ts'

const quiet = { onProgress: () => {}, log: { info: () => {}, warn: () => {} } }

function configured(change: object = {}) {
  return { home: '/nonexistent', neo4j: { ...inject('neo4j'), database: null, ...change } }
}

describe('a configured Neo4j', () => {
  test('is opened, and gives whole numbers as numbers', async () => {
    const graph = await openGraph(configured(), quiet)
    const { records } = await graph.driver.executeQuery('RETURN 1 AS one')
    await graph.close()
    expect(graph.source).toBe('configured')
    expect(records[0]?.get('one')).toBe(1)
  })

  test('refuses a wrong password at once', async () => {
    const start = Date.now()
    await expect(openGraph(configured({ password: 'wrong' }), quiet)).rejects.toMatchObject({
      code: 'NEO4J_WRONG_PASSWORD',
    })
    expect(Date.now() - start).toBeLessThan(5000)
  })

  test('refuses a database it does not have', async () => {
    const opening = openGraph(configured({ database: 'khongco' }), quiet)
    await expect(opening).rejects.toMatchObject({ code: 'NEO4J_DATABASE_NOT_FOUND' })
  })
})
