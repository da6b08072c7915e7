// Offsets lead back to the page and the paragraph.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageStarts, positionOf } from '../../src/reader/position.ts'

test('a text without form feeds has no pages', () => {
  expect(pageStarts('một\nhai')).toEqual([])
  expect(positionOf({ pages: [], paragraphs: [] }, 3)).toEqual({
    page: null,
    pageOffset: null,
    paragraph: null,
  })
})

test('a last form feed ends the last page and starts none', () => {
  expect(pageStarts('một\f')).toEqual([0])
  expect(pageStarts('một\f\fba')).toEqual([0, 4, 5])
})

test('page and offset on it say where any letter stands', () => {
  const page = fc.string().map((text) => text.replaceAll('\f', ' '))
  fc.assert(
    fc.property(fc.array(page, { minLength: 1 }), fc.nat(), (pages, at) => {
      const text = pages.map((text) => `${text}\f`).join('')
      const offset = at % text.length
      const found = positionOf({ pages: pageStarts(text), paragraphs: [] }, offset)
      expect(`${pages[(found.page ?? 0) - 1]}\f`.charAt(found.pageOffset ?? -1)).toBe(text.charAt(offset))
    }),
  )
})

test('paragraphs', () => {
  const read = { pages: [], paragraphs: [0, 10, 20] }
  expect([0, 9, 10, 25].map((offset) => positionOf(read, offset).paragraph)).toEqual([1, 1, 2, 3])
})
