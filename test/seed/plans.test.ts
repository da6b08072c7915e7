// The plans marked by hand: whole in themselves, and the same as what the hand-marked source gives.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planFiles } from '../../scripts/seed-from-gold.ts'
import { planSchema } from '../../src/ingest/seed-records.ts'

const plansDir = join(import.meta.dirname, '../../seed/plans')
const shared = join(import.meta.dirname, '../../../shared')
const names = readdirSync(plansDir).sort()
const plans = names.map((name) => ({ name, content: readFileSync(join(plansDir, name), 'utf8') }))

describe.each(plans)('$name', ({ content }) => {
  const plan = planSchema.parse(JSON.parse(content))

  it('gives every citation a quote that holds its own words', () => {
    for (const { id, text } of plan.citations) {
      expect(plan.quotes[id]).toContain(text.replace(/\s+/g, ' '))
      expect(plan.quotes[id]?.length).toBeLessThanOrEqual(400)
    }
  })

  it('nests a citation only in an earlier one, which then is the source of its relation', () => {
    const order = plan.citations.map(({ id }) => id)
    for (const { id, nestedIn, relationFrom } of plan.citations)
      if (nestedIn) {
        expect(order.indexOf(nestedIn)).toBeLessThan(order.indexOf(id))
        expect(relationFrom).toBe(nestedIn)
      }
  })

  it('keeps citations in the order of the text', () => {
    const starts = plan.citations.map(({ start }) => start)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })

  it('knows a key only for the number that is written', () => {
    for (const { id, number } of plan.citations)
      if (number && plan.knownKeys[id]) expect(plan.knownKeys[id]?.split('@')[0]).toBe(number)
  })
})

describe('contradicted numbers of plan 001', () => {
  const plan = planSchema.parse(JSON.parse(plans.find(({ name }) => name === '001.json')?.content ?? ''))

  it.each([
    ['34/2017/PL-UBTVQH11', 'YEAR_AGAINST_LEGISLATURE'],
    ['60/2014/NĐ-CP', 'TITLE_SHARED'],
  ] as const)('%s is not resolved, and flagged', (number, flag) => {
    const found = plan.citations.filter((citation) => citation.number === number)
    expect(found).toHaveLength(1)
    expect(found[0]?.flags).toContain(flag)
    expect(plan.knownKeys[found[0]?.id ?? '']).toBeUndefined()
  })
})

describe.skipIf(!existsSync(shared))('against ../shared (skipped where it is absent)', () => {
  it('regenerates to the committed bytes', () => {
    expect(Object.fromEntries(planFiles(shared))).toEqual(
      Object.fromEntries(plans.map(({ name, content }) => [name, content])),
    )
  })

  it.each(plans)('$name: the words stand in the text where it says', ({ name, content }) => {
    const plan = planSchema.parse(JSON.parse(content))
    const documents = join(shared, 'gold/dev/documents')
    const file = readdirSync(documents).find((document) => document.startsWith(`${name.slice(0, 3)}_`)) ?? ''
    const text = readFileSync(join(documents, file), 'utf8')
    expect(createHash('sha256').update(text).digest('hex')).toBe(plan.sha256)
    for (const { start, end, text: words } of plan.citations) expect(text.slice(start, end)).toBe(words)
  })
})
