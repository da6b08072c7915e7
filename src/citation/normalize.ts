// Makes the text that the rules read: NFC, look-alike letters and dashes made one, white space and
// markdown marks collapsed, beside a folded twin (no marks, lower case, ASCII) of the same length,
// with a map back to UTF-16 offsets of the text as given. One pass, no matter how odd the text.

import { type Anchors, anchor, backwards, noAnchors } from './text-layer/index.ts'

/** A white-space run with no line break, with one, with a blank line. Each is one character. */
export const SPACE = ' '
export const LINE = '\n'
export const PARAGRAPH = '\r'

export interface CleanText {
  /** NFC text with white space collapsed. */
  readonly text: string
  /** Same length: base letters, lower case, ASCII only; what is no letter of Vietnamese is "~". */
  readonly folded: string
  /** Signs stand in it of glyphs that no font knew. */
  readonly lostGlyphs: boolean
  /** Lines are hard-wrapped with blank lines between them, so that a blank line ends no paragraph. */
  readonly wrapped: boolean
  /** Usual length of a full line where lines are broken to a width; 0 where they are not. */
  readonly width: number
  /** Offset in the original of character `index`. */
  start(index: number): number
  /** Offset in the original of the end of the stretch that ends before `index`. */
  end(index: number): number
}

// Runs of the first two are copied as they stand; white space is all up to BREAK.
const PLAIN = 0
const SINGLE_BLANK = 1
const BLANK = 2
const BREAK = 3
const DROP = 4
const HEADING = 5
const MARK = 6
const MAPPED = 7
const LOST = 8

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
  CLASS[SPACE.charCodeAt(0)] = SINGLE_BLANK
  for (const blank of '\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000')
    CLASS[blank.charCodeAt(0)] = BLANK
  for (const line of '\n\r\v\f\u0085\u2028\u2029') CLASS[line.charCodeAt(0)] = BREAK
  for (const drop of '*\u00ad\u200b\u200c\u200d\u2060\ufeff\u0000') CLASS[drop.charCodeAt(0)] = DROP
  CLASS['#'.charCodeAt(0)] = HEADING
  for (let code = 0x300; code < 0x370; code++) CLASS[code] = MARK
  CLASS.fill(LOST, 0xe000, 0xf900)
  CLASS[0xfffd] = LOST
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
  const out = writerFor(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const kind = CLASS[code] as number
    if (kind === PLAIN) at = copyRun(out, text, at) - 1
    else if (kind <= BREAK) openGap(out, at, kind === BREAK ? widened(out.gap, text, at) : out.gap || SPACED)
    else if (kind === DROP || (kind === HEADING && out.gap >= BROKEN)) out.gap = marked(out.gap, code)
    else if (kind === MARK) putMark(out, code)
    else {
      put(out, LOOK[code] || code, at)
      if (kind === LOST) out.lostGlyphs = true
    }
  }
  return clean(text, out)
}

/** What has been written, and the white space that waits for the next letter. */
interface Writer {
  readonly codes: Uint16Array
  readonly folds: Uint8Array
  readonly anchors: Anchors
  length: number
  gap: number
  gapAt: number
  lostGlyphs: boolean
}

const NO_GAP = 0
const SPACED = 1
const BROKEN = 2
const PARTED = 3

// What most documents need, kept from one to the next.
const SCRATCH = { codes: new Uint16Array(1 << 17), folds: new Uint8Array(1 << 17) }

function writerFor(size: number): Writer {
  const buffers =
    size <= SCRATCH.codes.length ? SCRATCH : { codes: new Uint16Array(size), folds: new Uint8Array(size) }
  return { ...buffers, anchors: noAnchors(), length: 0, gap: PARTED, gapAt: 0, lostGlyphs: false }
}

// Copies letters and the single blanks between them; a blank at the end opens the gap that follows.
function copyRun(out: Writer, text: string, from: number): number {
  beginLetter(out)
  anchor(out.anchors, out.length, from)
  const { codes, folds } = out
  let { length } = out
  let at = from
  let before = 0
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((CLASS[code] as number) > SINGLE_BLANK || (code === before && code === BLANK_CODE)) break
    codes[length] = code
    folds[length] = FOLD[code] as number
    length++
    before = code
  }
  out.length = length
  if (before === BLANK_CODE) {
    out.length--
    openGap(out, at - 1, SPACED)
  }
  return at
}

