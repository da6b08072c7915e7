// Reads the plain lines of status-cases.txt: cases of instruments, what happened to them, and what is expected.

import { CONFIDENCES, SOURCE_RANKS } from '../../src/legal/contradiction.ts'
import { ownPeriod } from '../../src/legal/period.ts'
import { LEVELS } from '../../src/legal/place.ts'
import { EVENT_KINDS } from '../../src/legal/records.ts'
import type { KnownInstrument } from '../../src/legal/second-order.ts'
import type { Evidence, StatusEvent } from '../../src/legal/status.ts'

export interface Expected {
  readonly key: string
  readonly asOf: string
  readonly value: string
  readonly since: string | null
  readonly by: readonly string[]
  /** "AMENDER_ENDED B", in the order of the alphabet. */
  readonly warnings: readonly string[]
}

export interface StatusCase {
  readonly name: string
  readonly instruments: ReadonlyMap<string, KnownInstrument>
  readonly expected: readonly Expected[]
}

type Change = (known: KnownInstrument, found: RegExpMatchArray) => KnownInstrument

const DAY = '\\d{4}-\\d{2}-\\d{2}'
const EVENT = `(${EVENT_KINDS.join('|')}) (${DAY}|\\?)(?: by ([^\\[]+?))?(?: \\[([A-Z]+)(?: (high|medium|low))?\\])?`

/** What a line that begins with a key may say of it. */
const LINES: readonly (readonly [RegExp, Change])[] = [
  [new RegExp(`^${EVENT}$`), (known, found) => ({ ...known, events: [...known.events, eventOf(found)] })],
  [
    new RegExp(`^blanket ${EVENT}$`),
    (known, found) => ({ ...known, ignored: [...known.ignored, eventOf(found)] }),
  ],
  [/^guides (\S+)$/, (known, [, parent = '']) => ({ ...known, guides: [...known.guides, parent] })],
  [/^is a mere number$/, (known) => ({ ...known, identified: false })],
  [
    new RegExp(`^is "([^"]+)" "(.+)" of (${DAY})$`),
    (known, [, type = '', title = '', issued = '']) => ({
      ...known,
      issued,
      events: [...known.events, ...spent(type, title, issued)],
    }),
  ],
  [
    /^sits (\S+) (\S+)$/,
    (known, [, level, place = '']) => ({
      ...known,
      level: LEVELS.find((one) => one === level) ?? null,
      place,
    }),
  ],
]

const EXPECTED = new RegExp(
  `^\\? (\\S+) (${DAY}): ([A-Z_]+)(?: since (${DAY}))?(?: by ([^;]+))?((?:; [^;]+)*)$`,
)

/** @throws where a line is none of those that the head of the file lists */
export function readStatusCases(content: string): StatusCase[] {
  const cases: { name: string; instruments: Map<string, KnownInstrument>; expected: Expected[] }[] = []
  for (const line of content.split('\n').filter((text) => text && !text.startsWith('#'))) {
    const last = cases.at(-1)
    if (line.startsWith('= ')) cases.push({ name: line.slice(2), instruments: new Map(), expected: [] })
    else if (line.startsWith('? ')) last?.expected.push(expectedOf(line))
    else if (last) tell(last.instruments, line)
  }
  return cases
}

function tell(instruments: Map<string, KnownInstrument>, line: string): void {
  const key = line.split(' ')[0] ?? ''
  const rest = line.slice(key.length + 1)
  for (const [pattern, change] of LINES) {
    const found = rest.match(pattern)
    if (!found) continue
    instruments.set(key, change(instruments.get(key) ?? blank(key), found))
    return
  }
  throw new Error(`not a line of a case: ${line}`)
}

/** Of a real key the date is the instrument's; a letter has none. */
function blank(key: string): KnownInstrument {
  const issued = key.match(/@(\d{4}-\d{2}-\d{2})/)?.[1] ?? null
  return { key, issued, level: null, place: null, events: [], ignored: [], guides: [] }
}

function eventOf([, kind, day, by, rank, confidence]: RegExpMatchArray): StatusEvent {
  const evidence: Evidence = {
    quote: null,
    source: 'case',
    rank: SOURCE_RANKS.find((one) => one === rank) ?? 'FACTS',
    confidence: CONFIDENCES.find((one) => one === confidence) ?? 'high',
  }
  return {
    kind: EVENT_KINDS.find((one) => one === kind) ?? 'UNRESOLVED',
    effective: day === '?' ? null : (day ?? null),
    by: by?.split(', ') ?? [],
    evidence,
  }
}

function spent(type: string, title: string, issued: string): StatusEvent[] {
  const period = ownPeriod(type, title, issued)
  const evidence = {
    quote: period?.words ?? null,
    source: 'title',
    rank: 'TITLE',
    confidence: 'medium',
  } as const
  return period ? [{ kind: 'SPENT', effective: period.after, by: [], evidence }] : []
}

function expectedOf(line: string): Expected {
  const found = line.match(EXPECTED)
  if (!found) throw new Error(`not an expectation: ${line}`)
  const [, key = '', asOf = '', value = '', since, by, warnings = ''] = found
  const told = warnings.split('; ').filter(Boolean)
  return { key, asOf, value, since: since ?? null, by: by?.split(' ').sort() ?? [], warnings: told.sort() }
}
