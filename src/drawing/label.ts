// What a box says: the number, the day, and as much of the title as fits.

import type { Relation } from '../citation/types.ts'
import { dayIn, type Language, RELATION_WORDS, wordIn } from '../legal/words.ts'
import type { ViewNode } from './view.ts'

/** Letters that a line of a box holds. */
const LINE = 34
const TITLE_LINES = 2

/** "Kế hoạch 62/KH-UBND". */
export function headOf({ type, number, title }: ViewNode, language: Language): string {
  const unnumbered = language === 'vi' ? 'không số' : 'no number'
  return [type, number ?? (title ? null : `(${unnumbered})`)].filter(Boolean).join(' ') || `(${unnumbered})`
}

/** "22/3/2022 · hư cấu": what is invented says so wherever it is drawn, and whose it is what has no number. */
export function dayLineOf({ number, date, fictional, issuer }: ViewNode, language: Language): string {
  const invented = language === 'vi' ? 'hư cấu' : 'fictional'
  const said = [date && dayIn(language, date), fictional && invented, number === null && issuer]
  return said.filter(Boolean).join(' · ')
}

/** The title in lines that fit, the last one cut where there is more. */
export function titleLines(title: string | null): string[] {
  const words = plain(title ?? '')
    .split(' ')
    .filter(Boolean)
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= LINE) lines[lines.length - 1] = `${last} ${word}`
    else if (lines.length < TITLE_LINES) lines.push(cut(word))
    else {
      lines[lines.length - 1] = `${(last ?? '').slice(0, LINE - 1)}…`
      break
    }
  }
  return lines
}

/** "thực hiện; theo": all that one instrument does to another. */
export function relationWords(relations: readonly Relation[], language: Language): string {
  return relations.map((relation) => wordIn(language, RELATION_WORDS[relation])).join('; ')
}

/** A line that fits, its end left out where it is too long. */
export function cut(text: string): string {
  return text.length > LINE ? `${text.slice(0, LINE - 1)}…` : text
}

/** How much wider a capital is than other letters. */
const CAPITAL = 1.35

/** A line that fits in bold letters, as wide as so many small ones. */
export function cutTo(text: string, width: number): string {
  let room = width
  for (const [i, letter] of [...text.slice(0, 2 * width)].entries()) {
    room -= letter.toLowerCase() === letter ? 1 : CAPITAL
    if (room < 0) return `${[...text].slice(0, i - 1).join('')}…`
  }
  return text
}

/** Without control characters and marks that turn the direction of writing; one blank between words. */
export function plain(text: string): string {
  return text
    .replace(/[\p{C}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

export { LINE }
