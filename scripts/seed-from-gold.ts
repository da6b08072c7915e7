// Makes seed/plans from the five plans marked by hand: facts of each citation and its own words, never the
// running text. Run with ../shared beside the checkout: npx node scripts/seed-from-gold.ts

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Citation, Flag, Header } from '../src/citation/types.ts'
import type { planSchema } from '../src/ingest/seed-records.ts'
import type { Level } from '../src/legal/place.ts'

type Plan = z.infer<typeof planSchema>

/** One entry of the gold file, as far as it is used here. */
interface GoldCitation {
  readonly id: string
  readonly kind: Citation['kind']
  readonly surface: string
  readonly surfaceRepaired?: string
  readonly core: string
  readonly rawOffset: readonly [number, number]
  readonly surfaceOffset: readonly [number, number]
  readonly type: string
  readonly number: string | null
  readonly numberAsWritten?: string
  readonly date: string | null
  readonly year?: number
  readonly issuer: string | null
  readonly issuerRepaired?: string
  readonly title: string | null
  readonly titleRepaired?: string
  readonly provision: string | null
  readonly relation: Citation['relation']
  readonly relationFrom: string
  readonly cue: string | null
  readonly cueRepaired?: string
  readonly cueCarried?: boolean
  readonly cueElided?: boolean
  readonly typeElided?: boolean
  readonly issuerShared?: boolean
  readonly titleShared?: boolean
  readonly nestedIn: string | null
  readonly key: string
  readonly suspectedIntended?: string
  readonly level: Level
}

interface GoldPlan {
  readonly file: string
  readonly header: {
    readonly inText: {
      readonly type: string
      readonly title: string
      readonly issuingBody?: string
      readonly issuingBodies?: readonly string[]
      readonly placeDate?: string
      readonly date?: string
      readonly signers: readonly { readonly name: string }[]
    }
    readonly inferable: Readonly<Record<string, string>>
  }
  readonly citations: readonly GoldCitation[]
}

/** What the header facts let a curator say of where each plan was issued. */
const ISSUED_AT: Readonly<Record<string, { readonly place: string | null; readonly level: Level }>> = {
  '000': { place: null, level: 'province' },
  '001': { place: 'minh-son.ngoc-lac.thanh-hoa', level: 'commune' },
  '002': { place: 'cao-bang', level: 'province' },
  '003': { place: 'tay-son.binh-dinh', level: 'district' },
  '004': { place: 'binh-dinh', level: 'province' },
}

/** Gold keys that name an instrument less fully than its identity here does. */
const FULL_KEYS: Readonly<Record<string, string>> = {
  '42/2013/QH13': '42/2013/QH13@2013-11-25',
  '02/2011/QH13': '02/2011/QH13@2011-11-11',
  '25/2018/QH14': '25/2018/QH14@2018-06-12',
  'Hiến pháp 2013': 'Hiến pháp@2013-11-28',
}

/** Numbers that contradict what stands beside them; what was probably meant is never put in their place. */
const CONTRADICTED: Readonly<Record<string, Flag>> = {
  '001#11': 'YEAR_AGAINST_LEGISLATURE',
  '003#05': 'SUFFIX_AGAINST_ISSUER',
  '003#20': 'SUFFIX_AGAINST_ISSUER',
}

/** What the gold remarks on an entry → the flag it gets. */
const FLAG_OF: readonly (readonly [keyof GoldCitation, Flag])[] = [
  ['numberAsWritten', 'NUMBER_REPAIRED'],
  ['typeElided', 'TYPE_INFERRED'],
  ['issuerShared', 'ISSUER_SHARED'],
  ['titleShared', 'TITLE_SHARED'],
  ['cueCarried', 'CUE_CARRIED'],
  ['cueElided', 'CUE_CARRIED'],
  ['surfaceRepaired', 'TEXT_REPAIRED'],
  ['issuerRepaired', 'TEXT_REPAIRED'],
  ['titleRepaired', 'TEXT_REPAIRED'],
  ['cueRepaired', 'TEXT_REPAIRED'],
]

const MARKED_BY_HAND = 'marked by hand'
const LONGEST_QUOTE = 400
const ELLIPSIS = ' … '

/**
 * The plans' records by file name ("000.json"), as they are to be written.
 *
 * @param shared the folder that holds `gold/dev`
 */
export function planFiles(shared: string): Map<string, string> {
  const gold = join(shared, 'gold', 'dev', 'gold')
  const plans = readdirSync(gold).filter((name) => /^00[0-4]_/.test(name))
  return new Map(
    plans.sort().map((name) => {
      const [plan] = JSON.parse(readFileSync(join(gold, name), 'utf8')) as [GoldPlan]
      const text = readFileSync(join(shared, 'gold', 'dev', 'documents', plan.file), 'utf8')
      const stem = name.slice(0, 3)
      return [`${stem}.json`, `${JSON.stringify(toPlan(stem, plan, text), null, 2)}\n`]
    }),
  )
}

