// What the repair of a text layer hands back: the text, what was wrong with it, and the way back.

/** One sort of damage a text layer may have. */
export type DamageKind =
  | 'LETTERS_BLANKED' // each lost letter left one blank: "Quyết  ịnh"
  | 'LETTERS_SIGNED' // each lost letter left one sign: "Quy�t", "Quy?t"
  | 'LETTERS_MISSING' // lost letters left nothing: "Quyết ịnh"
  | 'VNI' // VNI bytes read as Latin-1: "Quyeát ñònh"
  | 'TCVN3' // TCVN3 (ABC) bytes read as Latin-1: "QuyÕt ®Þnh"
  | 'UTF8_AS_LATIN1' // UTF-8 bytes read as Windows-1252: "Quyáº¿t Ä‘á»‹nh"
  | 'DECOMPOSED' // letters and their marks apart (NFD)
  | 'LOOK_ALIKE' // Ð (U+00D0) for Đ (U+0110)
  | 'INVISIBLE' // soft hyphens, zero-width characters
  | 'ODD_SPACE' // no-break and typographic spaces
  | 'LIGATURE' // ﬁ, ﬂ …
  | 'PRIVATE_USE' // glyphs of symbol fonts

export interface Damage {
  readonly kind: DamageKind
  /** The letters concerned, each once, where they are known; else ''. */
  readonly letters: string
  /** How many places were seen. */
  readonly found: number
  /** How many of them were repaired. */
  readonly repaired: number
}

export interface RepairedText {
  readonly text: string
  readonly damage: readonly Damage[]
  /** Offset in the text as given of an offset in the repaired text; never falls as its argument grows. */
  toOriginal(offset: number): number
  /** Whether a letter that was guessed stands in the stretch (offsets into the repaired text). */
  isGuessed(start: number, end: number): boolean
}