function openGap(out: Writer, at: number, gap: number): void {
  if (out.gap === NO_GAP) out.gapAt = at
  out.gap = gap
}

// The white space that waits is written, unless it opens the text.
function beginLetter(out: Writer): void {
  const { gap } = out
  out.gap = NO_GAP
  if (gap !== NO_GAP && out.length > 0) write(out, GAPS[gap] as number, out.gapAt)
}

function put(out: Writer, code: number, at: number): void {
  beginLetter(out)
  write(out, code, at)
}

function write(out: Writer, code: number, at: number): void {
  anchor(out.anchors, out.length, at)
  out.codes[out.length] = code
  out.folds[out.length] = FOLD[code] as number
  out.length++
}

function putMark(out: Writer, mark: number): void {
  beginLetter(out)
  const last = out.length - 1
  if (last < 0) return
  const letter = composed(out.codes[last] as number, mark)
  out.codes[last] = letter
  out.folds[last] = FOLD[letter] as number
}

// A mark of bold, italics or a heading beside a line break parts paragraphs.
const marked = (gap: number, code: number): number =>
  gap === BROKEN && (code === STAR || code === HASH) ? PARTED : gap

// A second line break makes a paragraph; so does one beside a mark of bold or italics, which ends a
// heading. "\r\n" is one break.
function widened(gap: number, text: string, at: number): number {
  if (text.charCodeAt(at) === 10 && text.charCodeAt(at - 1) === 13) return gap
  return gap >= BROKEN || text.charCodeAt(at - 1) === STAR ? PARTED : BROKEN
}

const UTF16 = new TextDecoder('utf-16le', { ignoreBOM: true })
const LATIN = new TextDecoder('latin1')
const BLANK_CODE = SPACE.charCodeAt(0)
const HASH = '#'.charCodeAt(0)
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

function clean(original: string, { codes, folds, anchors, length, lostGlyphs }: Writer): CleanText {
  const text = UTF16.decode(codes.subarray(0, length))
  return {
    text,
    folded: LATIN.decode(folds.subarray(0, length)),
    lostGlyphs,
    wrapped: isWrapped(text),
    width: widthOf(text),
    start: (index) => (index < length ? backwards(anchors, index) : original.length),
    end: (index) =>
      index === 0 ? 0 : endOfLetter(original, backwards(anchors, Math.min(index, length) - 1)),
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
    if (text.charCodeAt(at + 1) > CAPITALS_END && MID_SENTENCE.test(text.slice(at - 1, at + 2))) inside++
  }
  return all > 8 && inside * 4 > all
}

const SAMPLE = 40_000
const MID_SENTENCE = /[\p{L},]\r\p{Ll}/u

// Lines that a small letter goes on with are broken to a width: the middle one of their lengths.
function widthOf(text: string): number {
  const lengths: number[] = []
  const limit = Math.min(text.length, LINES_SAMPLE) - 1
  for (
    let at = text.indexOf(LINE);
    at > 0 && at < limit && lengths.length < MOST_LINES;
    at = text.indexOf(LINE, at + 1)
  )
    if (text.charCodeAt(at + 1) > CAPITALS_END && LINE_GOES_ON.test(text.slice(at - 1, at + 2)))
      lengths.push(at - lineStart(text, at))
  const width = lengths.sort((a, b) => a - b)[lengths.length >> 1] ?? 0
  return lengths.length >= LEAST_LINES && width >= NARROWEST && width <= WIDEST ? width : 0
}

const LINES_SAMPLE = 8_000
const LEAST_LINES = 6
const MOST_LINES = 30
const CAPITALS_END = 'Z'.charCodeAt(0)
const NARROWEST = 50
const WIDEST = 160
const LINE_GOES_ON = /[\p{L},]\n\p{Ll}/u

/** Start of the line that ends at `at`, looked for no further back than a line is long. */
export function lineStart(text: string, at: number): number {
  const low = Math.max(0, at - 2 * WIDEST)
  const before = text.slice(low, at)
  return low + Math.max(before.lastIndexOf(LINE), before.lastIndexOf(PARAGRAPH)) + 1
}
