// cancu units: the gazetteer. Communes come in by a CSV of what they became; names are found by their words.

import { type Command, Option } from 'commander'
import { checkPlaceName } from '../answer/checks.ts'
import { placeName, placeSentence } from '../answer/words.ts'
import { createError } from '../errors.ts'
import type { PlaceRow } from '../graph/places.ts'
import { ensurePlaces, importUnits } from '../ingest/places.ts'
import { readUnitsCsv } from '../ingest/units-csv.ts'
import { day } from './arguments.ts'
import { bar, print, printJson, progressLine } from './output.ts'
import { withStore } from './with-store.ts'

export function addUnitCommands(program: Command): void {
  const units = program
    .command('units')
    .description('danh mục đơn vị hành chính, cũ và mới / administrative units, old and new')
  const json = () => new Option('--json', 'in JSON cho máy đọc / print JSON')
  units
    .command('import')
    .description(
      'nạp xã, phường từ bảng CSV (cột province, district, ward, newProvince, newWard), thay bảng nạp trước / communes from a CSV, in place of the table before',
    )
    .argument('<file.csv>')
    .addOption(json())
    .action(importUnitsCommand)
  units
    .command('find')
    .description(
      'tìm địa danh, có dấu hoặc không, tên hoặc cả đường: "xã Minh Sơn, huyện Ngọc Lặc" / a place by its name or full path, with or without marks',
    )
    .argument('<name...>')
    .addOption(new Option('--on <ngày>', 'có vào ngày này / there on this day (2025-06-30)').argParser(day))
    .addOption(json())
    .action(findUnitsCommand)
}

async function importUnitsCommand(file: string, { json }: { json?: boolean }): Promise<void> {
  const changes = await readUnitsCsv(file)
  const line = progressLine()
  const show = (share: number) => line.show(`${bar(share)} ${file}`)
  const written = await withStore((store) => importUnits(store, changes, show)).finally(line.clear)
  const [units, merged, rows] = [changes.units.length, changes.merged.length, changes.rows.length]
  if (json) return printJson({ rows, units, merged, changed: written })
  print(`${rows} dòng: ${units} xã, phường, thị trấn, đặc khu; ${merged} quan hệ cũ → mới.`)
  print(`${rows} rows: ${units} communes, old and new; ${merged} times one became another.`)
  if (!written)
    print('Đã có đúng bảng này, không thay đổi gì. / The graph holds this very table: nothing changed.')
}

async function findUnitsCommand(
  words: readonly string[],
  { on, json }: { on?: string; json?: boolean },
): Promise<void> {
  const name = checkPlaceName(words.join(' '))
  const { found, others } = await withStore(async (store) => {
    await ensurePlaces(store)
    const found = await store.placesNamed(name, on ?? null)
    if (found.length === 0) throw createError('PLACE_NOT_FOUND', { name })
    return { found, others: await store.places(relatives(found)) }
  })
  if (json) return printJson(found)
  const byPath = new Map([...others, ...found].map((place) => [place.path, place]))
  for (const place of found) print(placeSentence(place, (path) => placeName(byPath.get(path), path)))
  if (found.length > 1) print(`\n${found.length} nơi cùng tên. / ${found.length} places bear the name.`)
}

/** Paths of all that must be named beside the places. */
function relatives(found: readonly PlaceRow[]): string[] {
  return [...new Set(found.flatMap(({ parent, successors }) => [...(parent ? [parent] : []), ...successors]))]
}
