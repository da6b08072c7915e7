// Damages sound documents in known ways, repairs them, and prints how much comes back: letters, words,
// false changes and, where citations are read, citations found before and after.
//
//   node bench/text-layer.ts [folder of reference texts, ../shared by default]
//
// The documents are those of gold/dev; scripts/build-syllables.ts leaves them out of its counts.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { encodingTable } from '../src/citation/text-layer/encoding-tables.ts'
import { repairTextLayer } from '../src/citation/text-layer/index.ts'

interface GoldCitation {
  readonly kind: string
  readonly type: string | null
  readonly number: string | null
  readonly numberAsWritten?: string
  readonly issuer: string | null
  readonly issuerRepaired?: string
  readonly ignore?: boolean
}

interface Sample {
  readonly text: string
  readonly citations: readonly GoldCitation[]
}

/** Of an extraction, what is compared. */
interface Found {
  readonly citations: readonly Pick<GoldCitation, 'type' | 'number' | 'issuer'>[]
}

interface Damaged {
  readonly text: string
  /** Offsets of lost letters, where length is kept; null where it is not. */
  readonly lost: readonly number[] | null
}

interface Trial {
  readonly name: string
  readonly damage: (text: string, random: () => number) => Damaged
}

interface Score {
  lost: number
  restored: number
  falseChanges: number
  words: number
  wordsBefore: number
  wordsAfter: number
  milliseconds: number
  citations: number
  citationsBefore: number
  citationsAfter: number
  citationsRead: number
}

const NOTHING: Score = {
  lost: 0,
  restored: 0,
  falseChanges: 0,
  words: 0,
  wordsBefore: 0,
  wordsAfter: 0,
  milliseconds: 0,
  citations: 0,
  citationsBefore: 0,
  citationsAfter: 0,
  citationsRead: 0,
}

const VOWELS = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'
const ALL = `${VOWELS}đ`
const UNMARKED = 'abcdeghiklmnopqrstuvxy'

const TRIALS: readonly Trial[] = [
  { name: 'none', damage: (text) => ({ text, lost: [] }) },
  blanked('đ ư ụ ổ ờ ì → blank', 'đưụổờì'),
  blanked('ư ơ ờ ớ → blank', 'ươờớ'),
  blanked('đ → blank', 'đ'),
  blanked('ă â ê ô → blank', 'ăâêô'),
  blanked('ạ ả ã ấ → blank', 'ạảãấ'),
  { name: '4–8 random marked → blank', damage: (text, random) => lose(text, pick(ALL, random), ' ') },
  {
    name: '4–8 random of all → blank',
    damage: (text, random) => lose(text, pick(ALL + UNMARKED, random), ' '),
  },
  {
    name: '4–8 random, capitals too → blank',
    damage: (text, random) => lose(text, bothCases(pick(ALL, random)), ' '),
  },
  { name: 'all marked vowels → blank', damage: (text) => lose(text, VOWELS, ' ') },
  { name: 'đ ư ụ ổ ờ ì → �', damage: (text) => lose(text, 'đưụổờì', '\ufffd') },
  { name: '4–8 random marked → □', damage: (text, random) => lose(text, pick(ALL, random), '□') },
  { name: 'all beyond Windows-1252 → ?', damage: (text) => lose(text, beyondWindows1252(), '?') },
  { name: 'đ ư ụ ổ ờ ì → nothing', damage: (text) => ({ text: lose(text, 'đưụổờì', '').text, lost: null }) },
  {
    name: '4–8 random marked → nothing',
    damage: (text, random) => ({ text: lose(text, pick(ALL, random), '').text, lost: null }),
  },
  { name: 'VNI', damage: (text) => ({ text: encode(text, 'VNI'), lost: null }) },
  { name: 'TCVN3', damage: (text) => ({ text: encode(text, 'TCVN3'), lost: null }) },
  { name: 'UTF-8 as Windows-1252', damage: (text) => ({ text: encode(text, 'UTF8_AS_LATIN1'), lost: null }) },
  { name: 'NFD', damage: (text) => ({ text: text.normalize('NFD'), lost: null }) },
  {
    name: 'soft hyphens',
    damage: (text) => ({ text: text.replace(/(\p{L}{3})(?=\p{L})/gu, '$1\u00ad'), lost: null }),
  },
]