function toPlan(stem: string, gold: GoldPlan, text: string): Plan {
  const { place, level } = ISSUED_AT[stem] ?? { place: null, level: 'province' }
  return {
    source: `seed/plans/${stem}`,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    extractor: MARKED_BY_HAND,
    place,
    header: toHeader(gold.header.inText),
    level,
    inferred: gold.header.inferable,
    citations: gold.citations.map((entry) => toCitation(entry, text)),
    relations: [],
    quotes: byId(gold.citations, (entry) => toQuote(entry, oneLine(text))),
    knownKeys: byId(gold.citations, (entry) => knownKey(entry, place)),
  }
}

function toHeader(inText: GoldPlan['header']['inText']): Header {
  return {
    type: inText.type,
    number: null,
    date: inText.date ?? null,
    place: inText.placeDate?.split(',')[0] ?? null,
    issuer: inText.issuingBody ?? inText.issuingBodies?.join(' và ') ?? null,
    title: inText.title,
    signer: inText.signers.map(({ name }) => name).join('; ') || null,
  }
}

function toCitation(entry: GoldCitation, text: string): Plan['citations'][number] {
  const [start, end] = entry.rawOffset
  const [surfaceStart, surfaceEnd] = entry.surfaceOffset
  return {
    id: localId(entry.id),
    kind: entry.kind,
    start,
    end,
    text: text.slice(start, end),
    surface: { start: surfaceStart, end: surfaceEnd },
    type: entry.type,
    number: entry.number,
    numberAsWritten: entry.numberAsWritten ?? null,
    name: entry.kind === 'named' ? nameOf(entry) : null,
    date: entry.date,
    year: entry.year ?? null,
    issuer: entry.issuerRepaired ?? entry.issuer,
    title: entry.titleRepaired ?? entry.title,
    provision: entry.provision,
    relation: entry.relation,
    relationFrom: entry.relationFrom === 'document' ? 'document' : localId(entry.relationFrom),
    cue: entry.cueRepaired ?? entry.cue,
    nestedIn: entry.nestedIn && localId(entry.nestedIn),
    rule: MARKED_BY_HAND,
    confidence: 1,
    flags: flagsOf(entry),
  }
}

/** A damaged name is repaired with its surface, of which it is the whole. */
function nameOf({ core, surface, surfaceRepaired }: GoldCitation): string {
  return core === surface ? (surfaceRepaired ?? core) : core
}

/** "000#03" → "c3". */
function localId(goldId: string): string {
  return `c${Number(goldId.split('#')[1])}`
}

function flagsOf(entry: GoldCitation): Flag[] {
  const remarked = FLAG_OF.filter(([remark]) => entry[remark]).map(([, flag]) => flag)
  const contradicted = CONTRADICTED[entry.id]
  return [...new Set(contradicted ? [contradicted, ...remarked] : remarked)]
}

/** Cue, mention and title in the text's own words, joined over line breaks; " … " where other words stand between. */
function toQuote({ cue, surface, title }: GoldCitation, text: string): string {
  const mention = title ? joinAsWritten(surface, title, text) : surface
  const near = cue === null || text.includes(`${cue} ${surface}`)
  const quote = cue === null ? mention : `${cue}${near ? ' ' : ELLIPSIS}${mention}`
  if (quote.length <= LONGEST_QUOTE) return quote
  return `${quote.slice(0, quote.lastIndexOf(' ', LONGEST_QUOTE - 2))} …`
}

function joinAsWritten(left: string, right: string, text: string): string {
  const adjacent = `${left} ${right}`
  return text.includes(adjacent) ? adjacent : `${left}${ELLIPSIS}${right}`
}

function oneLine(text: string): string {
  return text.replace(/[\s*#]+/g, ' ')
}

/** The key that the curator knows and the mention itself does not tell; local numbers get their province. */
function knownKey(entry: GoldCitation, citingPlace: string | null): string | null {
  const ownWords = entry.date ? `${entry.number}@${entry.date}` : (entry.number ?? entry.core)
  if (entry.suspectedIntended || entry.key === ownWords) return null
  const known = FULL_KEYS[entry.key] ?? entry.key
  if (entry.level === 'central') return known
  const province = citingPlace?.split('.').at(-1)
  return province ? `${known}@${province}` : null
}

function byId(
  entries: readonly GoldCitation[],
  value: (entry: GoldCitation) => string | null,
): Record<string, string> {
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const found = value(entry)
      return found ? [[localId(entry.id), found]] : []
    }),
  )
}

if (import.meta.main)
  for (const [name, content] of planFiles(join(import.meta.dirname, '../../shared')))
    writeFileSync(join(import.meta.dirname, '../seed/plans', name), content)
