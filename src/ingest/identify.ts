// From a text as read to the rows of the graph: every mention gets the identity that its own words give it,
// or the number under which it will be looked up.

import type { Citation } from '../citation/types.ts'
import { slug } from '../legal/fold.ts'
import {
  canonicalNumber,
  formatKey,
  type KeyParts,
  lookupOf,
  parseKey,
  qualifierOf,
  typedKey,
  unnumberedKey,
} from '../legal/key.ts'
import { nameKey } from '../legal/name.ts'
import { type Level, levelOf, levelOfPath, placeOfIssuer } from '../legal/place.ts'
import type { DocumentRecord } from '../legal/records.ts'
import { createDecisions, type Decided, type Decisions } from './assert-decisions.ts'

/** A mention whose own words, or a curator, tell what it means. */
export interface StatedIdentity {
  readonly stated: true
  /** The key that its words give. */
  readonly key: string
  /** What its words, or who, told it. */
  readonly basis: 'NUMBER_AND_DATE' | 'NAME_AND_DATE' | 'CURATED'
  /** What curated tables are asked by whether they know better; `null`: nobody is asked. */
  readonly lookup: string | null
}

/** A mention that is to be looked up among the instruments of its number. */
export interface OpenIdentity {
  readonly stated: false
  readonly lookup: string
  readonly statedInDocument: readonly string[]
  readonly placeholder: string | null
  /** A law cited by its name. */
  readonly byName: boolean
}

export interface IdentifiedMention {
  readonly id: string
  readonly citation: Citation
  readonly quote: string
  readonly level: Level | null
  readonly place: string | null
  /** Where it stands in the title of another instrument: the day of that. */
  readonly namedOn: string | null
  readonly identity: StatedIdentity | OpenIdentity
  /** What staff say that it means, whatever its words tell. */
  readonly decided: Decided | null
  /** Least wins where several mentions describe one instrument. */
  readonly claimRank: string
}

export interface IdentifiedDocument {
  readonly record: DocumentRecord
  /** Key of the instrument that this is the text of. */
  readonly own: string
  /** The key that the text itself gives. */
  readonly ownKey: string
  readonly level: Level | null
  readonly claimRank: string
  /** The latest day that it states of an instrument; it was written no earlier. */
  readonly latestCited: string | null
  readonly mentions: readonly IdentifiedMention[]
}

/**
 * Gives a text and all that it cites their identities. Pure: the same record and decisions give the same rows.
 * @param decisions what staff decided of it
 */
export function identify(
  record: DocumentRecord,
  decisions: Decisions = createDecisions([]),
): IdentifiedDocument {
  const { header, sha256 } = record
  const level =
    record.level ?? levelOf(header.issuer, header.number, header.date) ?? levelOfPath(record.place)
  const days = sureDays(record)
  const placed = record.citations.map((citation, i) => place(citation, i, record, level, days))
  const stated = placed.map((mention) => statedKey(mention, record))
  const known = statedByName(placed, stated)
  const places = placed.map(({ id, citation: { start, end } }) => ({ id, start, end }))
  const decided = decisions.mentionsOf(sha256, places)
  const mentions = placed.map((mention, i) => ({
    ...mention,
    identity: stated[i] ?? open(mention, known),
    decided: decided.get(mention.id) ?? null,
  }))
  const own = ownKey(record, level)
  const identity = { own: decisions.ownerOf(sha256, own), ownKey: own, level }
  return { record, ...identity, claimRank: `0:${sha256}`, latestCited: latestCited(record), mentions }
}

function latestCited(record: DocumentRecord): string | null {
  const days = [...sureDays(record).values()]
  return days.reduce<string | null>((last, day) => (day > (last ?? '') ? day : last), null)
}

/** Id → the date that a citation states, where nothing speaks against it. */
function sureDays({ citations }: DocumentRecord): ReadonlyMap<string, string> {
  return new Map(
    citations.flatMap(({ id, date, flags }) =>
      date && !UNSURE_DATES.some((flag) => flags.includes(flag)) ? [[id, date] as const] : [],
    ),
  )
}

const UNSURE_DATES = ['DATE_IMPOSSIBLE', 'DATE_AFTER_DOCUMENT', 'TEXT_REPAIRED'] as const

function ownKey({ header, place, sha256 }: DocumentRecord, level: Level | null): string {
  if (!header.number || !header.date) return unnumberedKey(sha256)
  const local = level === 'central' ? null : (place ?? ownPlace(header, level, sha256))
  const key = wholeKey({ number: canonicalNumber(header.number), date: header.date, place: local })
  return key === null ? unnumberedKey(sha256) : typedKey(key, header.type)
}

function ownPlace({ issuer, date }: DocumentRecord['header'], level: Level | null, sha256: string) {
  return placeOfIssuer(issuer, level, null, sha256, null, date)
}

