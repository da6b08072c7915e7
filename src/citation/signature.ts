// Who signed: an office in capitals, and a person's name a few lines below it. Offices may stand side by
// side, or beside the list of recipients.

import { type CleanText, fold } from './normalize.ts'
import { phrases } from './pattern.ts'
import { type Column, splitColumns } from './text-layer/index.ts'
import { SIGNING_OFFICES } from './vocabulary/letterhead.ts'

const WORDS = String.raw`(?:tm|kt|tl|tuq|q)\.\s?|(?:${phrases(SIGNING_OFFICES)})(?=[\n\r|\s])`
// at a line's start, or beside "Nơi nhận:" and the first recipient
const OFFICE = new RegExp(String.raw`[\n\r|]\s?(?:noi\snhan\s?:?\s|-\s[^\n\r|;]{2,60};\s)?(?=${WORDS})`, 'g')
const OPENS_CELL = new RegExp(`^(?:${WORDS})`)
// no name: "Chương I"
const NAME = /^(?!Chương|Phần|Mục|Phụ|Điều)(?:\p{Lu}\p{Ll}*\s){1,4}\p{Lu}\p{Ll}*$/u
const LINES = 6
const LONGEST_LINE = 200
const REACH = 1400

/** The names under the first signing office that has any, joined by "; "; null where none has. */
export function readSigner(clean: CleanText, layout: string): string | null {
  for (const match of clean.folded.matchAll(OFFICE)) {
    const at = match.index + match[0].length
    if (!isCapitals(clean.text.slice(at, at + 8))) continue
    const names = namesBelow(layout, clean.start(at))
    if (names.length > 0) return names.join('; ')
  }
  return null
}

const isCapitals = (text: string): boolean => text === text.toUpperCase()

// Of the line that holds the office, and the lines below it: each name goes to the office it stands nearest to.
function namesBelow(layout: string, at: number): string[] {
  const before = layout.slice(Math.max(0, at - REACH), at)
  const start = at - before.length + Math.max(before.lastIndexOf('\n'), before.lastIndexOf('|')) + 1
  const first = /^[^\n|]*/.exec(layout.slice(start, at + REACH))?.[0] ?? ''
  const offices = splitColumns(first).filter(isOffice)
  if (offices.length === 0) return []
  const below = layout.slice(start + first.length + 1, at + REACH).split(/[\n|]/)
  const found = new Map<Column, string>()
  for (const line of below.filter(mayHoldName).slice(0, LINES))
    for (const cell of splitColumns(line)) {
      const office = NAME.test(plain(cell.text)) && nearest(offices, cell)
      if (office && !found.has(office)) found.set(office, plain(cell.text))
    }
  return offices.flatMap((office) => found.get(office) ?? [])
}

// A name ends in a small letter; recipients end in ";", offices in capitals.
const mayHoldName = (line: string): boolean =>
  line.length < LONGEST_LINE && /\p{Ll}\**$/u.test(line.trimEnd().slice(-4))

const plain = (text: string): string => text.replace(/[*#]/g, '').replace(/\s+/g, ' ').trim()

function isOffice({ text }: Column): boolean {
  const words = plain(text)
  return isCapitals(words.slice(0, 8)) && OPENS_CELL.test(`${fold(words)} `)
}

const middle = ({ start, end }: Column): number => (start + end) / 2

function nearest(offices: readonly Column[], cell: Column): Column | undefined {
  const distance = (office: Column): number => Math.abs(middle(office) - middle(cell))
  return offices.toSorted((a, b) => distance(a) - distance(b))[0]
}
