import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ensurePlaces, importUnits } from '../../src/ingest/places.ts'
import { removeSources, saveDocuments } from '../../src/ingest/save.ts'
import { parseUnitsCsv, readUnitsCsv } from '../../src/ingest/units-csv.ts'
import { unitsOfChanges } from '../../src/legal/units/changes-of-2025.ts'
import { createGazetteer } from '../../src/legal/units/gazetteer.ts'
import { DISTRICTS, PROVINCES } from '../../src/legal/units/index.ts'
import { document, dump, openTestStore } from '../support/store.ts'

const CSV = new URL('../../../shared/units/legacy-to-2025.csv', import.meta.url)

let graph: Awaited<ReturnType<typeof openTestStore>>
beforeAll(async () => {
  graph = await openTestStore()
})
beforeEach(() => graph.store.clear())
afterAll(() => graph.close())

const HEAD = 'ward,district,province,newWard,newProvince'
const changesOf = (...rows: string[]) =>
  unitsOfChanges(parseUnitsCsv([HEAD, ...rows].join('\n'), 'units.csv'))
const FIRST = changesOf(
  'Xã Minh Sơn,Huyện Ngọc Lặc,Tỉnh Thanh Hóa,Xã Minh Sơn,Tỉnh Thanh Hóa',
  'Xã Minh Sơn,Huyện Triệu Sơn,Tỉnh Thanh Hóa,Xã Tân Ninh,Tỉnh Thanh Hóa',
  'Xã Bình Tân,Huyện Tây Sơn,Tỉnh Bình Định,Xã Bình Phú,Tỉnh Gia Lai',
)
const SECOND = changesOf('Xã Minh Sơn,Huyện Ngọc Lặc,Tỉnh Thanh Hóa,Xã Ngọc Lặc,Tỉnh Thanh Hóa')
const plan = document(
  'plan.txt',
  'Thực hiện Kế hoạch số 62/KH-UBND ngày 22/3/2022 của UBND huyện Ngọc Lặc và Kế hoạch số 5/KH-UBND ngày 01/3/2022 của UBND xã Minh Sơn;',
  { place: 'minh-son.ngoc-lac.thanh-hoa', level: 'commune' },
)
const paths = (places: readonly { path: string }[]) => places.map(({ path }) => path)

describe('the shipped map', () => {
  test('is written once', async () => {
    expect(await ensurePlaces(graph.store)).toBe(true)
    const before = await dump(graph.driver)
    expect(await ensurePlaces(graph.store)).toBe(false)
    expect(await dump(graph.driver)).toEqual(before)
  })

  test('answers names and paths, with what they lie in and became', async () => {
    await ensurePlaces(graph.store)
    expect(await graph.store.placesNamed('tinh binh dinh', null)).toEqual([
      {
        path: 'binh-dinh',
        name: 'Bình Định',
        kind: 'tỉnh',
        level: 'province',
        validFrom: null,
        validTo: '2025-06-30',
        decidedBy: '202/2025/QH15',
        parent: null,
        successors: ['gia-lai'],
      },
    ])
    expect(paths(await graph.store.placesNamed('Cao Lãnh, Đồng Tháp', null))).toEqual([
      'cao-lanh.dong-thap',
      'thanh-pho-cao-lanh.dong-thap',
    ])
    expect(await graph.store.placesNamed('Bình Định', '2025-07-01')).toEqual([])
    expect((await graph.store.places(['ha-bac', 'nowhere']))[0]?.successors).toEqual([
      'bac-giang',
      'bac-ninh',
    ])
  })

  test('comes to organs that were there before it, and stays when they go', async () => {
    await saveDocuments(graph.store, [plan])
    expect(await graph.store.places(['ngoc-lac.thanh-hoa'])).toMatchObject([{ name: null, parent: null }])
    await ensurePlaces(graph.store)
    expect(await graph.store.places(['ngoc-lac.thanh-hoa'])).toMatchObject([
      { name: 'Ngọc Lặc', kind: 'huyện', parent: 'thanh-hoa' },
    ])
    expect(await graph.store.places(['minh-son.ngoc-lac.thanh-hoa'])).toMatchObject([{ name: null }])
    await removeSources(graph.store, [plan.source])
    expect(paths(await graph.store.places(['ngoc-lac.thanh-hoa', 'minh-son.ngoc-lac.thanh-hoa']))).toEqual([
      'ngoc-lac.thanh-hoa',
    ])
  })
})

