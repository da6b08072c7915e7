import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSeededApp } from '../support/app.ts'

let api: Awaited<ReturnType<typeof openSeededApp>>
beforeAll(async () => {
  api = await openSeededApp()
})
afterAll(() => api.end())

const PLACE = 'path name kind level validFrom validTo'

describe('over GraphQL', () => {
  test('an organ has its system, and its place what it lies in and what it became', async () => {
    const { data, errors } = await api.ask(`{
      instruments(filter: {number: "62/KH-UBND"}) { edges { node {
        issuedBy { name level system place { ${PLACE} successor { name } parent { name kind successors { name } } } }
      } } }
    }`)
    expect(errors).toBeUndefined()
    expect(data.instruments.edges[0].node.issuedBy).toMatchObject([
      {
        level: 'DISTRICT',
        system: 'STATE',
        place: {
          path: 'ngoc-lac.thanh-hoa',
          name: 'Ngọc Lặc',
          kind: 'huyện',
          level: 'DISTRICT',
          validTo: '2025-06-30',
          successor: null,
          parent: { name: 'Thanh Hóa', kind: 'tỉnh', successors: [] },
        },
      },
    ])
  })

  test('a merged province keeps its identity, and shows its successor', async () => {
    const { data } = await api.ask(`{
      instruments(filter: {number: "407-QĐ/TU"}) { edges { node {
        key place { name } issuedBy { system place { path validTo successor { path name } } }
      } } }
    }`)
    const [{ node }] = data.instruments.edges
    expect(node.key).toContain('@binh-dinh')
    expect(node.place).toEqual({ name: 'Bình Định' })
    expect(node.issuedBy).toMatchObject([
      {
        system: 'PARTY',
        place: { path: 'binh-dinh', validTo: '2025-06-30', successor: { path: 'gia-lai', name: 'Gia Lai' } },
      },
    ])
  })

  test('a place that no map has keeps its path and level', async () => {
    const { data } = await api.ask(
      `{ place(path: "moc-ha.lam-sa") { ${PLACE} parent { path } successors { path } } }`,
    )
    expect(data.place).toEqual({
      path: 'moc-ha.lam-sa',
      name: null,
      kind: null,
      level: 'DISTRICT',
      validFrom: null,
      validTo: null,
      parent: null,
      successors: [],
    })
    expect((await api.ask('{ place(path: "nowhere") { path } }')).data.place).toBeNull()
  })

  test('a name is answered with all that it may mean, a page at a time', async () => {
    const ask = (args: string) =>
      api.ask(`{ places(${args}) { edges { node { ${PLACE} } } pageInfo { hasNextPage endCursor } } }`)
    const all = (await ask('name: "huyen chau thanh", first: 50')).data.places
    expect(all.edges.length).toBeGreaterThan(5)
    const first = (await ask('name: "huyen chau thanh", first: 2')).data.places
    expect(first.pageInfo.hasNextPage).toBe(true)
    const rest = (await ask(`name: "huyen chau thanh", first: 50, after: "${first.pageInfo.endCursor}"`)).data
      .places
    expect([...first.edges, ...rest.edges]).toEqual(all.edges)
    const none = await ask('name: "Bình Định", on: "2025-07-01"')
    expect(none.data.places.edges).toEqual([])
  })

  test.each([
    ['places(name: "") { pageInfo { hasNextPage } }', 'ARGUMENT_INVALID'],
    [`places(name: "${'x'.repeat(300)}") { pageInfo { hasNextPage } }`, 'ARGUMENT_INVALID'],
    ['places(name: "Huế", first: 1000) { pageInfo { hasNextPage } }', 'ARGUMENT_INVALID'],
    ['place(path: "a.b.c.d") { path }', 'ARGUMENT_INVALID'],
  ])('%s is refused with a code', async (query, code) => {
    const { errors } = await api.ask(`{ ${query} }`)
    expect(errors[0].extensions.code).toBe(code)
  })
})
