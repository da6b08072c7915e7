import { describe, expect, test } from 'vitest'
import { compare, createDecisions, lookupsOf, withAliases } from '../../src/ingest/assert-decisions.ts'
import type { Assertion, AssertionContent } from '../../src/legal/assertion.ts'

const asserted = (id: string, content: AssertionContent): Assertion => {
  return { id, author: 'Lan', reason: 'x', at: '2026-01-01T00:00:00.000Z', content }
}
const [A, B, C] = ['1-NQ/TW@2001-01-01', '2-NQ/TW@2002-02-02', '3-NQ/TW@2003-03-03']
const merge = (id: string, keys: string[], into: string) => asserted(id, { kind: 'MERGE', keys, into })
const SHA = 'a'.repeat(64)
const mean = (id: string, start: number, end: number, instrument: string | null) =>
  asserted(id, { kind: 'MENTION', place: { sha256: SHA, start, end }, text: 'x', instrument })
const at = (id: string, start: number, end: number) => ({ id, start, end })

describe('merged keys', () => {
  test('are followed to the last, in whatever order they were merged', () => {
    for (const standing of [
      [merge('1', [A], B), merge('2', [B], C)],
      [merge('2', [B], C), merge('1', [A], B)],
    ]) {
      const decisions = createDecisions(standing)
      expect([A, B, C].map(decisions.canonical)).toEqual([C, C, C])
      expect([...decisions.aliasesOf(C)].sort()).toEqual([A, B])
      expect(lookupsOf(C, decisions).sort()).toEqual(['01nqtw', '02nqtw', '03nqtw'])
      expect(withAliases(['01nqtw'], decisions).sort()).toEqual(['01nqtw', '02nqtw', '03nqtw'])
    }
  })

  test('a circle, which nobody may assert, still ends', () => {
    const { canonical } = createDecisions([merge('1', [A], B), merge('2', [B], A)])
    expect([A, B]).toContain(canonical(A))
  })

  test('what a new merger touches: keys before it too, and texts of which such a key was said', () => {
    const one = [merge('1', [A], B), mean('3', 5, 9, A)]
    const second = merge('2', [B], C)
    const change = compare(createDecisions(one), createDecisions([...one, second]), [second])
    expect([...change.keys].sort()).toEqual([A, B])
    expect(change.texts).toEqual([SHA])
  })
})

describe('decided mentions', () => {
  const decide = (standing: Assertion[], mentions: { id: string; start: number; end: number }[]) =>
    Object.fromEntries(createDecisions(standing).mentionsOf(SHA, mentions))

  test('are those that begin where it was said', () => {
    const found = decide([mean('1', 10, 20, A)], [at('x', 0, 9), at('y', 10, 25), at('z', 30, 40)])
    expect(found).toEqual({ y: { assertion: '1', key: A } })
  })

  test('or the only one that overlaps', () => {
    expect(decide([mean('1', 10, 20, null)], [at('x', 0, 10), at('y', 12, 18)])).toEqual({
      y: { assertion: '1', key: null },
    })
    expect(decide([mean('1', 10, 20, A)], [at('x', 8, 12), at('y', 15, 25)])).toEqual({})
    expect(decide([mean('1', 10, 20, A)], [at('x', 20, 25)])).toEqual({})
  })

  test('one that begins there goes before one that overlaps, and of two the first id decides', () => {
    const mentions = [at('x', 10, 30)]
    expect(decide([mean('1', 20, 30, A), mean('2', 10, 15, B)], mentions).x).toMatchObject({ key: B })
    for (const standing of [
      [mean('1', 12, 15, A), mean('2', 20, 30, B)],
      [mean('2', 20, 30, B), mean('1', 12, 15, A)],
    ])
      expect(decide(standing, mentions).x).toMatchObject({ key: A })
  })

  test('mean what their key was merged into', () => {
    expect(decide([mean('1', 10, 20, A), merge('2', [A], B)], [at('x', 10, 20)]).x).toMatchObject({ key: B })
  })
})

test('a text that was split off belongs to the other, and its own key else', () => {
  const split = asserted('1', {
    ...{ kind: 'SPLIT', instrument: A, mentions: [] },
    ...{ documents: [SHA], into: B },
  })
  const decisions = createDecisions([split, merge('2', [B], C)])
  expect(decisions.ownerOf(SHA, A)).toBe(C)
  expect(decisions.ownerOf('b'.repeat(64), A)).toBe(A)
})
