// The application on the tests' own Neo4j, with the seed loaded, and a way to ask it.

import { buildApp } from '../../src/app.ts'
import { loadSeed } from '../../src/ingest/seed.ts'
import { openTestStore } from './store.ts'

/** Without the register, which takes several seconds. */
export async function openSeededApp() {
  const graph = await openTestStore()
  await loadSeed(graph.store, { force: false, register: false })
  const app = await buildApp({ store: graph.store, log: false })
  return {
    ...graph,
    app,
    /** One query over HTTP: status and body. */
    async ask(query: string, variables: object = {}) {
      const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } })
      return { status: response.statusCode, ...response.json() }
    },
    async end() {
      await app.close()
      await graph.close()
    },
  }
}
