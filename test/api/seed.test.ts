// What a stranger sees after the first start: the five plans, the facts, and the invented set, over GraphQL.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSeededApp } from '../support/app.ts'

let api: Awaited<ReturnType<typeof openSeededApp>>
beforeAll(async () => {
  api = await openSeededApp()
})
afterAll(() => api.end())

const SEARCH =
  '{ search(text: "dân vận chính quyền Minh Sơn", first: 5) { edges { node { ... on Instrument { key title level } } } } }'
const TRACE = `query ($key: ID!) { trace(key: $key, direction: UP) { root { key } nodes { instrument { key type number date title level textHeld } depth } edges { from to relation secondHand mentions } gaps { instrument { key } reason } truncated } }`
const RESOLUTION = '25-NQ/TW@2013-06-03'

interface TraceAnswer {
  readonly nodes: readonly { readonly instrument: { readonly key: string }; readonly depth: number }[]
  readonly edges: readonly { readonly from: string; readonly to: string; readonly relation: string }[]
  readonly gaps: readonly { readonly instrument: { readonly key: string }; readonly reason: string }[]
  readonly truncated: boolean
}

async function firstFound(text: string): Promise<string> {
  const { data } = await api.ask(SEARCH.replace('dân vận chính quyền Minh Sơn', text))
  return data.search.edges[0].node.key
}

async function trace(key: string): Promise<TraceAnswer> {
  const { data, errors } = await api.ask(TRACE, { key })
  expect(errors).toBeUndefined()
  return data.trace
}

const depthOf = ({ nodes }: TraceAnswer, key: string) =>
  nodes.find(({ instrument }) => instrument.key === key)?.depth

describe('the plan of Minh Sơn', () => {
  test.each(['dân vận chính quyền Minh Sơn', 'dan van chinh quyen minh son', 'MINH SƠN kế hoạch'])(
    'is found by %j',
    async (text) => {
      const { data } = await api.ask(SEARCH.replace('dân vận chính quyền Minh Sơn', text))
      expect(data.search.edges[0].node).toEqual({
        key: 'unnumbered@3b4e2849f5e5',
        title: 'Thực hiện công tác dân vận chính quyền năm 2022',
        level: 'COMMUNE',
      })
    },
  )

  test('reaches 25-NQ/TW of 2013 in two steps, by the conclusion that continues it', async () => {
    const answer = await trace(await firstFound('dân vận chính quyền Minh Sơn'))
    expect(depthOf(answer, '43-KL/TW@2019-01-07')).toBe(1)
    expect(depthOf(answer, RESOLUTION)).toBe(2)
    expect(answer.edges).toContainEqual({
      from: '43-KL/TW@2019-01-07',
      to: RESOLUTION,
      relation: 'CONTINUES',
      secondHand: true,
      mentions: expect.any(Number),
    })
  })

  test('names what is missing: the plan of Ngọc Lặc, whose text is not held', async () => {
    const answer = await trace(await firstFound('dân vận chính quyền Minh Sơn'))
    expect(answer.gaps).toContainEqual({
      instrument: { key: '62/KH-UBND@2022-03-22@ngoc-lac.thanh-hoa' },
      reason: 'TEXT_NOT_HELD',
    })
  })

  test('as of a day shows nothing that was not yet there, even where the text that cites it has no date', async () => {
    const { data } = await api.ask(
      '{ trace(key: "unnumbered@3b4e2849f5e5", asOf: "2015-01-01") { nodes { instrument { date } } } }',
    )
    const dates = data.trace.nodes.map(
      ({ instrument }: { instrument: { date: string | null } }) => instrument.date,
    )
    expect(dates.filter((date: string | null) => date !== null).length).toBeGreaterThan(3)
    expect(dates.filter((date: string | null) => date !== null && date > '2015-01-01')).toEqual([])
  })

  test('tells what an instrument did to others, as the tables know it', async () => {
    const { data } = await api.ask(
      '{ instrument(key: "23-QĐ/TW@2021-07-30") { acts { kind effective instrument { key } evidence { source } } } }',
    )
    expect(data.instrument.acts).toContainEqual({
      kind: 'REPLACED',
      effective: '2021-07-30',
      instrument: { key: '290-QĐ/TW@2010-02-25' },
      evidence: { source: expect.any(String) },
    })
  })

  test('finds a number of which only the beginning was typed', async () => {
    const found = async (text: string) => {
      const { data } = await api.ask(
        'query ($text: String!) { search(text: $text, first: 10) { edges { node { ... on Instrument { key } } } } }',
        { text },
      )
      return data.search.edges.map(({ node }: { node: { key: string } }) => node.key)
    }
    expect((await found('nghi quyet 25')).slice(0, 5)).toContain('25-NQ/TW@2013-06-03')
    expect((await found('nghị định 60/2014'))[0]).toBe('60/2014/NĐ-CP@2014-06-19')
    expect((await found('25nqtw'))[0]).not.toBe('25-NQ/TW')
  })

  test('never resolves what its words do not settle: two wrong years', async () => {
    const { data } = await api.ask(
      '{ trace(key: "unnumbered@3b4e2849f5e5") { nodes { instrument { key } } gaps { reason citation candidates { key } suggestions { instrument { key } reasons } } } }',
    )
    const open = data.trace.gaps.filter((gap: { citation: string | null }) => gap.citation)
    expect(open).toEqual([
      {
        reason: 'CONTRADICTED',
        citation: expect.stringMatching(/34\/2017\/PL-UBTVQH11/),
        candidates: [],
        suggestions: [
          {
            instrument: { key: '34/2007/PL-UBTVQH11@2007-04-20' },
            reasons: ['ONE_SLIP_AWAY', 'YEAR_IN_LEGISLATURE'],
          },
        ],
      },
      {
        reason: 'CONTRADICTED',
        citation: expect.stringMatching(/60\/2014\/NĐ-CP/),
        candidates: [{ key: '60/2014/NĐ-CP@2014-06-19' }],
        suggestions: [
          { instrument: { key: '60/2013/NĐ-CP@2013-06-19' }, reasons: ['ONE_SLIP_AWAY', 'TITLE_AGREES'] },
        ],
      },
    ])
    const keys = data.trace.nodes.map((node: { instrument: { key: string } }) => node.instrument.key)
    expect(keys).not.toContain('60/2014/NĐ-CP@2014-06-19')
  })
})

