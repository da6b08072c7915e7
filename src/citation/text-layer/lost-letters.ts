// Letters that a broken font map took away: finds out which ones, what they left behind, and puts them
// back. Which letters are lost is learned from the text itself, by expectation and maximisation: start
// from how far each letter's frequency falls short, fill holes, count, repeat.

import { type LanguageModel, languageModel, letterShares, UNKNOWN } from './language-model.ts'
import {
  type CaseCosts,
  createDecoder,
  createPlainDecoder,
  type Decoder,
  type Fill,
  type LossModel,
} from './lattice.ts'
import { isSuspect, lastWord, oddShare, type Stretch, stretchesOf } from './stretches.ts'
import type { LetterCounts } from './survey.ts'

export interface LostLetters {
  readonly hole: string
  readonly letters: string
  /** Offsets into the text. */
  readonly fills: readonly Fill[]
  /** How much likelier (natural log) the text is with the letters than without. */
  readonly gain: number
}

const ROUNDS = 4
const SAMPLE_STRETCHES = 900
const LEAST_FILLS = 2
const LEAST_GAIN = 25
const LEAST_GAIN_PER_FILL = 4
/** A letter that is shown ten times for each time it is lost is not a lost letter. */
const LEAST_LOST_SHARE = 0.1
const MOST_LOST_SHARE = 0.98
/** Filled in more than so many times as often as is usual, a letter was guessed in error. */
const MOST_OF_EXPECTED = 4
const FEW = 8
const LEAST_OF_USUAL = 0.4
/** Where nothing marks the places, only letters that are plainly short are sought. */
const LEAST_PART_UNMARKED = 0.5
const LEAST_EXPECTED = 3
/** A letter expected this often does not stay away by chance. */
const FREQUENT = 40
const ABSENT = 0.9
/** Of the small-letter words of a text that lacks frequent letters, this share at least is no word. */
const LEAST_ODD_SHARE = 0.03
const ODD_SAMPLE = 30_000

/** Finds the letters that each left `hole` behind; null if nothing, or too little, speaks for any. */
export function findLostLetters(text: string, hole: string, shown: LetterCounts): LostLetters | null {
  const model = languageModel()
  if (hole === '' && oddShare(text.slice(0, ODD_SAMPLE), model) < LEAST_ODD_SHARE) return null
  const stretches = [...stretchesOf(text, hole)]
  const sample = pickSample(stretches.filter((stretch) => isSuspect(stretch, model, hole)))
  const loss = learnLoss(sample, model, hole, shown)
  if (loss === null) return null
  const trial = readAll(sample.stretches, createDecoder(model, loss), model, hole)
  const plain = readAll(sample.stretches, createPlainDecoder(model), model, hole)
  const gain = plain.cost - trial.cost
  if (
    trial.fills.length < LEAST_FILLS ||
    gain < LEAST_GAIN ||
    gain < LEAST_GAIN_PER_FILL * trial.fills.length
  )
    return null
  const { fills } = readAll(stretches, createDecoder(model, loss), model, hole)
  return { hole, letters: lettersOf(fills), fills, gain }
}

interface Sample {
  readonly stretches: readonly Stretch[]
  /** Share of all suspect stretches that the sample holds. */
  readonly share: number
}

function pickSample(suspects: readonly Stretch[]): Sample {
  if (suspects.length <= SAMPLE_STRETCHES) return { stretches: suspects, share: 1 }
  const stride = suspects.length / SAMPLE_STRETCHES
  const stretches = Array.from(
    { length: SAMPLE_STRETCHES },
    (_, i) => suspects[Math.floor(i * stride)] as Stretch,
  )
  return { stretches, share: SAMPLE_STRETCHES / suspects.length }
}

function learnLoss(
  sample: Sample,
  model: LanguageModel,
  hole: string,
  shown: LetterCounts,
): LossModel | null {
  let lost = expectLoss(hole, shown)
  for (let round = 0; round < ROUNDS; round++) {
    const loss = { hole, costs: costsOf(lost) }
    const { fills } = readAll(sample.stretches, createDecoder(model, loss), model, hole)
    lost = countLoss(fills, shown, sample.share)
    if (lost.size === 0) return null
  }
  return { hole, costs: costsOf(lost) }
}

