// Opens the graph for the time of one command: the configured one, the one that a running server holds, or a
// managed one of its own.

import { pino } from 'pino'
import { loadConfig } from '../config.ts'
import { openGraph } from '../graph/connect.ts'
import { migrate } from '../graph/migrate.ts'
import { createGraphStore, type GraphStore } from '../graph/store.ts'
import { bar, progressLine } from './output.ts'

/** Runs `work` with an open store, and closes it whatever happens. Ctrl-C ends the command in good order. */
export async function withStore<T>(work: (store: GraphStore) => Promise<T>): Promise<T> {
  const line = progressLine()
  const config = loadConfig()
  const log = pino({ level: 'silent' })
  const graph = await openGraph(config, {
    log,
    onProgress: ({ vi, percent }) => line.show(percent === null ? vi : `${vi} ${bar(percent / 100)}`),
  })
  line.clear()
  const stop = () => {
    void graph.close().finally(() => process.exit(130))
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    await migrate(graph.driver, graph.database)
    return await work(createGraphStore(graph.driver, graph.database))
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await graph.close()
  }
}
