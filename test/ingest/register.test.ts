// The register in the graph: beside the project's own facts, replaced by a newer one, brought to older graphs.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { statusOf } from '../../src/answer/status.ts'
import { readRegister } from '../../src/ingest/register.ts'
import { saveDocuments, saveFacts } from '../../src/ingest/save.ts'
import { loadSeed, refreshTables } from '../../src/ingest/seed.ts'
import { openSeededApp } from '../support/app.ts'
import { document } from '../support/store.ts'

const HEAD = 'register_id\ttype\tnumber\tdate\tissuer\ttitle\teffective_date\teditions'
const CHANGE_HEAD =
  'register_id\tchanged_number\tby_type\tby_number\tby_date\teffective_date\tverbs\tarticles\teditions'

// Five thousand instruments come.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

let api: Awaited<ReturnType<typeof openSeededApp>>
let folder: string
beforeAll(async () => {
  api = await openSeededApp()
  folder = await mkdtemp(join(tmpdir(), 'cancu-register-'))
})
afterAll(async () => {
  await api.end()
  await rm(folder, { recursive: true })
})

const PRESS = '103/2016/QH13@2016-04-05'
const status = async (key: string, asOf = '2026-09-01') => (await statusOf(api.store, [key], asOf)).get(key)
const titleOf = async (key: string) => (await api.store.instrumentsByKeys([key]))[0]?.title
const importTables = async (rows: string[], changes: string[]) => {
  const [register, changed] = [join(folder, 'register.tsv'), join(folder, 'changes.tsv')]
  await writeFile(register, [HEAD, ...rows].join('\n'))
  await writeFile(changed, [CHANGE_HEAD, ...changes].join('\n'))
  const { facts } = await readRegister({ register, changes: changed })
  await saveFacts(api.store, facts)
}

describe('the shipped register', () => {
  test('comes to a graph that was filled without it at the next start, once', async () => {
    expect(await refreshTables(api.store)).toEqual(['state-register'])
    expect(await refreshTables(api.store)).toEqual([])
    const before = await api.store.contents()
    await loadSeed(api.store, { force: false })
    expect(await api.store.contents()).toEqual(before)
  })

  test('gives an instrument its place in it, its day and its changes', async () => {
    const query = `{ instrument(key: "${PRESS}") { title register { ids editions inForceFrom } status(asOf: "2026-09-01") { value since by { key } evidence { source } } } }`
    const { data, errors } = await api.ask(query)
    expect(errors).toBeUndefined()
    expect(data.instrument).toEqual({
      title: 'Luật Báo chí',
      register: { ids: ['101872'], editions: ['2025-02', '2026-01'], inForceFrom: '2017-01-01' },
      status: {
        value: 'AMENDED',
        since: '2019-01-01',
        by: [{ key: '35/2018/QH14@2018-11-20' }],
        evidence: [
          {
            source: 'Bộ pháp điển điện tử (phapdien.moj.gov.vn), 2025-02, 2026-01: sửa đổi, bổ sung 12 điều',
          },
        ],
      },
    })
  })

  test('says from which day it was in force', async () => {
    expect(await status(PRESS, '2016-12-31')).toMatchObject({ value: 'NOT_YET_IN_FORCE' })
    expect(await status(PRESS, '2018-01-01')).toMatchObject({ value: 'NO_KNOWN_CHANGE', since: '2017-01-01' })
  })

  test('leaves what it does not list without a place', async () => {
    const { data } = await api.ask('{ instrument(key: "25-NQ/TW@2013-06-03") { register { ids } } }')
    expect(data.instrument.register).toBeNull()
  })

  test('stands beside the project’s own facts, which win', async () => {
    // Of 77/2015/QH13 the register tells two amendments, the facts its end.
    expect(await status('77/2015/QH13@2015-06-19')).toMatchObject({ value: 'REPLACED', since: '2025-03-01' })
    expect(await status('77/2015/QH13@2015-06-19', '2021-01-01')).toMatchObject({ value: 'AMENDED' })
    expect(await status('31/2024/QH15@2024-01-18')).toMatchObject({ value: 'AMENDED' })
    // "Luật thực hiện dân chủ ở cơ sở" in the register.
    expect(await titleOf('10/2022/QH15@2022-11-10')).toBe('Luật Thực hiện dân chủ ở cơ sở')
  })

  test('tells a law and a resolution of one number and day apart', async () => {
    expect(await titleOf('18/2008/QH12@2008-06-03')).toBe('Luật Năng lượng nguyên tử')
    expect(await titleOf('18/2008/QH12~NQ@2008-06-03')).toMatch(/xã hội hóa/)
  })
})

describe('a newer register', () => {
  const LAW = '9\tLuật\t103/2016/QH13\t2016-04-05\tQuốc hội\tBáo chí\t2017-01-01\t2027-01'
  const OTHER = LAW.replaceAll('103/', '102/').replace('9', '8')
  const CHANGE = '9\t103/2016/QH13\tLuật\t126/2026/QH16\t2026-06-10\t2026-07-01\tbãi bỏ\t1\t2027-01'
  beforeAll(async () => {
    await api.store.clear()
    const text = 'Căn cứ Luật Báo chí số 103/2016/QH13 ngày 05/4/2016 của Quốc hội;'
    await saveDocuments(api.store, [document('plan.txt', text)])
    await importTables([LAW, OTHER], [CHANGE])
  })

  test('that is at fault changes nothing', async () => {
    const before = await api.store.contents()
    await expect(importTables([LAW, LAW], [])).rejects.toMatchObject({ code: 'REGISTER_INVALID' })
    await expect(importTables([LAW], [CHANGE.replace('9\t', '7\t')])).rejects.toMatchObject({
      code: 'REGISTER_INVALID',
    })
    expect(await api.store.contents()).toEqual(before)
  })

  test('takes the place of the former', async () => {
    expect(await status(PRESS)).toMatchObject({ value: 'PARTLY_REPEALED', by: ['126/2026/QH16@2026-06-10'] })
    await importTables([LAW.replace('2027-01', '2027-02')], [])
    expect(await status(PRESS)).toMatchObject({ value: 'NO_KNOWN_CHANGE' })
    expect(await api.store.registers([PRESS])).toMatchObject([{ ids: ['9'], editions: ['2027-02'] }])
    expect(await api.store.instrumentsByKeys(['102/2016/QH13@2016-04-05'])).toEqual([])
  })

  test('stays where the project ships another; its facts are renewed', async () => {
    const facts = { dataset: 'seed/facts', instruments: [], events: [], version: 'older' }
    await saveFacts(api.store, facts)
    expect(await refreshTables(api.store)).toEqual(['seed/facts'])
    expect(await titleOf('25-NQ/TW@2013-06-03')).toBeTruthy()
    expect(await api.store.registers([PRESS])).toMatchObject([{ ids: ['9'] }])
  })
})
