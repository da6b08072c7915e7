// Finds the likeliest reading of a stretch of letters and holes: every hole is a lost letter or just what
// it looks like (a true blank, a true question mark), and both are decided together with the syllables.
// A beam search over the positions of the stretch: linear in its length.

import { type LanguageModel, type TrieNode, UNKNOWN } from './language-model.ts'

/** What a lost letter left behind: a blank, some sign, or nothing at all (''). */
export interface LossModel {
  readonly hole: string
  /** By lower-case letter: the cost (natural-log units) that a hole is this letter, in either case. */
  readonly costs: ReadonlyMap<string, CaseCosts>
}

export interface CaseCosts {
  readonly lower: number
  readonly upper: number
}

export interface Fill {
  /** Offset into the stretch. */
  readonly at: number
  readonly letter: string
}

export interface Reading {
  readonly cost: number
  readonly fills: readonly Fill[]
  /** The last syllable, as context for what follows. */
  readonly last: number
}

/** The edges of the stretch as they affect its first and last blanks. */
export interface Borders {
  /** The syllable before, or UNKNOWN. */
  readonly before: number
  /** Blanks that cost nothing at the start: one after a comma, any number at the start of a line. */
  readonly lead: number
  readonly trail: number
  /** A blank is due there: after a comma, before a bracket or a number. */
  readonly leadDue: boolean
  readonly trailDue: boolean
  /** The word at the edge goes on in a digit, a slash, markup: it is part of something else. */
  readonly leadGlued: boolean
  readonly trailGlued: boolean
  readonly sentenceStart: boolean
}

const BEAM = 5
const MAX_FILLS = 4
/** Where nothing marks the place, as many could turn any word into many others. */
const MAX_UNMARKED_FILLS = 3
/** Syllables have at most eight letters; one more to see that they end. */
const WINDOW = 9
const MAX_EDGES = 60
const MAX_STEPS = 1500
/** Real texts with every marked vowel lost take some 25 steps a letter. */
const STEPS_PER_LETTER = 60
const FREE_STEPS = 100_000
const EXTRA_BLANK = 4
const ODD_BORDER_BLANK = 5
const MISSING_BLANK = 5
const TRUE_SIGN = 5
const UNKNOWN_WORD = 11
const UNKNOWN_LETTER = 1.2
/** A lost capital inside a sentence; at its start it is as likely as not. */
const CAPITAL = 2.3

interface Path {
  readonly cost: number
  readonly last: number
  readonly from: Path | null
  readonly start: number
  readonly edge: Edge | null
}

interface Edge {
  readonly length: number
  readonly word: number
  readonly cost: number
  readonly fills: readonly Fill[]
}

export type Decoder = (stretch: string, borders: Borders) => Reading

/**
 * Makes a decoder for one model of loss; it remembers the edges of windows it has met. Its work is bounded
 * by the letters it reads: stretches beyond its means, which no real text has, it takes as written.
 */
export function createDecoder(model: LanguageModel, loss: LossModel): Decoder {
  const finder = new EdgeFinder(model, loss)
  const plain = new EdgeFinder(model, { hole: loss.hole, costs: new Map() })
  let means = FREE_STEPS
  return (stretch, borders) => {
    means += STEPS_PER_LETTER * stretch.length
    const lattice = new Lattice(stretch, borders, model, loss.hole, means > 0 ? finder : plain)
    const reading = readingOf(lattice.search())
    means -= lattice.steps
    return reading
  }
}

/** The cost of a stretch taken exactly as it is written. */
export function createPlainDecoder(model: LanguageModel): Decoder {
  return createDecoder(model, { hole: ' ', costs: new Map() })
}

function readingOf(path: Path): Reading {
  const fills: Fill[] = []
  for (let step: Path | null = path; step !== null; step = step.from)
    for (const { at, letter } of step.edge?.fills ?? []) fills.push({ at: step.start + at, letter })
  return { cost: path.cost, last: path.last, fills: fills.sort((a, b) => a.at - b.at) }
}

/** One search: `ready[i]`: paths that may begin a word at i; `ended[i]`: paths whose word ends at i. */
class Lattice {
  readonly ready: Path[][]
  readonly ended: Path[][]
  readonly text: string
  readonly borders: Borders
  readonly model: LanguageModel
  readonly hole: string
  readonly finder: EdgeFinder
  /** Blanks before the one and from the other on cost nothing. */
  readonly lead: number
  readonly trail: number
  /** How many ways on were weighed. */
  steps = 0

  constructor(text: string, borders: Borders, model: LanguageModel, hole: string, finder: EdgeFinder) {
    this.text = text
    this.borders = borders
    this.model = model
    this.hole = hole
    this.finder = finder
    this.lead = Math.min(borders.lead, text.length - text.trimStart().length)
    this.trail = Math.max(text.length - borders.trail, text.trimEnd().length)
    this.ready = Array.from({ length: text.length + 1 }, () => [])
    this.ended = Array.from({ length: text.length + 1 }, () => [])
  }