describe('imported communes', () => {
  test('are found beside the shipped map, and what became what', async () => {
    expect(await importUnits(graph.store, FIRST)).toBe(true)
    expect(paths(await graph.store.placesNamed('xa minh son', null))).toEqual([
      'minh-son.ngoc-lac.thanh-hoa',
      'minh-son.thanh-hoa',
      'minh-son.trieu-son.thanh-hoa',
    ])
    const [district] = await graph.store.placesNamed('huyện Ngọc Lặc', null)
    expect(district?.successors).toEqual(['minh-son.thanh-hoa'])
  })

  test('change no identity: the same texts give the same instruments with them and without', async () => {
    await saveDocuments(graph.store, [plan])
    const keys = async () =>
      (
        await graph.store.instruments({ level: null, type: null, textHeld: null, numberKey: null }, 50, null)
      ).map(({ key }) => key)
    const without = await keys()
    await graph.store.clear()
    await importUnits(graph.store, FIRST)
    await saveDocuments(graph.store, [plan])
    expect(await keys()).toEqual(without)
  })

  test('the same table again changes nothing; another takes its place, and only organs keep theirs', async () => {
    await importUnits(graph.store, SECOND)
    const second = await dump(graph.driver)
    await importUnits(graph.store, FIRST)
    const first = await dump(graph.driver)
    expect(await importUnits(graph.store, FIRST)).toBe(false)
    expect(await dump(graph.driver)).toEqual(first)
    await importUnits(graph.store, SECOND)
    expect(await dump(graph.driver)).toEqual(second)
    await saveDocuments(graph.store, [plan])
    await importUnits(
      graph.store,
      changesOf('Xã Bình Tân,Huyện Tây Sơn,Tỉnh Bình Định,Xã Bình Phú,Tỉnh Gia Lai'),
    )
    expect(await graph.store.places(['minh-son.ngoc-lac.thanh-hoa'])).toMatchObject([{ name: null }])
    expect(await graph.store.places(['xa-ngoc-lac.thanh-hoa'])).toEqual([])
  })

  test('one that fails half-way leaves what was there', async () => {
    await importUnits(graph.store, FIRST)
    const before = await dump(graph.driver)
    const broken = () => {
      throw new Error('cut off')
    }
    await expect(importUnits(graph.store, SECOND, broken)).rejects.toThrow()
    expect(await dump(graph.driver)).toEqual(before)
  })
})

describe('a CSV of units', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cancu-units-'))
  })
  afterAll(() => rm(folder, { recursive: true }))
  const file = async (content: string | Uint8Array) => {
    const path = join(folder, 'units.csv')
    await writeFile(path, content)
    return path
  }

  test.each([
    [
      'without a column',
      'ward,district\nXã A,Huyện B\n',
      'UNITS_CSV_MALFORMED',
      'province, newProvince, newWard',
    ],
    ['without rows', `${HEAD}\n`, 'UNITS_CSV_MALFORMED', 'không có dòng nào'],
    ['with an open quote', `${HEAD}\n"Xã A,Huyện B,,,\n`, 'UNITS_CSV_MALFORMED', 'sai cú pháp CSV ở dòng'],
    ['with a short row', `${HEAD}\nXã A\n`, 'UNITS_CSV_MALFORMED', ''],
    [
      'naming no province',
      `${HEAD}\nXã A,Huyện Ngọc Lặc,Tỉnh Lam Sa,Xã A,Tỉnh Thanh Hóa\n`,
      'UNITS_CSV_MALFORMED',
      'dòng 2: province = "Tỉnh Lam Sa"',
    ],
    ['in another encoding', new Uint8Array([0x77, 0xff, 0xfe]), 'FILE_NOT_UTF8', ''],
    ['that is empty', '', 'UNITS_CSV_MALFORMED', ''],
  ])('%s is refused with a code', async (_, content, code, words) => {
    const failure = await readUnitsCsv(await file(content)).catch((error) => error)
    expect(failure).toMatchObject({ code })
    expect(failure.vi).toContain(words)
  })

  test('that is not there is told', async () => {
    await expect(readUnitsCsv(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'PATH_NOT_FOUND' })
  })

  test('may have a byte order mark, other columns, and any order of them', async () => {
    const changes = await readUnitsCsv(
      await file(
        '\ufeffcode,newProvince,newWard,ward,district,province\n1,Tỉnh Thanh Hóa,Xã Ngọc Lặc,Xã Minh Sơn,Huyện Ngọc Lặc,Tỉnh Thanh Hóa\n',
      ),
    )
    expect(paths(changes.units)).toEqual(['minh-son.ngoc-lac.thanh-hoa', 'xa-ngoc-lac.thanh-hoa'])
  })

  test.skipIf(!existsSync(CSV))(
    'of the whole country: the graph answers as memory does (skipped without ../shared)',
    async () => {
      const changes = await readUnitsCsv(CSV.pathname)
      await importUnits(graph.store, changes)
      const gazetteer = createGazetteer([...PROVINCES, ...DISTRICTS, ...changes.units])
      for (const [name, on] of [
        ['xã Minh Sơn', null],
        ['Tân Thành', null],
        ['Tân Thành', '2025-07-01'],
        ['phuong 5', null],
        ['xa hoang quy, huyen hoang hoa', null],
        ['Thành phố Hồ Chí Minh - Quận 3 - Phường 5', null],
      ] as const)
        expect(paths(await graph.store.placesNamed(name, on)), name).toEqual(paths(gazetteer.find(name, on)))
    },
  )
})
