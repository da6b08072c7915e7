// How common a syllable is in official Vietnamese, and after which other one: a trie of syllables and
// costs (negative natural logarithms of probabilities) unpacked from syllables.json when first asked for.

import table from './syllables.json' with { type: 'json' }

/** The id of a word that the table does not hold. */
export const UNKNOWN = -1

export interface TrieNode {
  /** Id of the syllable that ends here, or UNKNOWN. */
  word: number
  readonly children: Map<string, TrieNode>
}

export interface LanguageModel {
  readonly root: TrieNode
  /** The id of a lower-case syllable, or UNKNOWN. */
  find(syllable: string): number
  /** Cost of a syllable on its own. */
  cost(word: number): number
  /** Cost of a syllable right after another. */
  costAfter(before: number, word: number): number
  /** Whether most of a syllable's uses begin with a capital. */
  isName(word: number): boolean
}

const LEVELS_PER_NAT = 6
const RADIX = 91
/** How far a seen pair is trusted against the syllable's own frequency. */
const PAIR_WEIGHT = 0.85
const ID_SPAN = 32_768
/** A syllable that was never met, though its onset and its rime were. */
const PLAUSIBLE_COST = 14.5
const LEAST_RIME_COUNT = 30
const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')
const FRONT_VOWEL = /^[eèéẻẽẹêềếểễệiìíỉĩị]/

let shared: LanguageModel | null = null
let shares: ReadonlyMap<string, number> | null = null

/** The one model, unpacked at the first call (some 20 ms). */
export function languageModel(): LanguageModel {
  shared ??= unpack()
  return shared
}

/** Share of each letter, upper and lower case apart, among all letters; cheap, without the model. */
export function letterShares(): ReadonlyMap<string, number> {
  shares ??= unpackLetters()
  return shares
}

function unpack(): LanguageModel {
  const words = table.syllables.split(' ')
  const counts = unpackCounts(table.syllableCounts)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const pairs = unpackPairs(counts, total)
  const costs = Float64Array.from(counts, (count) => -Math.log(count / total))
  const alone = Float64Array.from(costs, (cost) => cost - Math.log(1 - PAIR_WEIGHT))
  const ids = new Map(words.map((word, id) => [word, id]))
  const isMet = (word: number): boolean => word < words.length
  return {
    root: buildTrie([...words, ...plausibleSyllables(words, counts, ids)]),
    find: (syllable) => ids.get(syllable) ?? UNKNOWN,
    cost: (word) => (isMet(word) ? (costs[word] as number) : PLAUSIBLE_COST),
    costAfter: (before, word) => {
      if (!isMet(word)) return PLAUSIBLE_COST
      if (before === UNKNOWN || !isMet(before)) return costs[word] as number
      return pairs.get(before * ID_SPAN + word) ?? (alone[word] as number)
    },
    isName: (word) => table.names[word] === '1',
  }
}

/** Characters '#'…'~' without the backslash stand for 0…90. */
function digitAt(packed: string, at: number): number {
  const code = packed.charCodeAt(at)
  return code > 92 ? code - 36 : code - 35
}

function countAt(packed: string, at: number): number {
  return Math.exp(digitAt(packed, at) / LEVELS_PER_NAT)
}

function unpackCounts(packed: string): Float64Array {
  return Float64Array.from(packed, (_, at) => countAt(packed, at))
}

function unpackPairs(counts: Float64Array, total: number): Map<number, number> {
  const pairs = new Map<number, number>()
  table.pairs.split('!').forEach((row, first) => {
    for (let at = 0; at + 2 < row.length; at += 3) {
      const second = digitAt(row, at) * RADIX + digitAt(row, at + 1)
      const share = Math.min(1, countAt(row, at + 2) / (counts[first] as number))
      const probability = PAIR_WEIGHT * share + ((1 - PAIR_WEIGHT) * (counts[second] as number)) / total
      pairs.set(first * ID_SPAN + second, -Math.log(probability))
    }
  })
  return pairs
}

function unpackLetters(): Map<string, number> {
  const counts = unpackCounts(table.letterCounts)
  const total = counts.reduce((sum, count) => sum + count, 0)
  return new Map([...table.letters].map((letter, at) => [letter, (counts[at] as number) / total]))
}

/** Known onsets before known rimes, where the table has no such syllable: "đốn", "tụy". */
function plausibleSyllables(
  words: readonly string[],
  counts: Float64Array,
  ids: ReadonlyMap<string, number>,
): readonly string[] {
  const rimes = new Map<string, number>()
  words.forEach((word, id) => {
    const rime = word.slice(onsetOf(word).length)
    rimes.set(rime, (rimes.get(rime) ?? 0) + (counts[id] as number))
  })
  const common = [...rimes].filter(([rime, count]) => rime !== '' && count >= LEAST_RIME_COUNT)
  return common
    .flatMap(([rime]) => ONSETS.filter((onset) => agree(onset, rime)).map((onset) => onset + rime))
    .filter((syllable) => !ids.has(syllable))
}

function onsetOf(word: string): string {
  return (
    ONSETS.findLast(
      (onset) => word.startsWith(onset) && !ONSETS.some((o) => o.length > onset.length && word.startsWith(o)),
    ) ?? ''
  )
}

/** k, gh, ngh stand before e, ê, i; c, g, ng before the other vowels. */
function agree(onset: string, rime: string): boolean {
  if (/^[^aeiouyà-ỹ]/.test(rime)) return false
  if (/^(k|gh|ngh)$/.test(onset)) return FRONT_VOWEL.test(rime)
  return !/^(c|g|ng)$/.test(onset) || !FRONT_VOWEL.test(rime)
}

function buildTrie(words: readonly string[]): TrieNode {
  const root: TrieNode = { word: UNKNOWN, children: new Map() }
  words.forEach((word, id) => {
    let node = root
    for (const letter of word) node = childOf(node, letter)
    node.word = id
  })
  return root
}

function childOf(node: TrieNode, letter: string): TrieNode {
  const known = node.children.get(letter)
  if (known !== undefined) return known
  const made: TrieNode = { word: UNKNOWN, children: new Map() }
  node.children.set(letter, made)
  return made
}
