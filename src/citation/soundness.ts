// A cheap look at whether a text layer may need repair: in a few stretches of the text, letters that stand
// far below their usual share, and the traces that lost letters leave. What it suspects the repair itself
// looks into, so that a sound text that is suspected only costs time.

import { type LetterCounts, letterShares, type Survey, surveyText } from './text-layer/index.ts'

const STRETCHES = 6
const STRETCH = 600
/** Letters a thousand characters, in sound official texts: đ about 12, ư about 8. */
const LEAST_D = 5
const LEAST_U = 3
/** Traces a thousand words; a few may be slips of the pen. */
const MOST_TRACES = 6
const FEW_TRACES = 3
/** A letter that is usual so many times in the sample does not stay away by chance, nor do two run short. */
const LEAST_USUAL = 8
const ABSENT = 0.05
const SHORT = 0.12
const MOST_SHORT = 1

/** Whether nothing speaks for lost letters. */
export function looksSound(text: string): boolean {
  const sample = sampleOf(text)
  const survey = surveyText(sample)
  const isRare = (letter: string, least: number): boolean =>
    survey.shown.of(letter) * 1000 < least * sample.length &&
    countOf(text, letter) * 1000 < least * text.length
  return !isRare('đ', LEAST_D) && !isRare('ư', LEAST_U) && !isTraced(survey) && !lacksAny(survey.shown)
}

function countOf(text: string, letter: string): number {
  let count = 0
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) count++
  return count
}

// Stretches from start to end, so that damage in the body is seen behind a sound head.
function sampleOf(text: string): string {
  if (text.length <= STRETCHES * STRETCH) return text
  const stride = (text.length - STRETCH) / (STRETCHES - 1)
  const starts = Array.from({ length: STRETCHES }, (_, i) => Math.floor(i * stride))
  return starts.map((start) => text.slice(start, start + STRETCH)).join('\n')
}

function isTraced({ words, fragments, wideGaps, signTraces }: Survey): boolean {
  let traces = fragments + wideGaps
  for (const count of signTraces.values()) traces += count
  return traces > FEW_TRACES && traces * 1000 > MOST_TRACES * words
}

function lacksAny(shown: LetterCounts): boolean {
  let short = 0
  for (const [letter, share] of usualLetters()) {
    const expected = share * shown.total
    if (expected < LEAST_USUAL) break
    const part = shown.of(letter) / expected
    if (part < ABSENT) return true
    if (part < SHORT) short++
  }
  return short > MOST_SHORT
}

let usual: readonly (readonly [string, number])[] | null = null

// Small letters with marks, the frequent first: plain letters are hardly ever lost, capitals come and go, and
// ã stands in one frequent word ("xã") that many texts have no use for.
function usualLetters(): readonly (readonly [string, number])[] {
  usual ??= [...letterShares()]
    .filter(([letter]) => letter >= 'à' && letter !== 'ã' && letter === letter.toLowerCase())
    .sort((a, b) => b[1] - a[1])
    .slice(0, 40)
  return usual
}
