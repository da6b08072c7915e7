// What an ill-meaning client may try against a listening server: each is refused with a code or answered harmlessly,
// nothing of the inside is told, the graph stays as it was, and the server still answers at the end.

import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { buildClientSchema, getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApiKey } from '../../src/api/api-key.ts'
import { buildApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import type { Role } from '../../src/graph/keys.ts'
import { saveDocuments } from '../../src/ingest/save.ts'
import { createLog } from '../../src/log.ts'
import { type ReachedArgument, reachArguments } from '../support/schema-walk.ts'
import { document, dump, openTestStore } from '../support/store.ts'

const RESOLUTION = '25-NQ/TW@2013-06-03'
const CONCLUSION = '43-KL/TW@2019-01-07'
const TEXT =
  'Thực hiện Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư về tiếp tục thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng khóa XI về công tác dân vận, Ủy ban nhân dân xã ban hành kế hoạch.'

const HOSTILE: Readonly<Record<string, unknown>> = {
  'a closing quote': "'}) DETACH DELETE n //",
  'double quotes': '"}) MATCH (n) DETACH DELETE n RETURN ("',
  backticks: '`) DETACH DELETE n //`',
  'an escaped quote': "\\'}) DETACH DELETE n //",
  'a unicode quote': '\\u0027}) DETACH DELETE n //',
  'a procedure': "' CALL dbms.shutdown() //",
  'a parameter': '$key} {{out}} {{where}}',
  Lucene: '+-&&||!(){}[]^"~*?:\\/ AND key:* OR _exists_:key /.*/ a~100000',
  'many wildcards': '*'.repeat(400),
  'many brackets': '('.repeat(400),
  NUL: '25-NQ/TW\u0000@2013-06-03',
  'marks of direction': '\u202e25-NQ/TW\u2066@2013-06-03\u200f',
  'half a letter': '\ud800@2013-06-03',
  '100 kB': 'Điều '.repeat(20_000),
  '100 kB of signs': '@/-'.repeat(33_000),
  prototype: '__proto__',
  constructor: 'constructor',
  'a path': '../../../../etc/passwd',
  'a script': '<script>alert(1)</script>',
  'a template': '$'.concat('{process.env.HOME}{{7*7}}#{7*7}'),
  'a format': '%s%n%x%p',
  'a cursor': Buffer.from("' OR 1=1").toString('base64url'),
  'a number': 1e308,
  'an object': { __proto__: null, toString: 'x' },
  nothing: null,
}

/** What no client may learn: where code runs, what runs beneath it. */
const INTERNALS = new RegExp(
  [
    /node_modules/,
    /\bat \S+ \(/,
    /\.[tj]s:\d/,
    /[Nn]eo4j/,
    /bolt:/,
    /Cypher/,
    /ECONN/,
    /password/,
    /Maximum call/,
  ]
    .map(({ source }) => source)
    .concat(process.cwd())
    .join('|'),
)

interface Answer {
  readonly status: number
  readonly body: {
    data?: Record<string, unknown> | null
    error?: { code: string }
    errors?: { message: string; extensions: { code: string } }[]
  }
}

interface Found {
  readonly edges: readonly { node: { id: string; withdrawnAt: string | null } }[]
}

let graph: Awaited<ReturnType<typeof openTestStore>>
let before: string[]
const apps: Awaited<ReturnType<typeof buildApp>>[] = []
const logged: string[] = []
const keys = {} as Record<'reader' | 'editor' | 'revoked', string>
let local: string
let exposed: string

async function serve(env: Record<string, string>): Promise<string> {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk))
      done()
    },
  })
  const app = await buildApp({
    store: graph.store,
    log: createLog('trace', sink),
    config: loadConfig(env).api,
    connections: { headersMs: 1_000, requestMs: 2_000, checkMs: 200 },
  })
  apps.push(app)
  return app.listen({ host: '127.0.0.1', port: 0 })
}

