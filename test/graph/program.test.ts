// Fetching the Neo4j program, on machines that have this and lack that: stand-in commands in a PATH of their own.

import { existsSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { connectOrStartManaged } from '../../src/graph/managed/index.ts'
import { ensureProgram } from '../../src/graph/managed/program.ts'
import { findJava } from '../../src/graph/managed/tools.ts'
import { type Commands, commandsIn } from '../support/commands.ts'

const JAVA = (version: string) => `echo 'openjdk version "${version}"' >&2`
const DOCKER = 'exit 0'
/** Fetches two jars into the folder of its arguments, telling of them as Maven does. */
const MAVEN = `
for arg; do case $arg in -DoutputDirectory=*) out=\${arg#*=};; esac; done
[ "$1" = --version ] && exit 0
/bin/mkdir -p "$out" && echo 'content' > "$out/one.jar" && echo 'content' > "$out/two.jar"
echo '[INFO] Downloaded from there: https://there/one.jar (8 B at 8 B/s)'`
const BREAKING_MAVEN = `${MAVEN}\n[ "$1" = --version ] || { echo '[ERROR] no route to host'; exit 1; }`

describe('the program of the managed Neo4j', () => {
  let home: string
  let program: string

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'cancu-program-'))
    program = join(home, 'neo4j')
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await rm(home, { recursive: true })
  })

  function install(commands: Commands): void {
    rmSync(join(home, 'commands'), { recursive: true, force: true })
    vi.stubEnv('PATH', commandsIn(join(home, 'commands'), commands))
    vi.stubEnv('JAVA_HOME', '')
  }

  const open = () => connectOrStartManaged({ home, program, onProgress: () => {}, log: console })

  test('needs one of three ways, and names them where there is none', async () => {
    install({})
    const expected = { code: 'NEO4J_NONE_AVAILABLE', vi: expect.stringContaining('docker compose up') }
    await expect(open()).rejects.toMatchObject(expected)
  })

  test('names Docker where it is there and Java is not', async () => {
    install({ docker: DOCKER })
    const expected = { code: 'JAVA_MISSING', vi: expect.stringContaining('docker compose up') }
    await expect(open()).rejects.toMatchObject(expected)
  })

  test('does not name Docker where it is not there either', async () => {
    install({ java: JAVA('17.0.1') })
    const expected = { code: 'MAVEN_MISSING', vi: expect.not.stringContaining('docker compose up') }
    await expect(open()).rejects.toMatchObject(expected)
  })

  test.each([
    ['1.8.0_401', 8],
    ['11.0.2', 11],
  ])('refuses Java %s', async (version, major) => {
    install({ java: JAVA(version) })
    const expected = { code: 'JAVA_MISSING', en: expect.stringContaining(`this is Java ${major}`) }
    await expect(open()).rejects.toMatchObject(expected)
  })

  test.each(['17.0.15', '21', '25.0.1'])('takes Java %s', async (version) => {
    install({ java: JAVA(version) })
    expect(await findJava()).toBe('java')
  })

  test('is fetched once, with progress, and then needs no Maven', async () => {
    install({ mvn: MAVEN })
    const told: string[] = []
    await ensureProgram(program, ({ en }) => told.push(en))
    expect(readdirSync(join(program, 'lib'))).toEqual(['one.jar', 'two.jar'])
    expect(told.at(-1)).toMatch(/^Fetching Neo4j: 1\/\d+ files$/)
    install({})
    await ensureProgram(program, () => {})
  })

  test('is not taken for whole when the fetch broke off', async () => {
    install({ mvn: BREAKING_MAVEN })
    const expected = { code: 'NEO4J_DOWNLOAD_FAILED', vi: expect.stringContaining('no route to host') }
    await expect(ensureProgram(program, () => {})).rejects.toMatchObject(expected)
    expect(existsSync(program)).toBe(false)
    install({ mvn: MAVEN })
    await ensureProgram(program, () => {})
    expect(existsSync(program)).toBe(true)
  })

  test.each([
    ['cut short', (jar: string) => truncateSync(jar, 3)],
    ['deleted', (jar: string) => rmSync(jar)],
  ])('is fetched again when a jar is %s', async (_, damage) => {
    install({ mvn: MAVEN })
    await ensureProgram(program, () => {})
    damage(join(program, 'lib', 'two.jar'))
    install({})
    await expect(ensureProgram(program, () => {})).rejects.toMatchObject({ code: 'MAVEN_MISSING' })
    install({ mvn: MAVEN })
    await ensureProgram(program, () => {})
    expect(readdirSync(join(program, 'lib'))).toEqual(['one.jar', 'two.jar'])
  })

  test('is fetched by one of several at once', async () => {
    install({ mvn: `echo run >> "${home}/runs"\n${MAVEN}` })
    const all = [1, 2, 3].map(() => ensureProgram(program, () => {}))
    await Promise.all(all)
    expect(readdirSync(home)).toContain('neo4j')
  })
})
