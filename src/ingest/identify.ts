// From a text as read to the rows of the graph: every mention gets the identity that its own words give it,
// or the number under which it will be looked up.

import type { Citation } from '../citation/types.ts'
import { slug } from '../legal/fold.ts'
import { formatKey, numberKey, parseKey, unnumberedKey, withoutSpuriousYear } from '../legal/key.ts'
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
  const placed = record.citations.map((citation) => place(citation, record, level))
  const stated = placed.map((mention) => statedKey(mention, record))
  const mentions = placed.map((mention, i) => {
    const key = stated[i]
    const identity: StatedIdentity | OpenIdentity = key ?? open(mention, placed, stated)
    return { ...mention, identity }
  })
  return { record, own: ownKey(record, level), level, claimRank: `0:${sha256}`, mentions }
}

function ownKey({ header, place, sha256 }: DocumentRecord, level: Level | null): string {
  if (!header.number || !header.date) return unnumberedKey(sha256)
  const local = level === 'central' ? null : (place ?? placeOfIssuer(header.issuer, level, null, sha256))
  return formatKey({ number: header.number, date: header.date, place: local })
}

type PlacedMention = Omit<IdentifiedMention, 'identity'>

function place(citation: Citation, record: DocumentRecord, documentLevel: Level | null): PlacedMention {
  const named = citation.kind === 'named'
  const level = levelOf(citation.issuer, citation.number) ?? (named ? 'central' : documentLevel)
  const order = String(citationOrder(citation, record) + 1).padStart(6, '0')
  const id = `${record.sha256.slice(0, 16)}:${order}`
  const damaged = citation.flags.includes('TEXT_REPAIRED') ? 1 : 0
  return {
    id,
    citation,
    quote: record.quotes[citation.id] ?? citation.text,
    level,
    place: placeOfIssuer(citation.issuer, level, record.place, record.sha256),
    claimRank: `${(citation.nestedIn ? 3 : 2) + 2 * damaged}:${id}`,
  }
}

function citationOrder(citation: Citation, record: DocumentRecord): number {
  return record.citations.indexOf(citation)
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
  return {
    stated: true,
    key: formatKey({ number, date: citation.date, place }),
    reasons: [citation.number ? 'NUMBER_AND_DATE' : 'NAME_AND_DATE'],
  }
}

/** The number, in its right spelling, or else the name. */
function fullName({ number, name }: Citation): string | null {
  return number === null ? name : withoutSpuriousYear(number)
}

/** What a mention that does not say its date is looked up by. */
function open(
  mention: PlacedMention,
  all: readonly PlacedMention[],
  stated: readonly (StatedIdentity | null)[],
): OpenIdentity {
  const { citation, place } = mention
  const name = fullName(citation) ?? citation.text
  const keys = all.flatMap((other, i) => (meansTheSame(mention, other) ? (stated[i]?.key ?? []) : []))
  const placeholder = citation.kind === 'short' ? null : formatKey({ number: name, date: null, place })
  return {
    stated: false,
    lookup: lookupOf(name, place),
    statedInDocument: [...new Set(keys)].sort(),
    placeholder,
  }
}

function meansTheSame(short: PlacedMention, full: PlacedMention): boolean {
  const [a, b] = [short.citation, full.citation]
  if (a.kind !== 'short') return sameName(a, b) && short.place === full.place
  return (
    a.type === b.type &&
    a.number !== null &&
    b.number !== null &&
    b.kind === 'numbered' &&
    beginsWith(b.number, a.number)
  )
}

function sameName(a: Citation, b: Citation): boolean {
  const [left, right] = [fullName(a), fullName(b)]
  return left !== null && right !== null && numberKey(left) === numberKey(right)
}

/** "57-NQ/TW" begins with 57, not with 5. */
function beginsWith(number: string, digits: string): boolean {
  return number.startsWith(digits) && !/^[\p{L}\p{N}]/u.test(number.slice(digits.length))
}

/** What all instruments of one number in one jurisdiction share: "25nqtw", "407qdtu@binh-dinh". */
export function lookupOf(number: string, place: string | null): string {
  return place ? `${numberKey(number)}@${place}` : numberKey(number)
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
