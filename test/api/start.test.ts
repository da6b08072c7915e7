// The server as a process: what it refuses to start with.

import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openTestStore } from '../support/store.ts'

const SERVER = fileURLToPath(new URL('../../src/server.ts', import.meta.url))

let graph: Awaited<ReturnType<typeof openTestStore>>
let folder: string
beforeAll(async () => {
  graph = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'cancu-start-'))
})
afterAll(async () => {
  await graph.close()
  await rm(folder, { recursive: true, force: true })
})

function start(more: Record<string, string>): Promise<{ code: number; err: string }> {
  const { uri, username, password } = inject('neo4j')
  const neo4j = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
  const env = { PATH: process.env.PATH, HOME: folder, PORT: '0', ...neo4j, ...more }
  return new Promise((resolve) => {
    execFile(process.execPath, [SERVER], { env, cwd: folder, timeout: 25_000 }, (error, _out, err) =>
      resolve({ code: Number(error?.code ?? 0), err }),
    )
  })
}

describe('where others could reach it', () => {
  test.each([{ HOST: '0.0.0.0' }, { CANCU_ALLOWED_HOSTS: 'cancu.gov.vn' }])(
    'it does not start without a key, and says how to make one: %j',
    async (env: Record<string, string>) => {
      const { code, err } = await start(env)
      expect(code).toBe(1)
      expect(err).toMatch(/API_KEYS_REQUIRED[\s\S]*cancu -- key create/)
      expect(err).toContain(Object.keys(env)[0])
      expect(await graph.store.contents()).toMatchObject({ instruments: 0 })
    },
  )
})
