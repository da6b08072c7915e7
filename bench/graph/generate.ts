// Documents of an invented country, shaped like real ones: plans of communes that cite plans of their district and
// province, and all of them a few instruments of the centre that very many cite. Streamed, the same each time.

import { createHash } from 'node:crypto'
import type { Citation, Relation } from '../../src/citation/types.ts'
import { LEVELS, type Level } from '../../src/legal/place.ts'
import type { DocumentRecord } from '../../src/legal/records.ts'
import { pickWeighted, type Random, randomOf, scatterStep } from './random.ts'
import { createWorld, type Instrument, PLACES, type World } from './world.ts'

const LEAST_CITATIONS = 3
const MORE_CITATIONS = 6
/** Share of citations that leave out the date: more often where the number has the year ("60/2014/NĐ-CP"). */
const UNDATED = { withYear: 0.3, without: 0.08 }
/** Share of citations of a local instrument whose title names what that implements. */
const NESTED = 0.2
const CONTINUES_INSIDE = 0.2
const TITLED = 0.6
/** Share of documents that state what one cited instrument did to another. */
const STATING = 0.03
/** The hottest instrument of the centre is not much hotter than the next few. */
const FLATTEN = 5
/** How often a younger instrument than the citing one is drawn before the citation is left out. */
const TRIES = 8

/** Where the instruments lie that a level cites. */
const CITED: Readonly<Record<Level, Readonly<Partial<Record<Level, number>>>>> = {
  commune: { district: 0.4, province: 0.25, central: 0.3, commune: 0.05 },
  district: { province: 0.45, central: 0.45, district: 0.1 },
  province: { central: 0.75, province: 0.25 },
  central: { central: 1 },
}

const RELATIONS: Readonly<Partial<Record<Relation, number>>> = {
  IMPLEMENTS: 0.4,
  BASED_ON: 0.36,
  ACCORDING_TO: 0.08,
  CITES: 0.07,
  GUIDES: 0.03,
  AMENDS: 0.03,
  REPLACES: 0.03,
}

export interface GenerateOptions {
  readonly seed: number
  readonly instruments: number
}

