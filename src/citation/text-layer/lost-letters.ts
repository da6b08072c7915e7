// Letters that a broken font map took away: finds out which ones, what they left behind, and puts them
// back. Which letters are lost is learned from the text itself, by expectation and maximisation: start
// from how far each letter's frequency falls short, fill holes, count, repeat.

import { type LanguageModel, languageModel, UNKNOWN } from './language-model.ts'
import {
  type CaseCosts,
  createDecoder,
  createPlainDecoder,
  type Decoder,
  type Fill,
  type LossModel,
} from './lattice.ts'
import { isSuspect, lastWord, type Stretch, stretchesOf } from './stretches.ts'

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
const LEAST_OF_USUAL = 0.4

/** Finds the letters that each left `hole` behind; null if nothing, or too little, speaks for any. */
export function findLostLetters(text: string, hole: string, shown: LetterCounts): LostLetters | null {
  const model = languageModel()
  const suspects = [...stretchesOf(text, hole)]
  const sample = pickSample(suspects.filter((stretch) => isSuspect(stretch, model, hole)))
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
  const { fills } = readAll(suspects, createDecoder(model, loss), model, hole)
  return { hole, letters: lettersOf(fills), fills, gain }
}

/** How often each letter is shown, upper and lower case apart. */
export type LetterCounts = ReadonlyMap<string, number>

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
  let lost = expectLoss(model, shown)
  for (let round = 0; round < ROUNDS; round++) {
    const loss = { hole, costs: costsOf(lost) }
    const { fills } = readAll(sample.stretches, createDecoder(model, loss), model, hole)
    lost = countLoss(fills, shown, sample.share)
    if (lost.size === 0) return null
  }
  return { hole, costs: costsOf(lost) }
}

/** First guess at the share of each letter that is lost: how far it falls short of what is usual. */
function expectLoss(model: LanguageModel, shown: LetterCounts): Map<string, number> {
  let total = 0
  for (const count of shown.values()) total += count
  const lost = new Map<string, number>()
  for (const [letter, share] of model.letterShares) {
    const short = 1 - ((shown.get(letter) ?? 0) + 0.5) / (share * total + 0.5)
    lost.set(letter, Math.min(0.95, Math.max(0.03, short)))
  }
  return lost
}

/** The share of each letter that is lost, by what was filled and what is still shown. */
function countLoss(fills: readonly Fill[], shown: LetterCounts, share: number): Map<string, number> {
  const filled = new Map<string, number>()
  for (const { letter } of fills) filled.set(letter, (filled.get(letter) ?? 0) + 1)
  const parts = [...filled].map(([letter, count]) => {
    const part = count / (count + share * (shown.get(letter) ?? 0))
    return { letter, count, part: Math.min(0.98, part) }
  })
  // One font lost them all: what is lost much less than the others is shown, and was guessed in error.
  const usual = parts.reduce((sum, { count, part }) => sum + count * part, 0) / fills.length
  const least = Math.max(LEAST_LOST_SHARE, LEAST_OF_USUAL * usual)
  return new Map(parts.filter(({ part }) => part >= least).map(({ letter, part }) => [letter, part]))
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
