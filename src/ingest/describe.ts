// How an instrument is described: its type, title and issuer, each taken from the best words that anyone has
// for it. Best is the least rank: its own text, then a curated table, then whoever cites it in full.

import {
  type Claim,
  type DescribedInstrument,
  type FactRow,
  type GraphWriter,
  UNDESCRIBED,
} from '../graph/writer.ts'
import { foldText } from '../legal/fold.ts'
import { isUnnumbered, lookupOfKey, numberKey, parseKey } from '../legal/key.ts'
import { nameKey } from '../legal/name.ts'
import { LEVEL_NAMES, type Level, levelOf, levelOfPath } from '../legal/place.ts'
import type { Decisions } from './assert-decisions.ts'
import { type Facts, factRank, factSubjects } from './facts.ts'
import type { IdentifiedDocument, IdentifiedMention } from './identify.ts'
import type { Settled } from './settle.ts'

/** An instrument's description as it will stand, and whether this change made or altered it. */
export interface Description extends DescribedInstrument {
  readonly changed: boolean
  /** The graph held it before. */
  readonly existed: boolean
  /** The name by which it could be cited before. */
  readonly formerName: string | null
  /** What only the text of an instrument without a number can tell. */
  readonly own: OwnFacts | null
}

export interface OwnFacts {
  readonly number: string | null
  readonly date: string | null
  readonly place: string | null
  readonly level: Level | null
}

/** The words of a text that describe instruments: its header its own, its citations others. */
export function claimsOf(
  { record, own, claimRank, mentions }: IdentifiedDocument,
  settled: Settled,
): Claim[] {
  const { type, title, issuer } = record.header
  const header = {
    key: own,
    rank: claimRank,
    type,
    title,
    issuer,
    fictional: record.fictional,
    textHeld: true,
  }
  return [header, ...mentions.flatMap((mention) => mentionClaim(mention, record.fictional, settled))]
}

/** Only a mention that states the instrument in full may describe it: the others are resolved by descriptions. */
function mentionClaim(
  { id, citation, claimRank, place }: IdentifiedMention,
  inFiction: boolean,
  settled: Settled,
): Claim[] {
  const key = settled.get(id)?.key
  if (!key) return []
  const { type, title, issuer } = citation
  const fictional = inFiction && place !== null
  return [{ key, rank: claimRank, type, title, issuer, fictional, textHeld: false }]
}

/** The words of a curated table. Instruments that it only names as the doers of an event are bare. */
export function factClaims(facts: Facts | null, { canonical }: Decisions): Claim[] {
  if (!facts) return []
  const subjects = factSubjects(facts).map((row) => factClaim({ ...row, dataset: facts.dataset }, canonical))
  const actors = facts.events.flatMap((event) => event.by.map((key) => bareClaim(canonical(key))))
  return [...subjects, ...actors]
}

/** What one row of a table says, of the instrument that its key means. */
export function factClaim(
  { key, dataset, type, title, issuer }: Pick<FactRow, 'key' | 'dataset' | 'type' | 'title' | 'issuer'>,
  canonical: (key: string) => string,
): Claim {
  const home = canonical(key)
  const rank = factRank(dataset, key, home)
  return { key: home, rank, type, title, issuer, fictional: false, textHeld: false }
}

/** An instrument that is named, and nothing more. */
export function bareClaim(key: string): Claim {
  return { key, rank: '9', type: null, title: null, issuer: null, fictional: false, textHeld: false }
}

/**
 * Describes all instruments that the claims name or that lost words. What lost words is described anew from
 * everything that is left; the rest only has the new claims to weigh against the present winner.
 */
export async function describe(
  writer: GraphWriter,
  claims: readonly Claim[],
  lost: ReadonlySet<string>,
  own: ReadonlyMap<string, OwnFacts>,
): Promise<Map<string, Description>> {
  const byKey = new Map<string, Claim[]>([...lost].map((key) => [key, []]))
  for (const claim of [...(await writer.readClaims([...lost])), ...claims]) {
    const list = byKey.get(claim.key)
    if (list) list.push(claim)
    else byKey.set(claim.key, [claim])
  }
  const before = new Map((await writer.readInstruments([...byKey.keys()])).map((state) => [state.key, state]))
  const one = (key: string, list: readonly Claim[]) => {
    const start = lost.has(key) ? undefined : before.get(key)
    const state = list.reduce(withClaim, start ?? { ...UNDESCRIBED, key })
    return {
      ...state,
      changed: !isSame(before.get(key), state),
      existed: before.has(key),
      formerName: nameOf(before.get(key)),
      own: own.get(key) ?? null,
    }
  }
  return new Map([...byKey].map(([key, list]) => [key, one(key, list)]))
}

/** The name by which an instrument may be cited. */
export function nameOf(state: Pick<DescribedInstrument, 'type' | 'title'> | undefined): string | null {
  return state ? nameKey(state.type, state.title) : null
}

function withClaim(state: DescribedInstrument, claim: Claim): DescribedInstrument {
  const wins = (value: string | null, rank: string | null) =>
    value !== null && (rank === null || claim.rank < rank)
  return {
    ...state,
    ...(wins(claim.type, state.typeRank) && { type: claim.type, typeRank: claim.rank }),
    ...(wins(claim.title, state.titleRank) && { title: claim.title, titleRank: claim.rank }),
    ...(wins(claim.issuer, state.issuerRank) && { issuer: claim.issuer, issuerRank: claim.rank }),
    textHeld: state.textHeld || claim.textHeld,
    fictional: state.fictional || claim.fictional,
  }
}

function isSame(before: DescribedInstrument | undefined, after: DescribedInstrument): boolean {
  const fields = [
    'type',
    'title',
    'issuer',
    'typeRank',
    'titleRank',
    'issuerRank',
    'textHeld',
    'fictional',
  ] as const
  return before !== undefined && fields.every((field) => before[field] === after[field])
}

/** The row of an instrument: its description, what its key tells, and the words that it is searched by. */
export function instrumentRow(state: DescribedInstrument & { readonly own?: OwnFacts | null }) {
  const { key, type, title, issuer, typeRank, titleRank, issuerRank, textHeld, fictional } = state
  const identity = { ...identityOf(key, state.own ?? null, issuer), nameLookup: nameOf(state) }
  const place = [identity.level && LEVEL_NAMES[identity.level], identity.place?.replaceAll(/[.-]/g, ' ')]
  const words = [type, identity.number, title, issuer, identity.date, ...place]
  const searchText = words.filter(Boolean).join(' ').toLowerCase()
  const described = { type, title, issuer, typeRank, titleRank, issuerRank, textHeld, fictional }
  return { key, properties: { ...described, ...identity, searchText, searchFolded: foldText(searchText) } }
}

function identityOf(key: string, own: OwnFacts | null, issuer: string | null) {
  const parts = isUnnumbered(key) ? own : parseKey(key)
  const number = parts?.number ?? null
  const place = parts?.place ?? null
  const date = parts?.date ?? null
  return {
    number,
    numberKey: number && numberKey(number),
    lookup: lookupOfKey(key),
    date,
    place,
    level: own?.level ?? levelOf(issuer, number, date) ?? levelOfPath(place),
  }
}
