// On real documents: sound ones stay as they are, and the one that lost six letters gets them back.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { repairTextLayer } from '../../../src/citation/text-layer/index.ts'

const ROOT = '../shared'
const DAMAGED = '000_839d046cad6adf97'
const present = existsSync(`${ROOT}/gold/dev`)
if (!present) console.warn('skipped: no reference documents at ../shared')

describe.skipIf(!present)('reference documents', () => {
  it.each([`${ROOT}/gold/dev/documents`, `${ROOT}/corpus/official`])('sound ones in %s stay', (folder) => {
    const changed = readdirSync(folder)
      .filter((file) => !file.startsWith(DAMAGED))
      .filter((file) => {
        const text = readFileSync(`${folder}/${file}`, 'utf8')
        return repairTextLayer(text).text !== text
      })
    expect(changed).toEqual([])
  })

  it('the damaged one: letters, and the words that were marked by hand', () => {
    const text = readFileSync(`${ROOT}/gold/dev/documents/${DAMAGED}.txt`, 'utf8')
    const marked = JSON.parse(readFileSync(`${ROOT}/gold/dev/gold/${DAMAGED}.json`, 'utf8'))[0].citations
    const repaired = repairTextLayer(text)
    expect(repaired.damage[0]).toMatchObject({ kind: 'LETTERS_BLANKED', letters: 'đìổờụư' })
    expect(repaired.text.length).toBe(text.length)
    const flat = loosen(repaired.text)
    const wanted = (marked as readonly Record<string, string>[]).flatMap((citation) =>
      ['issuerRepaired', 'titleRepaired', 'surfaceRepaired', 'cueRepaired'].flatMap(
        (field) => citation[field] ?? [],
      ),
    )
    const right = wanted.filter((words) => flat.includes(loosen(words)))
    // The rest differs by slips of another sort: "vê", "quôc", "Đê án", "chỉnh trị", "ôi mới".
    expect([right.length, wanted.length]).toEqual([34, 44])
  })
})

/** One blank between words, small letters, no blank after a number's hyphen. */
function loosen(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/- /g, '-').toLowerCase()
}
