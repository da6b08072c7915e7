// Five real plans, marked by hand: how many of their citations are found. Skipped where the documents
// are not at hand (../shared).

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extractCitations } from '../../src/citation/index.ts'

const GOLD = join(import.meta.dirname, '../../../shared/gold/dev')
const present = existsSync(GOLD)
if (!present) console.warn('test/citation/gold.test.ts: skipped, ../shared/gold/dev is not here')

const FLOOR = 0.95

interface Marked {
  readonly number: string | null
  readonly rawOffset: readonly [number, number]
}

const stems = present
  ? readdirSync(join(GOLD, 'documents'))
      .filter((name) => /^\d{3}_/.test(name))
      .map((name) => name.replace(/\.txt$/, ''))
  : []

function f1(stem: string): number {
  const text = readFileSync(join(GOLD, 'documents', `${stem}.txt`), 'utf8')
  const marked = JSON.parse(readFileSync(join(GOLD, 'gold', `${stem}.json`), 'utf8'))[0].citations as Marked[]
  const { citations } = extractCitations(text)
  const hits = marked.filter(({ rawOffset: [start, end], number }) =>
    citations.some((each) => each.start < end && start < each.end && each.number === number),
  ).length
  return (2 * hits) / (marked.length + citations.length)
}

describe.skipIf(!present)('the five plans', () => {
  it.each(stems)('%s', (stem) => {
    expect(f1(stem)).toBeGreaterThanOrEqual(FLOOR)
  })
})
