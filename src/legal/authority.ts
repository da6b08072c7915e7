// The organ behind an issuer's words: one name for the many ways in which it is written.

import { foldWords } from './fold.ts'
import type { Level } from './place.ts'

/** Short forms in issuers' names, written out. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/UBND/gu, 'Ủy ban nhân dân'],
  [/HĐND/gu, 'Hội đồng nhân dân'],
  [/BCH(?=T[WƯ])/gu, 'Ban Chấp hành '],
  [/BCH(?!\p{L})/gu, 'Ban Chấp hành'],
  [/BTV(?!\p{L})/gu, 'Ban Thường vụ'],
  [/MTTQ/gu, 'Mặt trận Tổ quốc'],
  [/T\.?(?:W|Ư)(?!\p{L})/gu, 'Trung ương'],
  [/TP\.?(?=\s)/gu, 'thành phố'],
  [/[uU]ỷ/gu, 'ủy'],
  [/kho[aá](?=\s+[IVXL])/giu, 'khóa'],
]

/** Longer than any organ's name, joint ones included. */
const LONGEST_NAME = 400

export interface AuthorityRecord {
  /** Folded full name, level and place: what makes two spellings one organ. */
  readonly id: string
  readonly name: string
  readonly level: Level | null
  readonly place: string | null
}

/** The organ that an issuer's words name; its term ("khóa XI") and brackets are not part of the organ. */
export function authorityOf(issuer: string, level: Level | null, place: string | null): AuthorityRecord {
  const written = issuer.slice(0, LONGEST_NAME).normalize('NFC').replace(/\s+/g, ' ').trim()
  const name = SHORT_FORMS.reduce((text, [short, full]) => text.replace(short, full), written)
    .replace(/\s*\([^)]{0,80}\)/gu, '')
    .replace(/,?\s*khóa\s+[IVXL]+$/iu, '')
    .trim()
  const known = name || written
  return {
    id: [foldWords(known), level ?? '', place ?? ''].join('@'),
    name: capitalised(known),
    level,
    place,
  }
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
