// Runs the benchmarks by name, each in a process of its own, one after another.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

interface Subject {
  /** Below this folder. */
  readonly file: string
  readonly about: string
  /** Those of OPTIONS that it takes. */
  readonly options: readonly string[]
  /** Takes so long that it only runs when it is named. */
  readonly long?: true
}

const SUBJECTS: Readonly<Record<string, Subject>> = {
  extraction: { file: 'extraction.ts', about: 'reading citations: texts a second', options: [] },
  'text-layer': { file: 'text-layer.ts', about: 'repairing damaged texts: what comes back', options: [] },
  places: { file: 'places.ts', about: 'names of places: how many are found', options: [] },
  files: { file: 'files.ts', about: 'reading PDF, HTML and DOCX: pages a second', options: ['pages'] },
  page: { file: 'page.ts', about: 'what the page loads: bytes', options: [] },
  layout: { file: 'layout.ts', about: 'placing the instruments of a trace', options: [] },
  trace: {
    file: 'graph/trace.ts',
    about: 'a trace over GraphQL against the same Cypher over Bolt',
    options: ['instruments', 'seed', 'keys'],
  },
  load: {
    file: 'graph/load.ts',
    about: 'saving documents against writing the same rows plainly',
    options: ['instruments', 'seed', 'batch'],
  },
  check: {
    file: 'graph/check.ts',
    about: 'a draft checked in a graph of a given size; fifty clients at once',
    options: ['instruments', 'seed', 'seconds'],
  },
  growth: {
    file: 'graph/growth.ts',
    about: 'small changes to graphs of several sizes: cost by what they touch',
    options: ['mentions', 'seed'],
    long: true,
  },
  killed: {
    file: 'killed.ts',
    about: 'kill -9 of the loading process and of Neo4j: what is left, and after a repeat',
    options: ['kills', 'seed'],
    long: true,
  },
}

const OPTIONS: Readonly<Record<string, string>> = {
  instruments: 'trace, load, check: size of the generated country (100000)',
  pages: 'files: pages of the file that Chromium prints (200)',
  seed: 'trace, load, growth, killed, check: another draw (1)',
  seconds: 'check: how long the clients ask (30)',
  mentions: 'growth: sizes of the graph, parted by commas (10000,100000)',
  kills: 'killed: how many (100)',
  keys: 'trace: how many traces (200)',
  batch: 'load: documents a transaction (as many as `cancu ingest` takes)',
}

const LONG = Object.keys(SUBJECTS).filter((name) => SUBJECTS[name]?.long)
const SHORT = Object.keys(SUBJECTS).filter((name) => !SUBJECTS[name]?.long)

const listed = (entries: readonly (readonly [string, string])[]) =>
  entries.map(([name, about]) => `  ${name.padEnd(16)} ${about}`).join('\n')

const HELP = `npm run bench -- [name …] [option …]

${listed(Object.entries(SUBJECTS).map(([name, { about }]) => [name, about]))}

No name: all but ${LONG.join(' and ')}, which take long.

${listed(Object.entries(OPTIONS).map(([name, about]) => [`--${name} N`, about]))}

trace, load, growth and check start Neo4j on temporary folders. NEO4J_BENCH_URI (with NEO4J_BENCH_USERNAME, NEO4J_BENCH_PASSWORD)
names an empty one to use instead; load needs two, parted by a blank. They are emptied at the end.`

type Asked = ReturnType<typeof readArguments>

function readArguments() {
  const text = { type: 'string' } as const
  const options = Object.fromEntries(Object.keys(OPTIONS).map((name) => [name, text]))
  const { values, positionals } = parseArgs({
    options: { ...options, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  })
  const unknown = positionals.find((name) => !(name in SUBJECTS))
  if (unknown !== undefined) throw new Error(`There is no benchmark "${unknown}".`)
  return { values: values as Readonly<Record<string, string | boolean | undefined>>, names: positionals }
}

async function main(): Promise<void> {
  const { values, names }: Asked = readArguments()
  if (values.help) {
    console.log(HELP)
    return
  }
  for (const name of names.length > 0 ? names : SHORT) {
    const subject = SUBJECTS[name]
    if (subject) await run(name, subject, optionsFor(subject, values))
  }
}

function optionsFor(subject: Subject, values: Asked['values']): string[] {
  return subject.options.flatMap((name) =>
    values[name] === undefined ? [] : [`--${name}`, String(values[name])],
  )
}

/** Ctrl-C reaches the benchmark as well; we wait until it has cleaned up. */
async function run(name: string, subject: Subject, options: readonly string[]): Promise<void> {
  const file = join(import.meta.dirname, subject.file)
  console.log(`\n## ${name}\n`)
  const child = spawn(process.execPath, [file, ...options], { stdio: 'inherit' })
  const wait = () => {}
  const pass = () => child.kill('SIGTERM')
  process.on('SIGINT', wait).on('SIGTERM', pass)
  const [code] = await once(child, 'exit')
  process.off('SIGINT', wait).off('SIGTERM', pass)
  if (code !== 0) process.exit(code ?? 1)
}

main().catch((error: Error) => {
  console.error(`${error.message}\n\n${HELP}`)
  process.exitCode = 2
})
