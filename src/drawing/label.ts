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

/** "22/3/2022 · hư cấu": what is invented says so wherever it is drawn. */
export function dayLineOf({ date, fictional }: ViewNode, language: Language): string {
  const invented = language === 'vi' ? 'hư cấu' : 'fictional'
  return [date ? dayIn(language, date) : '', fictional ? invented : ''].filter(Boolean).join(' · ')
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
export function cut(word: string): string {
  return word.length > LINE ? `${word.slice(0, LINE - 1)}…` : word
}

/** Without control characters and marks that turn the direction of writing; one blank between words. */
export function plain(text: string): string {
  return text
    .replace(/[\p{C}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

export { LINE }
