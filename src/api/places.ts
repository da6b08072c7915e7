// GraphQL fields of places and of the organs that sit there.

import { checkPlaceName, checkPlacePath } from '../answer/checks.ts'
import type { PlaceRow } from '../graph/places.ts'
import type { InstrumentRow } from '../graph/records.ts'
import type { GraphStore } from '../graph/store.ts'
import { systemOf } from '../legal/authority.ts'
import { parseKey } from '../legal/key.ts'
import { levelOfPath } from '../legal/place.ts'
import { decodeCursor } from './cursor.ts'
import { asNode, connection, type PageArguments, pageSize } from './pages.ts'
import type { ApiContext } from './resolvers.ts'

export interface NameArguments extends PageArguments {
  readonly name: string
  readonly on?: string | null
}

export const placeQueries = {
  async place(_: unknown, { path }: { path: string }, { store }: ApiContext) {
    const [found] = await store.places([checkPlacePath(path)])
    return found ?? null
  },
  async places(_: unknown, { name, on, ...args }: NameArguments, { store }: ApiContext) {
    const first = pageSize(args)
    const after = decodeCursor(args.after)
    const found = await store.placesNamed(checkPlaceName(name), on ?? null)
    const rest = found.filter(({ path }) => path > after)
    return connection(rest.slice(0, first + 1).map(asNode), first, ({ node }) => node.path)
  },
}

export interface AuthorityObject {
  readonly key: string
  readonly name: string
  readonly place: { readonly path: string } | null
}

export const placeFields = {
  Place: {
    level: ({ level, path }: PlaceRow) => (level ?? levelOfPath(path))?.toUpperCase() ?? null,
  },
  Authority: {
    system: ({ name, key }: AuthorityObject) =>
      systemOf(name, parseKey(key)?.number ?? null)?.toUpperCase() ?? null,
  },
}

export interface Query<T> {
  readonly obj: T
}

/** A place that no organ and no table has: what its path tells. */
function bare(path: string): PlaceRow {
  const unknown = { name: null, kind: null, level: null, validFrom: null, validTo: null, decidedBy: null }
  return { path, ...unknown, parent: null, successors: [] }
}

/** Places behind lists of paths, read in one question. */
async function placesOf(store: GraphStore, lists: readonly (readonly string[])[]): Promise<PlaceRow[][]> {
  const found = await store.places([...new Set(lists.flat())])
  const byPath = new Map(found.map((place) => [place.path, place]))
  return lists.map((paths) => paths.map((path) => byPath.get(path) ?? bare(path)))
}

/** A loader of the one place that each object names, or of none. */
function onePlace<T>(pathOf: (object: T) => string | null | undefined) {
  return async (queries: Query<T>[], { store }: ApiContext) => {
    const lists = queries.map(({ obj }) => [pathOf(obj) ?? []].flat())
    return (await placesOf(store, lists)).map((list) => list[0] ?? null)
  }
}

export const placeLoaders = {
  Authority: { place: onePlace(({ place }: AuthorityObject) => place?.path) },
  Instrument: { place: onePlace(({ place }: InstrumentRow) => place) },
  Place: {
    parent: onePlace(({ parent }: PlaceRow) => parent),
    successor: onePlace(({ successors }: PlaceRow) => (successors.length === 1 ? successors[0] : null)),
    successors: (queries: Query<PlaceRow>[], { store }: ApiContext) =>
      placesOf(
        store,
        queries.map(({ obj }) => obj.successors),
      ),
  },
}
