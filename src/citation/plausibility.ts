// Checks a number against what its own symbol says: the years of a legislature, the organs that sign
// with a suffix. A contradiction is a doubt, never a correction.

import { fold } from './normalize.ts'

/** First and last year of the National Assembly's legislatures. */
const LEGISLATURES: Readonly<Record<string, readonly [number, number]>> = {
  '7': [1981, 1987],
  '8': [1987, 1992],
  '9': [1992, 1997],
  '10': [1997, 2002],
  '11': [2002, 2007],
  '12': [2007, 2011],
  '13': [2011, 2016],
  '14': [2016, 2021],
  '15': [2021, 2026],
  '16': [2026, 2031],
}

/** Organs that sign with a suffix, as folded words of which the issuer's name must hold one. */
const SIGNERS: readonly (readonly [RegExp, RegExp])[] = [
  [/\/TW$/, /trung u?ong|tw|bo chinh tri|ban bi thu|dai hoi|khoa [ivx]/],
  [/\/TU$/, /tinh uy|thanh uy|thuong truc|tinh|thanh pho/],
  [/\/HU$/, /huyen uy/],
  [/\/QU$/, /quan uy/],
  [/-CP$/, /chinh phu/],
  [/-TTg$/, /thu tuong/],
  [/-UBND$/, /ubnd|uy ban nhan dan|chu tich/],
  [/-HĐND$/, /hdnd|hoi dong nhan dan/],
]

/** Whether the year in a number lies outside the legislature that its symbol names. */
export function contradictsLegislature(number: string): boolean {
  const match = /\/(\d{4})\/(?:[A-ZĐ]{1,4}-)?(?:UBTV)?QH(\d{1,2})$/u.exec(number)
  const years = LEGISLATURES[match?.[2] ?? '']
  return years !== undefined && (Number(match?.[1]) < years[0] || Number(match?.[1]) > years[1])
}

/** Whether the issuer as written cannot be the one that signs with the number's suffix. */
export function contradictsSuffix(number: string, issuer: string): boolean {
  const signer = SIGNERS.find(([suffix]) => suffix.test(number))
  return signer !== undefined && !signer[1].test(fold(issuer))
}
