// The command line as people run it: a process of its own, on the tests' Neo4j.

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `cancu` in a folder, which is its home as well. */
export function runCli(folder: string, args: readonly string[]): Promise<Run> {
  const { uri, username, password } = inject('neo4j')
  const neo4j = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
  const env = { PATH: process.env.PATH, HOME: folder, ...neo4j }
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env, cwd: folder }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}
