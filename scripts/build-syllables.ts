// Counts the syllables, and the pairs of neighbouring syllables, of official Vietnamese texts and writes
// src/citation/text-layer/syllables.json. Only counts of one or two syllables leave the texts.
//
//   node scripts/build-syllables.ts [folder of reference texts, ../shared by default]
//
// The documents of gold/dev are left out, so that measures taken on them are honest.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const MIN_SYLLABLE_COUNT = 2
/** What is no well-formed syllable (abbreviations, slips, other languages) must be met this often. */
const MIN_ODD_COUNT = 12
const MIN_SYMBOL_COUNT = 3
const MIN_PAIR_COUNT = 2
const MAX_PAIRS = 42_000
const MAX_SYLLABLE_LENGTH = 8
const TARGET = new URL('../src/citation/text-layer/syllables.json', import.meta.url)

const VIETNAMESE = /^[a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]+$/

const ONSET = '(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?'
const OPEN =
  '(?:[aeêioôơuưy]|ia|ua|ưa|oa|oe|uê|uơ|uy|uya|(?:[aăâoôơuư]|oa|ươ|uô)[iy]|(?:[aâeêiư]|iê|yê|oa|oe|uy|ươ)[uo])'
const CLOSED = '(?:[aăâeêioôơuưy]|oo|iê|yê|ươ|uô|oa|oă|oe|uâ|uê|uy|uyê)(?:c|ch|m|n|ng|nh|p|t)'
const SYMBOL = /^[A-ZĐƯ]{2,8}$/
const TONES = /\u0300|\u0301|\u0303|\u0309|\u0323/g
const SYLLABLE = new RegExp(`^${ONSET}(?:${OPEN}|${CLOSED})$`)

interface Counts {
  readonly syllables: Map<string, number>
  /** Parts of document numbers: "QĐ", "HĐND". */
  readonly symbols: Map<string, number>
  readonly capitals: Map<string, number>
  readonly pairs: Map<string, number>
  readonly letters: Map<string, number>
}

const root = process.argv[2] ?? '../shared'
const seenLines = new Set<string>()
const counts: Counts = {
  syllables: new Map(),
  symbols: new Map(),
  capitals: new Map(),
  pairs: new Map(),
  letters: new Map(),
}
for (const text of readTexts()) countText(distinctLines(text))
writeFileSync(TARGET, `${JSON.stringify(pack(), null, 2)}\n`)

