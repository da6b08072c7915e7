// A draft, checked: every citation in it with what it means, whether that may still be cited, and what to cite instead.
// Nothing is stored; the decisions are the same as for a text that is.

import { type StatusOnDay, statusesOf } from '../answer/status.ts'
import { suggest } from '../answer/suggestions.ts'
import type { Citation } from '../citation/types.ts'
import { createError } from '../errors.ts'
import type { GraphStore } from '../graph/store.ts'
import { createDecisions, type Decisions } from '../ingest/assert-decisions.ts'
import { type IdentifiedDocument, type IdentifiedMention, identify } from '../ingest/identify.ts'
import { toRecord } from '../ingest/read-document.ts'
import { createResolver, factsOf, openLookups, resolveNew } from '../ingest/resolver.ts'
import { knownFacts, settleNew, statedLookups } from '../ingest/settle.ts'
import type { Resolution } from '../legal/identity.ts'
import { parseKey } from '../legal/key.ts'
import type { Suggestion } from '../legal/suggestion.ts'
import { emptyPages, type Position, positionOf, type ReadText } from '../reader/index.ts'
import { replacementsOf } from './replacement.ts'
import { type Summary, summarise } from './summary.ts'

export interface Draft {
  readonly read: ReadText
  /** ISO date of the draft; `null`: the one in its header, if it shows one. */
  readonly documentDate: string | null
  /** Path of the place whose organ issues it; `null`: the one in its header. */
  readonly place: string | null
}

/** One citation of the draft; offsets are UTF-16 units into the draft as given. */
export interface Finding {
  readonly citation: Citation
  /** Where it stands in the file that the draft was read from. */
  readonly position: Position
  /** The sentence that holds it. */
  readonly quote: string
  /** The words of the citation in whose title it stands; `null`: it stands alone. */
  readonly within: string | null
  readonly state: Resolution['state']
  readonly reasons: readonly string[]
  /** Key of what it means; `null` where the words do not settle it. */
  readonly key: string | null
  readonly candidates: Resolution['candidates']
  readonly suggestions: readonly Suggestion[]
  /** `null` where no instrument is settled. */
  readonly statusToday: StatusOnDay | null
  /** On the draft's date; `null` where that is not known either. */
  readonly statusWhenCited: StatusOnDay | null
  /** Key of what to cite instead today, where one instrument has taken its place. */
  readonly replacement: string | null
  /** The same on the draft's date. */
  readonly replacementWhenCited: string | null
  /** Its words are damaged, or too short to tell what is cited: it could not be checked. */
  readonly unreadable: boolean
}

export interface Report {
  /** The draft's date, as given or as its header shows it. */
  readonly documentDate: string | null
  /** Numbers of the pages without a letter, blank or pictures of pages: nothing in them was checked. */
  readonly emptyPages: readonly number[]
  readonly findings: readonly Finding[]
  readonly summary: Summary
}

/**
 * Checks a draft.
 * @param today ISO date
 * @throws NEO4J_GONE where the database is away
 * @throws ARGUMENT_INVALID where it holds far more citations than any text
 */
export async function checkText(store: GraphStore, draft: Draft, today: string): Promise<Report> {
  const decisions = createDecisions(await store.readStandingAssertions())
  const document = identifyDraft(draft, decisions)
  const resolutions = await resolveDraft(store, document, decisions)
  const when = document.record.header.date
  const statuses = await statusesFor(store, resolutions, today, when)
  const instead = await replacementsOf(store, on(statuses, 'today'), today)
  const then = when === null ? new Map() : await replacementsOf(store, on(statuses, 'when'), when)
  const suggestions = await suggestionsFor(store, document, resolutions)
  const texts = new Map(document.mentions.map(({ citation: { id, text } }) => [id, text]))
  const findings = document.mentions.map(({ id, citation, quote }): Finding => {
    const { state, key, candidates, ...resolution } = resolutions.get(id) ?? UNSETTLED
    const { today: statusToday = null, when: statusWhenCited = null } = statuses.get(key ?? '') ?? {}
    const reasons = [...resolution.reasons, ...(isLater(key, when) ? ['LATER_THAN_CITING_DOCUMENT'] : [])]
    const isOpen = key !== null && !isNamedByIts(citation)
    const meant = suggestions.get(id) ?? []
    const position = positionOf(draft.read, citation.start)
    const within = citation.nestedIn === null ? null : (texts.get(citation.nestedIn) ?? null)
    return {
      ...{ citation, position, quote, within, state, reasons, key, candidates },
      ...{ suggestions: meant, statusToday, statusWhenCited },
      replacement: isOpen ? (instead.get(key) ?? null) : null,
      replacementWhenCited: isOpen ? (then.get(key) ?? null) : null,
      unreadable: isUnreadable({ citation, state, key }),
    }
  })
  return { documentDate: when, emptyPages: emptyPages(draft.read), findings, summary: summarise(findings) }
}

/** An instrument cannot be cited before it is there. */
function isLater(key: string | null, when: string | null): boolean {
  const date = key === null ? null : parseKey(key)?.date
  return !!date && when !== null && date.slice(0, when.length) > when
}

