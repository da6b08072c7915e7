// The command line as people run it: a process of its own, on the tests' Neo4j.

import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../support/cli.ts'
import { openTestStore } from '../support/store.ts'

const PLAN = 'Căn cứ Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng khóa XI;\n'

let graph: Awaited<ReturnType<typeof openTestStore>>
let folder: string
beforeAll(async () => {
  graph = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'cancu-cli-'))
})
afterAll(async () => {
  await graph.close()
  await rm(folder, { recursive: true, force: true })
})

const cancu = (...args: string[]) => runCli(folder, args)

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, content)
  return path
}

describe('cancu extract', () => {
  test('prints a table for people, and a line a file for machines', async () => {
    const path = await file('plan.txt', PLAN)
    const table = await cancu('extract', path)
    expect(table.out).toMatch(/BASED_ON.*Nghị quyết 25-NQ\/TW.*2013-06-03/)
    expect(table.out).not.toContain('\u001b[')
    const { out } = await cancu('extract', path, '--format', 'jsonl')
    const { file: name, citations } = JSON.parse(out)
    expect(name).toBe('plan.txt')
    expect(citations).toMatchObject([
      { number: '25-NQ/TW', key: '25-NQ/TW@2013-06-03', relation: 'BASED_ON' },
    ])
    expect(PLAN.slice(citations[0].start, citations[0].end)).toBe('Nghị quyết số 25-NQ/TW')
  })

  test.each([
    ['an empty file', 'empty.txt', new Uint8Array(), 'FILE_EMPTY'],
    ['a binary file', 'binary.txt', new Uint8Array([0x25, 0x50, 0x00, 0x01, 0xff]), 'FILE_BINARY'],
    ['UTF-16', 'utf16.txt', new Uint8Array([0xff, 0xfe, 0x41, 0x00]), 'FILE_NOT_UTF8'],
    ['Windows-1258', 'legacy.txt', new Uint8Array([0x43, 0xe3, 0x6e, 0x20, 0x63, 0xfe]), 'FILE_NOT_UTF8'],
  ])('refuses %s with a code', async (_, name, content, code) => {
    const run = await cancu('extract', await file(name, content))
    expect(run.code).toBe(1)
    expect(run.err).toContain(code)
    expect(run.err).toContain(name)
  })

  test('tells on which page of a PDF a citation stands', async () => {
    const path = fileURLToPath(new URL('../fixtures/files/plan.pdf', import.meta.url))
    expect((await cancu('extract', path)).out).toMatch(/trang[\s\S]*c1 +1 .*21\/KH-UBND[\s\S]* 2 .*01-KL\/TW/)
    const { kind, pages, citations } = JSON.parse((await cancu('extract', path, '--json')).out)
    expect({ kind, pages, first: citations[0] }).toMatchObject({
      kind: 'pdf',
      pages: 2,
      first: { number: '21/KH-UBND', page: 1, paragraph: null },
    })
  })

  test('reads lines of JSON, one result a line, and tells of a line that is none', async () => {
    const lines = [
      { text: '(Điều 2 Luật số 57/2020/QH14 ngày 16/06/2020)' },
      { words: 1 },
      { text: 'Không có gì.' },
    ]
    const path = await file('notes.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))
    const run = await cancu('extract', '--lines', path)
    const [note, none, empty] = run.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(run.code).toBe(1)
    expect(note.citations).toMatchObject([{ number: '57/2020/QH14', key: '57/2020/QH14@2020-06-16' }])
    expect(none).toMatchObject({ line: 2, error: { code: 'LINE_MALFORMED' } })
    expect(empty.citations).toEqual([])
  })

  test('refuses a file that is not there, and reads the others', async () => {
    const run = await cancu('extract', join(folder, 'none.txt'), await file('plan.txt', PLAN))
    expect(run.code).toBe(1)
    expect(run.err).toContain('PATH_NOT_FOUND')
    expect(run.out).toContain('25-NQ/TW')
  })
})

// Each command is a process of its own: several take their time on a busy machine.
describe('cancu ingest and remove', { timeout: 120_000 }, () => {
  test('keep what is good, tell what failed, and leave the graph as it was when taken out', async () => {
    const before = await graph.store.contents()
    await file('plans/a.txt', PLAN)
    await file('plans/deep/b.md', `# KẾ HOẠCH\n${PLAN}`)
    await file('plans/bad.txt', new Uint8Array([0, 1, 2]))
    await file('plans/picture.png', new Uint8Array([0x89, 0x50]))
    const plans = join(folder, 'plans')
    const run = await cancu('ingest', plans, '--json')
    expect(run.code).toBe(1)
    expect(JSON.parse(run.out)).toMatchObject({ new: 2, changed: 0, unchanged: 0, failed: 1, skipped: 1 })
    const again = await cancu('ingest', plans, '--json')
    expect(JSON.parse(again.out)).toMatchObject({ new: 0, changed: 0, unchanged: 2, failed: 1 })
    await file('plans/a.txt', `${PLAN}Căn cứ Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư;\n`)
    expect(JSON.parse((await cancu('ingest', plans, '--json')).out)).toMatchObject({
      changed: 1,
      unchanged: 1,
    })
    const removed = await cancu('remove', plans, '--json')
    expect(JSON.parse(removed.out)).toMatchObject({ texts: 2 })
    expect(await graph.store.contents()).toEqual(before)
  })

  // Root may read everything.
  test.skipIf(process.getuid?.() === 0)('a folder without rights fails alone', async () => {
    const closed = join(folder, 'closed')
    await mkdir(closed)
    await chmod(closed, 0)
    const run = await cancu('ingest', closed, await file('plan.txt', PLAN), '--json')
    await chmod(closed, 0o700)
    expect(JSON.parse(run.out)).toMatchObject({ failed: 1 })
    expect(run.out).toContain('FILE_UNREADABLE')
  })

  test.each(['', '/'])('%j does not take out everything', async (name) => {
    expect(await cancu('remove', name)).toMatchObject({
      code: 1,
      err: expect.stringContaining('ARGUMENT_INVALID'),
    })
  })

  test('what was never loaded cannot be taken out', async () => {
    const run = await cancu('remove', '/nowhere/at/all')
    expect(run).toMatchObject({ code: 1, err: expect.stringContaining('SOURCE_NOT_FOUND') })
  })
})

describe('cancu seed, search, trace and status', { timeout: 120_000 }, () => {
  test('answer in words and in JSON', async () => {
    expect((await cancu('seed')).code).toBe(0)
    const search = await cancu('search', 'dan', 'van', 'minh', 'son')
    expect(search.out).toContain('unnumbered@3b4e2849f5e5')
    const trace = await cancu('trace', 'unnumbered@3b4e2849f5e5')
    expect(trace.out).toMatch(
      /thực hiện Kết luận 43-KL\/TW[^\n]*\n.*tiếp tục thực hiện .*25-NQ\/TW ngày 03\/6\/2013/,
    )
    expect(trace.out).toMatch(/Chỗ đứt[\s\S]*62\/KH-UBND ngày 22\/3\/2022.*chưa có toàn văn/)
    const down = JSON.parse((await cancu('trace', '25-NQ/TW@2013-06-03', '--down', '--json')).out)
    expect(down.nodes.map(({ instrument }: { instrument: { key: string } }) => instrument.key)).toContain(
      'unnumbered@3b4e2849f5e5',
    )
    const status = await cancu('status', '290-QĐ/TW@2010-02-25', '--as-of', '2021-07-31')
    expect(status.out).toMatch(/đã bị thay thế từ ngày 30\/7\/2021, bởi 23-QĐ\/TW@2021-07-30 \/ replaced/)
    expect(status.out).toContain('được một kết luận tiếp tục: 03-KL/TW@2016-05-13 / kept alive')
    const told = await cancu('status', '290-QĐ/TW@2010-02-25', '--timeline')
    expect(told.out).toMatch(/2021-07-30 +bị thay thế, bởi 23-QĐ\/TW@2021-07-30 → đã bị thay thế \/ replaced/)
  })

  test('the seed does not mix with others’ texts unless told', async () => {
    await cancu('ingest', await file('plan.txt', PLAN))
    const refused = await cancu('seed')
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('GRAPH_NOT_EMPTY') })
    expect((await cancu('seed', '--force')).code).toBe(0)
  })

  test.each([
    [['trace', '999-NQ/TW@2013-06-03'], 1, 'INSTRUMENT_NOT_FOUND'],
    [['trace', '25-NQ/TW@2013-13-03'], 1, 'KEY_MALFORMED'],
    [['trace', '25-NQ/TW@2013-06-03', '--depth', '-3'], 1, 'DEPTH_INVALID'],
    [['trace', '25-NQ/TW@2013-06-03', '--depth', '999'], 1, 'DEPTH_INVALID'],
    [['trace', '25-NQ/TW@2013-06-03', '--depth', 'x'], 2, 'depth'],
    [['trace', '25-NQ/TW@2013-06-03', '--relations', 'OWNS'], 2, 'OWNS'],
    [['status', '25-NQ/TW@2013-06-03', '--as-of', '2021-02-30'], 2, 'as-of'],
    [['search', ' '], 1, 'ARGUMENT_INVALID'],
    [['dance'], 2, 'dance'],
  ] as const)('%j ends with %i', async (args, code, words) => {
    const run = await cancu(...args)
    expect(run).toMatchObject({ code, err: expect.stringContaining(words) })
  })

  test('a key is shown once, listed without it, and revoked', async () => {
    const made = JSON.parse(
      (await cancu('key', 'create', '--name', 'Văn phòng', '--role', 'editor', '--json')).out,
    )
    expect(made.key).toMatch(/^cancu_[0-9a-f]{12}_[\w-]{43}$/)
    const { records } = await graph.driver.executeQuery('MATCH (k:Key) RETURN properties(k) AS key')
    const secret = made.key.slice(-43)
    expect(JSON.stringify(records)).not.toContain(secret)
    const list = await cancu('key', 'list')
    expect(list.out).toMatch(/Văn phòng +editor/)
    expect(list.out).not.toContain(secret)
    expect((await cancu('key', 'revoke', made.id)).code).toBe(0)
    expect(await cancu('key', 'revoke', made.id)).toMatchObject({
      code: 1,
      err: expect.stringContaining('API_KEY_NOT_FOUND'),
    })
    expect((await cancu('key', 'create', '--name', ' ')).err).toContain('ARGUMENT_INVALID')
    expect((await cancu('key', 'create', '--name', 'x', '--role', 'root')).code).toBe(2)
  })

  test('--help says what each command does', async () => {
    const { code, out } = await cancu('--help')
    expect(code).toBe(0)
    for (const command of ['extract', 'ingest', 'remove', 'trace', 'status', 'search', 'seed', 'key'])
      expect(out).toContain(command)
  })
})