// The same reader without the repair of text layers, for the figures "before".
const STUB =
  'export const repairTextLayer = (text) => ({ text, damage: [], toOriginal: (at) => at, isGuessed: () => false })'
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === './text-layer/index.ts' && context.parentURL?.endsWith('?unrepaired')
      ? { url: `data:text/javascript,${STUB}`, shortCircuit: true }
      : next(specifier, context),
})
const readerUrl = new URL('../src/citation/index.ts', import.meta.url).href
const read: (text: string) => Found = (await import(readerUrl)).extractCitations
const readUnrepaired: (text: string) => Found = (await import(`${readerUrl}?unrepaired`)).extractCitations

const root = process.argv[2] ?? '../shared'
const folder = join(root, 'gold/dev')
if (existsSync(folder)) run(readSamples(folder))
else console.log(`skipped: no documents at ${folder}`)

function readSamples(gold: string): readonly Sample[] {
  const files = readdirSync(join(gold, 'documents')).filter((file) => !file.startsWith('000_'))
  return files.map((file) => {
    const marked = JSON.parse(readFileSync(join(gold, 'gold', file.replace(/\.(md|txt)$/, '.json')), 'utf8'))
    const citations = marked[0].citations as readonly GoldCitation[]
    return {
      text: soundText(readFileSync(join(gold, 'documents', file), 'utf8')),
      citations: citations.filter(({ kind, ignore }) => kind === 'numbered' && !ignore),
    }
  })
}

function run(samples: readonly Sample[]): void {
  const characters = samples.reduce((sum, { text }) => sum + text.length, 0)
  console.log(`${samples.length} documents, ${characters} characters\n`)
  console.log(
    '| damage | letters restored | words right | false changes per 10,000 words | citations right | ms a document |',
  )
  console.log('|---|---|---|---|---|---|')
  for (const trial of TRIALS) console.log(row(trial.name, measure(trial, samples)))
}

/** The text as far as kind of glyph goes sound already, so that nothing but the trial's damage is measured. */
function soundText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u00a0/g, ' ')
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/Ð/g, 'Đ')
}

function measure(trial: Trial, samples: readonly Sample[]): Score {
  const random = randomNumbers(7)
  const score: Score = { ...NOTHING }
  for (const { text, citations } of samples) {
    const damaged = trial.damage(text, random)
    const start = performance.now()
    const repaired = repairTextLayer(damaged.text).text
    score.milliseconds += (performance.now() - start) / samples.length
    if (damaged.lost !== null) countLetters(score, text, damaged, repaired)
    countWords(score, text, damaged.text, repaired)
    score.citations += citations.length
    score.citationsBefore += countRight(citations, readUnrepaired(damaged.text))
    score.citationsAfter += countRight(citations, readUnrepaired(repaired))
    score.citationsRead += countRight(citations, read(damaged.text))
  }
  return score
}

