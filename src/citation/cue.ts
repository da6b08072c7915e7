// Reads the relation from the words before a mention: the nearest cue of the tables decides.

import { fold } from './normalize.ts'
import type { Relation } from './types.ts'
import { CUES, type Cue, TITLE_CUES } from './vocabulary/cues.ts'

export interface CueReading {
  readonly relation: Relation
  readonly start: number
  readonly end: number
}

interface CueTable {
  readonly pattern: RegExp
  readonly cues: readonly Cue[]
}

function table(cues: readonly Cue[]): CueTable {
  const sorted = [...cues].sort((a, b) => b.words.length - a.words.length)
  const pattern = sorted.map(({ words }) => `(${cuePattern(words)})`).join('|')
  return { pattern: new RegExp(String.raw`(?<![a-z])(?:${pattern})(?![a-z])`, 'g'), cues: sorted }
}

const cuePattern = (words: string): string =>
  words
    .split(' … ')
    .map((part) => fold(part).replace(/ /g, String.raw`\s`).replace(/,/g, ',?'))
    .join(String.raw`(?:,?\s[a-z]+){0,6}?\s`)

const BODY = table(CUES)
const TITLE = table([...CUES, ...TITLE_CUES])

/** The nearest cue in a stretch of folded text before a mention of the document itself. */
export function readCue(stretch: string): CueReading | null {
  return nearest(BODY, stretch)
}

/** The nearest cue in the part of an outer title that comes before a mention in it. */
export function readTitleCue(stretch: string): CueReading | null {
  return nearest(TITLE, stretch)
}

function nearest({ pattern, cues }: CueTable, stretch: string): CueReading | null {
  let found: CueReading | null = null
  let basis: CueReading | null = null
  for (const match of stretch.matchAll(pattern)) {
    const cue = cues[match.slice(1).findIndex((group) => group !== undefined)]
    if (!cue) continue
    const reading = { relation: cue.relation, start: match.index, end: match.index + match[0].length }
    if (cue.relation === 'BASED_ON') basis = reading
    else if (basis && cue.weak) continue
    else basis = null
    found = reading
  }
  return found
}
