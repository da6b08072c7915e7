// cancu extract: what is cited in a file or in lines of JSON, without a database.

import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { citationKey, extractCitations } from '../citation/index.ts'
import type { Citation, Extraction } from '../citation/types.ts'
import { CancuError, createError } from '../errors.ts'
import { emptyPages, fileError, positionOf, type ReadText, reader } from '../reader/index.ts'
import { paint, print, printError, table, warnOfEmptyPages } from './output.ts'

interface ExtractOptions {
  readonly format: 'table' | 'jsonl'
  readonly json?: boolean
  readonly lines?: string
}

/** Prints the citations of each file; a file that cannot be read fails alone, and the exit status says so. */
export async function extractCommand(files: readonly string[], options: ExtractOptions): Promise<void> {
  if (options.lines === undefined && files.length === 0)
    throw createError('ARGUMENT_INVALID', {
      name: 'file',
      reason: 'cần ít nhất một tệp, hoặc --lines',
      reason_en: 'give at least one file, or --lines',
    })
  const machine = options.json || options.format === 'jsonl'
  for (const file of files) {
    try {
      const read = await reader.readPath(file)
      const lines = (machine ? jsonLines : tableLines)(basename(file), read, extractCitations(read.text))
      for (const line of lines) print(line)
      if (!machine) warnOfEmptyPages(emptyPages(read))
    } catch (error) {
      fail(error, machine)
    }
  }
  if (options.lines !== undefined) await extractLines(options.lines)
}

function fail(error: unknown, machine: boolean): void {
  printError(error, machine)
  process.exitCode = 1
}

/** Reads {"text": …} a line and prints one result a line, in order; a line that is none gets its error. */
async function extractLines(path: string): Promise<void> {
  try {
    const lines = createInterface({
      input: createReadStream(path, 'utf8'),
      crlfDelay: Number.POSITIVE_INFINITY,
    })
    let number = 0
    for await (const line of lines) {
      number++
      if (line.trim() !== '') await printAll(resultOfLine(line, number))
    }
  } catch (error) {
    fail(fileError(path, error), true)
  }
}

/** Waits while whoever reads our output cannot keep up. */
async function printAll(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`))
    await new Promise((resolve) => process.stdout.once('drain', resolve))
}

function resultOfLine(line: string, number: number): string {
  try {
    return JSON.stringify(withKeys(extractCitations(textOfLine(line, number))))
  } catch (error) {
    process.exitCode = 1
    const { code, vi, en } = error instanceof CancuError ? error : createError('INTERNAL', {}, error)
    return JSON.stringify({ line: number, error: { code, vi, en } })
  }
}

function textOfLine(line: string, number: number): string {
  const text = parseJson(line)?.text
  if (typeof text === 'string') return text
  throw createError('LINE_MALFORMED', { number })
}

function parseJson(line: string): { readonly text?: unknown } | null {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function jsonLines(file: string, read: ReadText, extraction: Extraction): string[] {
  const { kind, sha256, fileSha256, pages } = read
  const { citations, ...rest } = withKeys(extraction)
  const placed = citations.map((citation) => ({ ...citation, ...positionOf(read, citation.start) }))
  const source = { file, kind, sha256, fileSha256, pages: pages.length, emptyPages: emptyPages(read) }
  return [JSON.stringify({ ...source, ...rest, citations: placed })]
}

function withKeys(extraction: Extraction) {
  const citations = extraction.citations.map((citation) => ({ ...citation, key: citationKey(citation) }))
  return { ...extraction, citations }
}

function tableLines(file: string, read: ReadText, { header, citations }: Extraction): string[] {
  const title = [header.type, header.number, header.title].filter(Boolean).join(' · ')
  const paged = read.pages.length > 0
  const rows = citations.map((citation) => [
    citation.id,
    ...(paged ? [String(positionOf(read, citation.start).page)] : []),
    citation.relation,
    citation.nestedIn ? `↳ ${citation.nestedIn}` : '',
    nameOf(citation),
    citation.date ?? '',
    citation.issuer ?? '',
    citation.title ?? '',
  ])
  const head = [
    '',
    ...(paged ? ['trang'] : []),
    'quan hệ',
    'trong',
    'văn bản',
    'ngày',
    'cơ quan',
    'trích yếu',
  ]
  return [
    `${paint('bold', file)}  ${title}`,
    ...table(head, rows, 44),
    `${citations.length} trích dẫn / citations`,
    '',
  ]
}

function nameOf({ type, number, name }: Citation): string {
  return number ? [type, number].filter(Boolean).join(' ') : (name ?? type ?? '')
}
