// Makes the text that the rules read: NFC, look-alike letters and dashes made one, white space and
// markdown marks collapsed, beside a folded twin (no marks, lower case, ASCII) of the same length,
// with a map back to UTF-16 offsets of the text as given. One pass, no matter how odd the text.

/** A white-space run with no line break, with one, with a blank line. Each is one character. */
export const SPACE = ' '
export const LINE = '\n'
export const PARAGRAPH = '\r'

export interface CleanText {
  /** NFC text with white space collapsed. */
  readonly text: string
  /** Same length: base letters, lower case, ASCII only; what is no letter of Vietnamese is "~". */
  readonly folded: string
  /** Lines are hard-wrapped with blank lines between them, so that a blank line ends no paragraph. */
  readonly wrapped: boolean
  /** Offset in the original of character `index`. */
  start(index: number): number
  /** Offset in the original of the end of the stretch that ends before `index`. */
  end(index: number): number
}

// 0: the letter stands for itself
const BLANK = 1
const BREAK = 2
const DROP = 3
const MARK = 4
const MAPPED = 5

const CLASS = new Uint8Array(65536)
const LOOK = new Uint16Array(65536)
const FOLD = new Uint8Array(65536).fill(0x7e)

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  Đ: 'ÐƉ',
  đ: 'ð',
  '-': '‐‑‒–—―−﹣-',
  '/': '∕⁄/',
}
const QUOTES: Readonly<Record<string, string>> = { '"': '“”„‟«»″', "'": '‘’‚‛′´`' }

fillTables()

function fillTables(): void {
  for (const blank of ' \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000')
    CLASS[blank.charCodeAt(0)] = BLANK
  for (const line of '\n\r\v\f\u0085\u2028\u2029') CLASS[line.charCodeAt(0)] = BREAK
  for (const drop of '*\u00ad\u200b\u200c\u200d\u2060\ufeff\u0000') CLASS[drop.charCodeAt(0)] = DROP
  for (let code = 0x300; code < 0x370; code++) CLASS[code] = MARK
  for (const [plain, odd] of Object.entries(LOOK_ALIKES)) for (const look of odd) mapTo(look, plain)
  fillFold()
}

function mapTo(look: string, plain: string): void {
  CLASS[look.charCodeAt(0)] = MAPPED
  LOOK[look.charCodeAt(0)] = plain.charCodeAt(0)
}

function fillFold(): void {
  for (let code = 0x20; code < 0x1f00; code++) {
    const base = String.fromCharCode(code).normalize('NFD').charAt(0).toLowerCase().charCodeAt(0)
    if (base < 0x7f) FOLD[code] = base
  }
  for (const [plain, odd] of Object.entries(QUOTES))
    for (const look of odd) FOLD[look.charCodeAt(0)] = plain.charCodeAt(0)
  FOLD['đ'.charCodeAt(0)] = FOLD['Đ'.charCodeAt(0)] = 'd'.charCodeAt(0)
  for (const keep of [SPACE, LINE, PARAGRAPH]) FOLD[keep.charCodeAt(0)] = keep.charCodeAt(0)
  FOLD['…'.charCodeAt(0)] = '.'.charCodeAt(0)
}

/** Folds words of a table the way texts are folded: "Nghị định" → "nghi dinh". */
export function fold(words: string): string {
  let folded = ''
  const composed = words.normalize('NFC')
  for (let i = 0; i < composed.length; i++)
    folded += String.fromCharCode(FOLD[LOOK[composed.charCodeAt(i)] || composed.charCodeAt(i)] as number)
  return folded
}

