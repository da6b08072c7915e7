// cancu check as people run it: what it prints, and what its exit status says.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveFacts } from '../../src/ingest/save.ts'
import { runCli } from '../support/cli.ts'
import { openTestStore } from '../support/store.ts'

const SCAN = fileURLToPath(new URL('../fixtures/files/scan.pdf', import.meta.url))
const ENDED = 'Thực hiện Quyết định số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị;\n'
const FINE = 'Căn cứ Luật Tố cáo ngày 12/6/2018;\nCăn cứ Luật Tố cáo;\n'

let graph: Awaited<ReturnType<typeof openTestStore>>
let folder: string
beforeAll(async () => {
  graph = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'cancu-check-'))
  const rest = { number: null, date: null, issuer: null }
  const told = {
    quote: 'Quyết định này thay thế Quyết định số 290-QĐ/TW',
    source: 'test',
    confidence: 'high',
  } as const
  const law = (key: string) => ({ ...rest, key, type: 'Luật', title: 'Luật Tố cáo' })
  await saveFacts(graph.store, {
    dataset: 'check',
    instruments: [
      law('03/2011/QH13@2011-11-11'),
      law('25/2018/QH14@2018-06-12'),
      { ...rest, key: '290-QĐ/TW@2010-02-25', type: 'Quyết định', title: null },
    ],
    events: [
      {
        instrument: { ...rest, key: '290-QĐ/TW@2010-02-25', type: 'Quyết định', title: null },
        kind: 'REPLACED',
        by: ['23-QĐ/TW@2021-07-30'],
        effective: '2021-07-30',
        ...told,
      },
    ],
  })
})
afterAll(async () => {
  await graph.close()
  await rm(folder, { recursive: true, force: true })
})

async function check(draft: string, ...options: string[]) {
  const path = join(folder, 'draft.txt')
  await writeFile(path, draft)
  return cancu('check', path, ...options)
}

const cancu = (...args: string[]) => runCli(folder, args)

describe('cancu check', () => {
  test('prints what has ended and what to cite instead, and exits with 1', async () => {
    const { code, out } = await check(ENDED, '--date', '2022-03-22')
    expect(code).toBe(1)
    expect(out).toMatch(/Quyết định số 290-QĐ\/TW +đã hết hiệu lực khi viện dẫn.* 23-QĐ\/TW@2021-07-30/)
    expect(out).toContain('1 citations: 1 ended, 1 already when cited')
  })

  test('exits with 0 where nothing has ended; what is fine is counted, and shown with --all', async () => {
    const { code, out } = await check(FINE, '--date', '2022-03-22')
    expect(code).toBe(0)
    expect(out).toContain('Not shown: 2 with nothing to look at')
    const { out: all } = await check(FINE, '--date', '2022-03-22', '--all')
    expect(all.match(/^ +Luật Tố cáo/gm)).toHaveLength(2)
    // Of the law that is meant, the older one of its name is neither successor nor candidate.
    expect(all).not.toContain('03/2011/QH13')
  })

  test('says where the draft shows no date', async () => {
    expect((await check(ENDED)).out).toContain('The draft shows no date')
  })

  test('prints JSON for machines', async () => {
    const { code, out } = await check(ENDED, '--date', '2022-03-22', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      documentDate: '2022-03-22',
      summary: { total: 1, endedToday: 1, endedWhenCited: 1 },
      findings: [{ key: '290-QĐ/TW@2010-02-25', replacement: '23-QĐ/TW@2021-07-30' }],
    })
  })

  test('says of a scan, of a file that is not there and of a day that is none what to do', async () => {
    const scan = await cancu('check', SCAN)
    expect(scan.err).toContain('NEEDS_OCR')
    expect(scan.code).toBe(1)
    expect((await cancu('check', join(folder, 'none.txt'))).code).toBe(1)
    expect((await check(ENDED, '--date', '31/02/2021')).code).toBe(2)
  })
})
