// What the page's first visit loads: bytes of the document and all that it names, as gzip sends them.
//   npm run bench page

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { printTable } from './report.ts'

const BUILT = join(import.meta.dirname, '..', 'public')
/** Of scripts, in kB (1,000 bytes), without what draws a trace. */
const LIMIT = 150

const document = readFileSync(join(BUILT, 'index.html'), 'utf8')
const names = readdirSync(join(BUILT, 'assets'))
const files = ['index.html', ...names.map((name) => `assets/${name}`)]

function kilobytes(file: string): number {
  return gzipSync(readFileSync(join(BUILT, file))).length / 1000
}

const isFirst = (file: string) => file === 'index.html' || document.includes(file)
const rows = files.map((file) => [
  file,
  isFirst(file) ? 'first page' : 'when a trace is drawn',
  kilobytes(file).toFixed(1),
])
printTable('npm run bench page', null, ['file', 'loaded', 'kB, gzip'], rows)

const scripts = files.filter((file) => isFirst(file) && file.endsWith('.js'))
const total = scripts.reduce((sum, file) => sum + kilobytes(file), 0)
console.log(`\nJavaScript of the first page: ${total.toFixed(1)} kB of ${LIMIT} kB`)
if (total > LIMIT) process.exitCode = 1
