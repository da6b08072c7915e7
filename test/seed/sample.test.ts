// The invented texts: marked as fiction, naming no place that exists, and holding the whole road to 25-NQ/TW.

import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSeed } from '../../src/ingest/seed-records.ts'
import { foldWords } from '../../src/legal/fold.ts'

const { sampleFiles, samplePlaces } = readSeed(join(import.meta.dirname, '../../seed'))
const units = join(import.meta.dirname, '../../../shared/units/legacy-to-2025.csv')
const texts = sampleFiles.map((file) => ({ name: basename(file), text: readFileSync(file, 'utf8') }))
const textOf = (part: string) => texts.find(({ name }) => name.includes(part))?.text ?? ''

describe.each(texts)('$name', ({ text }) => {
  it('says in its first lines that it is fiction', () => {
    expect(text.split('\n', 1)[0]).toMatch(/^VĂN BẢN HƯ CẤU dùng để minh họa/)
  })

  it('is NFC, and of the length of such texts', () => {
    expect(text).toBe(text.normalize('NFC'))
    expect(text.split('\n').length).toBeGreaterThanOrEqual(60)
    expect(text.split('\n').length).toBeLessThanOrEqual(120)
  })
})

describe('places', () => {
  it('gives every text its place, and no other', () => {
    expect(samplePlaces.map(({ file }) => file)).toEqual(sampleFiles)
    for (const { place, placeNames } of samplePlaces) expect(place.split('.')).toHaveLength(placeNames.length)
  })

  it.skipIf(!existsSync(units))('names no unit that exists (skipped without ../shared)', () => {
    const existing = new Set(readFileSync(units, 'utf8').split(/[,\n]/).map(foldWords))
    for (const name of samplePlaces.flatMap(({ placeNames }) => placeNames)) {
      const [, ...own] = foldWords(name).split(' ')
      for (const kind of [
        '',
        'xa ',
        'phuong ',
        'thi tran ',
        'huyen ',
        'thi xa ',
        'quan ',
        'tinh ',
        'thanh pho ',
      ])
        expect(existing.has(`${kind}${own.join(' ')}`), name).toBe(false)
    }
  })
})

describe('the road to 25-NQ/TW', () => {
  const whole = (part: string) =>
    textOf(part)
      .replace(/\s+/g, ' ')
      .replace(/- (?=[A-ZĐ])/g, '-')

  it.each([
    ['xa-truc-linh', 'Thực hiện Kế hoạch số 38/KH-UBND ngày 26 tháng 02 năm 2024 của UBND huyện Mộc Hà'],
    ['huyen-moc-ha', 'Thực hiện Kế hoạch số 21/KH-UBND ngày 30/01/2024 của Ủy ban nhân dân tỉnh Lam Sa'],
    ['ke-hoach-tinh', 'Thực hiện Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư về tiếp tục thực hiện'],
    ['ke-hoach-tinh', 'Nghị quyết số 25-NQ/TW ngày 03/6/2013'],
  ])('%s takes the next step', (part, words) => {
    expect(whole(part)).toContain(words)
  })

  it.each(['xa-truc-linh', 'huyen-moc-ha', 'phoi-hop', 'quyet-dinh'])('%s takes no short cut', (part) => {
    expect(whole(part)).toMatch(/KH-UBND|QĐ-UBND|UBND-BDVTU/)
    expect(whole(part)).not.toMatch(/25-NQ\/TW|43-KL\/TW/)
  })

  it('leads from the commune through the district alone', () => {
    expect(whole('xa-truc-linh')).not.toMatch(/21\/KH-UBND|UBND-BDVTU|152\/QĐ-UBND/)
  })
})
