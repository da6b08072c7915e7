// The two tables of the register as files: read strictly, and written so that they read again to the same rows.

import { basename } from 'node:path'
import { createError } from '../errors.ts'
import { isIsoDate, parseKey } from '../legal/key.ts'
import type { RegisterRow } from './register-rows.ts'

/** A change of one instrument by another, from a day on. All are of parts: the changed one stays listed. */
export interface ChangeRow {
  readonly register_id: string
  readonly changed_number: string
  readonly by_type: string
  readonly by_number: string
  /** ISO day, or year; empty: not known. */
  readonly by_date: string
  /** ISO day on which it took effect; empty: not known. */
  readonly effective_date: string
  /** "sửa đổi, bổ sung, bãi bỏ" */
  readonly verbs: string
  /** How many articles. */
  readonly articles: string
  readonly editions: string
}

/** What is wrong with a cell, in both languages. */
interface Fault {
  readonly reason: string
  readonly reason_en: string
}
type Check = (cell: string) => Fault | null

const fault = (reason: string, reason_en: string): Fault => ({ reason, reason_en })
const LONGEST_CELL = 5_000

const words: Check = (cell) => (cell ? null : fault('không được để trống', 'must not be empty'))
const maybe: Check = () => null
const day: Check = (cell) =>
  cell.length === 10 && isIsoDate(cell)
    ? null
    : fault('phải là ngày dạng 2024-01-18', 'must be a day like 2024-01-18')
const dayOrYear: Check = (cell) => (isIsoDate(cell) ? null : day(''))
const number: Check = (cell) =>
  /^[^\s@|]+$/u.test(cell) && parseKey(cell) !== null
    ? null
    : fault('phải là số, ký hiệu như 31/2024/QH15', 'must be a number like 31/2024/QH15')
const pattern =
  (shape: RegExp, example: string): Check =>
  (cell) =>
    shape.test(cell) ? null : fault(`phải có dạng ${example}`, `must be like ${example}`)
const orEmpty =
  (check: Check): Check =>
  (cell) =>
    cell ? check(cell) : null

/** Columns in their order; those marked "?" may be missing from a table. */
const REGISTER_COLUMNS: Readonly<Record<string, Check>> = {
  register_id: pattern(/^\d{1,12}(?:\|\d{1,12})*$/, '132213 / 132213|155783'),
  type: words,
  number,
  date: dayOrYear,
  issuer: words,
  title: maybe,
  effective_date: orEmpty(day),
  editions: pattern(/^\d{4}-\d{2}(?:\|\d{4}-\d{2})*$/, '2025-02|2026-01'),
  'register_date?': orEmpty(day),
  'remark?': maybe,
}

const CHANGE_COLUMNS: Readonly<Record<string, Check>> = {
  register_id: pattern(/^\d{1,12}$/, '132213'),
  changed_number: number,
  by_type: words,
  by_number: number,
  by_date: orEmpty(dayOrYear),
  effective_date: orEmpty(day),
  verbs: maybe,
  articles: orEmpty(pattern(/^\d{1,4}$/, '12')),
  editions: pattern(/^\d{4}-\d{2}(?:\|\d{4}-\d{2})*$/, '2025-02|2026-01'),
}

/**
 * Reads the register's table.
 * @param file for the error
 * @throws REGISTER_INVALID naming line and column
 */
export function parseRegister(text: string, file: string): RegisterRow[] {
  const rows = parseTable(text, file, REGISTER_COLUMNS)
  if (rows.length === 0) throw invalid(file, 1, 'register_id', fault('bảng không có dòng nào', 'no rows'))
  const seen = new Set<string>()
  for (const { line, cells } of rows)
    for (const id of (cells.register_id ?? '').split('|')) {
      if (seen.has(id))
        throw invalid(file, line, 'register_id', fault(`mã ${id} lặp lại`, `the id ${id} is repeated`))
      seen.add(id)
    }
  return rows.map(({ cells }) => cells as unknown as RegisterRow)
}

/** Reads the table of changes; `register` is the table whose instruments they change. @throws REGISTER_INVALID */
export function parseChanges(text: string, file: string, register: readonly RegisterRow[]): ChangeRow[] {
  const known = new Set(register.flatMap(({ register_id }) => register_id.split('|')))
  return parseTable(text, file, CHANGE_COLUMNS).map(({ line, cells }) => {
    const id = cells.register_id ?? ''
    const unknown = fault(`mã ${id} không có trong bảng văn bản`, `the register has no id ${id}`)
    if (!known.has(id)) throw invalid(file, line, 'register_id', unknown)
    return cells as unknown as ChangeRow
  })
}

interface Line {
  /** Counted from 1, remarks and empty lines too. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

function parseTable(text: string, file: string, columns: Readonly<Record<string, Check>>): Line[] {
  const lines = text
    .normalize('NFC')
    .split(/\r?\n/)
    .map((content, i) => ({ content, line: i + 1 }))
  const [head, ...body] = lines.filter(({ content }) => content && !content.startsWith('#'))
  const names = head?.content.split('\t') ?? []
  const line = head?.line ?? 1
  for (const column of Object.keys(columns))
    if (!column.endsWith('?') && !names.includes(column))
      throw invalid(file, line, column, fault('thiếu cột này', 'the column is missing'))
  const strange = names.find((name) => !(name in columns) && !(`${name}?` in columns))
  if (strange !== undefined) throw invalid(file, line, strange, fault('cột lạ', 'the column is not known'))
  return body.map((row) => parseLine(row, file, names, columns))
}

function parseLine(
  { content, line }: { content: string; line: number },
  file: string,
  names: readonly string[],
  columns: Readonly<Record<string, Check>>,
): Line {
  const cells = content.split('\t').map((cell) => cell.trim())
  if (cells.length > names.length)
    throw invalid(file, line, names.at(-1) ?? '', fault('thừa ô', 'there are more cells than columns'))
  const byName = Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  for (const [column, check] of Object.entries(columns)) {
    const name = column.replace('?', '')
    const cell = byName[name] ?? ''
    const problem = cell.length > LONGEST_CELL ? fault('quá dài', 'too long') : check(cell)
    if (problem) throw invalid(file, line, name, problem)
    byName[name] = cell
  }
  return { line, cells: byName }
}

function invalid(file: string, line: number, column: string, { reason, reason_en }: Fault) {
  return createError('REGISTER_INVALID', {
    file: basename(file),
    line,
    column: column.replace('?', ''),
    reason,
    reason_en,
  })
}

/** The tables as files: remarks at the head, then the columns. */
export function formatRegister(head: string, rows: readonly RegisterRow[]): string {
  return formatTable(head, REGISTER_COLUMNS, rows)
}

export function formatChanges(head: string, rows: readonly ChangeRow[]): string {
  return formatTable(head, CHANGE_COLUMNS, rows)
}

function formatTable(
  head: string,
  columns: Readonly<Record<string, Check>>,
  rows: readonly object[],
): string {
  const names = Object.keys(columns).map((column) => column.replace('?', ''))
  const lines = rows.map((row) => names.map((name) => (row as Record<string, string>)[name] ?? '').join('\t'))
  return `${[head, names.join('\t'), ...lines].join('\n')}\n`
}
