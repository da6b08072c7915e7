// One holder at a time for a folder, across processes: a lock file that outlives neither its holder nor a reboot.

import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** A process, told apart from a later one that was given the same pid. */
export interface ProcessMark {
  readonly pid: number
  /** Boot and start time as the system tells them; empty where it does not. */
  readonly started: string
}

export interface Lock {
  release(): void
}

/** Takes the lock, also from a holder that has died; null while a living process holds it. */
export function takeLock(path: string): Lock | null {
  if (create(path)) return { release: () => rmSync(path, { force: true }) }
  const holder = readLock(path)
  if (holder !== null && isRunning(holder)) return null
  return breakLock(path, holder) ? takeLock(path) : null
}

/** Who holds the lock, or last held it; null when nobody has. */
export function readLock(path: string): ProcessMark | null {
  return readJson<ProcessMark>(path)
}

/** Reads a small JSON file written by us; null when it is absent or damaged. */
export function readJson<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return null
  }
}

/** Writes a small file so that readers see all of it or nothing. */
export function writeWhole(path: string, content: string, mode = 0o600): void {
  const part = partOf(path)
  writeFileSync(part, content, { mode })
  renameSync(part, path)
}

/** The mark of a process that runs now. */
export function markProcess(pid: number): ProcessMark {
  return { pid, started: startOf(pid) }
}

/** Whether that very process still runs. */
export function isRunning(mark: ProcessMark): boolean {
  return exists(mark.pid) && startOf(mark.pid) === mark.started
}

/** A hard link appears whole and fails where a file is: both at once are what makes this a lock. */
function create(path: string): boolean {
  const part = partOf(path)
  writeFileSync(part, JSON.stringify(markProcess(process.pid)), { mode: 0o600 })
  try {
    linkSync(part, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(part, { force: true })
  }
}

/** Moves a dead holder's lock aside; puts it back if another process has taken it over in the meantime. */
function breakLock(path: string, dead: ProcessMark | null): boolean {
  const aside = `${partOf(path)}.dead`
  try {
    renameSync(path, aside)
  } catch {
    return true
  }
  const moved = readLock(aside)
  const isDead = moved?.pid === dead?.pid && moved?.started === dead?.started
  if (!isDead) renameSync(aside, path)
  rmSync(aside, { force: true })
  return isDead
}

function partOf(path: string): string {
  return `${path}.${process.pid}`
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function startOf(pid: number): string {
  try {
    if (process.platform === 'linux') return linuxStart(pid)
    if (process.platform === 'win32') return ''
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim()
  } catch {
    return ''
  }
}

/** The 22nd field of proc(5)'s stat, counted after the name in brackets, which may hold spaces. */
function linuxStart(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`
}
