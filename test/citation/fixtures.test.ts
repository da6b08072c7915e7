// The lines of fixtures/citations.txt and fixtures/not-citations.txt: what is found in a sentence.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Citation, extractCitations } from '../../src/citation/index.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')

interface Block {
  readonly sentence: string
  /** The document's own number, where a line says it. */
  own: string | null
  readonly expected: readonly string[]
}

function readLines(name: string): string[] {
  const lines = readFileSync(join(FIXTURES, name), 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '' && !line.startsWith('#'))
}

function readBlocks(): Block[] {
  const blocks: (Block & { expected: string[] })[] = []
  for (const line of readLines('citations.txt'))
    if (line.startsWith('> ')) blocks.at(-1)?.expected.push(line.slice(2))
    else if (line.startsWith('= ')) Object.assign(blocks.at(-1) ?? {}, { own: line.slice(2) })
    else blocks.push({ sentence: line.replaceAll('⏎', '\n'), own: null, expected: [] })
  return blocks
}

const joined = (text: string): string => text.replace(/\s+/g, ' ')

function fieldOf(citation: Citation, field: string, value: string): string | null {
  if (field === 'flag')
    return citation.flags.find((flag) => flag === value) ?? `only ${citation.flags.join(', ')}`
  if (field === 'from') return citation.relationFrom.replace('c', '')
  const read = citation[field as keyof Citation]
  return read === null ? '-' : String(read)
}

function describeCitation(citation: Citation | undefined, expected: string): string {
  const [, ...fields] = expected.split(' | ')
  if (!citation) return 'nothing'
  const seen = fields.map((each) => {
    const field = each.split(' ')[0] ?? ''
    return `${field} ${fieldOf(citation, field, each.slice(field.length + 1))}`
  })
  return [joined(citation.text), ...seen].join(' | ')
}

describe('sentences with citations', () => {
  it.each(readBlocks().map((block) => [joined(block.sentence), block] as const))('%s', (_, block) => {
    const { citations, header } = extractCitations(block.sentence)
    const seen = block.expected.map((each, i) => describeCitation(citations[i], each))
    const more = citations.slice(block.expected.length).map((each) => `not expected: ${each.text}`)
    expect([...seen, ...more]).toEqual(block.expected)
    expect(header.number).toBe(block.own)
  })
})

describe('sentences without citations', () => {
  it.each(readLines('not-citations.txt'))('%s', (sentence) => {
    expect(extractCitations(sentence).citations.map((citation) => citation.text)).toEqual([])
  })
})
