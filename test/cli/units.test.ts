// cancu units as people run it: a process of its own, on the tests' Neo4j.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../support/cli.ts'
import { openTestStore } from '../support/store.ts'

const TABLE = `province,district,ward,newProvince,newWard
Tỉnh Thanh Hóa,Huyện Ngọc Lặc,Xã Minh Sơn,Tỉnh Thanh Hóa,Xã Minh Sơn
Tỉnh Thanh Hóa,Huyện Ngọc Lặc,Thị trấn Ngọc Lặc,Tỉnh Thanh Hóa,Xã Ngọc Lặc
`

let graph: Awaited<ReturnType<typeof openTestStore>>
let folder: string
beforeAll(async () => {
  graph = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'cancu-units-'))
})
afterAll(async () => {
  await graph.store.clear()
  await graph.close()
  await rm(folder, { recursive: true, force: true })
})

const cancu = (...args: string[]) => runCli(folder, args)

test('communes are imported once, found by name, and a bad table changes nothing', async () => {
  const path = join(folder, 'units.csv')
  await writeFile(path, TABLE)
  const first = await cancu('units', 'import', path, '--json')
  expect(JSON.parse(first.out)).toEqual({ rows: 2, units: 4, merged: 4, changed: true })
  expect((await cancu('units', 'import', path)).out).toContain('không thay đổi gì')
  const found = await cancu('units', 'find', 'ngoc', 'lac')
  expect(found.out).toContain('huyện Ngọc Lặc, tỉnh Thanh Hóa  [ngoc-lac.thanh-hoa]  đến 2025-06-30  → xã')
  expect(found.out).toContain('3 nơi cùng tên')
  const [place] = JSON.parse((await cancu('units', 'find', 'Ngọc Lặc', '--on', '2025-07-01', '--json')).out)
  expect(place).toMatchObject({ path: 'xa-ngoc-lac.thanh-hoa', kind: 'xã', parent: 'thanh-hoa' })
  await writeFile(path, TABLE.replace('Tỉnh Thanh Hóa', 'Tỉnh Lam Sa'))
  const bad = await cancu('units', 'import', path)
  expect(bad.code).toBe(1)
  expect(bad.err).toContain('UNITS_CSV_MALFORMED')
  expect(bad.err).toContain('dòng 2: province = "Tỉnh Lam Sa"')
  expect((await cancu('units', 'find', 'xã Ngọc Lặc')).code).toBe(0)
})

test('a name that no map has is told with a code', async () => {
  const run = await cancu('units', 'find', 'Lam Sa')
  expect(run.code).toBe(1)
  expect(run.err).toContain('PLACE_NOT_FOUND')
  expect((await cancu('units', 'import', join(folder, 'none.csv'))).err).toContain('PATH_NOT_FOUND')
})
