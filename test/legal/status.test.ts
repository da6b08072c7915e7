import { describe, expect, test } from 'vitest'
import { type StatusEvent, statusAt } from '../../src/legal/status.ts'

const evidence = { quote: null, source: 'facts', confidence: 'high' } as const
const replaced: StatusEvent = {
  kind: 'REPLACED',
  effective: '2021-07-30',
  by: ['23-QĐ/TW@2021-07-30'],
  evidence,
}
const continued: StatusEvent = {
  kind: 'CONTINUED',
  effective: '2016-05-13',
  by: ['03-KL/TW@2016-05-13'],
  evidence,
}

describe('the status of an instrument on a day', () => {
  test.each([
    ['2021-07-31', 'REPLACED', '2021-07-30', ['23-QĐ/TW@2021-07-30']],
    ['2021-07-30', 'REPLACED', '2021-07-30', ['23-QĐ/TW@2021-07-30']],
    ['2021-07-29', 'CONTINUED', '2016-05-13', ['03-KL/TW@2016-05-13']],
    ['2016-05-12', 'NO_KNOWN_CHANGE', null, []],
  ])('on %s: %s', (asOf, value, since, by) => {
    expect(statusAt([continued, replaced], asOf)).toMatchObject({ value, since, by })
    expect(statusAt([replaced, continued], asOf)).toEqual(statusAt([continued, replaced], asOf))
  })

  test('nobody says "in force"', () => {
    const entry: StatusEvent = { kind: 'ENTERED_INTO_FORCE', effective: '2023-07-01', by: [], evidence }
    expect(statusAt([entry], '2024-01-01').value).toBe('NO_KNOWN_CHANGE')
    expect(statusAt([entry], '2023-06-30').value).toBe('NOT_YET_IN_FORCE')
  })

  test('an event of unknown day counts from its doer’s date, and says so', () => {
    const undated = { ...replaced, effective: null }
    expect(statusAt([undated], '2021-07-29').value).toBe('NO_KNOWN_CHANGE')
    expect(statusAt([undated], '2021-07-30')).toMatchObject({
      value: 'REPLACED',
      since: null,
      warnings: ['DATE_NOT_KNOWN'],
    })
  })

  test('a doer without a number has no date in its key, whatever its sha256 begins with', () => {
    const by = ['unnumbered@9999abcdef12']
    expect(statusAt([{ ...replaced, effective: null, by }], '2022-01-01').value).toBe('REPLACED')
    const dated = { ...replaced, effective: null, notBefore: '2021-07-30', by }
    expect(statusAt([dated], '2021-07-29').value).toBe('NO_KNOWN_CHANGE')
  })

  test('before its own date an instrument was not in force', () => {
    expect(statusAt([], '1900-01-01', '2013-06-03').value).toBe('NOT_YET_IN_FORCE')
  })

  test('a number that several bear is warned of', () => {
    const collision: StatusEvent = { kind: 'NUMBER_COLLISION', effective: null, by: [], evidence }
    expect(statusAt([collision], '2024-01-01').warnings).toEqual(['NUMBER_HAS_SEVERAL_INSTRUMENTS'])
  })

  test('a curated fact is named before what a third text says', () => {
    const hearsay = { ...replaced, evidence: { quote: 'x', source: 'plan', confidence: 'low' as const } }
    expect(statusAt([hearsay, replaced], '2022-01-01').evidence.map(({ confidence }) => confidence)).toEqual([
      'high',
      'low',
    ])
  })
})
