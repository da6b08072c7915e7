// Measures the speed of extraction: MB of UTF-8 a second on whole documents, and the time a byte takes
// on texts made to be slow, as a ratio to the corpus. By the clock, and by the time of the processors, which
// other work on the machine disturbs less. Reads ../shared/corpus where it is present.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractCitations } from '../src/citation/index.ts'

const CORPUS = join(import.meta.dirname, '../../shared/corpus/official')
const MEGABYTE = 1_000_000
const ROUNDS = 12

const filled = (words: string, bytes: number): string =>
  words.repeat(Math.ceil(bytes / Buffer.byteLength(words)))

/** Seconds by the clock, and of all threads by the processors. */
interface Time {
  readonly clock: number
  readonly processor: number
}

function timeOf(work: () => void): Time {
  const start = performance.now()
  const used = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(used)
  return { clock: (performance.now() - start) / 1e3, processor: (user + system) / 1e6 }
}

const bytesOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)

// The best of some rounds: what the code needs, without what else the machine does.
function best(work: () => void, rounds: number): Time {
  const times = Array.from({ length: rounds }, () => timeOf(work))
  return {
    clock: Math.min(...times.map(({ clock }) => clock)),
    processor: Math.min(...times.map(({ processor }) => processor)),
  }
}

function extractAll(texts: readonly string[]): void {
  for (const text of texts) extractCitations(text)
}

function barePass(texts: readonly string[]): void {
  const patterns = [/\d{1,5}\/(?:\d{4}\/)?[A-ZĐ][A-ZĐa-z-]+/g, /\d{1,5}-[A-ZĐ][A-ZĐa-z]*\/[A-ZĐ]+/g]
  for (const text of texts) for (const pattern of patterns) text.match(pattern)
}

function main(): void {
  if (!existsSync(CORPUS)) {
    console.log('bench/extraction.ts: no ../shared/corpus here, so nothing is measured.')
    return
  }
  const names = readdirSync(CORPUS).sort()
  const corpus = names.map((name) => readFileSync(join(CORPUS, name), 'utf8'))
  const bytes = bytesOf(corpus)
  extractAll(corpus)
  const time = best(() => extractAll(corpus), ROUNDS)
  const bare = best(() => barePass(corpus), ROUNDS)
  const perByte = time.clock / bytes
  const rate = (seconds: number): string => (bytes / seconds / MEGABYTE).toFixed(1)
  console.log(`corpus: ${corpus.length} documents, ${rate(1)} MB`)
  console.log(
    `extraction: ${rate(time.clock)} MB/s (by processor time ${rate(time.processor)}); ` +
      `a bare pass of two number patterns: ${rate(bare.clock)} MB/s`,
  )
  const found = corpus.reduce((sum, text) => sum + extractCitations(text).citations.length, 0)
  console.log(`citations: ${found}, ${((perByte * bytes * 1e6) / found).toFixed(1)} µs each`)
  for (const [name, text] of hostileTexts(corpus)) {
    const ratio = best(() => extractAll([text]), 3).clock / Buffer.byteLength(text) / perByte
    console.log(`${name.padEnd(28)} ${ratio.toFixed(2)} times the corpus, per byte`)
  }
}

function hostileTexts(corpus: readonly string[]): [string, string][] {
  const longest = corpus.reduce((a, b) => (b.length > a.length ? b : a))
  const repeated = [
    'Điều ',
    '(((((',
    '1/1/1/1',
    'Căn cứ Căn cứ ',
    'Luật ',
    'số 1/KH-UBND ',
    'Nghị quyết số ',
    'điểm a khoản 1 ',
    '“',
    'của Bộ ',
    'được sửa đổi ',
    'a\u0301',
    '\n\n',
    '1 ',
    'hiệu lực ',
    'Luật sửa đổi, bổ sung một số điều của ',
  ]
  return [
    ...repeated.map((words): [string, string] => [
      `1 MB of ${JSON.stringify(words)}`,
      filled(words, MEGABYTE),
    ]),
    ['10 MB of one document', filled(longest, 10 * MEGABYTE)],
    ['10 MB of all, as one', filled(corpus.join('\n\n'), 10 * MEGABYTE)],
  ]
}

main()
