// The invented texts, read and extracted for real, hold the whole road: commune, district, province, 43-KL/TW, 25-NQ/TW.

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type IdentifiedDocument, identify } from '../../src/ingest/identify.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import { readSeed } from '../../src/ingest/seed-records.ts'

const COMMUNE = '45/KH-UBND@2024-03-15@truc-linh.moc-ha.lam-sa'
const DISTRICT = '38/KH-UBND@2024-02-26@moc-ha.lam-sa'
const PROVINCE = '21/KH-UBND@2024-01-30@lam-sa'
const CONCLUSION = '43-KL/TW@2019-01-07'
const RESOLUTION = '25-NQ/TW@2013-06-03'

interface Edge {
  readonly from: string
  readonly to: string
  readonly relation: string
}

const { samplePlaces } = readSeed(join(import.meta.dirname, '../../seed'))
const documents = await Promise.all(
  samplePlaces.map(async ({ file, place }) => identify(await readDocument(file, { place, fictional: true }))),
)
const edges = documents.flatMap(edgesOf)

/** What the mentions with a key of their own say; those without one are not needed for the road. */
function edgesOf({ own, mentions }: IdentifiedDocument): Edge[] {
  const keyOf = new Map(
    mentions.flatMap(({ citation, identity }) => (identity.stated ? [[citation.id, identity.key]] : [])),
  )
  return mentions.flatMap(({ citation: { id, relation, relationFrom } }) => {
    const from = relationFrom === 'document' ? own : keyOf.get(relationFrom)
    const to = keyOf.get(id)
    return from && to ? [{ from, to, relation }] : []
  })
}

/** Fewest steps between two instruments, over all relations; -1: no road. */
function steps(from: string, to: string): number {
  const reached = new Set([from])
  for (let depth = 0; ; depth++) {
    if (reached.has(to)) return depth
    const next = edges.filter((edge) => reached.has(edge.from) && !reached.has(edge.to))
    if (next.length === 0) return -1
    for (const edge of next) reached.add(edge.to)
  }
}

describe('the road from the commune', () => {
  it('begins at texts that tell their own number, date and place', () => {
    expect(documents.map(({ own }) => own)).toEqual([
      COMMUNE,
      DISTRICT,
      PROVINCE,
      '02/CTrPH-UBND-BDVTU@2024-01-12@lam-sa',
      '152/QĐ-UBND@2024-01-17@lam-sa',
    ])
  })

  it.each([
    [COMMUNE, 'IMPLEMENTS', DISTRICT],
    [DISTRICT, 'IMPLEMENTS', PROVINCE],
    [PROVINCE, 'IMPLEMENTS', CONCLUSION],
    [CONCLUSION, 'CONTINUES', RESOLUTION],
  ])('%s %s %s', (from, relation, to) => {
    expect(edges).toContainEqual({ from, relation, to })
  })

  it('takes four steps to 25-NQ/TW, and none fewer', () => {
    expect(steps(COMMUNE, RESOLUTION)).toBe(4)
  })

  it('joins the joint programme and the decision of the province', () => {
    expect(steps(PROVINCE, '02/CTrPH-UBND-BDVTU@2024-01-12@lam-sa')).toBe(1)
    expect(steps(PROVINCE, '152/QĐ-UBND@2024-01-17@lam-sa')).toBe(1)
  })
})
