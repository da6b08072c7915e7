// Reads a CSV of what the communes became on 01/7/2025 into rows. Columns are found by their names, in any order.

import { readFile } from 'node:fs/promises'
import { type CsvError, parse } from 'csv-parse/sync'
import { createError } from '../errors.ts'
import { type ChangeRow, type UnitChanges, unitsOfChanges } from '../legal/units/changes-of-2025.ts'

const COLUMNS = [
  'province',
  'district',
  'ward',
  'newProvince',
  'newWard',
] as const satisfies readonly (keyof ChangeRow)[]
/** Many times the map of the whole country. */
const MOST_BYTES = 50_000_000
/** Line 1 holds the names of the columns. */
const FIRST_LINE = 2

/**
 * Reads a file of changes. Every row must be sound: a map with holes would answer wrongly.
 * @throws PATH_NOT_FOUND, FILE_UNREADABLE, FILE_TOO_LARGE, FILE_NOT_UTF8; UNITS_CSV_MALFORMED where it is no CSV, lacks a
 *   column, or a row names no unit
 */
export async function readUnitsCsv(path: string): Promise<UnitChanges> {
  const changes = unitsOfChanges(parseUnitsCsv(decode(await readBytes(path), path), path))
  const [first] = changes.bad
  if (!first) return changes
  const words = `${first.column} = "${first.value.slice(0, 60)}"`
  throw malformed(path, `dòng ${first.row + FIRST_LINE}: ${words}`, `row ${first.row + FIRST_LINE}: ${words}`)
}

async function readBytes(path: string): Promise<Buffer> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw createError('PATH_NOT_FOUND', { path }, error)
    throw createError('FILE_UNREADABLE', { path, reason: error.code ?? error.message }, error)
  })
  if (bytes.length <= MOST_BYTES) return bytes
  const size = (count: number) => `${Math.round(count / 1_000_000)} MB`
  throw createError('FILE_TOO_LARGE', { path, size: size(bytes.length), limit: size(MOST_BYTES) })
}

function decode(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw createError('FILE_NOT_UTF8', { path }, error)
  }
}

/** The rows of a CSV, other columns left out. @throws UNITS_CSV_MALFORMED */
export function parseUnitsCsv(text: string, path: string): ChangeRow[] {
  const [head = [], ...lines] = cellsOf(text, path)
  const places = COLUMNS.map((name) => [name, head.indexOf(name)] as const)
  const missing = places.filter(([, at]) => at < 0).map(([name]) => name)
  if (missing.length > 0)
    throw malformed(path, `thiếu cột ${missing.join(', ')}`, `no column ${missing.join(', ')}`)
  if (lines.length === 0) throw malformed(path, 'không có dòng nào', 'it has no rows')
  return lines.map(
    (cells) =>
      Object.fromEntries(places.map(([name, at]) => [name, cells[at] ?? ''])) as unknown as ChangeRow,
  )
}

function cellsOf(text: string, path: string): string[][] {
  try {
    return parse(text, { bom: true, trim: true, skip_empty_lines: true })
  } catch (error) {
    const { lines = 1 } = error as Partial<CsvError>
    throw malformed(path, `sai cú pháp CSV ở dòng ${lines}`, `CSV syntax at line ${lines}`, error)
  }
}

function malformed(path: string, reason: string, reason_en: string, cause?: unknown) {
  return createError('UNITS_CSV_MALFORMED', { path, reason, reason_en, columns: COLUMNS.join(', ') }, cause)
}
