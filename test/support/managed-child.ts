// A process of its own that opens the managed Neo4j of a home folder, says how, and holds it until its input ends.
// Arguments: the home folder, the folder of the program.

import { connectOrStartManaged } from '../../src/graph/managed/index.ts'

const [home = '', program = ''] = process.argv.slice(2)
const log = { info: () => {}, warn: () => {} }
const managed = await connectOrStartManaged({ home, program, onProgress: () => {}, log })
console.log(JSON.stringify({ joined: managed.joined, uri: managed.uri }))
process.stdin.resume().once('end', async () => {
  await managed.stop()
  process.exit()
})
