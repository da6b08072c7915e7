// Reading files: pages a second of a PDF of 200 pages that Chromium prints from the invented texts, and of the same
// text as HTML and as DOCX.
//
//   node bench/files.ts --pages 200

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { strToU8, zipSync } from 'fflate'
import { createReader, type Reader } from '../src/reader/index.ts'
import { printTable, quantile } from './report.ts'

const SAMPLES = join(import.meta.dirname, '../seed/sample')
const ROUNDS = 5
const LINES_A_PAGE = 40

const { values } = parseArgs({ options: { pages: { type: 'string', default: '200' } } })
const pages = Number(values.pages)

/** Pages of lines, as long as pages of official texts are. */
function makePages(): string[][] {
  const lines = readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(SAMPLES, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
  return Array.from({ length: pages }, (_, page) =>
    Array.from({ length: LINES_A_PAGE }, (_, i) => lines[(page * LINES_A_PAGE + i) % lines.length] ?? ''),
  )
}

const html = (sheets: readonly (readonly string[])[]) =>
  `<html lang="vi"><meta charset="utf-8"><style>section{break-after:page}p{margin:0;font:11pt serif}</style>${sheets
    .map((lines) => `<section>${lines.map((line) => `<p>${line}</p>`).join('')}</section>`)
    .join('')}`

function docx(sheets: readonly (readonly string[])[]): Uint8Array {
  const body = sheets.flat().map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
  const office = 'http://schemas.openxmlformats.org'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
    ),
  })
}

/** Prints HTML with the machine's Chromium. */
function pdf(page: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'cancu-files-'))
  try {
    writeFileSync(join(folder, 'text.html'), page)
    const options = ['--headless', '--no-sandbox', '--no-pdf-header-footer', '--print-to-pdf=text.pdf']
    execFileSync('chromium', [...options, 'text.html'], { cwd: folder, stdio: 'ignore' })
    return readFileSync(join(folder, 'text.pdf'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function measure(reader: Reader, name: string, bytes: Uint8Array) {
  const times: number[] = []
  const processor: number[] = []
  let found = 0
  for (let round = 0; round < ROUNDS; round++) {
    const [start, used] = [performance.now(), process.cpuUsage()]
    found = (await reader.readBytes(bytes, name)).pages.length
    times.push(performance.now() - start)
    const { user, system } = process.cpuUsage(used)
    processor.push((user + system) / 1000)
  }
  const later = quantile(times.slice(1), 0.5)
  const each = quantile(processor.slice(1), 0.5) / pages
  const size = `${Math.round(bytes.length / 1024)} kB`
  return [
    name,
    found || '–',
    size,
    times[0]?.toFixed(0) ?? '',
    later.toFixed(0),
    Math.round((pages / later) * 1000),
    each.toFixed(1),
  ]
}

const sheets = makePages()
const page = html(sheets)
const reader = createReader()
const rows = [
  await measure(reader, 'text.pdf', pdf(page)),
  await measure(reader, 'text.html', Buffer.from(page)),
  await measure(reader, 'text.docx', docx(sheets)),
]
await reader.close()
printTable(
  `npm run bench files -- --pages ${pages}`,
  null,
  [
    'file',
    'pages found',
    'size',
    'first reading, ms',
    'later ones, ms (median)',
    'pages a second',
    'processor, ms a page',
  ],
  rows,
)
