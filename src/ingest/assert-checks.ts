// Checks of what members of staff write, before the graph is asked.

import { checkKey } from '../answer/checks.ts'
import { createError } from '../errors.ts'
import type { Testimony } from '../legal/assertion.ts'

export { checkKey }

const LONGEST_AUTHOR = 200
/** A reason, a quote or a source: a page, not a book. */
const LONGEST_WORDS = 4_000

/** Who and why, without blanks around. @throws ARGUMENT_INVALID where either is empty or too long */
export function checkTestimony({ author, reason }: Testimony): Testimony {
  return {
    author: required('author', author, LONGEST_AUTHOR),
    reason: required('reason', reason, LONGEST_WORDS),
  }
}

/** Words that may be left out. @throws ARGUMENT_INVALID where they are too long */
export function checkWords(name: string, words: string | null): string | null {
  return words === null || words.trim() === '' ? null : required(name, words, LONGEST_WORDS)
}

function required(name: string, value: string, most: number): string {
  const text = value.normalize('NFC').trim()
  if (text !== '' && text.length <= most && !/[^\P{C}\n\r\t]/u.test(text)) return text
  const [reason, reason_en] = [
    `cần từ 1 đến ${most} ký tự đọc được`,
    `it needs 1 to ${most} readable characters`,
  ]
  throw createError('ARGUMENT_INVALID', { name, reason, reason_en })
}
