// From a text as read to the rows of the graph: every mention gets the identity that its own words give it,
// or the number under which it will be looked up.

import type { Citation } from '../citation/types.ts'
import { slug } from '../legal/fold.ts'
import {
  formatKey,
  type KeyParts,
  numberKey,
  parseKey,
  unnumberedKey,
  withoutSpuriousYear,
} from '../legal/key.ts'
import { type Level, levelOf, levelOfPath, placeOfIssuer } from '../legal/place.ts'
import type { DocumentRecord } from '../legal/records.ts'

/** A mention whose own words, or a curator, settle what it means. */
export interface StatedIdentity {
  readonly stated: true
  readonly key: string
  readonly reasons: readonly string[]
}

/** A mention that is to be looked up among the instruments of its number. */
export interface OpenIdentity {
  readonly stated: false
  readonly lookup: string
  readonly statedInDocument: readonly string[]
  readonly placeholder: string | null
}

export interface IdentifiedMention {
  readonly id: string
  readonly citation: Citation
  readonly quote: string
  readonly level: Level | null
  readonly place: string | null
  readonly identity: StatedIdentity | OpenIdentity
  /** Least wins where several mentions describe one instrument. */
  readonly claimRank: string
}

export interface IdentifiedDocument {
  readonly record: DocumentRecord
  /** Key of the instrument that this is the text of. */
  readonly own: string
  readonly level: Level | null
  readonly claimRank: string
  readonly mentions: readonly IdentifiedMention[]
}

/** Gives a text and all that it cites their identities. Pure: the same record gives the same rows. */
export function identify(record: DocumentRecord): IdentifiedDocument {
  const { header, sha256 } = record
  const level = record.level ?? levelOf(header.issuer, header.number) ?? levelOfPath(record.place)
  const placed = record.citations.map((citation, i) => place(citation, i, record, level))
  const stated = placed.map((mention) => statedKey(mention, record))
  const known = statedByName(placed, stated)
  const mentions = placed.map((mention, i) => ({ ...mention, identity: stated[i] ?? open(mention, known) }))
  return { record, own: ownKey(record, level), level, claimRank: `0:${sha256}`, mentions }
}

function ownKey({ header, place, sha256 }: DocumentRecord, level: Level | null): string {
  if (!header.number || !header.date) return unnumberedKey(sha256)
  const local = level === 'central' ? null : (place ?? placeOfIssuer(header.issuer, level, null, sha256))
  return wholeKey({ number: header.number, date: header.date, place: local }) ?? unnumberedKey(sha256)
}

type PlacedMention = Omit<IdentifiedMention, 'identity'>

function place(
  citation: Citation,
  position: number,
  record: DocumentRecord,
  documentLevel: Level | null,
): PlacedMention {
  const named = citation.kind === 'named'
  const level = levelOf(citation.issuer, citation.number) ?? (named ? 'central' : documentLevel)
  const id = `${record.sha256.slice(0, 16)}:${String(position + 1).padStart(6, '0')}`
  const damaged = citation.flags.includes('TEXT_REPAIRED') ? 1 : 0
  return {
    id,
    citation,
    quote: record.quotes[citation.id] ?? citation.text,
    level,
    place: placeOfIssuer(citation.issuer, level, record.place, record.sha256, documentLevel),
    claimRank: `${(citation.nestedIn ? 3 : 2) + 2 * damaged}:${id}`,
  }
}

/** The key that the mention's own words give, or that a curator gave it. */
function statedKey({ citation, place }: PlacedMention, record: DocumentRecord): StatedIdentity | null {
  const known = record.knownKeys?.[citation.id]
  const curated = known ? parseKey(known) : null
  if (curated) {
    return {
      stated: true,
      key: formatKey({ ...curated, place: curated.place ?? place }),
      reasons: ['CURATED'],
    }
  }
  const number = citation.kind === 'short' ? null : fullName(citation)
  if (!number || !citation.date) return null
  const key = wholeKey({ number, date: citation.date, place })
  return key === null
    ? null
    : { stated: true, key, reasons: [citation.number ? 'NUMBER_AND_DATE' : 'NAME_AND_DATE'] }
}

/** A key that can be asked for; `null` where the words make none, as a name of a thousand letters. */
function wholeKey(parts: KeyParts): string | null {
  const key = formatKey(parts)
  return parseKey(key) ? key : null
}

/** The number, in its right spelling, or else the name. */
function fullName({ number, name }: Citation): string | null {
  return number === null ? name : withoutSpuriousYear(number)
}

/** What a mention that does not say its date is looked up by. */
function open(
  { citation, place }: PlacedMention,
  known: ReadonlyMap<string, ReadonlySet<string>>,
): OpenIdentity {
  const name = fullName(citation) ?? citation.text
  const short = citation.kind === 'short'
  const stated = known.get(short ? shortName(citation.type, citation.number ?? '') : lookupOf(name, place))
  return {
    stated: false,
    lookup: lookupOf(name, place),
    statedInDocument: [...(stated ?? [])].sort(),
    placeholder: short ? null : wholeKey({ number: name, date: null, place }),
  }
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
    add(lookupOf(name, place), key)
    if (citation.kind === 'numbered') add(shortName(citation.type, name.match(/^\d+/)?.[0] ?? ''), key)
  }
  return known
}

/** "Nghị quyết 57" may be cited after "Nghị quyết số 57-NQ/TW". A line break parts it from any number. */
function shortName(type: string | null, digits: string): string {
  return `${type}\n${digits}`
}

/** Longer than any number or name of an instrument; what is longer is looked up by its beginning. */
const LONGEST_LOOKUP = 200

/** What all instruments of one number in one jurisdiction share: "25nqtw", "407qdtu@binh-dinh". */
export function lookupOf(number: string, place: string | null): string {
  const key = numberKey(number).slice(0, LONGEST_LOOKUP)
  return place ? `${key}@${place}` : key
}

/** The lookup of an instrument's key; `null` for a text without a number. */
export function lookupOfKey(key: string): string | null {
  const parts = parseKey(key)
  return parts && !key.startsWith('unnumbered@') ? lookupOf(parts.number, parts.place) : null
}

/** Words of a source's name that can be shown: the last part of its path. */
export function sourceName(source: string): string {
  return source.split(/[/\\]/).at(-1) || slug(source)
}
