// cancu extract: what is cited in a file, without a database.

import { basename } from 'node:path'
import { citationKey, extractCitations } from '../citation/index.ts'
import type { Citation, Extraction } from '../citation/types.ts'
import { readTextFile } from '../reader/text.ts'
import { paint, print, printError, table } from './output.ts'

interface ExtractOptions {
  readonly format: 'table' | 'jsonl'
  readonly json?: boolean
}

/** Prints the citations of each file; a file that cannot be read fails alone, and the exit status says so. */
export async function extractCommand(
  files: readonly string[],
  { format, json }: ExtractOptions,
): Promise<void> {
  const lines = json ? jsonLines : format === 'jsonl' ? jsonLines : tableLines
  for (const file of files) {
    try {
      const { text } = await readTextFile(file)
      for (const line of lines(basename(file), extractCitations(text))) print(line)
    } catch (error) {
      printError(error, json ?? format === 'jsonl')
      process.exitCode = 1
    }
  }
}

function jsonLines(file: string, extraction: Extraction): string[] {
  const citations = extraction.citations.map((citation) => ({ ...citation, key: citationKey(citation) }))
  return [JSON.stringify({ file, ...extraction, citations })]
}

function tableLines(file: string, { header, citations }: Extraction): string[] {
  const title = [header.type, header.number, header.title].filter(Boolean).join(' · ')
  const rows = citations.map((citation) => [
    citation.id,
    citation.relation,
    citation.nestedIn ? `↳ ${citation.nestedIn}` : '',
    nameOf(citation),
    citation.date ?? '',
    citation.issuer ?? '',
    citation.title ?? '',
  ])
  const head = ['', 'quan hệ', 'trong', 'văn bản', 'ngày', 'cơ quan', 'trích yếu']
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
