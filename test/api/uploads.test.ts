// What guards every route that takes files, tried on one that says what it got.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApiKey } from '../../src/api/api-key.ts'
import { ARRIVAL_LIMITS, createArrival } from '../../src/api/arrival.ts'
import { UPLOAD_LIMITS, uploadName, uploads } from '../../src/api/uploads.ts'
import { buildApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import type { Role } from '../../src/graph/keys.ts'
import { openTestStore } from '../support/store.ts'

let graph: Awaited<ReturnType<typeof openTestStore>>
let app: Awaited<ReturnType<typeof buildApp>>
let url: string
const keys = {} as Record<Role, string>
beforeAll(async () => {
  graph = await openTestStore()
  for (const role of ['reader', 'editor'] as const) {
    const { id, key, hash } = createApiKey()
    keys[role] = key
    await graph.store.keys.create({ id, name: role, role, hash, created: '2026-01-01T00:00:00.000Z' })
  }
  const config = loadConfig({}).api
  app = await buildApp({ store: graph.store, log: false, config })
  const receive = createArrival(ARRIVAL_LIMITS)
  await app.register(
    uploads('editor', (routes) => {
      routes.post('/take', async (request, reply) => {
        const { files } = await receive(request, reply)
        return files.map(({ name, bytes }) => ({ name, bytes: bytes.length }))
      })
    }),
  )
  url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/take`
})
afterAll(async () => {
  await app.close()
  await graph.close()
})

async function send(files: readonly [name: string, bytes: number][], headers: Record<string, string>) {
  const body = new FormData()
  for (const [name, bytes] of files) body.append('file', new Blob([new Uint8Array(bytes)]), name)
  const response = await fetch(url, { method: 'POST', body, headers })
  const answer = (await response.json()) as { error?: { code: string } }
  return { status: response.status, code: answer.error?.code, answer }
}
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

describe('a route that takes files', () => {
  test('takes them from an editor', async () => {
    const { status, answer } = await send([['../../a/kế hoạch.txt', 10]], bearer(keys.editor))
    expect({ status, answer }).toEqual({ status: 200, answer: [{ name: 'kế hoạch.txt', bytes: 10 }] })
  })

  test.each<[string, () => Record<string, string>, number, string]>([
    ['nobody', () => ({}), 401, 'API_KEY_MISSING'],
    ['a reader', () => bearer(keys.reader), 403, 'ROLE_INSUFFICIENT'],
    [
      'another site',
      () => ({ ...bearer(keys.editor), origin: 'https://evil.example' }),
      403,
      'ORIGIN_REFUSED',
    ],
    ['a page without origin', () => ({ ...bearer(keys.editor), origin: 'null' }), 403, 'ORIGIN_REFUSED'],
  ])('not from %s', async (_, headers, status, code) => {
    expect(await send([['a.txt', 1]], headers())).toMatchObject({ status, code })
  })

  test('not more than it may hold', async () => {
    const many = Array.from({ length: UPLOAD_LIMITS.files + 1 }, (_, i): [string, number] => [`${i}.txt`, 1])
    const large: [string, number][] = [['a.txt', UPLOAD_LIMITS.fileSize + 1]]
    for (const files of [many, large])
      expect(await send(files, bearer(keys.editor))).toMatchObject({ status: 413, code: 'UPLOAD_TOO_LARGE' })
  })

  test('leaves multipart bodies unknown elsewhere', async () => {
    const body = new FormData()
    body.append('file', new Blob(['x']), 'a.txt')
    const response = await fetch(url.replace('/take', '/graphql'), { method: 'POST', body })
    expect(response.status).toBe(403)
  })
})

describe('the name of an upload', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\lan\\ke-hoach.docx', 'ke-hoach.docx'],
    ['a\u0000b\r\n\u202etxt.exe', 'abtxt.exe'],
    ['..', ''],
    ['/', ''],
    ['Kế hoạch số 1'.normalize('NFD'), 'Kế hoạch số 1'],
    [`${'a'.repeat(1_000_000)}.txt`, `${'a'.repeat(196)}.txt`],
  ])('%j', (name, label) => {
    expect(uploadName(name)).toBe(label)
  })
})
