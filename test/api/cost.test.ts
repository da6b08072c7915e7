// The bound on what a query may cost.

import { readFileSync } from 'node:fs'
import { buildSchema, isObjectType, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { checkCost, PAGES } from '../../src/api/cost.ts'

const schema = buildSchema(readFileSync(new URL('../../schema/cancu.graphql', import.meta.url), 'utf8'))

describe('the cost of a query', () => {
  test('knows every field that has pages, and how long they are', () => {
    const pages = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()))
      .flatMap(({ name, args }) =>
        args.filter((arg) => arg.name === 'first').map((arg) => [name, arg.defaultValue]),
      )
    expect(pages.length).toBeGreaterThan(4)
    expect(Object.fromEntries(pages)).toEqual(PAGES)
  })

  test('counts a fragment wherever it is used', () => {
    const page = 'instruments(first: 200) { edges { node { citations(first: 40) { edges { cursor } } } } }'
    const query = (uses: number) =>
      `{ ${Array.from({ length: uses }, (_, i) => `a${i}: contents { instruments } ...f`).join(' ')} } fragment f on Query { ${page} }`
    expect(() => checkCost(parse(query(1)))).not.toThrow()
    const deep = page.replace('cursor', 'node { instrument { citedBy(first: 2) { edges { cursor } } } }')
    expect(() => checkCost(parse(`{ ${deep} }`))).not.toThrow()
    const deeper = deep.replace(
      'first: 2)',
      'first: 2) { edges { node { instrument { status { value } } } } } b: citedBy(first: 50)',
    )
    expect(() => checkCost(parse(`{ ...f } fragment f on Query { ${deeper} }`))).toThrow('10000')
  })

  test('counts pages whose length stands in a variable', () => {
    const query = parse('query ($n: Int) { instruments(first: $n) { edges { node { status { value } } } } }')
    expect(() => checkCost(query, { n: 200 })).not.toThrow()
    expect(() => checkCost(query, { n: 200_000 })).toThrow()
  })
})
