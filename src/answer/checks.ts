// Checks of what is asked, before the store is asked: the same for the API and the command line.

import { createError } from '../errors.ts'
import { MAX_DEPTH } from '../graph/trace-query.ts'
import { formatKey, numberKey, parseKey } from '../legal/key.ts'
import { parsePlace } from '../legal/place.ts'

/** The longest page of a list. */
export const MAX_FIRST = 200
/** The longest text that is searched for. */
const MAX_SEARCH = 500

const LONGEST = 1_000

/** The key in its normal spelling. @throws KEY_MALFORMED */
export function checkKey(key: string): string {
  const parts = key.length > LONGEST ? null : parseKey(key)
  if (!parts) throw createError('KEY_MALFORMED', { key: shown(key) })
  return formatKey(parts)
}

/** @throws DEPTH_INVALID */
export function checkDepth(depth: number): number {
  if (!Number.isInteger(depth) || depth < 1 || depth > MAX_DEPTH)
    throw createError('DEPTH_INVALID', { depth, min: 1, max: MAX_DEPTH })
  return depth
}

/** @throws ARGUMENT_INVALID */
export function checkFirst(first: number): number {
  if (first >= 1 && first <= MAX_FIRST) return first
  const [reason, reason_en] = [`phải từ 1 đến ${MAX_FIRST}`, `it must lie between 1 and ${MAX_FIRST}`]
  throw createError('ARGUMENT_INVALID', { name: 'first', reason, reason_en })
}

/** A number in the one spelling of the index. @throws ARGUMENT_INVALID where the text holds no letter or digit */
export function checkNumber(number: string): string {
  const key = number.length > LONGEST ? '' : numberKey(number)
  if (key !== '') return key
  const [reason, reason_en] = ['không phải số văn bản', 'it is no number of an instrument']
  throw createError('ARGUMENT_INVALID', { name: 'number', reason, reason_en })
}

/** The longest name of a place with all that it lies in. */
const MAX_PLACE_NAME = 200

/** @throws ARGUMENT_INVALID */
export function checkPlaceName(name: string): string {
  if (name.trim() !== '' && name.length <= MAX_PLACE_NAME) return name
  const [reason, reason_en] = [
    `cần từ 1 đến ${MAX_PLACE_NAME} ký tự`,
    `it needs 1 to ${MAX_PLACE_NAME} characters`,
  ]
  throw createError('ARGUMENT_INVALID', { name: 'name', reason, reason_en })
}

/** A place's path in its one spelling. @throws ARGUMENT_INVALID */
export function checkPlacePath(path: string): string {
  const known = path.length > LONGEST ? null : parsePlace(path)
  if (known !== null) return known
  const [reason, reason_en] = ['viết dạng ngoc-lac.thanh-hoa', 'write it like ngoc-lac.thanh-hoa']
  throw createError('ARGUMENT_INVALID', { name: 'path', reason, reason_en })
}

/** @throws ARGUMENT_INVALID */
export function checkSearchText(text: string): string {
  if (text.trim() !== '' && text.length <= MAX_SEARCH) return text
  const [reason, reason_en] = [`cần từ 1 đến ${MAX_SEARCH} ký tự`, `it needs 1 to ${MAX_SEARCH} characters`]
  throw createError('ARGUMENT_INVALID', { name: 'text', reason, reason_en })
}

/** The longest draft that is checked: ten times the longest plan that we have met. */
const MAX_DRAFT = 2_000_000

/** @throws ARGUMENT_INVALID */
export function checkDraftText(text: string): string {
  if (text.trim() !== '' && text.length <= MAX_DRAFT) return text
  const [reason, reason_en] = [`cần từ 1 đến ${MAX_DRAFT} ký tự`, `it needs 1 to ${MAX_DRAFT} characters`]
  throw createError('ARGUMENT_INVALID', { name: 'text', reason, reason_en })
}

/** A place's path in its one spelling. @throws ARGUMENT_INVALID */
export function checkPlace(place: string, name: string): string {
  const path = parsePlace(place)
  if (path !== null) return path
  const [reason, reason_en] = ['viết dạng ngoc-lac.thanh-hoa', 'write it like ngoc-lac.thanh-hoa']
  throw createError('ARGUMENT_INVALID', { name, reason, reason_en })
}

/** What clients typed, cut to what an error can show, without control characters. */
function shown(text: string): string {
  return text.slice(0, 80).replace(/\p{C}/gu, ' ')
}
