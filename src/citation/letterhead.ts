// Letterheads in two columns that a reader of PDF or Word printed side by side: the organ and the number on
// the left, the nation's name, place and date on the right. They are put one below the other.

import { normalizeText } from './normalize.ts'
import { type Column, splitColumns } from './text-layer/index.ts'

/** Columns of a letterhead as lines, left before right, and where the text goes on behind it. */
export interface Letterhead {
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
}

interface Row {
  readonly start: number
  readonly end: number
  readonly cells: readonly Column[]
}

const TOP = 4000
const MOST_ROWS = 9
const NATION = '(?:CỘNG H|ĐẢNG CỘNG S|Độc lập)'
const SIDE_BY_SIDE = new RegExp(String.raw`${NATION}(?<=\S[ \t]+${NATION})`, 'u')
const RIGHT = new RegExp(`^${NATION}`, 'u')
const NUMBER = /^S[ốôố]\s*(?::|\d{1,6}\s*[-/])/u
const DATED = /ngày.{0,12}tháng/u
/** A cell counts to the right-hand column from so many letters before the nation's name on. */
const SLACK = 14

/** The letterhead of a text as laid out, if its columns share lines; null where they do not. */
export function readColumns(layout: string): Letterhead | null {
  const top = layout.slice(0, TOP)
  if (!SIDE_BY_SIDE.test(top)) return null
  const rows = rowsOf(top)
  const first = rows.findIndex(({ cells }) => cells.length > 1 && RIGHT.test(cells.at(-1)?.text ?? ''))
  if (first < 0) return null
  const block = rows.slice(first, first + MOST_ROWS)
  const dated = block.findIndex(({ cells }) => DATED.test(cells.at(-1)?.text ?? ''))
  const head = block.slice(0, dated < 0 ? 2 : dated + 1)
  const { start = 0 } = head[0] ?? {}
  return { start, end: head.at(-1)?.end ?? start, lines: stacked(head) }
}

function rowsOf(top: string): Row[] {
  const rows: Row[] = []
  let start = 0
  for (const line of top.split('\n')) {
    const cells = line.includes('|') ? [] : splitColumns(line.replace(/\r$/, ''))
    rows.push({ start, end: start + line.length, cells })
    start += line.length + 1
  }
  return rows
}

// The organ's lines first, then the nation's, then number, place and date.
function stacked(rows: readonly Row[]): string[] {
  const border = (rows[0]?.cells.at(-1)?.start ?? 0) - SLACK
  const cells = rows.flatMap((row) =>
    row.cells.map(({ text, start }, i) => ({
      text: normalizeText(text).text,
      isRight: i > 0 || start >= border,
    })),
  )
  const isNumber = ({ text }: { text: string }): boolean => NUMBER.test(text)
  const left = cells.filter((cell) => !cell.isRight && !isNumber(cell))
  const right = cells.filter((cell) => cell.isRight && !DATED.test(cell.text))
  const dated = cells.filter((cell) => (cell.isRight && DATED.test(cell.text)) || isNumber(cell))
  return [...left, ...right, ...dated].map(({ text }) => text)
}
