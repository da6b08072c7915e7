import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CONFIDENCES, dayOf, SOURCE_RANKS } from '../../src/legal/contradiction.ts'
import { EVENT_KINDS } from '../../src/legal/records.ts'
import { judge, type KnownInstrument } from '../../src/legal/second-order.ts'
import { type Evidence, type StatusEvent, statusAt } from '../../src/legal/status.ts'
import { timelineOf } from '../../src/legal/timeline.ts'
import { readStatusCases } from '../support/status-cases.ts'

const cases = readStatusCases(readFileSync(join(import.meta.dirname, '../fixtures/status-cases.txt'), 'utf8'))

const blank = (key: string): KnownInstrument => ({
  ...{ key, level: null, place: null, events: [], ignored: [], guides: [] },
})

describe.each(cases)('$name', ({ instruments, expected }) => {
  test.each(expected)('$key on $asOf: $value', ({ key, asOf, value, since, by, warnings }) => {
    const status = judge(instruments.get(key) ?? blank(key), asOf, instruments)
    const told = status.warnings.map((warning) => [warning, ...(status.about[warning] ?? [])].join(' '))
    expect({ value: status.value, warnings: told.sort() }).toEqual({ value, warnings })
    if (since) expect(status.since).toBe(since)
    if (by.length > 0) expect([...status.by].sort()).toEqual(by)
  })
})

const evidence: Evidence = { quote: null, source: 'facts', rank: 'FACTS', confidence: 'high' }
const replaced: StatusEvent = {
  kind: 'REPLACED',
  effective: '2021-07-30',
  by: ['23-QĐ/TW@2021-07-30'],
  evidence,
}

describe('the evidence of a status', () => {
  test('a curated fact is named before what a third text says', () => {
    const hearsay: Evidence = { quote: 'x', source: 'plan', rank: 'HEARSAY', confidence: 'low' }
    const status = statusAt([{ ...replaced, evidence: hearsay }, replaced], '2022-01-01')
    expect(status.evidence.map(({ rank }) => rank)).toEqual(['FACTS', 'HEARSAY'])
  })

  test('of a conflict is that of both sides', () => {
    const other = { ...replaced, effective: '2021-09-01', evidence: { ...evidence, source: 'other' } }
    const { value, evidence: both } = statusAt([replaced, other], '2022-01-01')
    expect([value, both.map(({ source }) => source)]).toEqual(['CONFLICT', ['facts', 'other']])
  })
})

test('a doer without a number has no date in its key, whatever its sha256 begins with', () => {
  const by = ['unnumbered@9999abcdef12']
  expect(statusAt([{ ...replaced, effective: null, by }], '2022-01-01').value).toBe('REPLACED')
  const dated = { ...replaced, effective: null, notBefore: '2021-07-30', by }
  expect(statusAt([dated], '2021-07-29').value).toBe('NO_KNOWN_CHANGE')
})

describe('a timeline', () => {
  const entered: StatusEvent = { kind: 'ENTERED_INTO_FORCE', effective: '2010-03-01', by: [], evidence }
  test('tells each happening once, the earliest first, with what it made of the instrument', () => {
    const again = { ...replaced, evidence: { ...evidence, source: 'other' } }
    const told = timelineOf([again, replaced, entered], { issued: '2010-02-25' })
    expect(told.map(({ kind, since, value, evidence }) => [kind, since, value, evidence.length])).toEqual([
      ['ENTERED_INTO_FORCE', '2010-03-01', 'NO_KNOWN_CHANGE', 1],
      ['REPLACED', '2021-07-30', 'REPLACED', 2],
    ])
  })

  test('of many happenings does not take ever longer', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i): StatusEvent => {
        const by = [`${i}/QĐ-TTg@2020-01-01`]
        return { ...replaced, effective: null, notBefore: `20${10 + (i % 15)}-01-01`, by }
      })
    const start = performance.now()
    expect(timelineOf(many(400))).toHaveLength(400)
    expect(performance.now() - start).toBeLessThan(8_000)
  })

  test('says before which day an event of unknown day cannot have been', () => {
    expect(timelineOf([{ ...replaced, effective: null }])).toMatchObject([
      { since: null, notBefore: '2021-07-30', value: 'REPLACED' },
    ])
  })
})