describe('numbers are not identities', () => {
  test('there are five 25-NQ/TW', async () => {
    const { data } = await api.ask(
      '{ instruments(filter: {number: "25 nq tw"}) { edges { node { key date title } } } }',
    )
    const dated = data.instruments.edges.flatMap(
      ({ node }: { node: { date: string | null } }) => node.date ?? [],
    )
    expect(dated).toEqual(['1985-06-17', '2003-03-12', '2008-07-25', '2013-06-03', '2026-08-22'])
  })

  test('217-QĐ/TW is one, cited by three plans', async () => {
    const { data } = await api.ask(
      '{ instruments(filter: {number: "217-QĐ/TW"}) { edges { node { key citedBy(first: 50) { edges { node { source } } } } } } }',
    )
    expect(data.instruments.edges).toHaveLength(1)
    const { key, citedBy } = data.instruments.edges[0].node
    expect(key).toBe('217-QĐ/TW@2013-12-12')
    const sources = citedBy.edges.map((edge: { node: { source: string } }) => edge.node.source)
    expect([...new Set(sources)].filter((source) => /^\d{3}$/.test(String(source))).sort()).toEqual([
      '000',
      '003',
      '004',
    ])
  })

  test('where it is cited, the citing text is told as an instrument', async () => {
    const { data } = await api.ask(
      '{ instrument(key: "290-QĐ/TW@2010-02-25") { citedBy(first: 50) { edges { node { source citing { key type issuer } } } } } }',
    )
    const [first] = data.instrument.citedBy.edges
    expect(first.node).toMatchObject({
      source: '000',
      citing: { type: 'Kế hoạch', issuer: 'Sở Văn hoá, Thể thao và Du lịch' },
    })
  })

  test('33/CT-TTg of 2021 is one for all that cite it, also with a year in its number', async () => {
    const { data } = await api.ask(
      '{ instrument(key: "33/CT-TTg@2021-11-26") { citedBy(first: 50) { edges { node { source number } } } } }',
    )
    const cited = data.instrument.citedBy.edges.map((edge: { node: { source: string } }) => edge.node.source)
    expect([...new Set(cited)]).toEqual(expect.arrayContaining(['001', '002', '003', '004']))
  })

  test('407-QĐ/TU is the province’s own, for the district’s plan and the province’s', async () => {
    const { data } = await api.ask(
      '{ instruments(filter: {number: "407-QĐ/TU"}) { edges { node { key } } } }',
    )
    expect(data.instruments.edges).toEqual([{ node: { key: '407-QĐ/TU@2021-09-30@binh-dinh' } }])
  })
})