async function makeKey(name: keyof typeof keys, role: Role): Promise<void> {
  const { id, key, hash } = createApiKey()
  keys[name] = key
  await graph.store.keys.create({ id, name, role, hash, created: new Date().toISOString() })
  if (name === 'revoked') await graph.store.keys.revoke(id, new Date().toISOString())
}

beforeAll(async () => {
  graph = await openTestStore()
  await saveDocuments(graph.store, [document('plan.txt', TEXT)])
  await makeKey('reader', 'reader')
  await makeKey('editor', 'editor')
  await makeKey('revoked', 'editor')
  before = await dump(graph.driver)
  local = await serve({})
  exposed = await serve({ HOST: '0.0.0.0', CANCU_RATE_LIMIT: '0' })
})

afterAll(async () => {
  for (const app of apps) await app.close()
  await graph.close()
})

/** Any request; the answer must be JSON and tell nothing of the inside. */
async function send(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init)
  const text = await response.text()
  expect(text).not.toMatch(INTERNALS)
  expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/)
  return { status: response.status, body: JSON.parse(text) }
}

function post(
  query: unknown,
  variables?: unknown,
  headers: Record<string, string> = {},
  at = local,
): Promise<Answer> {
  return send(`${at}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
const codeOf = ({ body }: Answer) => body.errors?.[0]?.extensions.code ?? body.error?.code ?? null
const refusal = (answer: Answer) => ({ status: answer.status, code: codeOf(answer) })

describe('hostile words in every argument', () => {
  test('are words: refused with a code, or looked up and not found', async () => {
    const { body } = await post(getIntrospectionQuery())
    const schema = buildClientSchema(body.data as never)
    const plain = {
      key: JSON.stringify(RESOLUTION),
      instrument: JSON.stringify(RESOLUTION),
      from: JSON.stringify(RESOLUTION),
      to: JSON.stringify(CONCLUSION),
    }
    const reached = [...reachArguments(schema, plain)]
    expect(reached.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'Query.instrument(key)',
        'Instrument.citations(after)',
        'Mutation.withdraw(reason)',
      ]),
    )
    for (const argument of reached)
      await Promise.all(Object.entries(HOSTILE).map(([kind, value]) => tryArgument(argument, kind, value)))
  }, 240_000)

  async function tryArgument(
    { name, query, wrap }: ReachedArgument,
    kind: string,
    value: unknown,
  ): Promise<void> {
    const answer = await post(query, { value: wrap(value) }, bearer(keys.editor))
    const text = JSON.stringify(answer.body)
    const said = `${name} ← ${kind}: ${text.slice(0, 300)}`
    expect([200, 400, 413], said).toContain(answer.status)
    expect(text.length, said).toBeLessThan(50_000)
    for (const { extensions } of answer.body.errors ?? [])
      expect(extensions.code, said).toMatch(/^(?!INTERNAL)[A-Z_]+$/)
  }

  test('what an editor was let assert with them is kept as words, and goes when it is withdrawn', async () => {
    const { body } = await post('{ assertions(first: 200) { edges { node { id withdrawnAt } } } }')
    const found = body.data?.assertions as Found | undefined
    const edges = found?.edges ?? []
    const { records } = await graph.driver.executeQuery('MATCH (e:Event) RETURN e.quote AS quote')
    expect(records.map((record) => record.get('quote'))).toContain(HOSTILE['a closing quote'])
    for (const { node } of edges)
      if (node.withdrawnAt === null)
        await post(
          'mutation ($id: ID!) { withdraw(assertion: $id, reason: "thử") { assertion { id } } }',
          { id: node.id },
          bearer(keys.editor),
        )
    await graph.driver.executeQuery('MATCH (a:Assertion) DETACH DELETE a')
    expect(await dump(graph.driver)).toEqual(before)
  })

  test('so are names of operations and variables', async () => {
    for (const value of Object.values(HOSTILE)) {
      const answer = await send(`${local}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: 'query a { contents { instruments } }',
          operationName: value,
          variables: { x: value },
        }),
      })
      expect([200, 400]).toContain(answer.status)
      expect(codeOf(answer)).not.toBe('INTERNAL')
    }
  })
})

