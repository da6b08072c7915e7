// Files and pictures over plain HTTP, against the seeded graph.

import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { openSeededApp } from '../support/app.ts'
import { ENDLESS } from '../support/pdf.ts'

let api: Awaited<ReturnType<typeof openSeededApp>>
let url: string
beforeAll(async () => {
  api = await openSeededApp()
  url = await api.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => api.end())

const fixture = (name: string) =>
  new Blob([readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url))])

async function send(route: string, files: readonly [string, Blob][], fields: Record<string, string> = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  for (const [name, blob] of files) body.append('file', blob, name)
  const response = await fetch(url + route, { method: 'POST', body })
  return { status: response.status, answer: (await response.json()) as Record<string, never> }
}

describe('POST /texts', () => {
  test('reads a file to text, with its pages, and stores nothing', async () => {
    const before = (await api.store.contents()).documents
    const { status, answer } = await send('/texts', [['../plan.pdf', fixture('plan.pdf')]])
    expect(status).toBe(200)
    expect(answer).toMatchObject({ name: 'plan.pdf', kind: 'pdf', text: expect.stringContaining('dân vận') })
    expect((await api.store.contents()).documents).toBe(before)
  })

  test.each([
    ['scan.pdf', 'NEEDS_OCR'],
    ['encrypted.pdf', 'FILE_ENCRYPTED'],
  ])('says why there is no text in %s', async (name, code) => {
    const { status, answer } = await send('/texts', [[name, fixture(name)]])
    expect(status).toBeGreaterThanOrEqual(400)
    expect(answer).toMatchObject({ error: { code } })
  })

  test('without a file is refused', async () => {
    expect(await send('/texts', [])).toMatchObject({
      status: 400,
      answer: { error: { code: 'ARGUMENT_INVALID' } },
    })
  })
})

describe('a body that is no form', () => {
  const type = (boundary: string) => ({ 'content-type': `multipart/form-data${boundary}` })
  const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc'
  test.each<[string, Record<string, string>, string, number, string]>([
    ['without a boundary', type(''), 'xx', 400, 'REQUEST_MALFORMED'],
    ['of another boundary', type('; boundary=y'), part, 400, 'REQUEST_MALFORMED'],
    ['of nothing but letters', type('; boundary=x'), 'xx', 400, 'REQUEST_MALFORMED'],
    ['cut off within a file', type('; boundary=x'), part, 400, 'REQUEST_MALFORMED'],
    ['cut off within a head', type('; boundary=x'), part.slice(0, 30), 400, 'REQUEST_MALFORMED'],
    [
      'with a name of the language',
      type('; boundary=x'),
      `${part.replace('"file"', '"__proto__"')}\r\n--x--`,
      400,
      'REQUEST_MALFORMED',
    ],
    ['of half a JSON', { 'content-type': 'application/json' }, '{', 400, 'REQUEST_MALFORMED'],
    ['of JSON', { 'content-type': 'application/json' }, '{}', 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['of plain text', { 'content-type': 'application/x-unknown' }, 'a', 415, 'MEDIA_TYPE_UNSUPPORTED'],
  ])('%s is refused in words that fit', async (_, headers, body, status, code) => {
    for (const route of ['/texts', '/documents']) {
      const response = await fetch(url + route, { method: 'POST', headers, body })
      const { error } = (await response.json()) as { error: { code: string; en: string } }
      expect({ status: response.status, code: error.code }).toEqual({ status, code })
      expect(error.en).toContain('multipart/form-data')
      expect(error.en).not.toMatch(/graphql|json/i)
    }
  })

  test('whatever its bytes, is never a bug', async () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          '--x',
          '--',
          '\r\n',
          '\r\n\r\n',
          'Content-Disposition: form-data',
          '; name="',
          '"; filename="',
        ),
        fc.string(),
      ),
      { maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(pieces, async (pieces) => {
        const answer = await api.app.inject({
          method: 'POST',
          url: '/texts',
          headers: type('; boundary=x'),
          payload: pieces.join(''),
        })
        expect(answer.json()).not.toMatchObject({ error: { code: 'INTERNAL' } })
      }),
      { numRuns: 100 },
    )
  })
})

/** Opens an upload that says it is long, sends its head and three letters, and no more. */
function dawdle(at: string): Socket {
  const { hostname, port, host } = new URL(at)
  const socket = connect(Number(port), hostname)
  const head = `POST /texts HTTP/1.1\r\nHost: ${host}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000`
  const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc'
  socket.on('error', () => {}).write(`${head}\r\n\r\n${part}`)
  return socket
}

