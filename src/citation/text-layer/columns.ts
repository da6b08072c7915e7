// Tells apart the columns that a reader merged into one line, as letterheads and signature blocks have.

export interface Column {
  /** Offsets into the line. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What opens the right-hand column of a letterhead, even where a single blank stands before it. */
const RIGHT_COLUMN =
  /(?<=\S\s+)(?:CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập - Tự do - Hạnh phúc)/u
const LEFT_COLUMN = /^\s*Nơi nhận\s*:(?=\s*\S)/u
/** Three blanks or a tab are no slip; two are a gap where a capital follows. */
const GAP = / *\t[ \t]*| {3,}| {2}(?=\p{Lu})/gu

/**
 * Splits a line at the gaps between its columns; a line without any is one column, a blank one none.
 *
 * "ỦY BAN NHÂN DÂN   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" → two columns; "Nơi nhận:  GIÁM ĐỐC" → two.
 * To be used on repaired text: a run of lost letters looks like a gap too.
 */
export function splitColumns(line: string): readonly Column[] {
  const cuts = [...line.matchAll(GAP)].map((gap) => [gap.index, gap.index + gap[0].length] as const)
  const fixed = fixedCut(line)
  if (fixed !== null && !cuts.some(([start, end]) => start <= fixed && fixed <= end))
    cuts.push([fixed, fixed])
  return columnsBetween(
    line,
    cuts.sort((a, b) => a[0] - b[0]),
  )
}

function fixedCut(line: string): number | null {
  const label = LEFT_COLUMN.exec(line)
  if (label !== null) return label[0].length
  return RIGHT_COLUMN.exec(line)?.index ?? null
}

function columnsBetween(line: string, cuts: readonly (readonly [number, number])[]): readonly Column[] {
  const columns: Column[] = []
  let from = 0
  for (const [start, end] of [...cuts, [line.length, line.length] as const]) {
    const column = trimmed(line, from, start)
    if (column !== null) columns.push(column)
    from = end
  }
  return columns
}

function trimmed(line: string, start: number, end: number): Column | null {
  const raw = line.slice(start, end)
  const text = raw.trim()
  if (text === '') return null
  const from = start + raw.indexOf(text)
  return { start: from, end: from + text.length, text }
}
