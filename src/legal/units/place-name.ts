// Finds the units that people mean by a place's name: with or without marks, with or without the word for its kind, alone
// or with the units that it lies in, in either order. What fits several is answered with all of them.

import { foldName, KINDS, type NamedUnit, splitKind } from './kinds.ts'
import { telex } from './telex.ts'

/** A unit's name, for comparing. */
interface Known {
  readonly kind: string | null
  readonly folded: string
  readonly spelt: string
}

/** A unit that may be meant. */
export interface Candidate {
  /** Its own name, then those of the units that it lies in, nearest first. */
  readonly names: readonly Known[]
}

/** A unit's names made ready for comparing: its own, then those of the units that it lies in. */
export function knownNames(units: readonly NamedUnit[]): Known[] {
  return units.map(({ kind, name }) => ({ kind, folded: foldName(name), spelt: telex(name) }))
}

/** A name as typed, for comparing. */
interface Words {
  readonly kind: string | null
  readonly folded: string
  /** In Telex; `null` where the text was typed without any marks. */
  readonly spelt: string | null
}

/** One unit of what was typed, each way in which its words may be taken: "xa dung" is xã Dung or the name Xa Dung. */
type Segment = readonly Words[]
/** One way to part what was typed into units, in the order of the words. */
type Reading = readonly Segment[]

/** Longer than any place's name with all that it lies in. */
const LONGEST = 200
/** A commune, its district, its province. */
const MOST_SEGMENTS = 3
/** Hyphens may part units or belong to a name ("Bà Rịa - Vũng Tàu"); more of them are all taken to part. */
const MOST_OPEN_HYPHENS = 4

const COMMAS = /[,;/|\n]+/u
const HYPHENS = /\s*[-–—]+\s*/u
const COUNTRY = /^(?:nuoc )?viet nam$/u

/** All ways to take what was typed; none where it is empty, too long, or names more than a commune with its uppers. */
function readingsOf(text: string): Reading[] {
  if (text.length > LONGEST) return []
  const pieces = text.normalize('NFC').split(COMMAS).map(trimmed).filter(isNamed)
  const ways = pieces.map(hyphenWays).reduce<string[][]>(combine, [[]])
  const whole = pieces.length === 1 ? [splitAtKinds(pieces[0] ?? '')] : []
  return [...ways, ...whole]
    .filter(({ length }) => length > 0 && length <= MOST_SEGMENTS)
    .map((names) => names.map((name) => segmentOf(name, isMarked(text))))
}

/** Whether what was typed bears marks anywhere: then "Sa Pa" in it is not Sa Pả. */
function isMarked(text: string): boolean {
  return /[đĐ]|\p{M}/u.test(text.normalize('NFD'))
}

const trimmed = (text: string) => text.replace(/\s+/gu, ' ').trim()
const isNamed = (text: string) => foldName(text) !== '' && !COUNTRY.test(foldName(text))

function combine(before: string[][], ways: string[][]): string[][] {
  const all = before.flatMap((names) => ways.map((way) => [...names, ...way]))
  return all.filter(({ length }) => length <= MOST_SEGMENTS)
}

/** "Bà Rịa - Vũng Tàu" → as one name, and as two. */
function hyphenWays(piece: string): string[][] {
  const parts = piece.split(HYPHENS).map(trimmed).filter(isNamed)
  if (parts.length - 1 > MOST_OPEN_HYPHENS) return [parts]
  return parts.slice(1).reduce<string[][]>(
    (ways, part) =>
      ways.flatMap((way) => [
        [...way, part],
        [...way.slice(0, -1), `${way.at(-1)} ${part}`],
      ]),
    [parts.slice(0, 1)],
  )
}

const KIND_WORDS = KINDS.map(({ name }) => name)
  .sort((a, b) => b.length - a.length)
  .join('|')
const BEFORE_KIND = new RegExp(`(?<=\\S)\\s+(?=(?:${KIND_WORDS})\\s)(?<!(?:thị|thành|đặc)\\s)`, 'giu')

