// The groups of a report: each finding in one, by what is to be done about it.

import { expect, test } from 'vitest'
import { type Finding, groupFindings, isUrgent } from '../../../src/web/check/finding.ts'

const finding = (key: string, told: object = {}) =>
  ({
    state: 'RESOLVED',
    reasons: [],
    flags: [],
    unreadable: false,
    instrument: { key },
    statusToday: { value: 'NO_KNOWN_CHANGE' },
    statusWhenCited: null,
    ...told,
  }) as unknown as Finding

const REPLACED = { statusToday: { value: 'REPLACED' } }

test('each finding stands in one group, those of one instrument in one row', () => {
  const groups = groupFindings([
    finding('a'),
    finding('b', REPLACED),
    finding('a'),
    finding('c', { statusToday: { value: 'CONTINUED' } }),
    finding('b', REPLACED),
    finding('d', { state: 'AMBIGUOUS', instrument: null, statusToday: null }),
    finding('d', { state: 'AMBIGUOUS', instrument: null, statusToday: null }),
  ])
  expect(groups.map(({ rows }) => rows)).toEqual([[[1, 4]], [[5], [6]], [[3]], [[0, 2]]])
  expect(groups.map(({ count }) => count)).toEqual([2, 2, 1, 2])
  expect(groups.map(({ group }) => isUrgent(group))).toEqual([true, true, false, false])
})

test('what the reader doubts is not folded away, though its instrument has not changed', () => {
  const [group, ...others] = groupFindings([finding('a', { flags: ['DATE_IMPOSSIBLE'] })])
  expect(others).toEqual([])
  expect(group && isUrgent(group.group)).toBe(true)
  const [fine] = groupFindings([finding('a', { reasons: ['NUMBER_AND_DATE', 'KNOWN_FROM_TABLE'] })])
  expect(fine && isUrgent(fine.group)).toBe(false)
})
