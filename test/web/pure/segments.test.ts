// A draft cut at its citations: nothing of the text is lost, each stretch belongs to the innermost citation.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutText } from '../../../src/web/check/segments.ts'

const stretch = fc
  .tuple(fc.integer({ min: -3, max: 60 }), fc.integer({ min: -3, max: 60 }))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

test('the pieces are the text, whatever the citations', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.array(stretch), (text, stretches) => {
      const pieces = cutText(text, stretches)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      expect(pieces.every((piece) => piece.text !== '')).toBe(true)
    }),
  )
})

test('a citation within another parts it, and begins once', () => {
  const text = 'Kế hoạch 1 về Kết luận 2 năm nay'
  const outer = { start: 0, end: text.length }
  const inner = { start: text.indexOf('Kết'), end: text.indexOf(' năm') }
  expect(cutText(text, [outer, inner])).toEqual([
    { text: 'Kế hoạch 1 về ', finding: 0, first: true },
    { text: 'Kết luận 2', finding: 1, first: true },
    { text: ' năm nay', finding: 0, first: false },
  ])
})

test('a text of a megabyte with 20,000 citations is cut quickly', () => {
  const text = 'x'.repeat(1_000_000)
  const stretches = Array.from({ length: 20_000 }, (_, i) => ({ start: i * 50, end: i * 50 + 20 }))
  const start = performance.now()
  expect(cutText(text, stretches)).toHaveLength(40_000)
  expect(performance.now() - start).toBeLessThan(1_000)
})
