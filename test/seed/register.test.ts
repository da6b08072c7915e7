// The register that ships with the project: what its rows must hold, and that they come out of their source unchanged.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { registerFiles } from '../../scripts/seed-register.ts'
import { REGISTER_DATASET, shippedRegister } from '../../src/ingest/register.ts'
import { cleanRegister } from '../../src/ingest/register-rows.ts'
import { parseRegister } from '../../src/ingest/register-table.ts'
import { shippedFacts } from '../../src/ingest/seed-records.ts'
import { parseKey } from '../../src/legal/key.ts'

const seedDir = join(import.meta.dirname, '../../seed')
const shared = join(import.meta.dirname, '../../../shared')
const file = (name: string) => readFileSync(join(seedDir, 'register', name), 'utf8')
const rows = parseRegister(file('register.tsv'), 'register.tsv')
const register = shippedRegister(join(seedDir, 'register')).read()
const byId = (id: string) => rows.find(({ register_id }) => register_id.split('|').includes(id))
const facts = (key: string) => register.instruments.find((one) => one.key === key)
const eventsOf = (key: string) => register.events.filter(({ instrument }) => instrument.key === key)

describe('the shipped register', () => {
  it('is as clean as cleaning makes it', () => {
    expect(cleanRegister(rows)).toEqual({ rows, leftOut: [] })
  })

  it('yields to the project’s own facts, which know of later changes', () => {
    const { dataset } = shippedFacts(seedDir)
    expect(dataset < REGISTER_DATASET).toBe(true)
  })

  it('gives every row a key of its own that can be asked for', () => {
    const keys = register.instruments.slice(0, rows.length).map(({ key }) => key)
    expect(new Set(keys).size).toBe(rows.length)
    for (const key of keys) expect(parseKey(key)?.date, key).toBeTruthy()
  })

  it('never dates an instrument against the year of its number', () => {
    for (const { number, date } of rows) {
      const year = number.match(/^\d+[a-zA-Z]?\/((?:19|20)\d\d)\//)?.[1]
      if (year) expect(date.slice(0, 4), number).toBe(year)
    }
  })

  it('tells laws and resolutions of one number apart', () => {
    expect(facts('18/2008/QH12@2008-06-03')?.title).toBe('Luật Năng lượng nguyên tử')
    expect(facts('18/2008/QH12~NQ@2008-06-03')?.title).toMatch(/xã hội hóa/)
  })

  it.each([
    ['136150', '106/2018/TT-BTC', '2018-11-15', 'Bộ Tài chính', '2011-08-08'],
    ['144373', '04/2020/TT-BNV', '2020-10-13', 'Bộ Nội vụ', '2019-11-25'],
    ['143382', '324/2016/TT-BTC', '2016-12-21', 'Bộ Tài chính', ''],
    ['148392', '107/2020/QH14', '2020-06-10', 'Quốc hội', '2021-06-10'],
    ['135465', '39/2018/QĐ-TTg', '2018-09-10', 'Thủ tướng Chính phủ', ''],
    ['142387', '06/2020/TT-BCT', '2020-03-24', 'Bộ Công Thương', ''],
    ['155154', '05/2022/TT-BYT', '2022', 'Bộ Y tế', '2002-08-01'],
  ])('row %s is %s of %s', (id, number, date, issuer, register_date) => {
    expect(byId(id)).toMatchObject({ number, date, issuer, register_date })
  })

  it('keeps all ids of an instrument that the register repeats', () => {
    expect(facts('156/2018/NĐ-CP@2018-11-16')?.register).toEqual({
      ids: ['155783', '132213'],
      editions: ['2025-02', '2026-01'],
      inForceFrom: '2019-01-01',
      source: 'Bộ pháp điển điện tử (phapdien.moj.gov.vn), 2025-02, 2026-01',
    })
  })

  it('leaves out rows that bear the number of the instrument they carry out', () => {
    for (const id of ['17080', '13784', '6544', '10515', '17184']) expect(byId(id)).toBeUndefined()
    expect(facts('132/2004/NĐ-CP@2004-06-04')?.register?.ids).toEqual(['19670'])
  })

  it('names laws in full', () => {
    for (const { type, title } of rows)
      if (/^(?:Luật|Bộ luật|Pháp lệnh)$/.test(type)) expect(title.startsWith(`${type} `), title).toBe(true)
  })
})

describe('its changes', () => {
  it('amend: what stays listed is never ended', () => {
    expect(new Set(register.events.map(({ kind }) => kind))).toEqual(new Set(['AMENDED', 'PARTLY_REPEALED']))
  })

  it.each([
    ['102/2016/QH13@2016-04-05', 'AMENDED', '2019-01-01', ['28/2018/QH14@2018-06-15']],
    ['03/2019/TT-BCT@2019-01-22', 'AMENDED', '2020-05-08', ['06/2020/TT-BCT@2020-03-24']],
  ])('%s: %s on %s', (key, kind, effective, by) => {
    expect(eventsOf(key).map((event) => [event.kind, event.effective, event.by])).toContainEqual([
      kind,
      effective,
      by,
    ])
  })

  it('repeal a part where nothing was amended', () => {
    const repeal = eventsOf('58/2014/QH13@2014-11-20').map(({ kind, by }) => [kind, by])
    expect(repeal).toContainEqual(['PARTLY_REPEALED', ['35/2018/QH14@2018-11-20']])
  })

  it('never take effect before the acting instrument, nor act on themselves', () => {
    for (const { effective, by, instrument } of register.events) {
      const date = parseKey(by[0] ?? '')?.date ?? ''
      if (effective) expect(effective >= date, `${by[0]} on ${instrument.key}`).toBe(true)
      expect(by).not.toContain(instrument.key)
    }
  })
})

describe.skipIf(!existsSync(shared))('against ../shared (skipped where it is absent)', () => {
  const made = existsSync(shared) ? registerFiles(shared) : null

  it.each(['register.tsv', 'changes.tsv'])('%s regenerates to the committed bytes', (name) => {
    expect(made?.files.get(name)).toBe(file(name))
  })

  it('dates agree with the notes of the codification', () => {
    const notes = gunzipSync(readFileSync(join(shared, 'phapdien/notes-dev.jsonl.gz'))).toString('utf8')
    const said = notes.trim().split('\n').flatMap(ownDate)
    const wrong = said.filter(([id, date]) => byId(id)?.date.length === 10 && byId(id)?.date !== date)
    expect(said.length).toBeGreaterThan(1_000)
    expect(wrong).toEqual([])
  })
})

/** "… ngày 15/11/2018 của Bộ Tài chính, có hiệu lực …": the register's id of a note's instrument, and its date there. */
function ownDate(line: string): [id: string, date: string][] {
  const { text, itemids } = JSON.parse(line) as { text: string; itemids: string[] }
  const [, day, month, year] =
    text.match(/^\(Điều \d+ [^;]* ngày (\d\d)\/(\d\d)\/(\d{4}) của [^\d;]{3,200}, có hiệu lực thi hành/u) ??
    []
  return day && itemids[0] ? [[itemids[0], `${year}-${month}-${day}`]] : []
}
