// One cheap pass over a text that counts what speaks for a damaged text layer. It loads no table of
// syllables and allocates next to nothing: an undamaged text costs this pass and nothing more.

export interface Survey {
  readonly words: number
  /** Words of consonants alone, and blanks before commas: lost letters. */
  readonly fragments: number
  /** Doubled blanks inside a sentence: lost letters that left a blank. */
  readonly wideGaps: number
  /** Signs right inside or before a word, by sign: letters shown as "�", "□", "?". */
  readonly signTraces: ReadonlyMap<string, number>
  /** Latin-1 characters that Vietnamese has not, beside a letter: an older encoding. */
  readonly foreignTraces: number
  /** Characters that have a plainer form: marks apart, odd spaces, ligatures. */
  readonly oddGlyphs: number
  readonly shown: LetterCounts
}

/** How often letters are shown, upper and lower case apart. */
export interface LetterCounts {
  readonly total: number
  of(letter: string): number
}

const OTHER = 0
const BLANK = 1
const PAUSE = 2
const ODD = 3
const SIGN = 4
const FOREIGN = 5
// from here on letters of words
const CONSONANT = 6
const VOWEL = 7
const CAPITAL = 8

const CONSONANTS = 'bcdđghklmnpqrstvx'
const VOWELS = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵfjwz'
const PAUSES = ',;'
const LOSS_SIGNS = '\ufffd□▯?¿¤'
const ODD_GLYPHS = '\u00a0\u00adÐðƉ\u2028\u2029\u202f\u205f\u2060\u3000\ufeff'
/** Letters end below this code; the rest of the table of counts is not needed. */
const LETTERS_END = 0x1f00
/** A longer run of blanks is layout. */
const LAYOUT_RUN = 7

const CLASS = classify()

function classify(): Uint8Array {
  const table = new Uint8Array(65_536)
  const mark = (signs: string, kind: number): void => {
    for (const sign of signs) table[sign.charCodeAt(0)] = kind
  }
  table.fill(FOREIGN, 0xa1, 0x100)
  mark(CONSONANTS, CONSONANT)
  mark(VOWELS, VOWEL)
  mark((CONSONANTS + VOWELS).toUpperCase(), CAPITAL)
  table.fill(ODD, 0x300, 0x370)
  table.fill(ODD, 0x2000, 0x200e)
  table.fill(ODD, 0xe000, 0xf900)
  table.fill(ODD, 0xfb00, 0xfb07)
  mark(ODD_GLYPHS, ODD)
  mark(LOSS_SIGNS, SIGN)
  mark(PAUSES, PAUSE)
  mark(' ', BLANK)
  return table
}

/** Counts the traces of damage in a text. Linear, whatever the text. */
export function surveyText(text: string): Survey {
  const counts = new Uint32Array(LETTERS_END)
  const tally = {
    words: 0,
    fragments: 0,
    wideGaps: 0,
    signTraces: new Map<string, number>(),
    foreignTraces: 0,
    oddGlyphs: 0,
  }
  let letters = 0
  let blanks = 0
  let before = OTHER
  for (let at = 0; at < text.length; at++) {
    const kind = CLASS[text.charCodeAt(at)] as number
    if (kind === BLANK) {
      blanks++
      continue
    }
    if (isWordKind(kind)) {
      const end = countWord(text, at, counts)
      if (isWideGap(blanks, before, kind)) tally.wideGaps++
      if (isFragment(text, at, end)) tally.fragments++
      tally.words++
      letters += end - at
      at = end - 1
    } else if (kind === PAUSE) {
      if (blanks === 1 && isWordKind(before)) tally.fragments++
    } else if (kind !== OTHER) countSign(text, at, kind, tally)
    before = kind
    blanks = 0
  }
  return { ...tally, shown: { total: letters, of: (letter) => counts[letter.charCodeAt(0)] ?? 0 } }
}

type Tally = { -readonly [key in keyof Survey]: Survey[key] }

/** More than one blank inside a sentence, before what is no capital. */
function isWideGap(blanks: number, before: number, kind: number): boolean {
  return blanks > 1 && blanks < LAYOUT_RUN && kind !== CAPITAL && (isWordKind(before) || before === PAUSE)
}

function countSign(
  text: string,
  at: number,
  kind: number,
  tally: Pick<Tally, 'oddGlyphs' | 'foreignTraces'> & { readonly signTraces: Map<string, number> },
): void {
  const sign = text.charAt(at)
  if (kind === ODD) tally.oddGlyphs++
  else if (kind === SIGN && isLowerAt(text, at + 1))
    tally.signTraces.set(sign, (tally.signTraces.get(sign) ?? 0) + 1)
  else if (kind === FOREIGN && (isWordAt(text, at - 1) || isWordAt(text, at + 1))) tally.foreignTraces++
}

function isWordKind(kind: number): boolean {
  return kind >= CONSONANT
}

function isWordAt(text: string, at: number): boolean {
  return isWordKind(CLASS[text.charCodeAt(at)] as number)
}

function isLowerAt(text: string, at: number): boolean {
  const kind = CLASS[text.charCodeAt(at)]
  return kind === CONSONANT || kind === VOWEL
}

function countWord(text: string, start: number, counts: Uint32Array): number {
  let end = start
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (!isWordKind(CLASS[code] as number)) break
    counts[code] = (counts[code] as number) + 1
  }
  return end
}

/** Small consonants alone, between blanks and before a letter or a blank more: "t c", "th  ng". */
function isFragment(text: string, start: number, end: number): boolean {
  if (end - start > 3 || text.charCodeAt(end) !== 32) return false
  for (let at = start; at < end; at++) if (CLASS[text.charCodeAt(at)] !== CONSONANT) return false
  if (start > 0 && text.charAt(start - 1).trim() !== '') return false
  return isLowerAt(text, end + 1) || text.charCodeAt(end + 1) === 32
}
