// Checks of what members of staff write: first the words, then what only the graph can tell.

import { checkKey } from '../answer/checks.ts'
import { createError } from '../errors.ts'
import type { GraphWriter } from '../graph/writer.ts'
import type { Assertion, MentionPlace, Testimony } from '../legal/assertion.ts'
import { isUnnumbered, lookupOfKey, parseKey } from '../legal/key.ts'
import type { Decisions } from './assert-decisions.ts'

export { checkKey }

/** Keys, mentions and texts of one assertion. */
const MOST_AT_ONCE = 1_000
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
  throw fault(name, `cần từ 1 đến ${most} ký tự đọc được`, `it needs 1 to ${most} readable characters`)
}

/** The key of one instrument: number and date. @throws KEY_MALFORMED, KEY_UNSETTLED */
export function checkSettled(text: string): string {
  const key = checkMergeable(text)
  if (isUnnumbered(key)) throw createError('KEY_UNSETTLED', { key })
  return key
}

/** The same, or the key of a text that shows no number. @throws KEY_MALFORMED, KEY_UNSETTLED */
export function checkMergeable(text: string): string {
  const key = checkKey(text)
  if (!isUnnumbered(key) && !parseKey(key)?.date) throw createError('KEY_UNSETTLED', { key })
  return key
}

/** The key of another instrument of the same number, date and place. @throws KEY_MALFORMED, ARGUMENT_INVALID */
export function checkTwin(instrument: string, text: string): string {
  const into = checkSettled(text)
  const [one, other] = [parseKey(instrument), parseKey(into)]
  const isTwin = lookupOfKey(instrument) === lookupOfKey(into) && one?.date === other?.date
  if (isTwin && other?.qualifier && other.qualifier !== one?.qualifier) return into
  throw fault(
    'into',
    'cần cùng số, ngày và địa danh, thêm ~chữ sau số: 33/CT-TTg~2@2021-11-26',
    'it needs the same number, date and place, with another ~qualifier behind the number: 33/CT-TTg~2@2021-11-26',
  )
}

/** @throws ARGUMENT_INVALID where the list is empty or too long */
export function demandSome(name: string, list: readonly unknown[]): void {
  if (list.length > 0 && list.length <= MOST_AT_ONCE) return
  throw fault(name, `cần từ 1 đến ${MOST_AT_ONCE}`, `it needs 1 to ${MOST_AT_ONCE}`)
}

/** @throws INSTRUMENT_NOT_FOUND where the graph holds no instrument that a key means */
export async function demandKnown(
  writer: GraphWriter,
  keys: readonly string[],
  { canonical }: Decisions,
): Promise<void> {
  const known = new Set((await writer.readInstruments(keys.map(canonical))).map(({ key }) => key))
  const unknown = keys.find((key) => !known.has(canonical(key)))
  if (unknown !== undefined) throw createError('INSTRUMENT_NOT_FOUND', { key: unknown })
}

/** @throws RELATION_TO_SELF where one of the others is the instrument itself */
export function demandOthers(key: string, others: readonly string[], { canonical }: Decisions): void {
  if (others.some((other) => canonical(other) === canonical(key)))
    throw createError('RELATION_TO_SELF', { key: canonical(key) })
}

export interface FoundMention {
  readonly name: string
  readonly text: string
  /** What it means now. */
  readonly key: string | null
  readonly place: MentionPlace
}

/**
 * Where mentions stand, in the order of their ids as given.
 * @throws MENTION_NOT_FOUND, ASSERTION_STANDS where staff have said already what one means
 */
export async function readMentions(
  writer: GraphWriter,
  ids: readonly string[],
  standing: readonly Assertion[],
): Promise<FoundMention[]> {
  const found = new Map((await writer.readAssertedPlaces(ids)).map((mention) => [mention.id, mention]))
  return ids.map((id) => {
    const mention = found.get(id)
    if (!mention) throw createError('MENTION_NOT_FOUND', { id: id.slice(0, 80) })
    const before = standing.find((assertion) => assertion.id === mention.asserted)
    if (before) throw stands(before)
    const { text, key, sha256, start, end } = mention
    return { name: id, text, key, place: { sha256, start, end } }
  })
}

/**
 * Texts by sha256 or source, with the instrument whose texts they are now.
 * @throws SOURCE_NOT_FOUND, ASSERTION_STANDS where staff have said already whose text one is
 */
export async function readTexts(
  writer: GraphWriter,
  names: readonly string[],
  standing: readonly Assertion[],
) {
  const found = new Map((await writer.findAssertedTexts(names)).map((text) => [text.name, text]))
  return names.map((name) => {
    const text = found.get(name)
    if (!text) throw createError('SOURCE_NOT_FOUND', { name: name.slice(0, 80) })
    const before = standing.find(
      ({ content }) => content.kind === 'SPLIT' && content.documents.includes(text.sha256),
    )
    if (before) throw stands(before)
    return { name, key: text.own, sha256: text.sha256 }
  })
}

/** Somebody has said it, or otherwise, already. */
export function stands({ id, author }: Assertion) {
  return createError('ASSERTION_STANDS', { id, author })
}

function fault(name: string, reason: string, reason_en: string) {
  return createError('ARGUMENT_INVALID', { name, reason, reason_en })
}
