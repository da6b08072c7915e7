// What members of staff decide, over GraphQL.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSeededApp } from '../support/app.ts'

let api: Awaited<ReturnType<typeof openSeededApp>>
beforeAll(async () => {
  api = await openSeededApp()
})
afterAll(() => api.end())

const RELATE = `mutation ($from: ID!, $to: ID!, $reason: String!) {
  assertRelation(from: $from, to: $to, relation: CONTINUES, reason: $reason, author: "Lan") { assertion { id kind author reason instruments } } }`
const WITHDRAW = `mutation ($id: ID!) {
  withdraw(assertion: $id, reason: "nhầm", author: "Minh") { assertion { id withdrawnBy withdrawReason } } }`
const TRACE = `query ($key: ID!) { trace(key: $key, maxDepth: 1) {
  edges { to relation mentions asserted evidence { mention quote source assertion { id author } } } } }`
const ENDS = { from: '114-KL/TW@2015-07-14', to: '217-QĐ/TW@2013-12-12' }

describe('assertRelation and withdraw', () => {
  test('make an edge with its evidence, and take it away', async () => {
    const made = await api.ask(RELATE, { ...ENDS, reason: 'theo bản gốc' })
    expect(made.errors).toBeUndefined()
    const { id, ...rest } = made.data.assertRelation.assertion
    expect(rest).toEqual({
      kind: 'RELATION',
      author: 'Lan',
      reason: 'theo bản gốc',
      instruments: [ENDS.from, ENDS.to],
    })
    const { data } = await api.ask(TRACE, { key: ENDS.from })
    expect(data.trace.edges).toContainEqual({
      to: ENDS.to,
      relation: 'CONTINUES',
      mentions: 0,
      asserted: true,
      evidence: [{ mention: null, quote: 'theo bản gốc', source: 'Lan', assertion: { id, author: 'Lan' } }],
    })
    const withdrawn = await api.ask(WITHDRAW, { id })
    expect(withdrawn.data.withdraw.assertion).toEqual({ id, withdrawnBy: 'Minh', withdrawReason: 'nhầm' })
    const after = await api.ask(TRACE, { key: ENDS.from })
    expect(after.data.trace.edges).not.toContainEqual(expect.objectContaining({ asserted: true }))
  })

  test.each([
    [{ ...ENDS, reason: ' ' }, 'ARGUMENT_INVALID'],
    [{ ...ENDS, to: ENDS.from, reason: 'x' }, 'RELATION_TO_SELF'],
    [{ ...ENDS, to: '9999-QĐ/TW@2013-12-12', reason: 'x' }, 'INSTRUMENT_NOT_FOUND'],
  ])('%j is refused with %s', async (variables, code) => {
    const { errors, data } = await api.ask(RELATE, variables)
    expect(errors[0].extensions.code).toBe(code)
    expect(data?.assertRelation ?? null).toBeNull()
  })
})

test('recordEvent changes the status', async () => {
  const { data } = await api.ask(
    `mutation { recordEvent(instrument: "${ENDS.from}", kind: REPEALED, effective: "2026-01-05", reason: "báo cáo", author: "Lan") { assertion { id } } }`,
  )
  const status = await api.ask(
    `{ instrument(key: "${ENDS.from}") { status(asOf: "2026-02-01") { value since evidence { quote source } } } }`,
  )
  expect(status.data.instrument.status).toMatchObject({ value: 'REPEALED', since: '2026-01-05' })
  await api.ask(WITHDRAW, { id: data.recordEvent.assertion.id })
})

test('assertions are paged, latest first', async () => {
  for (const reason of ['một', 'hai', 'ba']) {
    const { data } = await api.ask(RELATE, { ...ENDS, reason })
    await api.ask(WITHDRAW, { id: data.assertRelation.assertion.id })
  }
  const page = `query ($after: String) { assertions(instrument: "${ENDS.to}", withdrawn: true, first: 2, after: $after) {
    edges { node { reason withdrawnAt } } pageInfo { hasNextPage endCursor } } }`
  const first = (await api.ask(page)).data.assertions
  expect(first.edges.map(({ node }: { node: { reason: string } }) => node.reason)).toEqual(['ba', 'hai'])
  expect(first.pageInfo.hasNextPage).toBe(true)
  const second = (await api.ask(page, { after: first.pageInfo.endCursor })).data.assertions
  expect(second.edges[0].node).toMatchObject({
    reason: 'một',
    withdrawnAt: expect.stringMatching(/^\d{4}-.*Z$/),
  })
})

