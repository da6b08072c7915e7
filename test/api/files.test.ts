// Files and pictures over plain HTTP, against the seeded graph.

import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSeededApp } from '../support/app.ts'

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
