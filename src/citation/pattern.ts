// Parts that patterns are made of. All patterns here run on folded text (ASCII, lower case), where
// every white-space run is one character and an ASCII word boundary is the Vietnamese one.

import { fold } from './normalize.ts'

const SPECIAL = /[.*+?^${}()|[\]\\/]/g

/** One alternative per phrase, longest first, white space of any kind between words. */
export function phrases(words: Iterable<string>): string {
  const folded = [...new Set([...words].map(fold))].sort((a, b) => b.length - a.length)
  return folded.map((each) => each.replace(SPECIAL, '\\$&').replace(/ /g, '\\s')).join('|')
}

/** Runs a sticky pattern at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/**
 * All matches of a global pattern that never matches nothing, in order. For short stretches: unlike
 * `matchAll` it makes no copy of the pattern, which costs more than such a stretch.
 */
export function matchesIn(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) matches.push(match)
  return matches
}

const LOWER = /\p{Ll}/u
const UPPER = /\p{Lu}/u

/** Whether the letter at `at` is a capital. */
export function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return code >= 65 && code <= 90
  return UPPER.test(text.charAt(at))
}

/** Whether the letter at `at` is a small one. */
export function isLower(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return code >= 97 && code <= 122
  return LOWER.test(text.charAt(at))
}

/** Clean text joined over its line breaks, ends trimmed. */
export function joined(text: string): string {
  return text.replace(/[\n\r]/g, ' ').trim()
}

/** The same for running words: a break behind a hyphen leaves no blank ("25-⏎NQ/TW", "NĐ-⏎CP"). */
export function rejoined(text: string): string {
  return joined(text.replace(BREAK_AFTER_HYPHEN, ''))
}

const BREAK_AFTER_HYPHEN = /[\n\r](?<=[\p{L}\d]-.)(?=[\p{L}\d])/gsu
