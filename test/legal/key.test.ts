import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatKey,
  isIsoDate,
  numberKey,
  parseKey,
  unnumberedKey,
  withoutSpuriousYear,
} from '../../src/legal/key.ts'

describe('keys', () => {
  test.each([
    ['25-NQ/TW@2013-06-03', { number: '25-NQ/TW', date: '2013-06-03', place: null }],
    [
      '62/KH-UBND@2022-03-22@ngoc-lac.thanh-hoa',
      { number: '62/KH-UBND', date: '2022-03-22', place: 'ngoc-lac.thanh-hoa' },
    ],
    ['08-ĐA/TU@?@cao-bang', { number: '08-ĐA/TU', date: null, place: 'cao-bang' }],
    ['60/2014/NĐ-CP', { number: '60/2014/NĐ-CP', date: null, place: null }],
    ['33/CT-TTg@2026', { number: '33/CT-TTg', date: '2026', place: null }],
  ])('%s is read and written back', (key, parts) => {
    expect(parseKey(key)).toEqual(parts)
    expect(formatKey(parts)).toBe(key)
  })

  test.each([
    '',
    '@',
    '@2013-06-03',
    '25-NQ/TW@2013-02-30',
    '25-NQ/TW@03/6/2013',
    'a@b@c@d',
    '---',
    'x\u0000y',
  ])('%j is no key', (text) => expect(parseKey(text)).toBeNull())

  test('the key of a text without number names its sha256', () => {
    const key = unnumberedKey('3b4e2849f5e5b12fc23a425a74008f42')
    expect(key).toBe('unnumbered@3b4e2849f5e5')
    expect(parseKey(key)).toEqual({ number: key, date: null, place: null })
  })

  test('no text throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseKey(text)))
  })

  test('spellings of one number meet', () => {
    const spellings = ['25-NQ/TW', '25 - nq/tw', '25 NQ TW', '25-NQ/TW'.normalize('NFD')]
    expect(new Set(spellings.map(numberKey))).toEqual(new Set(['25nqtw']))
    expect(numberKey('04/2015/NĐ-CP')).toBe('042015ndcp')
  })

  test.each([
    ['33/2021/CT-TTg', '33/CT-TTg'],
    ['18/2000/CT-TTg', '18/2000/CT-TTg'],
    ['04/2015/NĐ-CP', '04/2015/NĐ-CP'],
    ['30/2018/QĐ-UBND', '30/2018/QĐ-UBND'],
  ])('%s is the number %s', (written, number) => expect(withoutSpuriousYear(written)).toBe(number))

  test('only days that exist are dates', () => {
    expect(isIsoDate('2024-02-29')).toBe(true)
    expect(isIsoDate('2023-02-29')).toBe(false)
    expect(isIsoDate('2023-13-01')).toBe(false)
  })
})