type PlacedMention = Omit<IdentifiedMention, 'identity' | 'decided'>

function place(
  citation: Citation,
  position: number,
  record: DocumentRecord,
  documentLevel: Level | null,
  days: ReadonlyMap<string, string>,
): PlacedMention {
  const named = citation.kind === 'named'
  const on = citation.date ?? record.header.date
  const level = levelOf(citation.issuer, citation.number, on) ?? (named ? 'central' : documentLevel)
  const id = `${record.sha256.slice(0, 16)}:${String(position + 1).padStart(6, '0')}`
  const damaged = citation.flags.includes('TEXT_REPAIRED') ? 1 : 0
  return {
    id,
    citation,
    quote: record.quotes[citation.id] ?? citation.text,
    level,
    place: placeOfIssuer(citation.issuer, level, record.place, record.sha256, documentLevel, on),
    // "Nghị định 43/2014/NĐ-CP ngày 15/5/2014 quy định chi tiết … Luật Đất đai": the law of then, not of now.
    namedOn: citation.nestedIn === null ? null : (days.get(citation.nestedIn) ?? null),
    claimRank: `${(citation.nestedIn ? 3 : 2) + 2 * damaged}:${id}`,
  }
}

/** The key that the mention's own words give, or that a curator gave it. */
function statedKey({ citation, place }: PlacedMention, record: DocumentRecord): StatedIdentity | null {
  const known = record.knownKeys?.[citation.id]
  const curated = known ? parseKey(known) : null
  if (curated) {
    const key = formatKey({ ...curated, place: curated.place ?? place })
    return { stated: true, key, basis: 'CURATED', lookup: null }
  }
  const number = citation.kind === 'short' ? null : fullName(citation)
  if (!number || !citation.date) return null
  const key = wholeKey({ number, date: citation.date, place })
  if (key === null) return null
  // tables tell of national instruments only
  const basis = citation.number === null ? 'NAME_AND_DATE' : 'NUMBER_AND_DATE'
  const lookup = place === null ? lookupOfMention(citation, null) : null
  return { stated: true, key: typedKey(key, citation.type), basis, lookup }
}

/** The number or name by which what a mention means is looked up. */
function lookupOfMention(citation: Citation, place: string | null): string {
  const name = citation.number === null ? nameKey(citation.type, citation.name) : null
  return name ?? lookupOf(fullName(citation) ?? citation.text, place)
}

/** A key that can be asked for; `null` where the words make none, as a name of a thousand letters. */
function wholeKey(parts: KeyParts): string | null {
  const key = formatKey(parts)
  return parseKey(key) ? key : null
}

/** The number, in its right spelling, or else the name. */
function fullName({ number, name }: Citation): string | null {
  return number === null ? name : canonicalNumber(number)
}

/** What a mention that does not say its date is looked up by. */
function open(
  { citation, place }: PlacedMention,
  known: ReadonlyMap<string, ReadonlySet<string>>,
): OpenIdentity {
  const name = fullName(citation) ?? citation.text
  const short = citation.kind === 'short'
  const lookup = lookupOfMention(citation, place)
  const stated = known.get(short ? shortName(citation.type, citation.number ?? '') : lookup)
  const placeholder = short
    ? null
    : wholeKey({ number: name, date: null, place, ...qualified(name, citation.type) })
  return {
    stated: false,
    lookup,
    statedInDocument: [...(stated ?? [])].sort(),
    placeholder,
    byName: citation.number === null && nameKey(citation.type, citation.name) !== null,
  }
}

function qualified(number: string, type: string | null): { qualifier?: string } {
  const qualifier = qualifierOf(number, type)
  return qualifier ? { qualifier } : {}
}

/** The keys that a text states in full, by the number and by the short form under which it may cite them again. */
function statedByName(
  placed: readonly PlacedMention[],
  stated: readonly (StatedIdentity | null)[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>()
  const add = (name: string, key: string) => known.set(name, (known.get(name) ?? new Set()).add(key))
  for (const [i, { citation, place }] of placed.entries()) {
    const key = stated[i]?.key
    const name = fullName(citation)
    if (!key || !name) continue
    add(lookupOfMention(citation, place), key)
    const title = citation.kind === 'numbered' ? nameKey(citation.type, citation.title) : null
    if (title) add(title, key)
    if (citation.kind === 'numbered') add(shortName(citation.type, name.match(/^\d+/)?.[0] ?? ''), key)
  }
  return known
}

/** "Nghị quyết 57" may be cited after "Nghị quyết số 57-NQ/TW". A line break parts it from any number. */
function shortName(type: string | null, digits: string): string {
  return `${type}\n${digits}`
}

/** Words of a source's name that can be shown: the last part of its path. */
export function sourceName(source: string): string {
  return source.split(/[/\\]/).at(-1) || slug(source)
}
