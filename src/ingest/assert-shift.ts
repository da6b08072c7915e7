// What a new or withdrawn assertion on identity touches of what the graph holds: the mentions, texts and facts that mean
// another instrument now. They are taken off the old one here, and put onto the new one when it is described.

import type {
  Claim,
  GraphWriter,
  HeldEvent,
  HeldFact,
  HeldText,
  Link,
  PlacedMention,
  Reach,
  StatedMention,
  UndatedMention,
} from '../graph/writer.ts'
import type { Assertion } from '../legal/assertion.ts'
import { lookupOfKey, parseKey } from '../legal/key.ts'
import { nameKey } from '../legal/name.ts'
import { compare, createDecisions, type Decided, type Decisions } from './assert-decisions.ts'
import { bareClaim, factClaim } from './describe.ts'
import { factRank } from './facts.ts'
import type { ResolvedMention } from './resolver.ts'
import { decidedResolution } from './settle.ts'

/** The assertions of a change, with what those that stand after it decide. */
export interface AssertionChange {
  readonly standing: readonly Assertion[]
  readonly decisions: Decisions
  /** Ids of those that this change made. */
  readonly made: ReadonlySet<string>
  /** Those that this change withdrew. */
  readonly withdrawn: readonly Assertion[]
}

export interface Shift {
  /** What was decided before. */
  readonly before: Decisions
  /** Keys that mean another instrument now. */
  readonly keys: readonly string[]
  /** The numbers and names of these keys, and of what they mean. */
  readonly lookups: readonly string[]
  /** Mentions of which staff decide. */
  readonly decided: readonly (ResolvedMention & { readonly held: PlacedMention })[]
  /** Mentions that mean what their own words give, again or by a key that means something else now. */
  readonly stated: readonly StatedMention[]
  /** Mentions that are looked up again. */
  readonly reopened: readonly UndatedMention[]
  /** Texts that are another instrument's now. */
  readonly texts: readonly (HeldText & { readonly home: string })[]
  /** What the mentions of those texts said of whom. */
  readonly links: readonly Link[]
  readonly facts: readonly HeldFact[]
  readonly events: readonly HeldEvent[]
}

type Lose = (key: string, claim: { readonly claimRank: string; readonly fictional: boolean }) => void

/** Finds all that shifts, and takes it off the instruments that it stood on. */
export async function takeShift(writer: GraphWriter, change: AssertionChange, lose: Lose): Promise<Shift> {
  const { standing, decisions, made, withdrawn } = change
  const before = createDecisions([...standing.filter(({ id }) => !made.has(id)), ...withdrawn])
  const changed = [...standing.filter(({ id }) => made.has(id)), ...withdrawn]
  const { keys, texts } = compare(before, decisions, changed)
  const homes = [...new Set(keys.map(before.canonical))]
  const reach = { keys, homes, shas: texts }
  const touched = keys.length + texts.length > 0
  return {
    before,
    keys,
    lookups: [...new Set([...keys, ...homes, ...keys.map(decisions.canonical)].flatMap(lookups))],
    ...(touched ? await takeMentions(writer, reach, decisions, lose) : NO_MENTIONS),
    ...(touched ? await takeTexts(writer, reach, decisions, lose) : NO_TEXTS),
    ...(keys.length > 0 ? await takeFacts(writer, reach, before, lose) : NO_FACTS),
  }
}

const NO_MENTIONS = { decided: [], stated: [], reopened: [] }
const NO_TEXTS = { texts: [], links: [] }
const NO_FACTS = { facts: [], events: [] }

/** The number of a key, or its name: a law's key may hold either. */
function lookups(key: string): string[] {
  const { number = '' } = parseKey(key) ?? {}
  const type = number.match(/^(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)/u)?.[0] ?? null
  return [lookupOfKey(key), nameKey(type, number)].filter((lookup) => lookup !== null)
}