describe('the invented set', () => {
  test('leads from the commune through district and province to 25-NQ/TW, and is marked as fictional', async () => {
    const key = await firstFound('kế hoạch dân vận xã Trúc Lĩnh')
    const answer = await trace(key)
    expect(depthOf(answer, RESOLUTION)).toBe(4)
    const { data } = await api.ask('query ($key: ID!) { instrument(key: $key) { fictional level } }', { key })
    expect(data.instrument).toEqual({ fictional: true, level: 'COMMUNE' })
  })
})

describe('status', () => {
  test('of a decision the day after its replacement, as asked in one query', async () => {
    const { data } = await api.ask(
      '{ instrument(key: "290-QĐ/TW@2010-02-25") { key number title status(asOf: "2021-07-31") { value since by { key } evidence { quote source } } } }',
    )
    expect(data.instrument.status).toMatchObject({
      value: 'REPLACED',
      since: '2021-07-30',
      by: [{ key: '23-QĐ/TW@2021-07-30' }],
    })
    expect(data.instrument.status.evidence[0].source).toMatch(/23-QĐ\/TW/)
  })

  test('asked for many at once, on two days', async () => {
    const { data } = await api.ask(
      '{ instruments(filter: {number: "290-QĐ/TW"}) { edges { node { today: status(asOf: "2022-01-01") { value } once: status(asOf: "2015-01-01") { value } } } } }',
    )
    expect(data.instruments.edges).toContainEqual({
      node: { today: { value: 'REPLACED' }, once: { value: 'NO_KNOWN_CHANGE' } },
    })
  })
})

describe('status in two dates', () => {
  test('a citation tells what it cited was worth then, and is worth now', async () => {
    const { data, errors } = await api.ask(
      `{ instrument(key: "290-QĐ/TW@2010-02-25") {
        now: status(asOf: "2026-11-21") { value warningDetails { warning instruments { key } } }
        timeline { kind value since by { key } evidence { rank confidence source } }
        citedBy(first: 50) { edges { node { source statusWhenCited { value since asOf by { key } warnings } } } }
      } }`,
    )
    expect(errors).toBeUndefined()
    const { now, timeline, citedBy } = data.instrument
    expect(now.value).toBe('REPLACED')
    expect(now.warningDetails).toContainEqual({
      warning: 'CONTINUED_BY_CONCLUSION',
      instruments: [{ key: '03-KL/TW@2016-05-13' }],
    })
    expect(timeline.at(-1)).toMatchObject({
      ...{ kind: 'REPLACED', value: 'REPLACED', since: '2021-07-30' },
      ...{ by: [{ key: '23-QĐ/TW@2021-07-30' }], evidence: [{ rank: 'FACTS', confidence: 'HIGH' }] },
    })
    const cited = citedBy.edges.find((edge: { node: { source: string } }) => edge.node.source === '000')
    expect(cited.node.statusWhenCited).toMatchObject({
      ...{ value: 'REPLACED', since: '2021-07-30', asOf: '2021-12-20' },
      ...{ by: [{ key: '23-QĐ/TW@2021-07-30' }] },
      warnings: expect.arrayContaining(['CITING_DATE_NOT_KNOWN']),
    })
  })
})

test('an edge carries the words that prove it', async () => {
  const { data } = await api.ask(
    '{ trace(key: "unnumbered@3b4e2849f5e5", maxDepth: 2) { edges { from to relation evidence(first: 1) { quote source } } } }',
  )
  for (const edge of data.trace.edges)
    expect(edge.evidence, `${edge.from} ${edge.relation} ${edge.to}`).toHaveLength(1)
})

test('every organ has its place', async () => {
  const { data } = await api.ask(
    '{ instrument(key: "62/KH-UBND@2022-03-22@ngoc-lac.thanh-hoa") { issuedBy { name level place { path } } } }',
  )
  expect(data.instrument.issuedBy).toEqual([
    { name: 'Ủy ban nhân dân huyện Ngọc Lặc', level: 'DISTRICT', place: { path: 'ngoc-lac.thanh-hoa' } },
  ])
})