test('queries of GET cannot change anything', async () => {
  const query = encodeURIComponent(
    'mutation { withdraw(assertion: "x", reason: "x", author: "x") { assertion { id } } }',
  )
  const response = await api.app.inject({ method: 'GET', url: `/graphql?query=${query}` })
  expect(response.statusCode).toBeGreaterThanOrEqual(400)
})

describe('what staff decide of identity', () => {
  const OPEN = `{ instrument(key: "unnumbered@3b4e2849f5e5") { citations(first: 200) { edges { node {
    id state reasons instrument { key } assertion { id author } } } } } }`
  interface Citation {
    readonly id: string
    readonly state: string
    readonly instrument: { readonly key: string } | null
    readonly assertion: { readonly id: string } | null
  }
  const citations = async (): Promise<Citation[]> => {
    const { data } = await api.ask(OPEN)
    return data.instrument.citations.edges.map(({ node }: { node: Citation }) => node)
  }

  test('resolveMention fixes what a citation means, and says who did', async () => {
    const [first] = await citations()
    const { data, errors } = await api.ask(
      `mutation ($id: ID!) { resolveMention(mention: $id, instrument: "${ENDS.to}", reason: "xem phụ lục", author: "Lan") { assertion { id kind } } }`,
      { id: first?.id },
    )
    expect(errors).toBeUndefined()
    const { id } = data.resolveMention.assertion
    expect((await citations())[0]).toMatchObject({
      state: 'RESOLVED',
      instrument: { key: ENDS.to },
      assertion: { id, author: 'Lan' },
    })
    await api.ask(WITHDRAW, { id })
    expect((await citations())[0]).toEqual(first)
  })

  test('mergeInstruments: the old key is answered by the other', async () => {
    const { data, errors } = await api.ask(
      `mutation { mergeInstruments(keys: ["${ENDS.from}"], into: "${ENDS.to}", reason: "một văn bản", author: "Lan") { assertion { id instruments } } }`,
    )
    expect(errors).toBeUndefined()
    expect(data.mergeInstruments.assertion.instruments).toEqual([ENDS.from, ENDS.to])
    const asked = await api.ask(
      `{ instrument(key: "${ENDS.from}") { key } trace(key: "${ENDS.from}") { root { key } } }`,
    )
    expect(asked.data).toEqual({ instrument: { key: ENDS.to }, trace: { root: { key: ENDS.to } } })
    await api.ask(WITHDRAW, { id: data.mergeInstruments.assertion.id })
    const after = await api.ask(`{ instrument(key: "${ENDS.from}") { key } }`)
    expect(after.data.instrument.key).toBe(ENDS.from)
  })

  test('splitInstrument takes some citations to another of the number and date', async () => {
    const cited = await api.ask(
      `{ instrument(key: "${ENDS.to}") { citedBy(first: 1) { edges { node { id } } } } }`,
    )
    const into = ENDS.to.replace('@', '~2@')
    const { data, errors } = await api.ask(
      `mutation ($ids: [ID!]) { splitInstrument(instrument: "${ENDS.to}", mentions: $ids, into: "${into}", reason: "hai văn bản", author: "Lan") { assertion { id } } }`,
      { ids: [cited.data.instrument.citedBy.edges[0].node.id] },
    )
    expect(errors).toBeUndefined()
    const split = await api.ask(
      `{ instrument(key: "${into}") { number date citedBy { edges { node { id } } } } }`,
    )
    expect(split.data.instrument).toEqual({
      number: '217-QĐ/TW',
      date: '2013-12-12',
      citedBy: cited.data.instrument.citedBy,
    })
    await api.ask(WITHDRAW, { id: data.splitInstrument.assertion.id })
  })

  test('an event whose doer was merged names the one that answers for it', async () => {
    const recorded = await api.ask(
      `mutation { recordEvent(instrument: "${ENDS.to}", kind: AMENDED, by: ["${ENDS.from}"], reason: "x", author: "Lan") { assertion { id } } }`,
    )
    const into = '290-QĐ/TW@2010-02-25'
    const merged = await api.ask(
      `mutation { mergeInstruments(keys: ["${ENDS.from}"], into: "${into}", reason: "x", author: "Lan") { assertion { id } } }`,
    )
    const { data } = await api.ask(`{ instrument(key: "${ENDS.to}") { status { by { key } } } }`)
    expect(data.instrument.status.by).toEqual([{ key: into }])
    for (const id of [merged.data.mergeInstruments.assertion.id, recorded.data.recordEvent.assertion.id])
      await api.ask(WITHDRAW, { id })
  })
})