async function takeMentions(writer: GraphWriter, reach: Reach, decisions: Decisions, lose: Lose) {
  const mentions = await writer.readAssertedMentions(reach)
  const decided = decisionsOn(mentions, reach, decisions)
  const keys = new Set(reach.keys)
  const restated = mentions.filter(
    ({ id, asserted, statedKey }) =>
      !decided.has(id) && statedKey !== null && (asserted !== null || keys.has(statedKey)),
  )
  const reopened = mentions.filter(
    ({ id, asserted, statedKey }) => !decided.has(id) && statedKey === null && asserted !== null,
  )
  for (const mention of reopened) if (mention.stated && mention.key) lose(mention.key, mention)
  await writer.writeAssertedMentions([
    ...[...decided].map(([id, { assertion, key }]) => ({ id, asserted: assertion, stated: key !== null })),
    ...restated.map(({ id }) => ({ id, asserted: null, stated: true })),
    ...reopened.map(({ id }) => ({ id, asserted: null, stated: false })),
  ])
  return {
    decided: mentions.flatMap((held) => {
      const one = decided.get(held.id)
      return one ? [{ held, mention: held.id, resolution: decidedResolution(one) }] : []
    }),
    stated: restated as readonly StatedMention[],
    reopened: reopened as readonly UndatedMention[],
  }
}

/** What is decided of the mentions of the texts that are touched; of other texts nothing is decided otherwise. */
function decisionsOn(
  mentions: readonly PlacedMention[],
  { shas }: Reach,
  decisions: Decisions,
): ReadonlyMap<string, Decided> {
  const byText = Map.groupBy(mentions, ({ sha256 }) => sha256)
  return new Map(shas.flatMap((sha256) => [...decisions.mentionsOf(sha256, byText.get(sha256) ?? [])]))
}

async function takeTexts(writer: GraphWriter, reach: Reach, decisions: Decisions, lose: Lose) {
  const found = await writer.readAssertedTexts(reach)
  const texts = found
    .map((text) => ({ ...text, home: decisions.ownerOf(text.sha256, text.ownKey) }))
    .filter(({ own, home }) => own !== home)
  const links = await writer.readLinks(texts.flatMap(({ mentions }) => mentions))
  for (const text of texts) lose(text.own, text)
  await writer.detachAsserted(
    'texts',
    texts.map(({ sha256 }) => sha256),
  )
  return { texts, links }
}

async function takeFacts(writer: GraphWriter, reach: Reach, before: Decisions, lose: Lose) {
  const facts = await writer.readAssertedFacts(reach)
  const events = await writer.readAssertedEvents(reach)
  for (const { dataset, key, home } of facts)
    lose(home, { claimRank: factRank(dataset, key, home), fictional: false })
  for (const key of events.flatMap(({ about, by }) => [about, ...by]))
    lose(before.canonical(key), { claimRank: NO_WORDS, fictional: false })
  for (const [what, rows] of [['facts', facts] as const, ['events', events] as const])
    await writer.detachAsserted(
      what,
      rows.map(({ id }) => id),
    )
  return { facts, events }
}

/** Events name instruments and do not describe them. */
const NO_WORDS = '9'

/** What shifted texts, facts and events say of the instruments that they mean now. */
export function shiftedClaims({ texts, facts, events }: Shift, { canonical }: Decisions): Claim[] {
  const headers = texts.map(({ home, claimRank, type, title, issuer, fictional }) => {
    return { key: home, rank: claimRank, type, title, issuer, fictional, textHeld: true }
  })
  const named = events.flatMap(({ about, by }) => [about, ...by].map((key) => bareClaim(canonical(key))))
  return [...headers, ...facts.map((fact) => factClaim(fact, canonical)), ...named]
}

/** Puts what shifted onto the instruments that it means now; they are there. */
export async function placeShift(writer: GraphWriter, shift: Shift, { canonical }: Decisions): Promise<void> {
  const { texts, facts, events } = shift
  await writer.attachAsserted(
    'texts',
    texts.map(({ sha256, home }) => ({ id: sha256, home })),
  )
  await writer.attachAsserted(
    'facts',
    facts.map(({ id, key }) => ({ id, home: canonical(key) })),
  )
  await writer.attachAsserted(
    'events',
    events.map(({ id, about, by }) => ({ id, home: canonical(about), by: by.map(canonical) })),
  )
}
