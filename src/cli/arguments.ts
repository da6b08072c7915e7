// Arguments of the command line: parsed, or refused in words.

import { InvalidArgumentError } from 'commander'
import { isIsoDate } from '../legal/key.ts'

export function day(text: string): string {
  if (text.length === 10 && isIsoDate(text)) return text
  throw new InvalidArgumentError('Ngày viết dạng 2022-03-22. / A day, written like 2022-03-22.')
}

export function wholeNumber(text: string): number {
  if (/^-?\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Cần một số nguyên. / A whole number.')
}

/** Takes one of the names, in any case. */
export function oneOf<T extends string>(names: readonly T[]) {
  return (text: string): T => {
    const found = names.find((name) => name === text.trim().toUpperCase())
    if (found !== undefined) return found
    throw new InvalidArgumentError(`${text}? ${names.join(', ')}`)
  }
}
