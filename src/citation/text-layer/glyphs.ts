// Gives characters that have a plainer form that form: marks joined to their letters, odd spaces made
// blanks, what cannot be seen taken out, ligatures spelled out.

import type { Edit } from './rewriting.ts'
import type { DamageKind } from './types.ts'

type Plain = readonly [replacement: string, kind: DamageKind]

const PLAIN = new Map<string, Plain>()
const INVISIBLE = '\u00ad\u200b\u200c\u200d\u2060\ufeff'
const ODD_SPACES =
  '\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000'
const LOOK_ALIKES: Readonly<Record<string, string>> = { Ð: 'Đ', Ɖ: 'Đ', ð: 'đ' }
const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
}
/** What word processors write with the fonts Symbol and Wingdings. */
const SYMBOL_FONT: Readonly<Record<string, string>> = {
  '\uf020': ' ',
  '\uf02d': '-',
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf06e': '■',
  '\uf076': '❖',
  '\uf0d8': '➢',
  '\uf0e0': '→',
  '\uf0e8': '→',
  '\uf0fc': '✓',
  '\uf06f': '□',
  '\uf0a8': '□',
  '\uf0fe': '☑',
}

for (const sign of INVISIBLE) PLAIN.set(sign, ['', 'INVISIBLE'])
for (const sign of ODD_SPACES) PLAIN.set(sign, [' ', 'ODD_SPACE'])
for (const sign of '\u2028\u2029') PLAIN.set(sign, ['\n', 'ODD_SPACE'])
for (const [sign, plain] of Object.entries(LOOK_ALIKES)) PLAIN.set(sign, [plain, 'LOOK_ALIKE'])
for (const [sign, plain] of Object.entries(LIGATURES)) PLAIN.set(sign, [plain, 'LIGATURE'])
for (const [sign, plain] of Object.entries(SYMBOL_FONT)) PLAIN.set(sign, [plain, 'PRIVATE_USE'])

// A letter takes four marks at most: more are a prank, and composing them would cost more than a pass.
const ODD = new RegExp(`\\p{L}[\\u0300-\\u036f]{1,4}|[${[...PLAIN.keys()].join('')}]|[\\ue000-\\uf8ff]`, 'gu')

export interface GlyphEdit extends Edit {
  readonly kind: DamageKind
}

/** The edits that make a text's glyphs plain, and how many private-use glyphs no table knows. */
export function plainGlyphs(text: string): {
  readonly edits: readonly GlyphEdit[]
  readonly unknown: number
} {
  const edits: GlyphEdit[] = []
  let unknown = 0
  for (const match of text.matchAll(ODD)) {
    const plain = PLAIN.get(match[0]) ?? compose(match[0])
    if (plain === null) unknown++
    else if (plain[0] !== match[0])
      edits.push({
        start: match.index,
        end: match.index + match[0].length,
        replacement: plain[0],
        kind: plain[1],
      })
  }
  return { edits, unknown }
}

function compose(glyphs: string): Plain | null {
  return glyphs.length === 1 ? null : [glyphs.normalize('NFC'), 'DECOMPOSED']
}