describe('a query that is too much is refused before it is run', () => {
  const trace = `trace(key: "${RESOLUTION}") { truncated }`
  const fragments = (count: number, uses: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => `fragment f${i} on Query { ${uses(i)} }`).join(' ')
  test.each<[string, string, RegExp]>([
    [
      'depth',
      `{ instrument(key: "x") { ${'status { by { '.repeat(40)} key ${'} }'.repeat(40)} } }`,
      /^QUERY_(INVALID|TOO_LARGE)$/,
    ],
    ['braces', '{a'.repeat(1_900) + '}'.repeat(1_900), /^QUERY_(INVALID|TOO_LARGE)$/],
    ['braces without end', '{a'.repeat(45_000), /^QUERY_INVALID$/],
    [
      'lists in lists',
      `{ trace(key: "x", relations: ${'['.repeat(1_900)}${']'.repeat(1_900)}) { truncated } }`,
      /^QUERY_(INVALID|TOO_LARGE)$/,
    ],
    ['tokens', `{ ${'a '.repeat(40_000)} }`, /^QUERY_INVALID$/],
    [
      'aliases',
      `{ ${Array.from({ length: 200 }, (_, i) => `t${i}: ${trace}`).join(' ')} }`,
      /^QUERY_TOO_LARGE$/,
    ],
    ['root fields', `{ ${'contents { instruments } '.repeat(300)} }`, /^QUERY_TOO_LARGE$/],
    ['directives', `{ contents { instruments ${'@include(if: true) '.repeat(200)} } }`, /^QUERY_TOO_LARGE$/],
    ['unknown directives', `{ contents { instruments ${'@a '.repeat(200)} } }`, /^QUERY_TOO_LARGE$/],
    ['a huge literal', `{ search(text: "${'x'.repeat(50_000)}") { edges { cursor } } }`, /^QUERY_TOO_LARGE$/],
    [
      'a huge number',
      `{ instruments(first: ${'9'.repeat(50_000)}) { edges { cursor } } }`,
      /^(QUERY|ARGUMENT)_INVALID$/,
    ],
    [
      'a long list',
      `{ trace(key: "x", relations: [${'CITES '.repeat(1_000)}]) { truncated } }`,
      /^QUERY_TOO_LARGE$/,
    ],
    ['a long text', `{ contents { instruments } } ${'#'.repeat(200_000)}`, /^QUERY_TOO_LARGE$/],
    ['a circle of fragments', `{ ...f0 } ${fragments(2, (i) => `...f${1 - i}`)}`, /^QUERY_INVALID$/],
    [
      'a fragment in itself',
      '{ ...f0 } fragment f0 on Query { contents { instruments } ...f0 }',
      /^QUERY_INVALID$/,
    ],
    ['many fragments', `{ ...f0 } ${fragments(100, (i) => `...f${i + 1}`)}`, /^QUERY_TOO_LARGE$/],
    [
      'many operations',
      Array.from({ length: 50 }, (_, i) => `query q${i} { contents { instruments } }`).join(' '),
      /^QUERY_TOO_LARGE$/,
    ],
    ['later parts', '{ ... @defer { contents { instruments } } }', /^QUERY_INVALID$/],
    ['a subscription', 'subscription { contents { instruments } }', /^QUERY_INVALID$/],
    [
      'a syntax tree',
      JSON.stringify({ kind: 'Document', definitions: [], loc: { start: 0 } }),
      /^REQUEST_MALFORMED$/,
    ],
    ['a number for a query', '5', /^REQUEST_MALFORMED$/],
  ])('%s', async (_, query, code) => {
    const started = performance.now()
    const answer = await post(query)
    expect(codeOf(answer)).toMatch(code)
    expect([400, 413]).toContain(answer.status)
    expect(answer.body.data ?? null).toBeNull()
    expect(JSON.stringify(answer.body).length).toBeLessThan(60_000)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test.each<[string, string]>([
    [
      'fragments that double at every step',
      `{ ...f0 } ${fragments(45, (i) => (i < 44 ? `...f${i + 1} ...f${i + 1}` : '__typename'))}`,
    ],
    ['the same field over and over', `{ ${`contents { ${'instruments '.repeat(98)} } `.repeat(9)} }`],
    [
      'the same fields in many fragments',
      `{ ${Array.from({ length: 45 }, (_, i) => `...f${i}`).join(' ')} } ${fragments(45, () => `contents { ${'instruments '.repeat(15)} }`)}`,
    ],
  ])('%s: answered soon', async (_, query) => {
    const started = performance.now()
    expect([200, 400, 413]).toContain((await post(query)).status)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('many values in variables', async () => {
    const query = 'query ($r: [Relation!]) { trace(key: "x", relations: $r) { truncated } }'
    const many = await post(query, { r: Array(10_000).fill('CITES') })
    expect(refusal(many)).toEqual({ status: 413, code: 'QUERY_TOO_LARGE' })
    const deep = await send(`${local}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query": ${JSON.stringify(query)}, "variables": {"r": ${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
    })
    expect([400, 413]).toContain(deep.status)
  })

  test('a text of several operations answers for the one that was named, however often it is asked', async () => {
    const query = 'query a { a: __typename } query b { b: __typename }'
    for (let i = 0; i < 5; i++)
      for (const operationName of ['a', 'b']) {
        const { body } = await send(`${local}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, operationName }),
        })
        expect(body.data).toEqual({ [operationName]: 'Query' })
      }
  })
})

