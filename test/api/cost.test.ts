// The bound on what a query may cost.

import { readFileSync } from 'node:fs'
import { buildSchema, isObjectType, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { checkCost, PAGES } from '../../src/api/cost.ts'
import { CHECK_QUERY } from '../../src/web/check/finding.ts'

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

  test('counts what a variable holds by default, and the most where nobody tells', () => {
    const cited = (within: string) => `citedBy(first: $n) { edges { node { instrument { ${within} } } } }`
    const nested = `instrument(key: "a") { ${cited(cited(cited('status { value }')))} }`
    expect(() => checkCost(parse(`query ($n: Int = 2) { ${nested} }`))).not.toThrow()
    expect(() => checkCost(parse(`query ($n: Int = 200) { ${nested} }`))).toThrow('10000')
    expect(() => checkCost(parse(`query ($n: Int) { ${nested} }`))).toThrow('10000')
    // Another operation beside it makes nothing cheaper.
    const two = `query A($n: Int = 200) { ${nested} } query B($n: Int = 1) { ${nested} }`
    expect(() => checkCost(parse(two))).toThrow('10000')
  })

  test('counts drafts by their length, and what is asked of each citation', () => {
    const check = (name: string, asked = 'summary { total }') => `${name}: checkText(text: $t) { ${asked} }`
    const text = 'Căn cứ '.repeat(150_000)
    const costs = (asked: string) => () => checkCost(parse(`query ($t: String!) { ${asked} }`), { t: text })
    expect(costs(check('a'))).not.toThrow()
    expect(costs(check('a') + check('b') + check('c'))).toThrow('10000')
    const deep = 'citedBy(first: 200) { edges { node { quote } } }'
    expect(costs(check('a', `citations { candidates { instrument { ${deep} } } }`))).toThrow('checkText')
    const fragment = `} fragment f on Instrument { ${deep} `
    expect(costs(check('a', 'citations { instrument { ...f } }') + fragment)).toThrow('checkText')
    expect(costs(check('a', 'citations { statusToday { value evidence { quote } } }'))).not.toThrow()
    // What the page asks, of the longest draft.
    expect(() => checkCost(parse(CHECK_QUERY), { text: 'x'.repeat(2_000_000) })).not.toThrow()
  })
})
