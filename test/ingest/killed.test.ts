// A load that is killed leaves whole steps behind, and a repeat mends it: a few kills at random moments. Many of them:
// `npm run bench killed`. CANCU_KILL_SEED repeats a run.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomOf } from '../../bench/graph/random.ts'
import { ensureProgram } from '../../src/graph/managed/program.ts'
import { findJava } from '../../src/graph/managed/tools.ts'
import { type KillGround, openKillGround, type Victim } from '../support/kills.ts'
import { madeUpTable, madeUpTexts, stepsOf } from '../support/load.ts'
import { sharedProgram } from '../support/neo4j.ts'

const PATIENCE = 120_000
const KILLS: readonly Victim[] = ['process', 'neo4j', 'process', 'neo4j', 'process']
const [STEPS, TEXTS] = [6, 36]
const seed = Number(process.env.CANCU_KILL_SEED ?? Math.floor(Math.random() * 1e9))
const program = sharedProgram()
const missing = await findJava()
  .then(() => ensureProgram(program, () => {}))
  .then(
    () => null,
    (error: Error) => error.message,
  )
if (missing !== null) console.warn(`Kills are not tested here: ${missing}`)

describe.skipIf(missing !== null)(`kills of seed ${seed}`, { timeout: PATIENCE }, () => {
  let ground: KillGround
  beforeAll(async () => {
    // Java compiles less and starts in half the time.
    process.env.JDK_JAVA_OPTIONS = '-XX:TieredStopAtLevel=1'
    ground = await openKillGround(program, stepsOf(madeUpTexts(seed, TEXTS), STEPS, madeUpTable()))
  }, PATIENCE)
  afterAll(() => ground?.end(), PATIENCE)

  test.for(KILLS.map((victim, i) => [i + 1, victim] as const))(
    'kill %i, of the %s: whole steps are there, and a repeat gives the whole graph',
    async ([i, victim]) => {
      const { half, different } = await ground.kill(victim, randomOf(seed, i))
      expect({ half, different }).toEqual({ half: [], different: [] })
    },
  )
})
