// A process of its own that runs a load and says, a line each, when it begins and when each step is safe.
// Argument: the load's folder. The database is that of NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD.

import { createDriver } from '../../src/graph/driver.ts'
import { createGraphStore } from '../../src/graph/store.ts'
import { runLoad } from './load.ts'

const { NEO4J_URI: uri = '', NEO4J_USERNAME: username = '', NEO4J_PASSWORD: password = null } = process.env
const driver = createDriver({ uri, username, password })
const store = createGraphStore(driver)
await store.ping()
console.log('begins')
await runLoad(store, process.argv[2] ?? '', (step) => console.log(step))
await driver.close()
