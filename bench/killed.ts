// Kills at random moments of a load: half of them the loading process, half of them the Neo4j that it loads into. After
// each, what is there must be whole steps of the load, and a repeat of the load must give the graph of an undisturbed one.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadConfig } from '../src/config.ts'
import { ensureProgram, programFolder } from '../src/graph/managed/program.ts'
import { type KillOutcome, openKillGround, type Victim } from '../test/support/kills.ts'
import { madeUpTable, madeUpTexts, stepsOf } from '../test/support/load.ts'
import { randomOf } from './graph/random.ts'
import { printTable } from './report.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
})
const [kills, seed] = [Number(values.kills), Number(values.seed)]

const [STEPS, MADE_UP, REAL] = [10, 50, 25]
const OFFICIAL = fileURLToPath(new URL('../../shared/corpus/official', import.meta.url))
const SAMPLE = fileURLToPath(new URL('../seed/sample', import.meta.url))
const VICTIMS: readonly Victim[] = ['process', 'neo4j']

const texts = scattered([...madeUpTexts(seed, MADE_UP), ...filesOf(SAMPLE, '.txt'), ...officialTexts()])
const { CANCU_HOME, XDG_DATA_HOME } = process.env
const program = programFolder(loadConfig({ CANCU_HOME, XDG_DATA_HOME }).home)
await ensureProgram(program, () => {})
const ground = await openKillGround(program, stepsOf(texts, STEPS, madeUpTable()))
const stop = () => ground.end().finally(() => process.exit(130))
process.once('SIGINT', stop).once('SIGTERM', stop)
const outcomes: KillOutcome[] = []
try {
  for (let i = 0; i < kills; i++) {
    const outcome = await ground.kill(VICTIMS[i % VICTIMS.length] as Victim, randomOf(seed, i))
    outcomes.push(outcome)
    tell(i, outcome)
  }
} finally {
  await ground.end()
}
report()

function filesOf(folder: string, ending: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending))
  return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'))
}

/** The shortest of the official texts, where they are. */
function officialTexts(): string[] {
  if (!existsSync(OFFICIAL)) {
    console.log('../shared is absent: without the official texts')
    return []
  }
  const paths = readdirSync(OFFICIAL).map((name) => join(OFFICIAL, name))
  const bySize = paths.sort((a, b) => statSync(a).size - statSync(b).size || (a < b ? -1 : 1))
  return bySize.slice(0, REAL).map((path) => readFileSync(path, 'utf8'))
}

/** In an order drawn by the seed. */
function scattered<T>(list: readonly T[]): T[] {
  const random = randomOf(seed, -1)
  return list
    .map((item) => ({ item, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ item }) => item)
}

function tell(i: number, { victim, said, there, finished, half, different }: KillOutcome): void {
  const what = `${victim} after ${said} steps: ${there ?? 'no'} there${finished ? ', went on by itself' : ''}`
  console.error(`${i + 1}/${kills} ${what}${half.length + different.length > 0 ? ' WRONG' : ''}`)
  for (const line of [...half, ...different]) console.error(`  ${line.slice(0, 300)}`)
}

function report(): void {
  const count = (victim: Victim, is: (outcome: KillOutcome) => boolean) =>
    outcomes.filter((outcome) => outcome.victim === victim && is(outcome)).length
  printTable(
    `npm run bench killed -- --kills ${kills} --seed ${seed}`,
    null,
    [
      'killed',
      'times',
      'the step was gone',
      'it was there whole',
      'the load went on',
      'half there',
      'differs after a repeat',
    ],
    VICTIMS.map((victim) => [
      victim,
      count(victim, () => true),
      count(victim, ({ finished, there, said }) => !finished && there === said),
      count(victim, ({ finished, there, said }) => !finished && there === said + 1),
      count(victim, ({ finished }) => finished),
      count(victim, ({ half }) => half.length > 0),
      count(victim, ({ different }) => different.length > 0),
    ]),
  )
  console.log(`\n${texts.length} texts in ${STEPS} steps, beside a table and a removal`)
  if (outcomes.some(({ half, different }) => half.length + different.length > 0)) process.exitCode = 1
}
