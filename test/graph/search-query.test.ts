// What people type into the search field, as a number or the beginning of one.

import { expect, test } from 'vitest'
import { typedNumberKey, typedNumberPrefix } from '../../src/graph/search-query.ts'

test.each([
  ['nghi quyet 25', '25nq'],
  ['Nghị quyết số 25', '25nq'],
  ['NQ 25', '25nq'],
  ['chỉ thị 5', '05ct'],
  ['kh 62', '62kh'],
  ['60/2014', '602014'],
  ['nghi dinh 60/2014', '602014nd'],
  ['25', null],
  ['dân vận 25', null],
  ['25-NQ/TW', null],
  ['', null],
])('%s begins %s', (typed, prefix) => expect(typedNumberPrefix(typed)).toBe(prefix))

test.each(['25nqtw', '25 NQ-TW', 'nq 25 - nq/tw', '25-nq tw'])('%s is a number', (typed) =>
  expect(typedNumberKey(typed)).toBe('25nqtw'),
)