  search(): Path {
    this.ready[0]?.push({ cost: 0, last: this.borders.before, from: null, start: 0, edge: null })
    for (let at = 0; at < this.text.length; at++) this.step(at)
    const all = [...(this.ready[this.text.length] as Path[]), ...(this.ended[this.text.length] as Path[])]
    return all.reduce((best, path) => (path.cost < best.cost ? path : best))
  }

  step(at: number): void {
    const ready = this.ready[at] as Path[]
    const ended = this.ended[at] as Path[]
    if (!isLetter(this.text.charCodeAt(at))) this.takeAsWritten(at, ready, ended)
    if (ready.length === 0) return
    for (const edge of this.edgesAt(at)) for (const path of ready) this.extend(path, at, edge)
  }

  takeAsWritten(at: number, ready: readonly Path[], ended: readonly Path[]): void {
    const next = this.ready[at + 1] as Path[]
    const blank = this.text[at] === ' '
    const first = blank ? this.borderCost(at) : TRUE_SIGN
    const further = blank ? this.furtherBlank(at) : TRUE_SIGN
    for (const path of ended) keep(next, { ...path, cost: path.cost + first, from: path, edge: null })
    for (const path of ready) keep(next, { ...path, cost: path.cost + further, from: path, edge: null })
  }

  /** A blank right after a word: free, unless it is the last thing before a comma or the like. */
  borderCost(at: number): number {
    return at >= this.text.length - 1 && this.borders.trail === 0 ? ODD_BORDER_BLANK : 0
  }

  furtherBlank(at: number): number {
    if (at < this.lead || at >= this.trail) return 0
    const border = at === 0 || at === this.text.length - 1
    return border ? ODD_BORDER_BLANK : EXTRA_BLANK
  }

  edgesAt(at: number): readonly Edge[] {
    const edges = this.finder.find(this.text, at, this.borders)
    if (!isLetter(this.text.charCodeAt(at))) return edges
    const end = wordEnd(this.text, at)
    const known =
      end - at < WINDOW && edges.some((edge) => edge.length === end - at && edge.fills.length === 0)
    if (known) return edges
    const cost = UNKNOWN_WORD + UNKNOWN_LETTER * Math.min(8, end - at)
    return [...edges, { length: end - at, word: UNKNOWN, cost, fills: [] }]
  }

  extend(path: Path, at: number, edge: Edge): void {
    this.steps++
    const word = edge.word === UNKNOWN ? 0 : this.model.costAfter(path.last, edge.word)
    const cost = path.cost + edge.cost + word + this.missingBlanks(at, edge)
    keep(this.ended[at + edge.length] as Path[], { cost, last: edge.word, from: path, start: at, edge })
  }

  /** Nothing marks the place of a lost letter, and the word is part of something else: "5m", "K0". */
  isGlued(at: number, length: number): boolean {
    if (this.hole !== '') return false
    return (
      (at === 0 && this.borders.leadGlued) || (at + length === this.text.length && this.borders.trailGlued)
    )
  }

  /** Letters that take the place of a blank that is due. */
  missingBlanks(at: number, { fills, length }: Edge): number {
    if (fills.length === 0) return 0
    if (this.hole !== ' ') return this.isGlued(at, length) ? Infinity : 0
    const first = this.borders.leadDue && at === 0 && fills[0]?.at === 0
    const last = this.borders.trailDue && at + length === this.text.length && fills.at(-1)?.at === length - 1
    return (first ? MISSING_BLANK : 0) + (last ? MISSING_BLANK : 0)
  }
}

/** Keeps the best path for each last syllable, and the BEAM best of those. */
function keep(paths: Path[], path: Path): void {
  const same = paths.findIndex((other) => other.last === path.last)
  if (same >= 0) {
    if (path.cost < (paths[same] as Path).cost) paths[same] = path
    return
  }
  if (paths.length < BEAM) {
    paths.push(path)
    return
  }
  let worst = 0
  for (let i = 1; i < paths.length; i++) if ((paths[i] as Path).cost > (paths[worst] as Path).cost) worst = i
  if (path.cost < (paths[worst] as Path).cost) paths[worst] = path
}

/** Finds the syllables that may stand at a place, holes filled. */
class EdgeFinder {
  readonly model: LanguageModel
  readonly loss: LossModel
  readonly met = new Map<string, readonly Edge[]>()

  constructor(model: LanguageModel, loss: LossModel) {
    this.model = model
    this.loss = loss
  }

  find(text: string, at: number, borders: Borders): readonly Edge[] {
    const window = text.slice(at, at + WINDOW)
    const left = leftCase(text, at, borders)
    const key = left + window
    const known = this.met.get(key)
    if (known !== undefined) return known
    if (this.met.size > 60_000) this.met.clear()
    const edges = new Walk(window, left, this.model, this.loss).edges()
    this.met.set(key, edges)
    return edges
  }
}

/**
 * What stands before a window: 's' start of a sentence, 'l' small letter, 'u' a capital, 'U' several;
 * 'n' if it is itself part of a number: "QĐ" in "217-QĐ/TW".
 */