/** All documents in batches, in an order that is neither that of time nor that of levels. */
export function* generateBatches(options: GenerateOptions, size: number): Generator<DocumentRecord[]> {
  let batch: DocumentRecord[] = []
  for (const record of generate(options)) {
    batch.push(record)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** The documents one by one. */
export function* generate({ seed, instruments }: GenerateOptions): Generator<DocumentRecord> {
  const world = createWorld(seed, instruments)
  const all = LEVELS.flatMap((level) => ({ level, size: world.sizes[level] }))
  const total = all.reduce((sum, { size }) => sum + size, 0)
  const step = scatterStep(total)
  for (let i = 0, at = 0; i < total; i++, at = (at + step) % total) {
    const instrument = instrumentAt(world, at)
    if (instrument.textHeld) yield documentOf(world, instrument)
  }
}

function instrumentAt(world: World, position: number): Instrument {
  let at = position
  for (const level of LEVELS) {
    if (at < world.sizes[level]) return world.instrument(level, at)
    at -= world.sizes[level]
  }
  throw new Error(`no instrument at ${position}`)
}

/** Keys of plans of communes, spread over the newer half of them. */
export function communeKeys({ seed, instruments }: GenerateOptions, count: number): string[] {
  const world = createWorld(seed, instruments)
  const half = Math.floor(world.sizes.commune / 2)
  const random = randomOf(seed, -1)
  const keys = new Set<string>()
  while (keys.size < Math.min(count, half))
    keys.add(world.instrument('commune', half + Math.floor(random() * half)).key)
  return [...keys]
}

function documentOf(world: World, own: Instrument): DocumentRecord {
  const random = randomOf(world.seed + 1, LEVELS.indexOf(own.level) + LEVELS.length * own.at)
  const writer = new Writer(random)
  const count = LEAST_CITATIONS + Math.floor(random() * MORE_CITATIONS)
  for (let i = 0; i < count; i++) cite(world, own, random, writer)
  const { type, number, date, issuer, title, place } = own
  return {
    source: `bench/${own.level}/${own.at}.txt`,
    sha256: createHash('sha256').update(own.key).digest('hex'),
    extractor: 'bench 1',
    place,
    fictional: false,
    level: own.level,
    header: { type, number, date, place: null, issuer, title, signer: null },
    citations: writer.citations,
    relations: statedBetween(writer.citations, random),
    effects: [],
    quotes: Object.fromEntries(writer.citations.map((citation) => [citation.id, quoteOf(citation)])),
  }
}

function cite(world: World, own: Instrument, random: Random, writer: Writer): void {
  const level = pickWeighted(CITED[own.level] as Record<Level, number>, random)
  const target = choose(world, own, level, random)
  if (!target) return
  const outer = writer.add(target, pickWeighted(RELATIONS as Record<Relation, number>, random), null)
  const inner =
    target.level !== 'central' && random() < NESTED ? choose(world, target, 'central', random) : null
  if (inner) writer.add(inner, random() < CONTINUES_INSIDE ? 'CONTINUES' : 'IMPLEMENTS', outer.id)
}

/** An older instrument of the level: of the centre by heat, of a place by chance; `null` where there is none. */
function choose(world: World, own: Instrument, level: Level, random: Random): Instrument | null {
  const older = world.countOlder(level, own)
  if (level !== 'central') return chooseLocal(world, own, level, older, random)
  for (let i = 0; i < TRIES; i++) {
    const at = world.atRank(rankByHeat(world.sizes.central, random))
    if (at < older) return world.instrument('central', at)
  }
  return null
}

/** A power law: the chance of a rank falls as 1 / (rank + FLATTEN). */
function rankByHeat(size: number, random: Random): number {
  return Math.floor(FLATTEN * ((size + FLATTEN) / FLATTEN) ** random()) - FLATTEN
}

function chooseLocal(
  world: World,
  own: Instrument,
  level: Level,
  older: number,
  random: Random,
): Instrument | null {
  const place = own.at % PLACES[level]
  const rounds = Math.floor((older - place - 1) / PLACES[level]) + 1
  return rounds > 0 ? world.instrument(level, place + PLACES[level] * Math.floor(random() * rounds)) : null
}

/** Writes citations one after another, as they would stand in a text. */
class Writer {
  readonly citations: Citation[] = []
  readonly #random: Random
  #end = 400

  constructor(random: Random) {
    this.#random = random
  }

  add(target: Instrument, relation: Relation, nestedIn: string | null): Citation {
    const { type, number, date, issuer, title } = target
    const dated = this.#random() >= (yearIn(number) ? UNDATED.withYear : UNDATED.without)
    const text = `${type} số ${number}`
    const start = this.#end + 60
    const citation: Citation = {
      id: `c${this.citations.length + 1}`,
      kind: 'numbered',
      start,
      end: start + text.length,
      text,
      surface: { start, end: start + text.length + (dated ? 16 : 0) + issuer.length },
      type,
      number,
      numberAsWritten: null,
      name: null,
      date: dated ? date : null,
      year: dated ? null : yearIn(number),
      issuer,
      title: this.#random() < TITLED ? title : null,
      provision: null,
      relation,
      relationFrom: nestedIn ?? 'document',
      cue: relation === 'BASED_ON' ? 'Căn cứ' : 'thực hiện',
      nestedIn,
      rule: 'numbered',
      confidence: 0.95,
      flags: [],
    }
    this.#end = citation.surface.end
    this.citations.push(citation)
    return citation
  }
}

/** "60/2014/NĐ-CP" → 2014. */
function yearIn(number: string): number | null {
  const year = number.match(/\/(\d{4})\//)?.[1]
  return year ? Number(year) : null
}

function quoteOf({ text, date, issuer, title, cue }: Citation): string {
  const day = date ? ` ngày ${date.split('-').reverse().join('/')}` : ''
  const about = title ? ` về ${title}` : ''
  return `${cue} ${text}${day} của ${issuer}${about}; xét đề nghị của cơ quan chuyên môn, nay ban hành với những nội dung sau đây:`
}

function statedBetween(citations: readonly Citation[], random: Random): DocumentRecord['relations'] {
  const [first, second] = citations
  if (!first || !second || random() >= STATING) return []
  return [{ from: second.id, to: first.id, relation: 'AMENDS', text: 'được sửa đổi, bổ sung bởi' }]
}
