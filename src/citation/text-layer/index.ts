// Repairs damaged text layers of Vietnamese documents: letters lost to broken font maps, older encodings
// read as Latin-1, and glyphs that have a plainer form. An undamaged text comes back as the same string.

import { plainGlyphs } from './glyphs.ts'
import { findConversion } from './legacy-encoding.ts'
import { findLostLetters, type LostLetters, lacksLetters } from './lost-letters.ts'
import { chain, identity, type Rewriting, rewrite } from './rewriting.ts'
import { type Survey, surveyText } from './survey.ts'
import type { Damage, DamageKind, RepairedText } from './types.ts'

export { type Column, splitColumns } from './columns.ts'
export { letterShares } from './language-model.ts'
export { type Anchors, anchor, backwards, noAnchors } from './rewriting.ts'
export { type LetterCounts, type Survey, surveyText } from './survey.ts'
export type { Damage, DamageKind, RepairedText } from './types.ts'

/** Traces of lost letters a thousand words, below which they are slips of the pen. */
const LEAST_TRACE_RATE = 6
const LEAST_TRACES = 2

/**
 * Repairs a text layer. Never throws; linear time.
 *
 * Letters that left a blank or a sign are put in its place, so offsets stay; for other damage
 * `toOriginal` maps offsets of the repaired text back to the text as given.
 */
export function repairTextLayer(text: string): RepairedText {
  const survey = surveyText(text)
  if (isSound(survey)) return { text, damage: [], toOriginal: identity, isGuessed: () => false }
  const damage: Damage[] = []
  const decoded = isForeign(survey) ? decode(text, damage) : { text, toOriginal: identity }
  const plain = survey.oddGlyphs > 0 ? makePlain(decoded.text, damage) : decoded
  const whole = plain === decoded ? decoded : chain(decoded, plain)
  const filled = fillLost(whole.text, whole.text === text ? survey : surveyText(whole.text), damage)
  const { toOriginal } = chain(whole, filled)
  return { text: filled.text, damage, toOriginal, isGuessed: filled.isGuessed }
}

function isSound(survey: Survey): boolean {
  return survey.oddGlyphs === 0 && !isForeign(survey) && holesOf(survey).length === 0
}

function isForeign(survey: Survey): boolean {
  return survey.foreignTraces >= LEAST_TRACES && survey.foreignTraces * 100 >= survey.words
}

/** What lost letters may have left behind: signs, then a blank or nothing, whichever explains more. */
function holesOf(survey: Survey): readonly (readonly string[])[] {
  const enough = (traces: number): boolean =>
    traces >= LEAST_TRACES && traces * 1000 >= LEAST_TRACE_RATE * survey.words
  const holes = [...survey.signTraces].filter(([, traces]) => enough(traces)).map(([sign]) => [sign])
  const blanks = enough(survey.wideGaps + survey.fragments) ? [' '] : []
  const gaps = survey.wideGaps <= survey.fragments && lacksLetters(survey.shown) ? [''] : []
  return blanks.length + gaps.length > 0 ? [...holes, [...blanks, ...gaps]] : holes
}

function decode(text: string, damage: Damage[]): Rewriting {
  const conversion = findConversion(text)
  if (conversion === null) return { text, toOriginal: identity }
  const { encoding: kind, letters, edits } = conversion
  damage.push({ kind, letters, found: edits.length, repaired: edits.length })
  return rewrite(text, edits)
}

function makePlain(text: string, damage: Damage[]): Rewriting {
  const { edits, unknown } = plainGlyphs(text)
  const kinds = new Set<DamageKind>(edits.map((edit) => edit.kind))
  if (unknown > 0) kinds.add('PRIVATE_USE')
  for (const kind of kinds) {
    const own = edits.filter((edit) => edit.kind === kind)
    const letters = [...new Set(own.map((edit) => edit.replacement.trim()))].sort().join('')
    const left = kind === 'PRIVATE_USE' ? unknown : 0
    damage.push({ kind, letters, found: own.length + left, repaired: own.length })
  }
  return rewrite(text, edits)
}

type Filled = Rewriting & Pick<RepairedText, 'isGuessed'>

const HOLE_KINDS: Readonly<Record<string, DamageKind>> = { ' ': 'LETTERS_BLANKED', '': 'LETTERS_MISSING' }

function fillLost(text: string, survey: Survey, damage: Damage[]): Filled {
  let filled: Rewriting = { text, toOriginal: identity }
  let guessed: readonly number[] = []
  for (const holes of holesOf(survey)) {
    const lost = likeliest(filled.text, holes, survey)
    if (lost === null) continue
    filled = chain(filled, putBack(filled.text, lost))
    guessed = [...guessed, ...placesOf(lost)].sort((a, b) => a - b)
    damage.push({
      kind: HOLE_KINDS[lost.hole] ?? 'LETTERS_SIGNED',
      letters: lost.letters,
      found: lost.fills.length,
      repaired: lost.fills.length,
    })
  }
  const isGuessed = (start: number, end: number): boolean => (guessed[firstFrom(guessed, start)] ?? end) < end
  return { ...filled, isGuessed }
}

function likeliest(text: string, holes: readonly string[], survey: Survey): LostLetters | null {
  let best: LostLetters | null = null
  for (const hole of holes) {
    const lost = findLostLetters(text, hole, survey.shown)
    if (lost !== null && lost.gain > (best?.gain ?? 0)) best = lost
  }
  return best
}

function putBack(text: string, { hole, fills }: LostLetters): Rewriting {
  return rewrite(
    text,
    fills.map(({ at, letter }) => ({ start: at, end: at + hole.length, replacement: letter })),
  )
}

/** Where the letters stand once they are put back. */
function placesOf({ hole, fills }: LostLetters): readonly number[] {
  return fills.map(({ at }, index) => (hole === '' ? at + index : at))
}

/** The index of the first of the sorted numbers that is `least` or more. */
function firstFrom(sorted: readonly number[], least: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < least) low = middle + 1
    else high = middle
  }
  return low
}