function leftCase(text: string, at: number, { sentenceStart, leadGlued, trailGlued }: Borders): string {
  if ((leadGlued || trailGlued) && text.length < WINDOW && !text.trim().includes(' ')) return 'n'
  let seen = ''
  for (let i = at - 1; i >= 0 && at - i < 6; i--) {
    if (!isLetter(text.charCodeAt(i))) continue
    if (!isUpper(text.charAt(i))) return seen === '' ? 'l' : 'u'
    if (seen !== '') return 'U'
    seen = 'u'
  }
  return seen !== '' ? seen : sentenceStart ? 's' : 'l'
}

/** One walk of the trie along a window. */
class Walk {
  readonly found: Edge[] = []
  readonly lower: string
  readonly window: string
  readonly left: string
  readonly model: LanguageModel
  readonly loss: LossModel
  steps = 0

  constructor(window: string, left: string, model: LanguageModel, loss: LossModel) {
    this.window = window
    this.lower = window.toLowerCase()
    this.left = left
    this.model = model
    this.loss = loss
  }

  edges(): readonly Edge[] {
    this.visit(this.model.root, 0, 0, [])
    if (this.found.length <= MAX_EDGES) return this.found
    const rank = (edge: Edge): number => edge.cost + this.model.cost(edge.word)
    return this.found.sort((a, b) => rank(a) - rank(b)).slice(0, MAX_EDGES)
  }

  visit(node: TrieNode, at: number, cost: number, fills: readonly Fill[]): void {
    if (++this.steps > MAX_STEPS) return
    const letter = isLetter(this.window.charCodeAt(at))
    if (node.word !== UNKNOWN && !letter && at > 0) this.finish(node.word, at, cost, fills)
    if (letter) {
      const child = node.children.get(this.lower.charAt(at))
      if (child !== undefined) this.visit(child, at + 1, cost, fills)
    }
    if (this.loss.hole === '' ? at > 0 || letter : this.window[at] === this.loss.hole)
      this.fill(node, at, cost, fills)
  }

  fill(node: TrieNode, at: number, cost: number, fills: readonly Fill[]): void {
    if (fills.length >= (this.loss.hole === '' ? MAX_UNMARKED_FILLS : MAX_FILLS)) return
    const width = this.loss.hole.length
    const shape = this.caseAt(at, fills.length)
    for (const [letter, child] of node.children) {
      const costs = this.loss.costs.get(letter)
      if (costs === undefined) continue
      const upper = shape === 'upper' || (shape === 'either' && costs.upper + CAPITAL < costs.lower)
      const own = upper ? costs.upper + (shape === 'either' ? this.capitalCost() : 0) : costs.lower
      if (own === Infinity) continue
      const filled = { at, letter: upper ? letter.toUpperCase() : letter }
      this.visit(child, at + width, cost + own, [...fills, filled])
    }
  }

  capitalCost(): number {
    return this.left === 's' ? 0.7 : CAPITAL
  }

  finish(word: number, length: number, cost: number, fills: readonly Fill[]): void {
    this.found.push({ length, word, cost, fills })
  }

  /** Which case a lost letter had, by its neighbours. */
  caseAt(at: number, filled: number): 'upper' | 'lower' | 'either' {
    const inside = this.insideCase(at)
    if (inside === 'l') return 'lower'
    const before = inside || this.left
    const after = this.rightCase(at)
    if (this.left === 'n' && after !== 'l') return 'upper'
    if (after === 'l') return at === 0 && filled === 0 ? 'either' : 'lower'
    if (after === '') return before === 'U' ? 'upper' : 'lower'
    return before === 'u' || before === 'U' || after === 'U' ? 'upper' : 'lower'
  }

  /** What stands before in the word: 'l' small letter, 'u' capital, 'U' several capitals. */
  insideCase(at: number): string {
    for (let i = at - 1; i >= 0; i--)
      if (isLetter(this.window.charCodeAt(i)))
        return !isUpper(this.window.charAt(i)) ? 'l' : isUpper(this.window.charAt(i - 1)) ? 'U' : 'u'
    return ''
  }

  /** As `insideCase`; the capital of another word ("Chính") says nothing: ''. */
  rightCase(at: number): string {
    for (let i = at; i < this.window.length; i++)
      if (isLetter(this.window.charCodeAt(i))) {
        const next = this.window.charAt(i + 1)
        if (!isUpper(this.window.charAt(i))) return 'l'
        if (isUpper(next)) return 'U'
        return isLetter(next.charCodeAt(0)) ? '' : 'u'
      }
    return ''
  }
}

/** A letter of the Latin script (Vietnamese ones among them), by UTF-16 code. */
export function isLetter(code: number): boolean {
  if (code < 0xc0) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return (code < 0x250 && code !== 0xd7 && code !== 0xf7) || (code >= 0x1e00 && code < 0x1f00)
}

/** Where the run of letters that starts at `at` ends. */
export function wordEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && isLetter(text.charCodeAt(end))) end++
  return end
}

function isUpper(letter: string): boolean {
  return letter !== '' && letter !== letter.toLowerCase()
}
