// The gazetteer in the graph: questions of places, and tables of units that take the place of their earlier editions.

import type { RecordShape } from 'neo4j-driver'
import { z } from 'zod'
import type { Unit } from '../legal/units/index.ts'
import { foldName } from '../legal/units/kinds.ts'
import { knownNames, namesToLookUp, placesMeant } from '../legal/units/place-name.ts'

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null)

const placeSchema = z.object({
  path: z.string(),
  name: text,
  kind: text,
  level: text,
  validFrom: text,
  validTo: text,
  decidedBy: text,
})

/** A place as the graph has it; one that only an organ named has a path and nothing else. */
export interface PlaceRow extends z.infer<typeof placeSchema> {
  readonly parent: string | null
  /** Paths of what it became. */
  readonly successors: readonly string[]
}

const rowSchema = z.object({ place: placeSchema, parent: text, successors: z.array(z.string()) })

function toPlace(row: RecordShape): PlaceRow {
  const { place, parent, successors } = rowSchema.parse(row)
  return { ...place, parent, successors }
}

const withinSchema = z.array(z.object({ name: z.string(), kind: z.string().nullable() }))

/** The questions of places, over the store's way to ask. */
export function placeQuestions(ask: (name: string, params: RecordShape) => Promise<RecordShape[]>) {
  return {
    /** Places by path, in the order of their paths; those that the graph does not have are left out. */
    async places(paths: readonly string[]): Promise<PlaceRow[]> {
      return paths.length === 0 ? [] : (await ask('places', { paths })).map(toPlace)
    },

    /**
     * All units that the words may mean, in the order of their paths; one where they settle it.
     * @param on ISO day: only units that were there; `null`: of any day
     */
    async placesNamed(words: string, on: string | null): Promise<PlaceRow[]> {
      const names = namesToLookUp(words)
      const found = names.length === 0 ? [] : await ask('places-by-name', { names, on })
      const candidates = found.map((row) => {
        const place = toPlace(row)
        const own = { kind: place.kind, name: place.name ?? '' }
        return { place, names: knownNames([own, ...withinSchema.parse(row.within)]) }
      })
      return placesMeant(words, candidates).map(({ place }) => place)
    },

    /** The edition of a table of units that the graph holds; `null`: none. */
    async unitTableEdition(name: string): Promise<string | null> {
      const [row] = await ask('unit-table', { name })
      return row ? String(row.edition) : null
    },
  }
}

/** A table of units, as it is written. */
export interface UnitTable {
  readonly name: string
  /** Differs where the table does. */
  readonly edition: string
  readonly units: readonly Unit[]
  readonly merged: readonly { readonly from: string; readonly into: string }[]
}

/** Rows sent at once. */
const BATCH = 5_000

/** The writes of units, over the writer's way to send rows. */
export function placeWrites(run: (name: string, params: RecordShape) => Promise<unknown>) {
  return {
    /** Puts a table in place of its earlier edition. @param onProgress called with a share, 0 to 1 */
    async writeUnitTable(table: UnitTable, onProgress: (share: number) => void = () => {}): Promise<void> {
      const { name: dataset, edition, units, merged } = table
      const parents = units.flatMap(({ path, parent }) => (parent === null ? [] : [{ path, parent }]))
      const steps = [
        ...batches('write-units', units.map(unitRow)),
        ...batches('write-unit-parents', parents),
        ...batches('write-unit-successors', merged),
      ]
      for (const [i, { query, rows }] of steps.entries()) {
        await run(query, { rows, dataset, edition })
        onProgress((i + 1) / (steps.length + 1))
      }
      await run('delete-stale-unit-links', { dataset, edition })
      await run('delete-stale-units', { dataset, edition })
      await run('write-unit-table', { name: dataset, edition })
      onProgress(1)
    },
  }
}

function batches(query: string, rows: readonly RecordShape[]) {
  const count = Math.ceil(rows.length / BATCH)
  return Array.from({ length: count }, (_, i) => ({ query, rows: rows.slice(i * BATCH, (i + 1) * BATCH) }))
}

function unitRow({ path, name, kind, level, validFrom, validTo, decidedBy }: Unit) {
  const nameFolded = foldName(name)
  return { path, properties: { name, nameFolded, kind, level, validFrom, validTo, decidedBy } }
}