describe('a request that another site can make a browser send', () => {
  const query = '{ contents { instruments } }'
  const form = new URLSearchParams({ query })
  const parts = new FormData()
  parts.set('query', query)
  test.each<[string, string, RequestInit]>([
    ['GET', `?${form}`, {}],
    [
      'GET of a mutation',
      `?${new URLSearchParams({ query: 'mutation { withdraw(assertion: "x", reason: "x") { assertion { id } } }' })}`,
      {},
    ],
    ['text/plain', '', { method: 'POST', body: JSON.stringify({ query }) }],
    ['a form', '', { method: 'POST', body: form }],
    ['a form with files', '', { method: 'POST', body: parts }],
    ['no type', '', { method: 'POST', body: new TextEncoder().encode(JSON.stringify({ query })) }],
  ])('%s is refused', async (_, path, init) => {
    expect(refusal(await send(`${local}/graphql${path}`, init))).toEqual({
      status: 403,
      code: 'PREFLIGHT_REQUIRED',
    })
    const foreign = await send(`${local}/graphql${path}`, {
      ...init,
      headers: { origin: 'https://evil.example' },
    })
    expect(foreign.status).toBe(403)
  })

  test('GET with the header that shows it was asked for is no way either', async () => {
    const answer = await send(`${local}/graphql?${form}`, { headers: { 'mercurius-require-preflight': '1' } })
    expect(refusal(answer)).toEqual({ status: 405, code: 'METHOD_NOT_ALLOWED' })
  })

  test('answers carry no leave for other sites, and headers against framing and scripts', async () => {
    const { headers } = await fetch(`${local}/graphiql`, { headers: { origin: 'https://evil.example' } })
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('content-security-policy')).toMatch(
      /script-src 'self';.*frame-ancestors 'self'(?:;|$)/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
  })

  test('a name that was made to lead here is not ours', async () => {
    const [app] = apps
    for (const host of [
      'evil.example',
      '127.0.0.1.evil.example',
      'localhost@evil.example',
      '[::1].evil.example',
    ]) {
      const answer = await app?.inject({
        method: 'POST',
        url: '/graphql',
        headers: { host },
        payload: { query },
      })
      expect(answer?.statusCode, host).toBe(421)
      expect(answer?.json().error.code).toBe('HOST_UNKNOWN')
    }
  })

  test('listed sites alone may read answers and show pages', async () => {
    const listed = await serve({
      CANCU_CORS_ORIGINS: 'https://a.gov.vn',
      CANCU_FRAME_ANCESTORS: 'https://a.gov.vn',
    })
    const preflight = (origin: string) =>
      fetch(`${listed}/graphql`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      })
    expect((await preflight('https://a.gov.vn')).headers.get('access-control-allow-origin')).toBe(
      'https://a.gov.vn',
    )
    expect((await preflight('https://b.gov.vn')).headers.get('access-control-allow-origin')).toBeNull()
    const page = await fetch(`${listed}/graphiql`)
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://a.gov.vn")
    expect(page.headers.get('x-frame-options')).toBeNull()
  })
})