/** Citations with the right number, type and issuer; each found one is used once. */
function countRight(wanted: readonly GoldCitation[], { citations }: Found): number {
  const left = [...citations]
  return wanted.filter((gold) => {
    const at = left.findIndex((found) => isRight(gold, found))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}

function isRight(gold: GoldCitation, found: Found['citations'][number]): boolean {
  return (
    [gold.number, gold.numberAsWritten].some((number) => bare(number) === bare(found.number)) &&
    bare(gold.type) === bare(found.type) &&
    [gold.issuer, gold.issuerRepaired ?? gold.issuer].some((issuer) => bare(issuer) === bare(found.issuer))
  )
}

/** Letters and digits alone, without case and marks. */
function bare(words: string | null | undefined): string {
  return (words ?? '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\d]/gu, '')
}

function countLetters(score: Score, text: string, damaged: Damaged, repaired: string): void {
  const lost = new Set(damaged.lost)
  score.lost += lost.size
  for (let at = 0; at < text.length; at++) {
    if (lost.has(at)) score.restored += text[at] === repaired[at] ? 1 : 0
    else score.falseChanges += text[at] === repaired[at] ? 0 : 1
  }
}

/** A word is right if it stands, in order, among the words of the line. */
function countWords(score: Score, text: string, damaged: string, repaired: string): void {
  const after = repaired.split('\n')
  const before = damaged.split('\n')
  text.split('\n').forEach((line, at) => {
    const words = wordsOf(line)
    score.words += words.length
    score.wordsBefore += inOrder(words, wordsOf(before[at] ?? ''))
    score.wordsAfter += inOrder(words, wordsOf(after[at] ?? ''))
  })
}

function wordsOf(line: string): readonly string[] {
  return line.split(/\s+/).filter(Boolean)
}

/** Length of the longest common subsequence. */
function inOrder(words: readonly string[], found: readonly string[]): number {
  let row = new Uint32Array(found.length + 1)
  for (const word of words) {
    const next = new Uint32Array(found.length + 1)
    found.forEach((other, at) => {
      next[at + 1] = word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0)
    })
    row = next
  }
  return row[found.length] ?? 0
}

function row(name: string, score: Score): string {
  const share = (part: number, whole: number): string =>
    whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
  const cells = [
    name,
    share(score.restored, score.lost),
    `${share(score.wordsBefore, score.words)} → ${share(score.wordsAfter, score.words)}`,
    ((10_000 * score.falseChanges) / score.words).toFixed(1),
    [score.citationsBefore, score.citationsAfter].map((part) => share(part, score.citations)).join(' → ') +
      ` (reader: ${share(score.citationsRead, score.citations)})`,
    score.milliseconds.toFixed(0),
  ]
  return `| ${cells.join(' | ')} |`
}

function blanked(name: string, letters: string): Trial {
  return { name, damage: (text) => lose(text, letters, ' ') }
}

/** Loses letters in the body; headings (capitals, bold, markdown) are in another font and stay whole. */
function lose(text: string, letters: string, sign: string): Damaged {
  const gone = new Set(letters)
  const lost: number[] = []
  let damaged = ''
  let start = 0
  for (const line of text.split(/(?<=\n)/)) {
    const heading = isHeading(line)
    for (let at = 0; at < line.length; at++) {
      const hit = !heading && gone.has(line.charAt(at))
      if (hit) lost.push(start + at)
      damaged += hit ? sign : line.charAt(at)
    }
    start += line.length
  }
  return { text: damaged, lost }
}

function isHeading(line: string): boolean {
  return /^\s*(\*\*|#)/.test(line) || line === line.toUpperCase()
}

function pick(letters: string, random: () => number): string {
  const pool = [...letters]
  const count = 4 + Math.floor(random() * 5)
  return Array.from({ length: count }, () => pool.splice(Math.floor(random() * pool.length), 1)[0]).join('')
}

function bothCases(letters: string): string {
  return letters + letters.toUpperCase()
}

function beyondWindows1252(): string {
  return bothCases([...ALL].filter((letter) => letter.charCodeAt(0) > 255).join(''))
}

function encode(text: string, encoding: 'VNI' | 'TCVN3' | 'UTF8_AS_LATIN1'): string {
  const signs = new Map([...encodingTable(encoding)].map(([sign, letter]) => [letter, sign]))
  return [...text].map((letter) => signs.get(letter) ?? signs.get(letter.toLowerCase()) ?? letter).join('')
}

/** Mulberry32: the same numbers each time. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
