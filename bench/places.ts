// Measures how names of places are found: every unit of a CSV of the map before 01/7/2025, by its full path and by its
// name alone, with marks and without. Reads ../shared/units where it is present.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseUnitsCsv } from '../src/ingest/units-csv.ts'
import { foldText } from '../src/legal/fold.ts'
import { type ChangeRow, unitsOfChanges } from '../src/legal/units/changes-of-2025.ts'
import { createGazetteer, type Gazetteer } from '../src/legal/units/gazetteer.ts'
import { DISTRICTS, PROVINCES } from '../src/legal/units/index.ts'
import { splitKind } from '../src/legal/units/kinds.ts'
import { printTable } from './report.ts'

const CSV = join(import.meta.dirname, '../../shared/units/legacy-to-2025.csv')

interface Count {
  right: number
  ambiguous: number
  wrong: number
}

/** How a unit is asked for; `names` with their kinds, smallest first: ["Xã Minh Sơn", "Huyện Ngọc Lặc", …]. */
interface Form {
  readonly name: string
  readonly words: (names: readonly string[]) => string
}

const bare = (name: string) => splitKind(name).name

const FORMS: readonly Form[] = [
  { name: 'full path', words: (names) => names.join(', ') },
  { name: 'full path, largest first, "-" between', words: (names) => names.toReversed().join(' - ') },
  { name: 'full path, "/" between', words: (names) => names.join('/') },
  { name: 'full path, no words for kinds', words: (names) => names.map(bare).join(', ') },
  { name: 'name alone', words: ([name = '']) => name },
  { name: 'name alone, no word for its kind', words: ([name = '']) => bare(name) },
]

interface Asked {
  /** Path of the unit that is meant. */
  readonly meant: string
  readonly names: readonly string[]
}

interface Question {
  readonly about: string
  /** Only units that were there on this day; `null`: of any time. */
  readonly on: string | null
  readonly list: readonly Asked[]
}

function measure(gazetteer: Gazetteer, { list, on }: Question, form: Form['words'], marks: boolean): Count {
  const count = { right: 0, ambiguous: 0, wrong: 0 }
  for (const { meant, names } of list) {
    const words = form(names)
    const found = gazetteer.find(marks ? words : foldText(words), on).map(({ path }) => path)
    if (!found.includes(meant)) count.wrong++
    else if (found.length > 1) count.ambiguous++
    else count.right++
  }
  return count
}

async function main(file: string): Promise<void> {
  if (!existsSync(file)) {
    console.log(`bench/places.ts: no ${file} here, so nothing is measured.`)
    return
  }
  const rows = parseUnitsCsv(readFileSync(file, 'utf8'), file)
  const changes = unitsOfChanges(rows)
  const gazetteer = createGazetteer([...PROVINCES, ...DISTRICTS, ...changes.units])
  const old = changes.rows.map(({ from }, i) => ({ meant: from, names: oldNames(rows[i]) }))
  const now = changes.rows.map(({ into }, i) => [into, { meant: into, names: newNames(rows[i]) }] as const)
  report(gazetteer, { about: 'rows of before 01/7/2025, of any day', on: null, list: old })
  report(gazetteer, { about: 'rows of before 01/7/2025, on 30/6/2025', on: '2025-06-30', list: old })
  const list = [...new Map(now).values()]
  report(gazetteer, { about: 'communes of 01/7/2025, on that day', on: '2025-07-01', list })
}

const oldNames = (row: ChangeRow | undefined) =>
  row ? [row.ward, row.district, row.province].filter(Boolean) : []
const newNames = (row: ChangeRow | undefined) => (row ? [row.newWard, row.newProvince] : [])

function report(gazetteer: Gazetteer, question: Question): void {
  const { about, list } = question
  const start = performance.now()
  const lines = FORMS.flatMap(({ name, words }) =>
    [true, false].map((marks) => {
      const { right, ambiguous, wrong } = measure(gazetteer, question, words, marks)
      const share = `${((100 * right) / list.length).toFixed(2)} %`
      return [`${name}, ${marks ? 'with' : 'without'} marks`, right, ambiguous, wrong, share]
    }),
  )
  const micros = (1000 * (performance.now() - start)) / (lines.length * list.length)
  const head = [`${list.length} ${about}`, 'right', 'ambiguous', 'wrong', 'right %']
  printTable('npm run bench -- places', null, head, lines)
  console.log(`\n${micros.toFixed(0)} µs a name`)
}

await main(process.argv[2] ?? CSV)