describe('a request that is none', () => {
  const json = { 'content-type': 'application/json' }
  test.each<[string, string, RequestInit, number, string]>([
    [
      'a batch',
      '/graphql',
      { method: 'POST', headers: json, body: '[{"query":"{ __typename }"}]' },
      400,
      'REQUEST_MALFORMED',
    ],
    [
      'XML',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<a/>' },
      415,
      'MEDIA_TYPE_UNSUPPORTED',
    ],
    [
      'half of JSON',
      '/graphql',
      { method: 'POST', headers: json, body: '{"query":' },
      400,
      'REQUEST_MALFORMED',
    ],
    ['nothing', '/graphql', { method: 'POST', headers: json, body: '' }, 400, 'REQUEST_MALFORMED'],
    ['a number', '/graphql', { method: 'POST', headers: json, body: '7' }, 400, 'REQUEST_MALFORMED'],
    [
      'a query that is a list',
      '/graphql',
      { method: 'POST', headers: json, body: '{"query":["{a}"]}' },
      400,
      'QUERY_INVALID',
    ],
    [
      'a prototype',
      '/graphql',
      { method: 'POST', headers: json, body: '{"__proto__":{"x":1},"query":"{a}"}' },
      400,
      'REQUEST_MALFORMED',
    ],
    [
      '2 MB',
      '/graphql',
      { method: 'POST', headers: json, body: JSON.stringify({ query: ' '.repeat(2e6) }) },
      413,
      'QUERY_TOO_LARGE',
    ],
    ['DELETE', '/graphql', { method: 'DELETE' }, 404, 'ROUTE_NOT_FOUND'],
    ['a path upwards', '/graphiql/..%2f..%2fpackage.json', {}, 404, 'ROUTE_NOT_FOUND'],
    ['a path of odd signs', '/%ff%00', {}, 400, 'REQUEST_MALFORMED'],
    [
      'an unknown address',
      '/documents.php',
      { method: 'POST', headers: json, body: '{}' },
      404,
      'ROUTE_NOT_FOUND',
    ],
    ['health of something else', '/health', {}, 404, 'ROUTE_NOT_FOUND'],
  ])('%s', async (_, path, init, status, code) => {
    expect(refusal(await send(`${local}${path}`, init))).toEqual({ status, code })
  })

  const wordsOf = ({ body }: Answer) => body.errors?.[0]?.message ?? ''
  test('is told in words that fit what was sent', async () => {
    const large = JSON.stringify({
      query: '{ __typename }',
      variables: { text: 'a'.repeat(8 * 1024 * 1024) },
    })
    const many = await send(`${local}/graphql`, { method: 'POST', headers: json, body: large })
    expect(refusal(many)).toEqual({ status: 413, code: 'QUERY_TOO_LARGE' })
    expect(wordsOf(many)).toContain('8 MB')
    expect(wordsOf(await send(`${local}/%ff%00`, {}))).toMatch(/%C4%90/)
    expect(wordsOf(await send(`${local}/%ff%00`, {}))).not.toMatch(/graphql/)
    const half = { method: 'POST', headers: json, body: '{"query":' }
    expect(wordsOf(await send(`${local}/graphql`, half))).toMatch(/JSON .* \/graphql/)
    expect(wordsOf(await send(`${local}/nowhere`, {}))).toMatch(/\/graphiql.*\/documents/)
    expect(wordsOf(await send(`${exposed}/nowhere`, {}))).not.toMatch(/graphiql/)
  })
})

