// The tables of facts: what they must hold, what they must not, and that they come out of their source unchanged.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { factFiles } from '../../scripts/seed-from-facts.ts'
import { readSeed } from '../../src/ingest/seed-records.ts'
import { parseKey } from '../../src/legal/key.ts'
import { levelOf } from '../../src/legal/place.ts'

const seedDir = join(import.meta.dirname, '../../seed')
const shared = join(import.meta.dirname, '../../../shared')
const { events, instruments } = readSeed(seedDir)
const eventsOf = (key: string) => events.filter(({ instrument }) => instrument.key === key)

describe('identities', () => {
  it('holds the five resolutions numbered 25-NQ/TW', () => {
    const found = instruments.filter(({ number }) => number === '25-NQ/TW').map(({ date }) => date)
    expect(found.sort()).toEqual(['1985-06-17', '2003-03-12', '2008-07-25', '2013-06-03', '2026-08-22'])
  })

  it('gives each key once, with its own date', () => {
    expect(new Set(instruments.map(({ key }) => key)).size).toBe(instruments.length)
    for (const { key, date } of instruments) expect(parseKey(key)?.date).toBe(date)
  })

  it('holds a local instrument only with its place', () => {
    const local = instruments.filter(({ issuer, number }) => levelOf(issuer, number) !== 'central')
    expect(local.map(({ key }) => key)).toEqual(['767/KH-UBND@2025-03-19@cao-bang'])
  })
})

describe('events', () => {
  it.each([
    ['290-QĐ/TW@2010-02-25', 'REPLACED', '2021-07-30', ['23-QĐ/TW@2021-07-30']],
    ['34/2007/PL-UBTVQH11@2007-04-20', 'REPEALED', '2023-07-01', ['10/2022/QH15@2022-11-10']],
    ['25-NQ/TW@2013-06-03', 'CONTINUED', '2019-01-07', ['43-KL/TW@2019-01-07']],
    ['04/2015/NĐ-CP@2015-01-09', 'SUPERSEDED_IN_SUBSTANCE', '2023-07-01', ['10/2022/QH15@2022-11-10']],
    ['46/2026/NĐ-CP@2026-01-26', 'SUSPENDED', '2026-04-06', ['15/2026/NQ-CP@2026-04-06']],
    ['42/2013/QH13@2013-11-25', 'AMENDED', '2026-07-01', ['136/2025/QH15@2025-12-10']],
  ])('%s: %s on %s', (key, kind, effective, by) => {
    expect(eventsOf(key).map((event) => [event.kind, event.effective, event.by])).toEqual([
      [kind, effective, by],
    ])
  })

  it('never has 59/2023/NĐ-CP act on 04/2015/NĐ-CP', () => {
    for (const { by } of eventsOf('04/2015/NĐ-CP@2015-01-09'))
      expect(by.join()).not.toContain('59/2023/NĐ-CP')
  })

  it('holds only facts of high confidence, and one hint that says it is none', () => {
    const unsure = events.filter(({ confidence }) => confidence !== 'high')
    expect(unsure.map(({ instrument }) => instrument.key)).toEqual(['04/2015/NĐ-CP@2015-01-09'])
  })

  it('names acting instruments by dated keys alone', () => {
    for (const { instrument, by } of events)
      for (const actor of by) {
        expect(actor, instrument.key).toMatch(/^[^\s()]+@\d{4}(-\d{2}-\d{2})?$/)
        expect(actor).not.toBe(instrument.key)
      }
  })

  it('gives no instrument two days of entry into force', () => {
    const keys = events
      .filter(({ kind }) => kind === 'ENTERED_INTO_FORCE')
      .map(({ instrument }) => instrument.key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('warns that one number has several instruments', () => {
    const warning = eventsOf('25-NQ/TW')
    expect(warning.map(({ kind }) => kind)).toEqual(['NUMBER_COLLISION'])
    expect(warning[0]?.by).toHaveLength(5)
  })

  it('tells both ends of what is to be replaced on a known day', () => {
    expect(eventsOf('60/2014/QH13@2014-11-20').map(({ kind, effective }) => [kind, effective])).toEqual([
      ['ENTERED_INTO_FORCE', '2016-01-01'],
      ['REPLACED', '2027-03-01'],
    ])
  })
})

describe.skipIf(!existsSync(shared))('against ../shared (skipped where it is absent)', () => {
  it.each(['status.tsv', 'instruments.tsv'])('%s regenerates to the committed bytes', (name) => {
    expect(factFiles(shared).get(name)).toBe(readFileSync(join(seedDir, 'facts', name), 'utf8'))
  })
})
