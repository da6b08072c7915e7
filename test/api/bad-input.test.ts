// What clients can do wrong, and what they are told: a code, words in two languages, and no internals.

import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSeededApp } from '../support/app.ts'

let api: Awaited<ReturnType<typeof openSeededApp>>
let before: object
beforeAll(async () => {
  api = await openSeededApp()
  before = await api.store.contents()
})
afterAll(async () => {
  expect(await api.store.contents()).toEqual(before)
  await api.end()
})

const KEY = '25-NQ/TW@2013-06-03'

describe('a query that runs into a mistake is answered with 200 and a coded error', () => {
  test.each([
    ['an unknown key', '{ instrument(key: "999-NQ/TW@2013-06-03") { title } }', 'INSTRUMENT_NOT_FOUND'],
    [
      'an unknown key to trace',
      '{ trace(key: "999-NQ/TW@2013-06-03") { truncated } }',
      'INSTRUMENT_NOT_FOUND',
    ],
    ['a malformed key', '{ instrument(key: "25-NQ/TW@2013-13-03") { title } }', 'KEY_MALFORMED'],
    ['an empty key', '{ trace(key: "") { truncated } }', 'KEY_MALFORMED'],
    ['a negative depth', `{ trace(key: "${KEY}", maxDepth: -1) { truncated } }`, 'DEPTH_INVALID'],
    ['no depth', `{ trace(key: "${KEY}", maxDepth: 0) { truncated } }`, 'DEPTH_INVALID'],
    ['a huge depth', `{ trace(key: "${KEY}", maxDepth: 2000000000) { truncated } }`, 'DEPTH_INVALID'],
    ['a huge page', '{ instruments(first: 100000) { edges { cursor } } }', 'ARGUMENT_INVALID'],
    ['a page of nothing', '{ search(text: "x", first: 0) { edges { cursor } } }', 'ARGUMENT_INVALID'],
    ['a foreign cursor', '{ instruments(after: "%%%") { edges { cursor } } }', 'ARGUMENT_INVALID'],
    [
      'a number of no letters',
      '{ instruments(filter: {number: "—"}) { edges { cursor } } }',
      'ARGUMENT_INVALID',
    ],
    ['an empty search', '{ search(text: " ") { edges { cursor } } }', 'ARGUMENT_INVALID'],
    [
      'a search of 600 letters',
      `{ search(text: "${'x'.repeat(600)}") { edges { cursor } } }`,
      'ARGUMENT_INVALID',
    ],
  ])('%s', async (_, query, code) => {
    const { status, errors } = await api.ask(query)
    expect(status).toBe(200)
    expect(errors[0].extensions).toMatchObject({ code, vi: expect.any(String), en: expect.any(String) })
  })
})

describe('a query that cannot be run is answered with 400', () => {
  test.each([
    ['no GraphQL', 'hello?'],
    ['an unknown field', '{ instrument(key: "x") { secret } }'],
    ['a depth beyond 32 bits', `{ trace(key: "${KEY}", maxDepth: 99999999999) { truncated } }`],
    ['a day that does not exist', `{ instrument(key: "${KEY}") { status(asOf: "2021-02-30") { value } } }`],
    ['an unknown relation', `{ trace(key: "${KEY}", relations: [OWNS]) { truncated } }`],
    ['too deep', `{ instrument(key: "${KEY}") { ${'status { by { '.repeat(8)} key ${'} }'.repeat(8)} } }`],
    ['too many tokens', `{ ${'contents { instruments } '.repeat(3000)} }`],
  ])('%s', async (_, query) => {
    const { status, errors } = await api.ask(query)
    expect(status).toBe(400)
    expect(errors[0].extensions.code).toMatch(/^(QUERY|ARGUMENT)_INVALID$/)
  })
})

test('a query that would look up millions is refused before it is run', async () => {
  const pages =
    '{ instruments(first: 200) { edges { node { citedBy(first: 200) { edges { node { instrument { citedBy(first: 200) { edges { cursor } } } } } } } } } }'
  const aliases = `{ ${Array.from({ length: 300 }, (_, i) => `t${i}: trace(key: "${KEY}") { truncated }`).join(' ')} }`
  for (const query of [pages, aliases]) {
    const { status, errors } = await api.ask(query)
    expect({ status, code: errors[0].extensions.code }).toEqual({ status: 413, code: 'QUERY_TOO_LARGE' })
  }
})

test('a long key is not echoed', async () => {
  const { errors } = await api.ask('query ($key: ID!) { instrument(key: $key) { key } }', {
    key: `25${' '.repeat(100_000)}`,
  })
  expect(JSON.stringify(errors).length).toBeLessThan(2_000)
})

describe('a request that is none is refused', () => {
  test('20 MB', async () => {
    const { status, error } = await api.ask(`{ contents { instruments } } # ${'x'.repeat(20 * 1024 * 1024)}`)
    expect({ status, code: error.code }).toEqual({ status: 413, code: 'QUERY_TOO_LARGE' })
  })

  test.each([
    [
      'broken JSON',
      { headers: { 'content-type': 'application/json' }, payload: '{"query": ' },
      400,
      'REQUEST_MALFORMED',
    ],
    [
      'no query',
      { headers: { 'content-type': 'application/json' }, payload: '{"query":null}' },
      400,
      'REQUEST_MALFORMED',
    ],
    ['no JSON', { headers: { 'content-type': 'text/xml' }, payload: '<a/>' }, 415, 'MEDIA_TYPE_UNSUPPORTED'],
  ])('%s', async (_, request, status, code) => {
    const response = await api.app.inject({ method: 'POST', url: '/graphql', ...request })
    expect(response.statusCode).toBe(status)
    expect(response.json().error.code).toBe(code)
  })

  test('an address that is not there', async () => {
    const response = await api.app.inject('/etc/passwd')
    expect(response.statusCode).toBe(404)
    expect(response.json().error.code).toBe('ROUTE_NOT_FOUND')
  })
})

test('words that look like Cypher or Lucene are words', async () => {
  for (const text of ["' OR 1=1 //", 'key:* AND NOT (', '"}) DETACH DELETE n //', '+-&&||!(){}[]^"~*?:\\/']) {
    const { status, errors } = await api.ask(
      'query ($text: String!) { search(text: $text) { edges { cursor } } }',
      { text },
    )
    expect({ status, errors }).toEqual({ status: 200, errors: undefined })
  }
})

test('health says live and ready', async () => {
  expect((await api.app.inject('/health/live')).json()).toEqual({ status: 'live' })
  expect((await api.app.inject('/health/ready')).json()).toEqual({ status: 'ready' })
})

test('GraphiQL may read the schema', async () => {
  const { status, errors } = await api.ask(getIntrospectionQuery())
  expect({ status, errors }).toEqual({ status: 200, errors: undefined })
})

test('GraphiQL comes from our own files alone', async () => {
  const page = await api.app.inject('/graphiql')
  expect(page.statusCode).toBe(200)
  expect(page.body).not.toMatch(/https?:\/\//)
  for (const [, path] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
    const file = await api.app.inject(path ?? '')
    expect(file.statusCode, path).toBe(200)
  }
})
