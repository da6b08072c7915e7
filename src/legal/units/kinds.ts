// The kinds of administrative unit, plainest first: of two units that share a name, the plainer has the plain path.

import { foldWords } from '../fold.ts'

/** Levels that a unit may have; the centre has no unit. */
export type UnitLevel = 'province' | 'district' | 'commune'

export interface Kind {
  /** "thị xã". */
  readonly name: string
  readonly levels: readonly UnitLevel[]
  /** Abbreviations, upper case, as they stand before a name: "TX. Ba Đồn". */
  readonly short: readonly string[]
}

export const KINDS: readonly Kind[] = [
  { name: 'tỉnh', levels: ['province'], short: ['T'] },
  { name: 'huyện', levels: ['district'], short: ['H'] },
  { name: 'quận', levels: ['district'], short: ['Q'] },
  { name: 'thị xã', levels: ['district'], short: ['TX'] },
  { name: 'thành phố', levels: ['province', 'district'], short: ['TP'] },
  { name: 'xã', levels: ['commune'], short: ['X'] },
  { name: 'phường', levels: ['commune'], short: ['P'] },
  { name: 'thị trấn', levels: ['commune'], short: ['TT'] },
  { name: 'đặc khu', levels: ['commune'], short: ['ĐK'] },
]

/** Kinds by the words that begin a unit's name, longest first: "thị xã" before "thị". */
const BY_LENGTH = [...KINDS].sort((a, b) => b.name.length - a.name.length)

export interface NamedUnit {
  /** "thị trấn"; `null` where the words do not say. */
  readonly kind: string | null
  /** Without the word for its kind: "Ngọc Lặc", "5". */
  readonly name: string
}

/** "Thị trấn Ngọc Lặc" → thị trấn, "Ngọc Lặc"; a name without a kind's word keeps all its words. */
export function splitKind(text: string): NamedUnit {
  const words = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const lower = words.toLowerCase()
  const kind = BY_LENGTH.find(({ name }) => lower.startsWith(`${name} `))
  return kind ? { kind: kind.name, name: words.slice(kind.name.length + 1) } : { kind: null, name: words }
}

/** Position in the table; what is no kind comes last. */
export function plainness(kind: string | null): number {
  const place = KINDS.findIndex(({ name }) => name === kind)
  return place < 0 ? KINDS.length : place
}

/** A town's kind, which a thị xã keeps when it becomes a thành phố. */
export function isTown(kind: string | null): boolean {
  return kind === 'thị xã' || kind === 'thành phố'
}

/** Words of a name for comparing, without marks; numbers without leading zeros: "Phường 05" → "5". */
export function foldName(name: string): string {
  return foldWords(name).replace(/(?<![\p{L}\d])0+(?=\d)/gu, '')
}

/** The part of a path that a name gives: "Ngọc Lặc" → "ngoc-lac", "05" → "5". */
export function slugName(name: string): string {
  return foldName(name).replaceAll(' ', '-')
}