/** First guess at the share of each letter that is lost: how far it falls short of what is usual. */
function expectLoss(hole: string, shown: LetterCounts): Map<string, number> {
  const lost = new Map<string, number>()
  for (const { letter, expected, part } of shortfalls(shown))
    if (hole !== '' || (isMarkedSmall(letter) && expected >= LEAST_EXPECTED && part >= LEAST_PART_UNMARKED))
      lost.set(letter, Math.min(0.95, Math.max(0.03, part)))
  return lost
}

interface Shortfall {
  readonly letter: string
  /** How often the letter is usual in a text this long. */
  readonly expected: number
  /** The part of that which is not there. */
  readonly part: number
}

function* shortfalls(shown: LetterCounts): Generator<Shortfall> {
  for (const [letter, share] of letterShares()) {
    const expected = share * shown.total
    yield { letter, expected, part: 1 - (shown.of(letter) + 0.5) / (expected + 0.5) }
  }
}

function isMarkedSmall(letter: string): boolean {
  return letter >= 'à' && letter === letter.toLowerCase()
}

/** Whether a frequent marked letter is all but absent though its text is Vietnamese. Cheap: counts only. */
export function lacksLetters(shown: LetterCounts): boolean {
  let frequent = 0
  let absent = 0
  for (const { letter, expected, part } of shortfalls(shown)) {
    if (!isMarkedSmall(letter) || expected < FREQUENT) continue
    frequent++
    if (part > ABSENT) absent++
  }
  return absent > 0 && absent < frequent / 2
}

/** The share of each letter that is lost, by what was filled and what is still shown. */
function countLoss(fills: readonly Fill[], shown: LetterCounts, share: number): Map<string, number> {
  const filled = new Map<string, number>()
  for (const { letter } of fills) filled.set(letter, (filled.get(letter) ?? 0) + 1)
  const letters = shown.total + fills.length / share
  const parts = [...filled]
    .filter(([letter, count]) => count <= mostUsual(letter, letters))
    .map(([letter, count]) => ({ letter, count, part: count / (count + share * shown.of(letter)) }))
  // One font lost them all: what is lost much less than the others is shown, and was guessed in error.
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  const usual = parts.reduce((sum, { count, part }) => sum + count * part, 0) / total
  const least = Math.max(LEAST_LOST_SHARE, LEAST_OF_USUAL * usual)
  const kept = parts.filter(({ part }) => part >= least)
  return new Map(kept.map(({ letter, part }) => [letter, Math.min(MOST_LOST_SHARE, part)]))
}

/** More of a letter than this no Vietnamese text of that length has. */
function mostUsual(letter: string, total: number): number {
  return MOST_OF_EXPECTED * (letterShares().get(letter) ?? 0) * total + FEW
}

function costsOf(lost: ReadonlyMap<string, number>): Map<string, CaseCosts> {
  const cost = (letter: string): number => -Math.log(lost.get(letter) ?? 0)
  return new Map(
    [...lost.keys()].map((letter) => {
      const lower = letter.toLowerCase()
      return [lower, { lower: cost(lower), upper: cost(lower.toUpperCase()) }]
    }),
  )
}

/** Reads the stretches in order, each in the context of the one before where only a line break is between. */
function readAll(
  stretches: readonly Stretch[],
  decode: Decoder,
  model: LanguageModel,
  hole: string,
): { readonly fills: Fill[]; readonly cost: number } {
  const fills: Fill[] = []
  let cost = 0
  let last = UNKNOWN
  for (const stretch of stretches) {
    const before = stretch.continues ? last : UNKNOWN
    if (!isSuspect(stretch, model, hole)) {
      last = lastWord(stretch.text, model)
      continue
    }
    const reading = decode(stretch.text, { ...stretch.borders, before })
    for (const { at, letter } of reading.fills) fills.push({ at: stretch.start + at, letter })
    cost += reading.cost
    last = reading.last
  }
  return { fills, cost }
}

function lettersOf(fills: readonly Fill[]): string {
  return [...new Set(fills.map(({ letter }) => letter))].sort((a, b) => a.localeCompare(b, 'vi')).join('')
}
