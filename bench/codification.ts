// How rightly the source notes of the official codification are read: each names the instrument that an article
// was taken from, and carries that instrument's id in the register.
//   node bench/codification.ts [--list]

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { extractCitations } from '../src/citation/index.ts'
import { numberKey } from '../src/legal/key.ts'

const SHARED = fileURLToPath(new URL('../../shared/', import.meta.url))
const NOTES = `${SHARED}phapdien/notes-dev.jsonl.gz`

interface Note {
  readonly text: string
  readonly itemids: readonly string[]
}

/** What the extractor gives first of a note. */
interface Reading {
  readonly note: Note
  readonly number: string | null
  readonly named: boolean
}

/** The number as the note's own words give it first: a plain reading to hold the extractor against. */
const PLAIN_NUMBER =
  /(?:số:?\s*|\s)((?!\d{1,2}\/\d{1,2}\/\d{4})\d{1,4}[A-Za-z]?\s*\/\s*[^\s,;()]+|\d{1,4}\s?-\s?[A-ZĐ]+[^\s,;()]*|\d{1,4}\s[A-ZĐ]+\/[^\s,;()]+)/u

if (!existsSync(NOTES)) console.log('../shared/phapdien is not here: nothing to measure.')
else measure(process.argv.includes('--list'))

function measure(list: boolean): void {
  const notes: Note[] = gunzipSync(readFileSync(NOTES))
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const register = readRegister()
  const found = notes.map((note): Reading => {
    const first = extractCitations(note.text).citations[0]
    return { note, number: first?.number ?? null, named: first?.kind === 'named' }
  })
  const wrong = found.filter((reading) => !isRight(reading, register))
  const byId = Map.groupBy(found, ({ note }) => note.itemids[0] ?? '')
  const several = [...byId]
    .map(([id, rows]) => ({ id, numbers: spellings(rows) }))
    .filter(({ numbers }) => numbers.size > 1)
  const right = (100 * (found.length - wrong.length)) / found.length
  console.log(`notes ${found.length}; first number right ${right.toFixed(2)} % (${wrong.length} not)`)
  console.log(`register ids ${byId.size}; with more than one number ${several.length}`)
  if (!list) return
  for (const { note, number } of wrong) console.log(`${number} | ${note.text}`)
  for (const { id, numbers } of several)
    for (const [number, text] of numbers) console.log(`${id} ${number} | ${text}`)
}

/** Right is what the register has under the note's id, or else what stands first in the note; a name where neither has a number. */
function isRight({ note, number, named }: Reading, register: ReadonlyMap<string, string>): boolean {
  const wanted = [register.get(note.itemids[0] ?? ''), note.text.match(PLAIN_NUMBER)?.[1]].filter(Boolean)
  if (number === null) return named && wanted.length === 0
  return wanted.some((one) => one !== undefined && numberKey(one) === numberKey(number))
}

function readRegister(): Map<string, string> {
  const rows = readFileSync(`${SHARED}facts/register.tsv`, 'utf8').trim().split('\n').slice(1)
  return new Map(rows.map((row) => row.split('\t')).map(([id = '', , number = '']) => [id, number]))
}

/** Number → one note that gives it. */
function spellings(rows: readonly Reading[]): Map<string, string> {
  return new Map(rows.map(({ note, number }) => [numberKey(number ?? '?'), note.text]))
}
