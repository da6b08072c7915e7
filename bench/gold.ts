// Measures extraction against documents marked by hand: runs it over ../shared/gold/dev, writes the
// predictions to a temporary file, has the marking's own scorer compare them, and prints each
// document and each field for the documents kept aside, the rest, and all.

import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { extractCitations } from '../src/citation/index.ts'

const SHARED = join(import.meta.dirname, '../../shared/gold')

interface Report {
  readonly documents: number
  readonly gold: number
  readonly predicted: number
  readonly matched: number
  readonly detection: { precision: number; recall: number; f1: number }
  readonly fields: Record<string, number>
  readonly whole: number
  readonly edges: { gold: number; precision: number; recall: number }
  readonly header: number
}

/** About a third of the documents, by a hash of the file's stem, never one of the five seeds. */
export function isKeptAside(stem: string): boolean {
  if (/^\d{3}_/.test(stem)) return false
  let hash = 0x811c9dc5
  for (const letter of stem) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0
  return hash % 3 === 1
}

function predict(documents: string, name: string): string {
  const { header, citations, relations } = extractCitations(readFileSync(join(documents, name), 'utf8'))
  return JSON.stringify({ file: name, header, citations, relations })
}

function score(work: string, part: string, stems: readonly string[], flags: readonly string[]): string {
  const gold = join(work, part)
  mkdirSync(gold)
  for (const stem of stems) cpSync(join(SHARED, 'dev/gold', `${stem}.json`), join(gold, `${stem}.json`))
  const scorer = join(SHARED, 'score.mjs')
  return execFileSync(process.execPath, [scorer, gold, join(work, 'predictions.jsonl'), ...flags], {
    encoding: 'utf8',
  })
}

function main(options: readonly string[]): void {
  if (!existsSync(SHARED)) {
    console.log('npm run gold: no ../shared/gold here, so nothing is measured.')
    return
  }
  const work = mkdtempSync(join(tmpdir(), 'cancu-gold-'))
  try {
    run(work, options)
  } finally {
    rmSync(work, { recursive: true })
  }
}

function run(work: string, options: readonly string[]): void {
  const documents = join(SHARED, 'dev/documents')
  const names = readdirSync(documents).sort()
  writeFileSync(join(work, 'predictions.jsonl'), names.map((name) => predict(documents, name)).join('\n'))
  const stems = names.map((name) => basename(name).replace(/\.(md|txt)$/, ''))
  const parts = {
    'kept aside': stems.filter(isKeptAside),
    rest: stems.filter((stem) => !isKeptAside(stem)),
    all: stems,
  }
  if (options.includes('--markdown')) {
    printMarkdown(work, parts)
    return
  }
  for (const [part, members] of Object.entries(parts)) {
    const flags = options.includes('--errors') && part === 'rest' ? ['--errors'] : []
    console.log(
      `\n=== ${part}: ${members.length} documents\n${score(work, part.replace(' ', '-'), members, flags)}`,
    )
  }
}

const percent = (share: number): string => (100 * share).toFixed(1)

function printMarkdown(work: string, parts: Record<string, readonly string[]>): void {
  const fields = ['number', 'type', 'date', 'issuer', 'title', 'provision', 'relation', 'source']
  console.log(
    `| documents | citations | precision | recall | F1 | ${fields.join(' | ')} | whole right | header |`,
  )
  console.log(`|${' --- |'.repeat(fields.length + 7)}`)
  for (const [part, members] of Object.entries(parts)) {
    const report = JSON.parse(score(work, part.replace(' ', '-'), members, ['--json'])) as Report
    const { precision, recall, f1 } = report.detection
    const shares = [
      precision,
      recall,
      f1,
      ...fields.map((field) => report.fields[field] ?? 0),
      report.whole,
      report.header,
    ]
    console.log(`| ${part} (${members.length}) | ${report.gold} | ${shares.map(percent).join(' | ')} |`)
  }
}

main(process.argv.slice(2))
