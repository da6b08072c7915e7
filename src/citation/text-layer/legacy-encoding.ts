// Finds text in an older encoding that was read as Latin-1, line by line, and writes it in Unicode.
// A line is converted when that makes more of its words known syllables; where it changes nothing, the
// other lines decide.

import { type Encoding, encodingTable } from './encoding-tables.ts'
import { type LanguageModel, languageModel, UNKNOWN } from './language-model.ts'
import { type Edit, rewrite } from './rewriting.ts'

export interface Conversion {
  readonly encoding: Encoding
  readonly edits: readonly Edit[]
  readonly letters: string
}

const ENCODINGS: readonly Encoding[] = ['VNI', 'TCVN3', 'UTF8_AS_LATIN1']
const LEAST_WORDS_GAINED = 2
/** Of the lines that a conversion changes for better or worse, this share must get better. */
const LEAST_SHARE_BETTER = 0.8
const SEPARATORS = /[\s!-/:-@[-`{-~…“”–]+/

interface Line {
  readonly edits: readonly Edit[]
  /** Known syllables after conversion less those before. */
  readonly gain: number
}

/** The conversion that makes the most words known; null if none does. */
export function findConversion(text: string): Conversion | null {
  const model = languageModel()
  let best: Conversion | null = null
  let most = LEAST_WORDS_GAINED - 1
  for (const encoding of ENCODINGS) {
    const lines = convertLines(text, encoding, model)
    const gained = lines.reduce((sum, { gain }) => sum + Math.max(0, gain), 0)
    if (gained <= most) continue
    most = gained
    best = conversionOf(encoding, lines)
  }
  return best
}

function conversionOf(encoding: Encoding, lines: readonly Line[]): Conversion {
  const better = lines.filter(({ gain }) => gain > 0).length
  const worse = lines.filter(({ gain }) => gain < 0).length
  const least = better >= LEAST_SHARE_BETTER * (better + worse) ? 0 : 1
  const edits = lines.filter(({ gain }) => gain >= least).flatMap((line) => line.edits)
  const letters = [...new Set(edits.map((edit) => edit.replacement))].sort().join('')
  return { encoding, edits, letters }
}

function convertLines(text: string, encoding: Encoding, model: LanguageModel): readonly Line[] {
  const table = encodingTable(encoding)
  const signs = [...table.keys()].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(signs.join('|'), 'gu')
  const lines: Line[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const edits = editsOf(line, start, pattern, table)
    if (edits.length > 0) lines.push({ edits, gain: gainOf(line, start, edits, model) })
    start += line.length + 1
  }
  return lines
}

function editsOf(
  line: string,
  start: number,
  pattern: RegExp,
  table: ReadonlyMap<string, string>,
): readonly Edit[] {
  return [...line.matchAll(pattern)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    replacement: table.get(match[0]) ?? match[0],
  }))
}

function gainOf(line: string, start: number, edits: readonly Edit[], model: LanguageModel): number {
  const local = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
  return countKnown(rewrite(line, local).text, model) - countKnown(line, model)
}

/** Known words less unknown ones, so that neither gluing nor splitting words wins. */
function countKnown(line: string, model: LanguageModel): number {
  let count = 0
  for (const word of line.normalize('NFC').toLowerCase().split(SEPARATORS))
    if (word !== '' && !/\d/.test(word)) count += model.find(word) === UNKNOWN ? -1 : 1
  return count
}
