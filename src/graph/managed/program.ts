// The Neo4j program itself: fetched once by Maven, whole or not at all, and checked before each start.

import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createError } from '../../errors.ts'
import type { OnProgress } from '../progress.ts'
import { makeFolder } from './folder.ts'
import { takeLock } from './lock.ts'
import { endOf, requireMaven, spawnMaven } from './tools.ts'

const POM = fileURLToPath(new URL('../../../neo4j/pom.xml', import.meta.url))
const NEO4J_VERSION = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</.exec(
  readFileSync(POM, 'utf8'),
)?.[1]
/** What the version of the POM comes to; only the progress shown depends on it. */
const EXPECTED_JARS = 213
const WAIT_MS = 500
/** The last lines of Maven that are worth showing. */
const REASON_LINES = 6

/** Where the program lies below the home folder: one folder a version, so that an upgrade fetches anew. */
export function programFolder(home: string): string {
  return join(home, `neo4j-${NEO4J_VERSION}`)
}

/** The Java class path of a fetched program. */
export function classPath(program: string): string {
  return join(program, 'lib', '*')
}

/**
 * Makes sure that the whole program lies in `program`, fetching it (118 MB) where it does not. Of several processes
 * one fetches and the others wait.
 *
 * @throws MAVEN_MISSING, NEO4J_DOWNLOAD_FAILED.
 */
export async function ensureProgram(program: string, onProgress: OnProgress): Promise<void> {
  if (isWhole(program)) return
  await requireMaven(program)
  makeFolder(dirname(program))
  const lock = await waitForLock(`${program}.lock`, onProgress)
  try {
    if (!isWhole(program)) await fetchProgram(program, onProgress)
  } finally {
    lock.release()
  }
}

/** Every jar that was fetched is there, at its size: a disk cleaner's work and a broken copy are found here. */
function isWhole(program: string): boolean {
  try {
    const jars = readFileSync(listOf(program), 'utf8').trimEnd().split('\n')
    return jars.every((line) => {
      const [size, jar] = line.split('\t')
      return statSync(join(program, 'lib', String(jar))).size === Number(size)
    })
  } catch {
    return false
  }
}

async function waitForLock(path: string, onProgress: OnProgress) {
  for (;;) {
    const lock = takeLock(path)
    if (lock !== null) return lock
    onProgress({
      vi: 'Một tiến trình khác đang tải Neo4j, xin chờ',
      en: 'Another process is fetching Neo4j',
      percent: null,
    })
    await pause(WAIT_MS)
  }
}

async function fetchProgram(program: string, onProgress: OnProgress): Promise<void> {
  const part = `${program}.part`
  rmSync(part, { recursive: true, force: true })
  await copyJars(join(part, 'lib'), onProgress)
  writeFileSync(listOf(part), listJars(join(part, 'lib')))
  rmSync(program, { recursive: true, force: true })
  renameSync(part, program)
}

/** Maven downloads what its own store lacks, a line each; then all are copied, without a word. */
async function copyJars(folder: string, onProgress: OnProgress): Promise<void> {
  onProgress({
    vi: 'Đang tải Neo4j (118 MB, chỉ một lần)',
    en: 'Fetching Neo4j (118 MB, only once)',
    percent: 0,
  })
  const maven = spawnMaven([
    ...['-f', POM, 'dependency:copy-dependencies', '-DincludeScope=runtime'],
    ...[`-DoutputDirectory=${folder}`, '-Dstyle.color=never'],
  ])
  const ended = endOf(maven)
  const lines: string[] = []
  const jars = new Set<string>()
  maven.stderr?.on('data', (chunk) => lines.push(String(chunk)))
  if (maven.stdout) {
    for await (const line of createInterface(maven.stdout)) {
      countJar(line, jars, onProgress)
      if (/^\[(ERROR|FATAL|WARNING)\]/.test(line)) lines.push(line)
    }
  }
  if ((await ended) !== 0)
    throw createError('NEO4J_DOWNLOAD_FAILED', { reason: lines.slice(0, REASON_LINES).join('\n') })
}

/** Maven's own parts are fetched on the way and are not counted. */
function countJar(line: string, jars: Set<string>, onProgress: OnProgress): void {
  const jar = /^\[INFO\] Downloaded from \S+ (\S+\.jar) /.exec(line)?.[1]
  if (jar === undefined || /\/org\/(apache\/maven|codehaus\/plexus)\//.test(jar) || jars.has(basename(jar)))
    return
  jars.add(basename(jar))
  const count = `${Math.min(jars.size, EXPECTED_JARS)}/${EXPECTED_JARS}`
  const percent = Math.min(100, Math.round((100 * jars.size) / EXPECTED_JARS))
  onProgress({ vi: `Đang tải Neo4j: ${count} tệp`, en: `Fetching Neo4j: ${count} files`, percent })
}

function listOf(program: string): string {
  return join(program, 'jars.tsv')
}

function listJars(folder: string): string {
  return readdirSync(folder)
    .map((jar) => `${statSync(join(folder, jar)).size}\t${jar}\n`)
    .join('')
}
