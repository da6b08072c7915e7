import { expect, test } from 'vitest'
import { readMigrations } from '../../src/graph/queries.ts'

test('each migration has a number of its own, so that no database passes one over', () => {
  const versions = readMigrations().map(({ version }) => version)
  expect(versions).toEqual(versions.map((_, i) => i + 1))
})