describe('keys', () => {
  const read = '{ contents { instruments } }'
  const change = 'mutation { withdraw(assertion: "x", reason: "x") { assertion { id } } }'
  const forged = createApiKey().key
  const mixed = () => `${keys.editor.slice(0, 18)}_${forged.slice(-43)}`
  const MISSING = { status: 401, code: 'API_KEY_MISSING' }
  const WRONG = { status: 401, code: 'API_KEY_INVALID' }

  test.each<[string, () => Record<string, string>, object, object]>([
    ['none', () => ({}), MISSING, MISSING],
    ['of another scheme', () => ({ authorization: 'Basic YTpi' }), MISSING, MISSING],
    ['empty', () => ({ authorization: 'Bearer' }), WRONG, WRONG],
    ['malformed', () => bearer("' OR 1=1"), WRONG, WRONG],
    ['forged', () => bearer(forged), WRONG, WRONG],
    ['forged with a known id', () => bearer(mixed()), WRONG, WRONG],
    ['revoked', () => bearer(keys.revoked), WRONG, WRONG],
    ['long', () => bearer('x'.repeat(8_000)), WRONG, WRONG],
    [
      'a reader’s',
      () => bearer(keys.reader),
      { status: 200, code: null },
      { status: 403, code: 'ROLE_INSUFFICIENT' },
    ],
    [
      'an editor’s',
      () => bearer(keys.editor),
      { status: 200, code: null },
      { status: 200, code: 'ASSERTION_NOT_FOUND' },
    ],
  ])('%s, beyond this machine', async (_, headers, reading, changing) => {
    expect(refusal(await post(read, {}, headers(), exposed))).toEqual(reading)
    expect(refusal(await post(change, {}, headers(), exposed))).toEqual(changing)
  })

  test('on this machine reading is open, and changing needs a key once there is one', async () => {
    expect(refusal(await post(read))).toEqual({ status: 200, code: null })
    expect(refusal(await post(change))).toEqual(MISSING)
    expect(refusal(await post(`${change.replace('mutation', 'mutation a')} query b { __typename }`))).toEqual(
      MISSING,
    )
    expect(refusal(await post(read, {}, bearer(forged)))).toEqual(WRONG)
  })

  test('a refusal says how to come in', async () => {
    const response = await fetch(`${exposed}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
  })

  test('health needs none', async () => {
    for (const path of ['/health/live', '/health/ready'])
      expect((await send(`${exposed}${path}`, {})).status).toBe(200)
  })

  test('the author of what an editor asserts is the key’s name, and nobody else’s', async () => {
    const assert = (author: string) =>
      `mutation { assertRelation(from: "${CONCLUSION}", to: "${RESOLUTION}", relation: CITES, reason: "thử" ${author}) { assertion { id author } } }`
    const other = await post(assert('author: "Lan"'), {}, bearer(keys.editor))
    expect(codeOf(other)).toBe('ARGUMENT_INVALID')
    const { body } = await post(assert(''), {}, bearer(keys.editor))
    expect(body.data).toMatchObject({ assertRelation: { assertion: { author: 'editor' } } })
    const made = body.data?.assertRelation as { assertion: { id: string } } | undefined
    await post(
      `mutation { withdraw(assertion: "${made?.assertion.id}", reason: "thử") { assertion { id } } }`,
      {},
      bearer(keys.editor),
    )
    await graph.driver.executeQuery('MATCH (a:Assertion) DETACH DELETE a')
  })

  test('a key that is revoked opens nothing within seconds', async () => {
    const { id, key, hash } = createApiKey()
    const now = new Date().toISOString()
    await graph.store.keys.create({ id, name: 'short', role: 'reader', hash, created: now })
    const waited = async (status: number) => {
      const deadline = Date.now() + 5_000
      while (Date.now() < deadline && (await post(read, {}, bearer(key), exposed)).status !== status);
      return (await post(read, {}, bearer(key), exposed)).status
    }
    expect(await waited(200)).toBe(200)
    await graph.store.keys.revoke(id, now)
    expect(await waited(401)).toBe(401)
    await graph.driver.executeQuery('MATCH (k:Key {id: $id}) DELETE k', { id })
  })
})

describe('beyond this machine', () => {
  test('the schema is not told, nor guessed names mended', async () => {
    const asked = await post(getIntrospectionQuery(), {}, bearer(keys.reader), exposed)
    expect(refusal(asked)).toEqual({ status: 400, code: 'INTROSPECTION_OFF' })
    const type = await post('{ __type(name: "Query") { name } }', {}, bearer(keys.reader), exposed)
    expect(refusal(type)).toEqual({ status: 400, code: 'INTROSPECTION_OFF' })
    const guessed = await post('{ instrumen(key: "x") { key } }', {}, bearer(keys.reader), exposed)
    expect(JSON.stringify(guessed.body)).not.toContain('Did you mean')
    expect(JSON.stringify((await post('{ instrumen(key: "x") { key } }')).body)).toContain('Did you mean')
  })

  test('there is no GraphiQL', async () => {
    expect(refusal(await send(`${exposed}/graphiql`, {}))).toEqual({ status: 404, code: 'ROUTE_NOT_FOUND' })
  })

  test('requests are counted by key, and by address without one', async () => {
    const limited = await serve({ HOST: '0.0.0.0', CANCU_RATE_LIMIT: '5' })
    const ask = (headers: Record<string, string>) => post('{ __typename }', {}, headers, limited)
    const statuses = async (headers: Record<string, string>) => {
      const found: number[] = []
      for (let i = 0; i < 7; i++) found.push((await ask(headers)).status)
      return found
    }
    expect(await statuses(bearer(keys.reader))).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect(await statuses(bearer(keys.editor))).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect(await statuses(bearer(createApiKey().key))).toEqual([401, 401, 401, 401, 401, 429, 429])
    expect(refusal(await ask({}))).toEqual({ status: 429, code: 'RATE_LIMITED' })
    const elsewhere = { 'x-forwarded-for': '198.51.100.7', forwarded: 'for=198.51.100.7' }
    expect(refusal(await ask(elsewhere))).toEqual({ status: 429, code: 'RATE_LIMITED' })
    expect(refusal(await send(`${limited}/nowhere`, {}))).toEqual({ status: 429, code: 'RATE_LIMITED' })
  })

  test('behind a trusted proxy by the address that it tells', async () => {
    const behind = await serve({
      HOST: '0.0.0.0',
      CANCU_RATE_LIMIT: '1',
      CANCU_TRUSTED_PROXIES: '127.0.0.1',
      CANCU_ALLOWED_HOSTS: 'cancu.gov.vn',
    })
    const ask = async (address: string, host = 'cancu.gov.vn') => {
      const headers = { 'x-forwarded-for': `203.0.113.9, ${address}`, 'x-forwarded-host': host }
      return (await post('{ __typename }', {}, headers, behind)).status
    }
    expect(await ask('198.51.100.7')).toBe(401)
    expect(await ask('198.51.100.7')).toBe(429)
    expect(await ask('198.51.100.8')).toBe(401)
    expect(await ask('2001:db8:1:2::7')).toBe(401)
    expect(await ask('2001:db8:1:2:ffff::8')).toBe(429)
    expect(await ask('198.51.100.9', 'evil.example')).toBe(421)
  })

  test('many queries at once are all answered, if only with a refusal', async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, () =>
        post(
          `{ trace(key: "${RESOLUTION}", direction: DOWN) { nodes { depth } } }`,
          {},
          bearer(keys.reader),
          exposed,
        ),
      ),
    )
    for (const answer of answers) expect([null, 'TOO_MANY_QUERIES', 'SERVER_BUSY']).toContain(codeOf(answer))
  })
})

describe('bytes', () => {
  /** Writes the pieces with pauses between them, and reads until the server hangs up. */
  function talk(url: string, pieces: readonly string[], pauseMs = 0): Promise<string> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(url)
      const socket = connect(Number(port), hostname)
      let answer = ''
      let next = 0
      const timer = setInterval(() => {
        const piece = pieces[next++]
        if (piece === undefined) clearInterval(timer)
        else if (socket.writable) socket.write(piece)
      }, pauseMs)
      socket.setTimeout(15_000, () => reject(new Error('the server waits for ever')))
      socket.on('data', (chunk) => {
        answer += chunk
      })
      socket.on('error', () => {})
      socket.on('close', () => {
        clearInterval(timer)
        resolve(answer)
      })
    })
  }
  const drip = (text: string) => [...text].map((letter) => letter)
  const HEAD = 'POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n'

  test.each<[string, readonly string[], number, RegExp]>([
    ['headers that drip', drip(`${HEAD}X-A: ${'a'.repeat(200)}`), 100, /^HTTP\/1.1 408 .*REQUEST_TOO_SLOW/s],
    [
      'a body that drips',
      [`${HEAD}Content-Length: 500\r\n\r\n`, ...drip('{"query": "').concat(Array(100).fill(' '))],
      100,
      /^HTTP\/1.1 408 .*REQUEST_TOO_SLOW/s,
    ],
    [
      'a body that never comes',
      [`${HEAD}Content-Length: 500\r\n\r\n`],
      0,
      /^HTTP\/1.1 408 .*REQUEST_TOO_SLOW/s,
    ],
    [
      'headers of 100 kB',
      [`${HEAD}X-A: ${'a'.repeat(100_000)}\r\n\r\n`],
      0,
      /^HTTP\/1.1 431 .*HEADERS_TOO_LARGE/s,
    ],
    ['many headers', [`${HEAD}${'X: y\r\n'.repeat(5_000)}\r\n`], 0, /^HTTP\/1.1 431 .*HEADERS_TOO_LARGE/s],
    ['no HTTP', ['\u0016\u0003\u0001\u0002\u0000\r\n\r\n'], 0, /^HTTP\/1.1 400 .*REQUEST_MALFORMED/s],
    [
      'two lengths',
      [`${HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`],
      0,
      /^HTTP\/1.1 400 .*REQUEST_MALFORMED/s,
    ],
    ['no host', ['GET /health/live HTTP/1.1\r\n\r\n'], 0, /^HTTP\/1.1 400/],
  ])('%s', async (_, pieces, pauseMs, expected) => {
    const answer = await talk(local, pieces, pauseMs)
    expect(answer).toMatch(expected)
    expect(answer).not.toMatch(INTERNALS)
  })
})

describe('afterwards', () => {
  test('no key, and no header, was logged', () => {
    createLog('info', { write: (line) => void logged.push(line) }).error(
      {
        err: Object.assign(new Error('x'), { request: { headers: bearer(keys.editor) } }),
        password: keys.editor,
      },
      'a failure that carries its request',
    )
    const log = logged.join('\n')
    expect(log).toContain('a failure that carries its request')
    for (const key of Object.values(keys)) expect(log).not.toContain(key.slice(-43))
    expect(log).not.toMatch(/"authorization":"(?!\[Redacted)/i)
  })

  test('no attack was a bug of ours', () => {
    expect(
      logged
        .filter((line) => /"level":(50|60)/.test(line) && !line.includes('carries its request'))
        .map((line) => line.slice(0, 500)),
    ).toEqual([])
  })

  test('the graph is as it was, and the server answers', async () => {
    expect(await dump(graph.driver)).toEqual(before)
    const { status, body } = await post(`{ instrument(key: "${RESOLUTION}") { key } }`)
    expect({ status, ...body }).toEqual({ status: 200, data: { instrument: { key: RESOLUTION } } })
  })
})
