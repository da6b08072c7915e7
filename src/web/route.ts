// Addresses of the page: everything that a view shows, but a draft's text, stands in its address.

import { RELATIONS, type Relation } from '../citation/types.ts'
import { LANGUAGES, type Language } from '../legal/words.ts'

export type Direction = 'UP' | 'DOWN'

export interface CheckRoute {
  readonly view: 'check'
  /** ISO day of the draft; "": the one that it shows. */
  readonly day: string
  /** Path of the place of issue; "": the one that it shows. */
  readonly place: string
}

export interface InstrumentRoute {
  readonly view: 'instrument'
  /** `null`: none is chosen yet. */
  readonly key: string | null
  /** Words or a number that are searched for; "": none. */
  readonly text: string
  /** ISO day on which the status is asked for; "": today. */
  readonly day: string
}

export interface TraceRoute {
  readonly view: 'trace'
  readonly key: string | null
  readonly direction: Direction
  readonly day: string
  /** None: all. */
  readonly relations: readonly Relation[]
}

export type Route = CheckRoute | InstrumentRoute | TraceRoute
export type View = Route['view']

export const PATHS: Readonly<Record<View, string>> = {
  check: '/kiem-tra',
  instrument: '/van-ban',
  trace: '/truy-nguyen',
}

/** Names of parameters in addresses. */
const NAMES = {
  day: 'ngay',
  place: 'noi',
  text: 'tim',
  direction: 'chieu',
  relations: 'quan-he',
  language: 'lang',
} as const

const DOWN = 'xuong'
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

/** The route of an address; what is not understood is left out. */
export function parseRoute(url: URL): Route {
  const view = (Object.keys(PATHS) as View[]).find((name) => isBelow(url.pathname, PATHS[name])) ?? 'check'
  const get = (name: keyof typeof NAMES) => url.searchParams.get(NAMES[name]) ?? ''
  const day = ISO_DAY.test(get('day')) ? get('day') : ''
  if (view === 'check') return { view, day, place: get('place') }
  const key = keyIn(url.pathname.slice(PATHS[view].length + 1))
  if (view === 'instrument') return { view, key, day, text: get('text') }
  const direction = get('direction') === DOWN ? 'DOWN' : 'UP'
  const asked = get('relations').split(',')
  return { view, key, day, direction, relations: RELATIONS.filter((name) => asked.includes(name)) }
}

/** The language that an address asks for. */
export function languageIn(url: URL): Language | null {
  return LANGUAGES.find((language) => language === url.searchParams.get(NAMES.language)) ?? null
}

/** The address of a route, from the root of the server. Vietnamese, which comes first, is not named. */
export function addressOf(route: Route, language: Language): string {
  const parameters: [keyof typeof NAMES, string][] = [
    ['text', route.view === 'instrument' ? route.text : ''],
    ['direction', route.view === 'trace' && route.direction === 'DOWN' ? DOWN : ''],
    ['day', route.day],
    ['place', route.view === 'check' ? route.place : ''],
    ['relations', route.view === 'trace' ? route.relations.join(',') : ''],
    ['language', language === 'vi' ? '' : language],
  ]
  const query = new URLSearchParams()
  for (const [name, value] of parameters) if (value) query.set(NAMES[name], value)
  const path =
    'key' in route && route.key ? `${PATHS[route.view]}/${escapeKey(route.key)}` : PATHS[route.view]
  return query.size > 0 ? `${path}?${query}` : path
}

export function instrumentAddress(key: string, language: Language): string {
  return addressOf({ view: 'instrument', key, text: '', day: '' }, language)
}

export function traceAddress(key: string, direction: Direction, language: Language): string {
  return addressOf({ view: 'trace', key, direction, day: '', relations: [] }, language)
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

/** Slashes and @ stay, so that addresses can be read: /van-ban/62/KH-UBND@2022-03-22 */
function escapeKey(key: string): string {
  return encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%40', '@')
}

function keyIn(path: string): string | null {
  try {
    return decodeURIComponent(path).normalize('NFC') || null
  } catch {
    // A lone % is no escape: the address was typed by hand.
    return path
  }
}
