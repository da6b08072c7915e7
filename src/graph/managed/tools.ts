// The programs of the machine that the managed Neo4j leans on: Java, Maven, Docker, setpriv.

import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createError } from '../../errors.ts'

const OLDEST_JAVA = 17
const MAVEN = 'mvn'
const run = promisify(execFile)
const isWindows = process.platform === 'win32'

/**
 * Finds a Java that Neo4j 5 runs on: that of JAVA_HOME, else that of PATH.
 *
 * @throws JAVA_MISSING, or NEO4J_NONE_AVAILABLE where no other way to a Neo4j shows itself either.
 */
export async function findJava(): Promise<string> {
  const home = process.env.JAVA_HOME
  const java = home ? join(home, 'bin', 'java') : 'java'
  const version = javaVersion(await outputOf(java, ['-version']))
  if (version !== null && version >= OLDEST_JAVA) return java
  if (version !== null) throw await javaMissing(`đang có Java ${version}`, `this is Java ${version}`)
  if ((await hasMaven()) || (await hasDocker())) throw await javaMissing('chưa có Java', 'there is none')
  throw createError('NEO4J_NONE_AVAILABLE')
}

/** Fails with MAVEN_MISSING where Maven is not there to fetch the program into `folder`. */
export async function requireMaven(folder: string): Promise<void> {
  if (!(await hasMaven())) throw createError('MAVEN_MISSING', { folder, ...(await dockerInstead()) })
}

/** Starts Maven in batch mode; on Windows it is a script, which only a shell runs. */
export function spawnMaven(args: readonly string[]): ChildProcess {
  const quoted = isWindows ? args.map((arg) => `"${arg}"`) : args
  return spawnTied(MAVEN, ['-B', ...quoted], { stdio: ['ignore', 'pipe', 'pipe'], shell: isWindows })
}

/** Starts a child that ends with this process, also when this process exits without a word to it. */
export function spawnTied(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { windowsHide: true, ...options })
  const end = () => child.kill()
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  return child
}

/** The exit code of a child; null where a signal ended it or it never started. */
export function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => {
    child.once('exit', done)
    child.once('error', () => done(null))
  })
}

/**
 * The words that, put before a command, have Linux end it when this process dies, by kill -9 too; none where
 * setpriv (util-linux 2.33) is not there. The signal follows the thread that spawns: Node spawns on the calling one.
 */
export async function deathTie(): Promise<readonly string[]> {
  const words = ['setpriv', '--pdeathsig', 'TERM', '--']
  if (process.platform !== 'linux') return []
  return (await outputOf(words[0] as string, [...words.slice(1), 'true'])) === null ? [] : words
}

async function javaMissing(found: string, found_en: string) {
  return createError('JAVA_MISSING', { found, found_en, ...(await dockerInstead()) })
}

async function dockerInstead(): Promise<{ instead: string; instead_en: string }> {
  if (!(await hasDocker())) return { instead: '', instead_en: '' }
  return { instead: 'hoặc chạy "docker compose up", ', instead_en: 'or run "docker compose up", ' }
}

async function hasMaven(): Promise<boolean> {
  return (await outputOf(MAVEN, ['--version'])) !== null
}

async function hasDocker(): Promise<boolean> {
  return (await outputOf('docker', ['--version'])) !== null
}

/** 'openjdk version "17.0.15" 2025-04-15' → 17; 'java version "1.8.0_401"' → 8; null where there is none. */
function javaVersion(output: string | null): number | null {
  const found = /version "(?:1\.)?(\d{1,3})/.exec(output ?? '')
  return found === null ? null : Number(found[1])
}

/** All that a short-lived command prints; null where it is missing or fails. */
async function outputOf(command: string, args: readonly string[]): Promise<string | null> {
  try {
    const shell = isWindows && command === MAVEN
    const { stdout, stderr } = await run(command, args, { timeout: 20_000, windowsHide: true, shell })
    return stdout + stderr
  } catch {
    return null
  }
}
