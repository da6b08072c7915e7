// What readSeed refuses: each fault is told with the file it stands in.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSeed } from '../../src/ingest/seed-records.ts'

const committed = join(import.meta.dirname, '../../seed')
let dir = ''

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cancu-seed-'))
  cpSync(committed, dir, { recursive: true })
})
afterEach(() => rmSync(dir, { recursive: true }))

function change(file: string, from: string | RegExp, to: string): void {
  const path = join(dir, file)
  const before = readFileSync(path, 'utf8')
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  writeFileSync(path, after)
}

describe('readSeed', () => {
  it('reads the five plans as real, with their known keys', () => {
    const { documents } = readSeed(dir)
    expect(documents.map(({ source }) => source)).toEqual(
      ['000', '001', '002', '003', '004'].map((stem) => `seed/plans/${stem}`),
    )
    expect(documents.every(({ fictional }) => !fictional)).toBe(true)
    expect(documents[1]?.knownKeys?.c14).toBe('05-CT/TW@2016-05-15')
    expect(documents.flatMap(({ citations }) => citations)).toHaveLength(93)
  })

  it.each([
    ['plans/001.json', '"kind": "numbered"', '"kind": "guessed"'],
    ['plans/001.json', '"id": "c2"', '"id": "c20"'],
    ['plans/001.json', '"nestedIn": "c2"', '"nestedIn": "c99"'],
    ['plans/001.json', /"end": \d+/, '"end": 1'],
    ['plans/001.json', '{', '{{'],
    ['plans/001.json', '"c14": "05-CT/TW@2016-05-15"', '"c14": "05-CT/TW@2016-02-31"'],
    ['facts/status.tsv', '\tREPLACED\t', '\tFORGOTTEN\t'],
    ['facts/status.tsv', '\t2021-07-30\t', '\t2021-07-32\t'],
    ['facts/instruments.tsv', 'key\ttype', 'kee\ttype'],
    ['sample/places.json', '"place": "lam-sa"', '"place": "Lam Sa"'],
  ])('refuses %s where %s is %s', (file, from, to) => {
    change(file, from, to)
    expect(() => readSeed(dir)).toThrow(expect.objectContaining({ code: 'SEED_INVALID' }))
    expect(() => readSeed(dir)).toThrow(join(dir, file))
  })

  it('refuses a folder that lacks a part', () => {
    rmSync(join(dir, 'facts', 'status.tsv'))
    expect(() => readSeed(dir)).toThrow(expect.objectContaining({ code: 'SEED_INVALID' }))
  })
})