/** "xã Minh Sơn huyện Ngọc Lặc tỉnh Thanh Hóa", without any comma. */
function splitAtKinds(text: string): string[] {
  return text.split(BEFORE_KIND)
}

function segmentOf(text: string, marked: boolean): Segment {
  const spelt = splitKind(text)
  const whole = { kind: null, name: text }
  const said = spelt.kind === null ? [abbreviated(text), foldedKind(text)] : [spelt]
  return [whole, ...said.filter((unit) => unit !== null)].map(({ kind, name }) => ({
    kind,
    folded: foldName(name),
    spelt: marked ? telex(name) : null,
  }))
}

const SHORT = /^(\p{Lu}{1,2})(?:\.\s?|\s|(?=\d))(?=[\p{L}\d])/u

/** "TP. Huế", "TX Sơn Tây", "P.5", "Q1". */
function abbreviated(text: string): NamedUnit | null {
  const match = SHORT.exec(text)
  const kind = KINDS.find(({ short }) => short.includes(match?.[1] ?? ''))
  return match && kind ? { kind: kind.name, name: text.slice(match[0].length) } : null
}

const FOLDED_KINDS = KINDS.map(({ name }) => ({ name, folded: foldName(name) })).sort(
  (a, b) => b.folded.length - a.folded.length,
)

/** "thi xa son tay" → thị xã, "son tay". */
function foldedKind(text: string): NamedUnit | null {
  const lower = text.toLowerCase()
  const kind = FOLDED_KINDS.find(({ folded }) => lower.startsWith(`${folded} `))
  return kind ? { kind: kind.name, name: text.slice(kind.folded.length + 1) } : null
}

/** Names, without marks, of the units that may be meant: what a store is to look up. Either end may be the smallest. */
export function namesToLookUp(text: string): string[] {
  const ends = readingsOf(text).flatMap((reading) => [...(reading[0] ?? []), ...(reading.at(-1) ?? [])])
  return [...new Set(ends.map(({ folded }) => folded))].sort()
}

/** Kinds that differ weigh more than marks that differ: "huyện Sa Pa" is the thị xã of today. */
const SLIP = { marks: 1, kind: 8 } as const

/**
 * Those of the candidates that the text means: the ones that fit it best, all of them where several do. Marks count
 * where they were typed; a kind's word counts; units left out ("xã Minh Sơn, tỉnh Thanh Hóa") do not matter.
 */
export function placesMeant<T extends Candidate>(text: string, candidates: readonly T[]): T[] {
  const readings = readingsOf(text)
  const both = readings.flatMap((reading) => [reading, reading.toReversed()])
  const scored = candidates.map((unit) => ({
    unit,
    slips: Math.min(...both.map((one) => slipsOf(one, unit))),
  }))
  const least = Math.min(...scored.map(({ slips }) => slips))
  if (least === Number.POSITIVE_INFINITY) return []
  return scored.filter(({ slips }) => slips === least).map(({ unit }) => unit)
}

/** How far the words are off; infinite where they do not name the unit. */
function slipsOf(reading: Reading, { names }: Candidate): number {
  let [sum, next] = [0, 0]
  for (const [i, segment] of reading.entries()) {
    const slips = names.map((name, at) =>
      at < next ? Number.POSITIVE_INFINITY : slipsOfSegment(segment, name),
    )
    const at = i === 0 ? 0 : slips.findIndex((each) => each < Number.POSITIVE_INFINITY)
    sum += slips[at] ?? Number.POSITIVE_INFINITY
    if (sum === Number.POSITIVE_INFINITY) return sum
    next = at + 1
  }
  return sum
}

function slipsOfSegment(segment: Segment, known: Known): number {
  return Math.min(...segment.map((words) => slipsOfWords(words, known)))
}

function slipsOfWords({ kind, folded, spelt }: Words, known: Known): number {
  if (folded !== known.folded) return Number.POSITIVE_INFINITY
  const marks = spelt !== null && spelt !== known.spelt ? SLIP.marks : 0
  return marks + (kind !== null && kind !== known.kind ? SLIP.kind : 0)
}