const day = fc
  .tuple(fc.integer({ min: 2015, max: 2026 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-01`)
const key = fc.tuple(fc.integer({ min: 1, max: 4 }), day).map(([number, date]) => `${number}-QĐ/TW@${date}`)
const event: fc.Arbitrary<StatusEvent> = fc.record({
  kind: fc.constantFrom(...EVENT_KINDS),
  effective: fc.option(day),
  by: fc.uniqueArray(key, { maxLength: 2 }),
  evidence: fc.record({
    quote: fc.constant(null),
    source: fc.constantFrom('a', 'b', 'c'),
    rank: fc.constantFrom(...SOURCE_RANKS),
    confidence: fc.constantFrom(...CONFIDENCES),
  }),
})
const events = fc.array(event, { maxLength: 8 })

/** The one exception: sources that tell of one end by one doer on two days. */
const tellsOneEndAnew = (told: StatusEvent, held: readonly StatusEvent[]) =>
  held.some(({ by }) => by.length > 0 && [...by].sort().join() === [...told.by].sort().join())

describe('whatever is known', () => {
  test('the order in which it came never matters', () => {
    const shuffled = events.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, day, ([list, other], asOf) => {
        expect(statusAt(other, asOf)).toEqual(statusAt(list, asOf))
        expect(timelineOf(other)).toEqual(timelineOf(list))
      }),
    )
  })

  test('hearing it twice changes nothing but the number of proofs', () => {
    fc.assert(
      fc.property(events, day, (list, asOf) => {
        const [once, twice] = [statusAt(list, asOf), statusAt([...list, ...list], asOf)]
        expect({ ...twice, evidence: null }).toEqual({ ...once, evidence: null })
      }),
    )
  })

  test('an event of a later day never changes what is said of an earlier one', () => {
    fc.assert(
      fc.property(events, event, day, (list, later, asOf) => {
        const from = dayOf(later)
        fc.pre(from !== null && from > asOf && !tellsOneEndAnew(later, list))
        fc.pre(later.kind !== 'ENTERED_INTO_FORCE' && later.kind !== 'NUMBER_COLLISION')
        expect(statusAt([...list, later], asOf)).toEqual(statusAt(list, asOf))
      }),
    )
  })

  test('a conflict is one of equal sources', () => {
    const equal = fc.record({
      rank: fc.constantFrom(...SOURCE_RANKS),
      confidence: fc.constantFrom(...CONFIDENCES),
    })
    fc.assert(
      fc.property(events, equal, day, (list, source, asOf) => {
        const both = ['2014-01-01', '2014-06-01'].map((effective): StatusEvent => {
          return { kind: 'REPEALED', effective, by: [], evidence: { ...evidence, ...source } }
        })
        const status = statusAt([...list, ...both], asOf)
        const ranks = status.evidence.map(({ rank, confidence }) => `${rank} ${confidence}`)
        if (status.value === 'CONFLICT')
          for (const rank of ranks) expect(ranks.filter((other) => other === rank).length).toBeGreaterThan(1)
        if (list.length === 0) expect(status.value).toBe('CONFLICT')
      }),
    )
  })

  test('nothing has ended on the day on which it is put back into force', () => {
    const ends = /^(?:REPEALED|REPLACED|EXPIRED|SPENT|SUSPENDED|SUPERSEDED_IN_SUBSTANCE|CONFLICT)$/
    fc.assert(
      fc.property(events, day, (list, asOf) => {
        const back: StatusEvent = { kind: 'REINSTATED', effective: asOf, by: [], evidence }
        expect(statusAt([...list, back], asOf).value).not.toMatch(ends)
      }),
    )
  })
})
