// Two kinds of test: pure ones, side by side and without a database; and the rest, one after another on a real Neo4j.

import { defineConfig } from 'vitest/config'

const PURE = ['test/*.test.ts', 'test/{citation,drawing,legal,reader,seed,web/pure}/**/*.test.ts']

export default defineConfig({
  test: {
    teardownTimeout: 30_000,
    projects: [
      { test: { name: 'pure', include: PURE, testTimeout: 10_000, sequence: { groupOrder: 0 } } },
      {
        test: {
          name: 'graph',
          include: ['test/**/*.test.ts'],
          exclude: PURE,
          globalSetup: 'test/support/neo4j.ts',
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
