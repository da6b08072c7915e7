// Addresses of the page: each view's state comes back from its address as it went in.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RELATIONS } from '../../../src/citation/types.ts'
import { addressOf, languageIn, parseRoute, type Route } from '../../../src/web/route.ts'

const at = (address: string) => new URL(address, 'http://localhost:4000')

const KEYS = [
  '25-NQ/TW@2013-06-03',
  '62/KH-UBND@2022-03-22@ngoc-lac.thanh-hoa',
  '407-QĐ/TU@2020-01-02@?7a9b1bfb',
  'unnumbered@3b4e2849f5e5',
  '2231/SNV-CCHC&PC@2020-01-02',
  '100%@#/?x',
]

const day = fc.constantFrom('', '2022-03-22')
const key = fc.option(fc.constantFrom(...KEYS))
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ view: fc.constant('check' as const), day, place: fc.constantFrom('', 'ngoc-lac.thanh-hoa') }),
  fc.record({
    view: fc.constant('instrument' as const),
    key,
    day,
    text: fc.constantFrom('', 'dân vận & “quy chế” #1'),
  }),
  fc.record({
    view: fc.constant('trace' as const),
    key,
    day,
    direction: fc.constantFrom('UP' as const, 'DOWN' as const),
    relations: fc.subarray([...RELATIONS]),
  }),
)

test('an address leads to the view that it was made of', () => {
  fc.assert(
    fc.property(route, fc.constantFrom('vi' as const, 'en' as const), (made, language) => {
      const url = at(addressOf(made, language))
      expect(parseRoute(url)).toEqual(made)
      expect(languageIn(url) ?? 'vi').toBe(language)
    }),
  )
})

test('addresses can be read', () => {
  const instrument = { view: 'instrument', key: KEYS[1] ?? '', text: '', day: '' } as const
  expect(addressOf(instrument, 'vi')).toBe('/van-ban/62/KH-UBND@2022-03-22@ngoc-lac.thanh-hoa')
  expect(addressOf({ view: 'check', day: '', place: '' }, 'en')).toBe('/kiem-tra?lang=en')
})

test.each([
  ['/', { view: 'check', day: '', place: '' }],
  ['/van-banx', { view: 'check', day: '', place: '' }],
  ['/kiem-tra?ngay=hom-qua&lang=xx', { view: 'check', day: '', place: '' }],
  ['/van-ban/', { view: 'instrument', key: null, day: '', text: '' }],
  ['/van-ban/100%', { view: 'instrument', key: '100%', day: '', text: '' }],
  [
    '/truy-nguyen/x?chieu=ngang&quan-he=XOA,CITES,CITES',
    { view: 'trace', key: 'x', day: '', direction: 'UP', relations: ['CITES'] },
  ],
])('%s: what is not understood is left out', (address, expected) => {
  expect(parseRoute(at(address))).toEqual(expected)
})