describe('uploads that take long', () => {
  test('32 whose bodies do not come leave queries their turns', async () => {
    const sockets = Array.from({ length: 32 }, () => dawdle(url))
    await pause(500)
    const asked = performance.now()
    const { status } = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ contents { events } }"}',
    })
    expect(status).toBe(200)
    expect(performance.now() - asked).toBeLessThan(5_000)
    expect(await send('/texts', [['plan.html', fixture('plan.html')]])).toMatchObject({ status: 200 })
    for (const socket of sockets) socket.destroy()
  })

  test('a body that does not come is ended, and told so', async () => {
    const hasty = await buildApp({ store: api.store, log: false, arrival: { idleMs: 300 } })
    const socket = dawdle(await hasty.listen({ host: '127.0.0.1', port: 0 }))
    const answer = (await socket.toArray()).join('')
    expect(answer).toMatch(/^HTTP\/1.1 408 [\s\S]*REQUEST_TOO_SLOW/)
    await hasty.close()
  })

  test('more than may be held is refused, and what was held is given back', async () => {
    const strict = await buildApp({
      store: api.store,
      log: false,
      arrival: { clientBytes: 1000, idleMs: 60_000 },
    })
    const at = await strict.listen({ host: '127.0.0.1', port: 0 })
    const ask = async (bytes: number) => {
      const body = new FormData()
      body.append('file', new Blob(['a'.repeat(bytes)]), 'a.txt')
      return (await fetch(`${at}/texts`, { method: 'POST', body })).status
    }
    expect(await ask(900)).toBe(200)
    expect(await ask(900)).toBe(200)
    expect(await ask(1100)).toBe(503)
    const slow = dawdle(at)
    await pause(100)
    expect(await ask(999)).toBe(503)
    slow.destroy()
    await pause(100)
    expect(await ask(999)).toBe(200)
    await strict.close()
  })

  test('files that no time is left for are named, and the rest is taken', async () => {
    const hasty = await buildApp({ store: api.store, log: false, readingMs: 4_000 })
    const body = new FormData()
    body.append('file', fixture('plan.html'), 'plan.html')
    for (const name of ['a.pdf', 'b.pdf']) body.append('file', new Blob([ENDLESS]), name)
    const at = await hasty.listen({ host: '127.0.0.1', port: 0 })
    const answer = await fetch(`${at}/documents`, { method: 'POST', body })
    expect(await answer.json()).toMatchObject({
      documents: [
        { name: 'plan.html', key: expect.any(String) },
        { name: 'a.pdf', error: { code: 'UPLOAD_TIMEOUT', en: expect.stringContaining('within 4 s') } },
        { name: 'b.pdf', error: { code: 'UPLOAD_TIMEOUT' } },
      ],
    })
    await hasty.close()
  })

  test('files of a client who hung up are not read', async () => {
    const endless = new Blob([ENDLESS])
    const client = new AbortController()
    const body = new FormData()
    for (let i = 0; i < 20; i++) body.append('file', endless, `${i}.pdf`)
    const before = await api.store.contents()
    const sent = fetch(`${url}/documents`, { method: 'POST', body, signal: client.signal }).catch(() => null)
    await pause(2_000)
    client.abort()
    await sent
    const asked = performance.now()
    expect(await send('/texts', [['plan.pdf', fixture('plan.pdf')]])).toMatchObject({ status: 200 })
    expect(performance.now() - asked).toBeLessThan(5_000)
    expect(await api.store.contents()).toEqual(before)
  })
})

describe('POST /documents', () => {
  test('takes what can be read, and names what cannot', async () => {
    const files: [string, Blob][] = [
      ['plan.docx', fixture('plan.docx')],
      ['scan.pdf', fixture('scan.pdf')],
    ]
    const { status, answer } = await send('/documents', files, { place: 'moc-ha.lam-sa' })
    expect(status).toBe(200)
    expect(answer).toMatchObject({
      documents: [
        { name: 'plan.docx', outcome: 'new', key: expect.any(String) },
        { name: 'scan.pdf', error: { code: 'NEEDS_OCR' } },
      ],
    })
    expect(await send('/documents', files.slice(0, 1))).toMatchObject({
      answer: { documents: [{ name: 'plan.docx', key: expect.any(String) }] },
    })
  })

  test('a place that is none is refused before anything is stored', async () => {
    const before = await api.store.contents()
    const { answer } = await send('/documents', [['plan.html', fixture('plan.html')]], { place: '../..' })
    expect(answer).toMatchObject({ error: { code: 'ARGUMENT_INVALID' } })
    expect(await api.store.contents()).toEqual(before)
  })
})

describe('a trace over a plain URL', () => {
  const key = encodeURIComponent('unnumbered@3b4e2849f5e5')
  const get = async (path: string, headers = {}) => {
    const response = await fetch(url + path, { headers })
    return { status: response.status, headers: response.headers, body: await response.text() }
  }

  test('is a picture with words, and is kept', async () => {
    const { status, headers, body } = await get(`/trace.svg?key=${key}`)
    expect({ status, type: headers.get('content-type') }).toEqual({
      status: 200,
      type: 'image/svg+xml; charset=utf-8',
    })
    expect(body).toMatch(/^<svg[\s\S]*25-NQ\/TW[\s\S]*<\/svg>$/)
    const again = await get(`/trace.svg?key=${key}`, { 'if-none-match': headers.get('etag') })
    expect(again).toMatchObject({ status: 304, body: '' })
  })

  test.each([
    ['mmd', /^flowchart BT\n/],
    ['graphml', /<graphml/],
    ['json', /"root": "unnumbered@3b4e2849f5e5"/],
  ])('is text as %s', async (ending, start) => {
    expect(await get(`/trace.${ending}?key=${key}&lang=en`)).toMatchObject({
      status: 200,
      body: expect.stringMatching(start),
    })
  })

  test.each([
    ['key=', 400],
    ['key=999-NQ%2FTW%402013-06-03', 404],
    [`key=${key}&depth=1e9`, 400],
    [`key=${key}&direction=sideways`, 400],
    [`key=${key}&key=${key}`, 400],
    [`key=${key}&asOf=2021-02-30`, 400],
  ])('%s: the picture says what is wrong', async (query, status) => {
    const answer = await get(`/trace.svg?${query}`)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatch(/^<svg[\s\S]*<text[\s\S]*<\/svg>$/)
    expect((await get(`/trace.json?${query}`)).body).toMatch(/^\{"error"/)
  })
})