/** "Luật sửa đổi … Luật X", "Nghị định quy định chi tiết Luật X": the title says so whatever becomes of X. */
function isNamedByIts({ nestedIn, relation }: Citation): boolean {
  return nestedIn !== null && (relation === 'AMENDS' || relation === 'GUIDES')
}

/** A short form that nothing in the text explains, or a citation in damaged words that nobody knows. */
function isUnreadable({ citation, state, key }: Pick<Finding, 'citation' | 'state' | 'key'>): boolean {
  return state === 'PENDING' && (key === null || citation.flags.includes('TEXT_REPAIRED'))
}

const UNSETTLED: Resolution = { state: 'PENDING', key: null, reasons: [], candidates: [] }

/** In a megabyte of real texts there are three thousand. */
const MOST_CITATIONS = 20_000

function tooDense() {
  const [reason, reason_en] = [
    `có hơn ${MOST_CITATIONS} trích dẫn; hãy chia nhỏ`,
    `it has more than ${MOST_CITATIONS} citations; divide it`,
  ]
  return createError('ARGUMENT_INVALID', { name: 'text', reason, reason_en })
}

function identifyDraft({ read, documentDate, place }: Draft, decisions: Decisions): IdentifiedDocument {
  const record = toRecord('draft', read, { place, fictional: false })
  if (record.citations.length > MOST_CITATIONS) throw tooDense()
  const header = { ...record.header, date: documentDate ?? record.header.date }
  return identify({ ...record, header }, decisions)
}

/** What each citation means, by the rules by which texts are stored. */
async function resolveDraft(
  store: GraphStore,
  document: IdentifiedDocument,
  decisions: Decisions,
): Promise<ReadonlyMap<string, Resolution>> {
  const known = await knownFacts(store, statedLookups([document]), null, decisions)
  const settled = settleNew([document], known, decisions)
  const open = document.mentions.flatMap(({ identity }) => (identity.stated ? [] : identity))
  const resolve = await createResolver(
    store,
    openLookups(open, decisions),
    new Map(),
    new Set(),
    known,
    decisions,
  )
  const resolved = resolveNew([document], settled, resolve)
  const keys = new Set(resolved.flatMap(({ resolution }) => resolution.key ?? []))
  const held = new Set((await store.instrumentsByKeys([...keys])).map(({ key }) => key))
  return new Map(resolved.map(({ mention, resolution }) => [mention, onlyHeld(resolution, held)]))
}

/** A citation that states number and date in full may mean what nobody has told us of: then nothing is known of it. */
function onlyHeld(resolution: Resolution, held: ReadonlySet<string>): Resolution {
  const { state, key, reasons } = resolution
  if (state !== 'RESOLVED' || key === null || held.has(key)) return resolution
  return { ...resolution, state: 'PENDING', reasons: [...reasons, 'NOT_KNOWN'] }
}

interface Statuses {
  readonly today: StatusOnDay
  readonly when: StatusOnDay | null
}

async function statusesFor(
  store: GraphStore,
  resolutions: ReadonlyMap<string, Resolution>,
  today: string,
  when: string | null,
): Promise<Map<string, Statuses>> {
  const keys = [
    ...new Set(
      [...resolutions.values()].flatMap(({ state, key }) => (state === 'RESOLVED' && key ? key : [])),
    ),
  ]
  const days = when === null ? [today] : [today, when]
  const asked = keys.flatMap((key) => days.map((asOf) => ({ key, asOf })))
  const answers = await statusesOf(store, asked)
  return new Map(
    keys.flatMap((key, i) => {
      const now = answers[i * days.length]
      const then = when === null ? null : (answers[i * days.length + 1] ?? null)
      return now ? [[key, { today: now, when: then }] as const] : []
    }),
  )
}

/** The statuses of one of the two days. */
function on(statuses: ReadonlyMap<string, Statuses>, day: keyof Statuses): Map<string, StatusOnDay> {
  return new Map([...statuses].flatMap(([key, status]) => (status[day] ? [[key, status[day]] as const] : [])))
}

function suggestionsFor(
  store: GraphStore,
  document: IdentifiedDocument,
  resolutions: ReadonlyMap<string, Resolution>,
): Promise<Map<string, Suggestion[]>> {
  const open = document.mentions.flatMap((mention) => {
    const { state, reasons } = resolutions.get(mention.id) ?? UNSETTLED
    const dateDiffers = reasons.includes('DATE_DIFFERS')
    const isOpen = state === 'PENDING' || state === 'CONTRADICTED' || dateDiffers
    return isOpen ? [[mention.id, openMention(mention, document, dateDiffers)] as const] : []
  })
  return suggest(store, new Map(open))
}

function openMention(mention: IdentifiedMention, document: IdentifiedDocument, dateDiffers: boolean) {
  const { number, type, title, date } = mention.citation
  const { citedOn = null, numberContradicted = false } = factsOf(mention, document) ?? {}
  const otherDate = dateDiffers ? date : null
  return { number, type, title, place: mention.place, citedOn, otherDate, numberContradicted }
}
