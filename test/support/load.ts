// A load of several steps from a folder, each step one transaction: texts of a subfolder go in, a table is saved, texts
// go out again. In the order of names, as a person might run one command after another.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { GraphStore } from '../../src/graph/store.ts'
import type { Facts } from '../../src/ingest/facts.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { removeSources, saveFacts } from '../../src/ingest/save.ts'
import type { EventRecord } from '../../src/legal/records.ts'
import { madeUpInstruments, madeUpText } from './made-up.ts'

export type LoadStep =
  | { readonly texts: readonly string[] }
  | { readonly facts: Facts }
  /** The number of an earlier step, whose texts go. */
  | { readonly remove: number }

/** Carries out a load. @param onDone called when a step is safely in the graph */
export async function runLoad(
  store: GraphStore,
  folder: string,
  onDone: (step: string) => void | Promise<void> = () => {},
): Promise<void> {
  for (const name of (await readdir(folder)).sort()) {
    await runStep(store, folder, name)
    await onDone(name)
  }
}

async function runStep(store: GraphStore, folder: string, name: string): Promise<void> {
  const path = join(folder, name)
  if (name.endsWith('.facts')) await saveFacts(store, JSON.parse(await readFile(path, 'utf8')))
  else if (name.endsWith('.remove'))
    await removeSources(store, await filesIn(join(folder, await readFile(path, 'utf8'))))
  else await ingest(store, [path], { place: null, fictional: false })
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).map((name) => join(folder, name))
}

/** Writes a load into an empty folder. */
export async function writeLoad(folder: string, steps: readonly LoadStep[]): Promise<void> {
  for (const [i, step] of steps.entries()) {
    const path = join(folder, nameOf(i))
    if ('texts' in step) await writeTexts(path, step.texts)
    else if ('facts' in step) await writeFile(`${path}.facts`, JSON.stringify(step.facts))
    else await writeFile(`${path}.remove`, nameOf(step.remove))
  }
}

async function writeTexts(folder: string, texts: readonly string[]): Promise<void> {
  await mkdir(folder)
  for (const [i, text] of texts.entries()) await writeFile(join(folder, `${nameOf(i)}.txt`), text)
}

function nameOf(step: number): string {
  return String(step).padStart(3, '0')
}

/** Texts in as many steps as told; before and after the middle a table, near the end texts of one step go again. */
export function stepsOf(texts: readonly string[], steps: number, table: Facts): LoadStep[] {
  const size = Math.ceil(texts.length / steps)
  const list: LoadStep[] = Array.from({ length: steps }, (_, i) => ({
    texts: texts.slice(i * size, (i + 1) * size),
  }))
  const half = { ...table, events: table.events.slice(0, table.events.length / 2) }
  const middle = Math.floor(steps / 2)
  return [
    { facts: half },
    ...list.slice(0, middle),
    { facts: table },
    ...list.slice(middle, -1),
    { remove: 1 },
    ...list.slice(-1),
  ]
}

/** Texts that nobody wrote. */
export function madeUpTexts(seed: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => madeUpText(seed, i))
}

/** What a table might say of the instruments that such texts cite. */
export function madeUpTable(): Facts {
  const events = madeUpInstruments().map(
    (instrument, i, all): EventRecord => ({
      ...{
        instrument,
        kind: 'AMENDED',
        by: [all[(i + 1) % all.length]?.key ?? instrument.key],
        effective: null,
      },
      ...{ quote: null, source: 'made up', confidence: 'high' },
    }),
  )
  return { dataset: 'made up', instruments: [], events }
}
