// Vietnamese names in Telex spelling, tones at the end of the syllable: one spelling for "Hoà" and "Hòa", and another for
// every name that reads differently.

import { foldName } from './kinds.ts'

const TONES: Readonly<Record<string, string>> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
}
const MARKS = /[\u0302\u0306\u031b]/gu
const CIRCUMFLEX = '\u0302'

/** "Minh Quân" → "minh quaan", "Hoà Bình", "Hòa Bình" → "hoaf binhf". */
export function telex(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .map(telexSyllable)
    .join(' ')
}

function telexSyllable(syllable: string): string {
  if (/^\d+$/.test(syllable)) return foldName(syllable)
  let [letters, tone] = ['', '']
  for (const part of syllable.normalize('NFD').replaceAll('đ', 'dd')) {
    if (part in TONES) tone += TONES[part]
    else letters += part === CIRCUMFLEX ? letters.slice(-1) : part.replace(MARKS, 'w')
  }
  return letters + tone
}