/** Reads any text into the form that the rules work on. Never throws; linear time. */
export function normalizeText(text: string): CleanText {
  const size = text.length
  const codes = new Uint16Array(size)
  const folds = new Uint8Array(size)
  const origin = new Int32Array(size)
  let length = 0
  let pending = 0
  let pendingAt = 0
  let lineStart = true
  for (let i = 0; i < size; i++) {
    const code = text.charCodeAt(i)
    const kind = CLASS[code] as number
    if (kind === BLANK) {
      if (pending === 0) {
        pending = 1
        pendingAt = i
      }
      continue
    }
    if (kind === BREAK) {
      if (pending === 0) pendingAt = i
      // "\r\n" is one break
      if (code !== 10 || i === 0 || text.charCodeAt(i - 1) !== 13) pending = pending >= 2 ? 3 : 2
      if (i > 0 && text.charCodeAt(i - 1) === STAR) pending = 3
      lineStart = true
      continue
    }
    if (kind === DROP || (lineStart && code === HASH)) {
      if (pending === 2) pending = code === STAR || code === HASH ? 3 : 2
      continue
    }
    lineStart = false
    if (pending > 0) {
      if (length > 0) {
        codes[length] = folds[length] = GAPS[pending] as number
        origin[length++] = pendingAt
      }
      pending = 0
    }
    if (kind === MARK) {
      if (length > 0) codes[length - 1] = composed(codes[length - 1] as number, code)
      if (length > 0) folds[length - 1] = FOLD[codes[length - 1] as number] as number
      continue
    }
    const seen = kind === MAPPED ? (LOOK[code] as number) : code
    codes[length] = seen
    folds[length] = FOLD[seen] as number
    origin[length++] = i
  }
  return clean(text, codes, folds, origin, length)
}

const UTF16 = new TextDecoder('utf-16le', { ignoreBOM: true })
const LATIN = new TextDecoder('latin1')
const HASH = '#'.charCodeAt(0)
// A line break beside a mark of bold or italics ends a heading or a paragraph.
const STAR = '*'.charCodeAt(0)
const GAPS = [0, SPACE.charCodeAt(0), LINE.charCodeAt(0), PARAGRAPH.charCodeAt(0)]

// Joins a combining mark to the letter before it; a mark that joins nothing is dropped. A tone typed
// before the vowel's own mark joins by way of the letter's full decomposition.
function composed(letter: number, mark: number): number {
  const key = letter * 0x10000 + mark
  const known = COMPOSED.get(key)
  if (known !== undefined) return known
  const made = compose(letter, mark)
  if (COMPOSED.size < MOST_COMPOSED) COMPOSED.set(key, made)
  return made
}

const COMPOSED = new Map<number, number>()
const MOST_COMPOSED = 4096

function compose(letter: number, mark: number): number {
  const base = String.fromCharCode(letter)
  const joined = (base.normalize('NFD') + String.fromCharCode(mark)).normalize('NFC')
  return joined.length === 1 ? joined.charCodeAt(0) : letter
}

function clean(
  original: string,
  codes: Uint16Array,
  folds: Uint8Array,
  origin: Int32Array,
  length: number,
): CleanText {
  const text = UTF16.decode(codes.subarray(0, length))
  return {
    text,
    folded: LATIN.decode(folds.subarray(0, length)),
    wrapped: isWrapped(text),
    start: (index) => (index < length ? (origin[index] as number) : original.length),
    end: (index) => (index === 0 ? 0 : endOfLetter(original, origin[Math.min(index, length) - 1] as number)),
  }
}

function endOfLetter(original: string, start: number): number {
  let end = start + 1
  while (end < original.length && CLASS[original.charCodeAt(end)] === MARK) end++
  return end
}

// Where a blank line stands in mid-sentence more than now and then, blank lines are only wide spacing.
function isWrapped(text: string): boolean {
  let all = 0
  let inside = 0
  const limit = Math.min(text.length, SAMPLE) - 1
  for (let at = text.indexOf(PARAGRAPH); at > 0 && at < limit; at = text.indexOf(PARAGRAPH, at + 1)) {
    all++
    if (MID_SENTENCE.test(text.slice(at - 1, at + 2))) inside++
  }
  return all > 8 && inside * 4 > all
}

const SAMPLE = 40_000
const MID_SENTENCE = /[\p{L},]\r\p{Ll}/u