function* readTexts(): Generator<string> {
  const measured = new Set(readdirSync(join(root, 'gold/dev/documents')))
  const official = join(root, 'corpus/official')
  for (const file of readdirSync(official).sort())
    if (!measured.has(file)) yield readFileSync(join(official, file), 'utf8')
  yield readFileSync(join(root, 'facts/register.tsv'), 'utf8')
    .split('\n')
    .map((row) => `${row.split('\t')[1]}\n${row.split('\t')[4]}\n${row.split('\t')[5]}`)
    .join('\n')
  for (const file of ['units/units-2026-07.json', 'units/legacy-to-2025.csv'])
    yield readFileSync(join(root, file), 'utf8').replace(/[",;|]/g, '\n')
  const notes = gunzipSync(readFileSync(join(root, 'phapdien/notes-dev.jsonl.gz'))).toString('utf8')
  yield notes
    .split('\n')
    .filter(Boolean)
    .map((row) => JSON.parse(row).text)
    .join('\n')
}

/** Leaves out every line already met, digits apart: site furniture and forms repeat without end. */
function distinctLines(text: string): string {
  return text
    .normalize('NFC')
    .split('\n')
    .filter((line) => {
      const shape = line.replace(/\d+/g, '0').trim()
      if (shape.length < 12) return true
      if (seenLines.has(shape)) return false
      seenLines.add(shape)
      return true
    })
    .join('\n')
}

function countText(text: string): void {
  for (const letter of text.match(/\p{L}/gu) ?? []) add(counts.letters, letter)
  let before = ''
  let end = -1
  for (const match of text.matchAll(/\p{L}+/gu)) {
    const word = match[0]
    const gap = text.slice(end, match.index)
    end = match.index + word.length
    if (isSymbol(text, match.index, end)) add(counts.symbols, word.toLowerCase())
    if (!isRunningWord(text, match.index, end)) {
      before = ''
      continue
    }
    const syllable = word.toLowerCase()
    add(counts.syllables, syllable)
    if (/^\p{Lu}/u.test(word)) add(counts.capitals, syllable)
    if (before !== '' && /^\s+$/.test(gap)) add(counts.pairs, `${before} ${syllable}`)
    before = syllable
  }
}

/** Capitals before or after a slash. */
function isSymbol(text: string, start: number, end: number): boolean {
  return (text[start - 1] === '/' || text[end] === '/') && SYMBOL.test(text.slice(start, end))
}

/** No part of a document number, web address or formula, and not cut by markup. */
function isRunningWord(text: string, start: number, end: number): boolean {
  const glued = /[\d/\\@_=*]/
  return (
    end - start <= MAX_SYLLABLE_LENGTH &&
    VIETNAMESE.test(text.slice(start, end).toLowerCase()) &&
    !glued.test(text[start - 1] ?? '') &&
    !glued.test(text[end] ?? '')
  )
}

/** One tone at most, and an onset, a nucleus and a coda that go together. */
function isWellFormed(syllable: string): boolean {
  const marks = syllable.normalize('NFD')
  return (marks.match(TONES) ?? []).length < 2 && SYLLABLE.test(marks.replace(TONES, '').normalize('NFC'))
}

function add(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1)
}

/** Counts as one printable character: 6 times the natural logarithm, base '#'; no backslash. */
function level(count: number): string {
  return digit(Math.min(90, Math.round(6 * Math.log(count))))
}

function digit(value: number): string {
  return String.fromCharCode(value < 57 ? 35 + value : 36 + value)
}

function frequent(map: Map<string, number>, least: number): [string, number][] {
  return [...map].filter(([, count]) => count >= least).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

function pack(): Record<string, string> {
  for (const [symbol, count] of frequent(counts.symbols, MIN_SYMBOL_COUNT))
    if (!isWellFormed(symbol)) counts.syllables.set(symbol, (counts.syllables.get(symbol) ?? 0) + count)
  const syllables = frequent(counts.syllables, MIN_SYLLABLE_COUNT).filter(
    ([syllable, count]) => count >= MIN_ODD_COUNT || counts.symbols.has(syllable) || isWellFormed(syllable),
  )
  const index = new Map(syllables.map(([syllable], at) => [syllable, at]))
  const rows: string[] = syllables.map(() => '')
  const pairs = frequent(counts.pairs, MIN_PAIR_COUNT).filter(([pair]) =>
    pair.split(' ').every((s) => index.has(s)),
  )
  for (const [pair, count] of pairs.slice(0, MAX_PAIRS)) {
    const [first = 0, second = 0] = pair.split(' ').map((s) => index.get(s))
    rows[first] += digit(Math.floor(second / 91)) + digit(second % 91) + level(count)
  }
  const letters = frequent(counts.letters, 1).filter(([letter]) => VIETNAMESE.test(letter.toLowerCase()))
  const names = syllables.map(([s, n]) => ((counts.capitals.get(s) ?? 0) > n / 2 ? '1' : '0'))
  console.log(`${syllables.length} syllables, ${pairs.length} pairs with ${MIN_PAIR_COUNT} or more`)
  return {
    note: 'Counts over official texts, made by scripts/build-syllables.ts; read by language-model.ts.',
    letters: letters.map(([letter]) => letter).join(''),
    letterCounts: letters.map(([, count]) => level(count)).join(''),
    syllables: syllables.map(([syllable]) => syllable).join(' '),
    syllableCounts: syllables.map(([, count]) => level(count)).join(''),
    names: names.join(''),
    pairs: rows.join('!').replace(/!+$/, ''),
  }
}
