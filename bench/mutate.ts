// Reads many short texts made by mutating pieces of real and sample ones, and checks what must hold of any
// text: nothing is thrown, citations stand in order, and every span gives back its words.
//   node bench/mutate.ts [how many, 100,000 by default]

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractCitations } from '../src/citation/index.ts'

const FOLDERS = ['../seed/sample', '../../shared/gold/dev/documents', '../../shared/corpus/official']
const PIECE = 160
const MOST_MUTATIONS = 6
const CONTROLS = [...'\0\t\n\r\v\f\u001b\u0085\u00a0\u00ad\u200b\u2028\ufeff\ufffd\u0301\u031b|*#"“”()[]{}…']
const SURROGATES = ['\ud800', '\udfff', '𝔘', '👩‍⚖️']

type Random = () => number
type Mutation = (text: string, random: Random, other: string) => string

const below = (random: Random, limit: number): number => Math.floor(random() * limit)
const pick = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)] as T

// A stretch of the text, mostly short.
function stretch(text: string, random: Random): readonly [number, number] {
  const start = below(random, text.length + 1)
  return [start, Math.min(text.length, start + below(random, random() < 0.2 ? 60 : 6))]
}

const replaced = (text: string, [start, end]: readonly [number, number], words: string): string =>
  text.slice(0, start) + words + text.slice(end)

const MUTATIONS: readonly Mutation[] = [
  (text, random) => replaced(text, stretch(text, random), ''),
  (text, random, other) => {
    const at = below(random, text.length + 1)
    return replaced(text, [at, at], other.slice(...stretch(other, random)))
  },
  (text, random) => {
    const [start, end] = stretch(text, random)
    return replaced(text, [start, end], text.slice(start, end).repeat(2 + below(random, 3)))
  },
  (text, random) => {
    const [start, end] = stretch(text, random)
    return text.slice(end) + text.slice(start, end) + text.slice(0, start)
  },
  (text, random) => replaced(text, stretch(text, random), pick(random, CONTROLS)),
  (text, random) => replaced(text, stretch(text, random), pick(random, SURROGATES)),
  (text, random) => {
    const [start, end] = stretch(text, random)
    const words = text.slice(start, end)
    return replaced(text, [start, end], random() < 0.5 ? words.toUpperCase() : words.toLowerCase())
  },
  (text, random) => (random() < 0.5 ? text.normalize('NFD') : text.normalize('NFC')),
  (text, random) => text.replaceAll(pick(random, [' ', ',', '-', '/', 'đ', '\n']), pick(random, CONTROLS)),
]

/** What is wrong with the reading of a text; null where all holds. */
function faultIn(text: string): string | null {
  const { citations, effects } = extractCitations(text)
  let last = 0
  for (const { start, end, text: words, surface } of citations) {
    if (start < last || end <= start) return `order: ${start} to ${end} after ${last}`
    if (text.slice(start, end) !== words) return `words: ${start} to ${end}`
    if (surface.start > start || surface.end < end || surface.end > text.length) return `surface: ${start}`
    last = start
  }
  const effect = effects.find(({ start, end, text: words }) => text.slice(start, end) !== words)
  return effect ? `effect: ${effect.start}` : null
}

function checked(text: string): string | null {
  try {
    return faultIn(text)
  } catch (error) {
    return `threw: ${error}`
  }
}

function run(count: number): void {
  const texts = readTexts()
  const random = randomNumbers(11)
  const piece = (): string => {
    const text = pick(random, texts)
    const start = below(random, Math.max(1, text.length - PIECE))
    return text.slice(start, start + below(random, PIECE) + 20)
  }
  const started = performance.now()
  const faults: string[] = []
  let letters = 0
  for (let i = 0; i < count; i++) {
    let text = piece()
    for (let left = 1 + below(random, MOST_MUTATIONS); left > 0; left--)
      text = pick(random, MUTATIONS)(text, random, piece())
    letters += text.length
    const fault = checked(text)
    if (fault !== null) faults.push(`${fault} in ${JSON.stringify(text)}`)
  }
  const seconds = (performance.now() - started) / 1000
  console.log(
    `${count} mutated texts of ${texts.length} documents, ${(letters / count).toFixed(0)} letters each: ${faults.length} faults, ${seconds.toFixed(0)} s`,
  )
  for (const fault of faults.slice(0, 20)) console.log(fault)
}

function readTexts(): string[] {
  const folders = FOLDERS.map((folder) => join(import.meta.dirname, folder)).filter(existsSync)
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:txt|md)$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  )
}

/** Mulberry32: the same numbers each time. */
function randomNumbers(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

run(Number(process.argv[2] ?? 100_000))
