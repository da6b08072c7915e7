// cancu register import as people run it: a process of its own, on the tests' Neo4j.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { runCli } from '../support/cli.ts'
import { openTestStore } from '../support/store.ts'

vi.setConfig({ testTimeout: 120_000 })

const HEAD = 'register_id\ttype\tnumber\tdate\tissuer\ttitle\teffective_date\teditions'
const LAW = '1\tLuật\t103/2016/QH13\t2016-04-05\tQuốc hội\tBáo chí\t2017-01-01\t2027-01'
const STRAY =
  '2\tNghị định\t132/2004/NĐ-CP\t2005-10-18\tBộ Quốc phòng\tngày 04 tháng 6 năm 2004 của Chính phủ quy định\t\t2027-01'
const CHANGES = `register_id\tchanged_number\tby_type\tby_number\tby_date\teffective_date\tverbs\tarticles\teditions
1\t103/2016/QH13\tLuật\t35/2018/QH14\t2018-11-20\t2019-01-01\tsửa đổi, bổ sung\t12\t2027-01`

let graph: Awaited<ReturnType<typeof openTestStore>>
let folder: string
beforeAll(async () => {
  graph = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'cancu-register-'))
  await writeFile(join(folder, 'register.tsv'), [HEAD, LAW, STRAY].join('\n'))
  await writeFile(join(folder, 'changes.tsv'), CHANGES)
  await writeFile(join(folder, 'bad.tsv'), [HEAD, LAW.replace('2016-04-05', '05/4/2016')].join('\n'))
})
afterAll(async () => {
  await graph.store.clear()
  await graph.close()
  await rm(folder, { recursive: true, force: true })
})

const importing = (...args: string[]) => runCli(folder, ['register', 'import', ...args])

test('tells what it took in, what it put right and what it left out', async () => {
  const run = await importing('register.tsv', '--changes', 'changes.tsv')
  expect(run).toMatchObject({ code: 0, err: '' })
  expect(run.out).toContain('Đã nạp 1 văn bản và 1 thay đổi từ 2 dòng')
  expect(run.out).toMatch(/1 {2}sửa trích yếu \/ title cleaned/)
  expect(run.out).toMatch(/2 {2}132\/2004\/NĐ-CP/)
  expect((await graph.store.registers(['103/2016/QH13@2016-04-05'])).map(({ ids }) => ids)).toEqual([['1']])
})

test('tells machines the same', async () => {
  const { out } = await importing('register.tsv', '--json')
  expect(JSON.parse(out)).toMatchObject({
    rows: 2,
    instruments: 1,
    changes: 0,
    leftOut: [{ register_id: '2', number: '132/2004/NĐ-CP', reason: 'NUMBER_OF_ANOTHER' }],
    remarks: { TITLE_CLEANED: 1, DATE_DOUBTFUL: 0 },
  })
})

test('refuses a bad table with line and column, and changes nothing', async () => {
  const before = await graph.store.contents()
  const run = await importing('bad.tsv')
  expect(run.code).toBe(1)
  expect(run.err).toMatch(/REGISTER_INVALID[\s\S]*bad\.tsv[\s\S]*dòng 2, cột "date"/)
  expect(await importing('nowhere.tsv')).toMatchObject({
    code: 1,
    err: expect.stringContaining('PATH_NOT_FOUND'),
  })
  expect(await graph.store.contents()).toEqual(before)
})
