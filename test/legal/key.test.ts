import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalNumber,
  formatKey,
  isIsoDate,
  numberKey,
  parseKey,
  qualifierOf,
  typedKey,
  unnumberedKey,
  yearLeftOut,
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
    ['9-CTr/TU', '09-CTr/TU'],
    ['4/2020/TT-BNV', '04/2020/TT-BNV'],
    ['018/KH-UBND', '18/KH-UBND'],
    ['101/CP', '101/CP'],
    ['217/QĐ-TW', '217-QĐ/TW'],
    ['217/QĐ-TTg', '217/QĐ-TTg'],
    ['Luật Đất đai', 'Luật Đất đai'],
  ])('%s is the number %s', (written, number) => expect(canonicalNumber(written)).toBe(number))

  test('a spelling that is not the right one is the same key', () => {
    expect(formatKey(parseKey('9-CTr/TU@2021-02-01@binh-dinh') as never)).toBe(
      '09-CTr/TU@2021-02-01@binh-dinh',
    )
  })

  test.each([
    ['18/2008/QH12', 'Luật', null],
    ['18/2008/QH12', 'Nghị quyết', 'NQ'],
    ['18/2008/QH12', null, null],
    ['100/2015/QH13', 'Bộ luật', null],
    ['51/2001/NQ-QH10', 'Nghị quyết', null],
    ['76/2025/UBTVQH15', 'Nghị quyết', null],
    ['03/2012/UBTVQH13', 'Pháp lệnh', 'PL'],
    ['25-NQ/TW', 'Nghị quyết', null],
  ])('%s as %s has the qualifier %s', (number, type, qualifier) => {
    expect(qualifierOf(number, type)).toBe(qualifier)
  })

  test('a law and a resolution of one number and day are two', () => {
    expect(typedKey('18/2008/QH12@2008-06-03', 'Nghị quyết')).toBe('18/2008/QH12~NQ@2008-06-03')
    expect(typedKey('18/2008/QH12@2008-06-03', 'Luật')).toBe('18/2008/QH12@2008-06-03')
    expect(parseKey('18/2008/QH12~NQ@2008-06-03')).toEqual({
      number: '18/2008/QH12',
      date: '2008-06-03',
      place: null,
      qualifier: 'NQ',
    })
  })

  test.each([
    ['33/2021/CT-TTg', 2021],
    ['18/2000/CT-TTg', null],
    ['60/2014/NĐ-CP', null],
    ['25-NQ/TW', null],
  ])('the year that the right spelling of %s leaves out: %s', (number, year) => {
    expect(yearLeftOut(number)).toBe(year)
  })

  test('only days that exist are dates', () => {
    expect(isIsoDate('2024-02-29')).toBe(true)
    expect(isIsoDate('2023-02-29')).toBe(false)
    expect(isIsoDate('2023-13-01')).toBe(false)
  })
})
