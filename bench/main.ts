// Runs the benchmarks by name, each in a process of its own, one after another.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Name → its file here, and what it measures. */
const SUBJECTS: Readonly<Record<string, readonly [file: string, about: string]>> = {
  extraction: ['extraction.ts', 'reading citations: texts a second'],
  'text-layer': ['text-layer.ts', 'repairing damaged texts: what comes back'],
  trace: ['graph/trace.ts', 'a trace over GraphQL against the same Cypher over Bolt'],
  load: ['graph/load.ts', 'saving documents against writing the same rows plainly'],
}

const HELP = `npm run bench -- [name …] [option …]

${Object.entries(SUBJECTS)
  .map(([name, [, about]]) => `  ${name.padEnd(12)} ${about}`)
  .join('\n')}

No name: all. Options go to every benchmark that is named:
  --instruments N   trace, load: size of the generated country (100000)
  --seed N          trace, load: another country (1)
  --keys N          trace: how many traces (200)
  --batch N         load: documents a transaction (as \`cancu ingest\` has it)

trace and load start Neo4j on temporary folders. NEO4J_BENCH_URI (with NEO4J_BENCH_USERNAME, NEO4J_BENCH_PASSWORD)
names an empty one to use instead; load needs two, parted by a blank. They are emptied at the end.`

const args = process.argv.slice(2)
const named = args.filter((arg) => arg in SUBJECTS)
const options = args.filter((arg) => !(arg in SUBJECTS))

if (options.some((option) => option === '--help' || option === '-h')) console.log(HELP)
else if (isUnknown(args[0])) fail(`There is no benchmark "${args[0]}".\n\n${HELP}`)
else for (const name of named.length > 0 ? named : Object.keys(SUBJECTS)) await run(name)

/** Names come first; whatever follows the first option belongs to it. */
function isUnknown(word: string | undefined): boolean {
  return word !== undefined && !word.startsWith('-') && !(word in SUBJECTS)
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 2
}

/** Ctrl-C reaches the benchmark as well; we wait until it has cleaned up. */
async function run(name: string): Promise<void> {
  const file = join(import.meta.dirname, SUBJECTS[name]?.[0] ?? '')
  console.log(`\n## ${name}\n`)
  if (!existsSync(file)) {
    console.log(`skipped: there is no ${file}`)
    return
  }
  const child = spawn(process.execPath, [file, ...options], { stdio: 'inherit' })
  const wait = () => {}
  const pass = () => child.kill('SIGTERM')
  process.on('SIGINT', wait).on('SIGTERM', pass)
  const [code] = await once(child, 'exit')
  process.off('SIGINT', wait).off('SIGTERM', pass)
  if (code !== 0) process.exit(code ?? 1)
}
