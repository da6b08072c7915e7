// Makes seed/register from the tables of the official codification: rows put right by rule, by facts that prove what
// a row should say, and dates of acting instruments by the texts that cite them.
// Run with ../shared beside the checkout: npx node scripts/seed-register.ts

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { countRemarks } from '../src/ingest/register.ts'
import {
  cleanRegister,
  type LeftOut,
  type RegisterRow,
  spelled,
  symbolSpellings,
} from '../src/ingest/register-rows.ts'
import {
  type ChangeRow,
  formatChanges,
  formatRegister,
  parseChanges,
  parseRegister,
} from '../src/ingest/register-table.ts'
import { parseTsv } from '../src/ingest/seed-records.ts'
import { yearInNumber } from '../src/legal/key.ts'

const REGISTER_HEAD = `# National normative instruments of the official codification, made by scripts/seed-register.ts.
# Source: Bộ pháp điển điện tử (phapdien.moj.gov.vn), editions of February 2025 and January 2026, read from public copies that lack some subjects.
# Listed means: codified, hence in force when that edition was made. Not listed proves nothing.
# register_id: the register's own id, several where it repeats an instrument. date: a year alone where the register's own (register_date) is doubtful.
# effective_date: the day it took effect. remark: what was put right, by rule or by proof; docs/register.md explains.`

const CHANGES_HEAD = `# Dated changes between instruments of the official codification, made by scripts/seed-register.ts.
# Source: Bộ pháp điển điện tử (phapdien.moj.gov.vn), editions of February 2025 and January 2026, read from public copies.
# All are of parts: the changed instrument stays listed. articles: how many. by_date, where the register has none: as texts that cite the instrument say;
# a year alone or nothing where none does. effective_date, empty: the register's own precedes the acting instrument.`

/** What a row should say, by its id, where other facts prove it. */
const CORRECTIONS: Readonly<Record<string, Partial<RegisterRow>>> = {
  // Five rows bear the number of the instrument that they carry out or amend; their own notes in the codification name them.
  '6570': {
    type: 'Thông tư liên tịch',
    number: '18/1999/TTLT/BTCCBCP-BTC-BNNPTNT',
    title:
      'Hướng dẫn thực hiện Quyết định số 93/1999/QĐ-TTg về chế độ bồi dưỡng đối với kiểm soát viên đê điều tham gia trực tiếp xử lý sự cố khi có báo động lụt, bão',
  },
  '94359': {
    type: 'Thông tư',
    number: '04/TT-BCA(X13)',
    title: 'Hướng dẫn thực hiện Quyết định số 209/2005/QĐ-TTg trong Công an nhân dân',
  },
  '15280': {
    type: 'Thông tư liên tịch',
    number: '64/2006/TTLT/BNN-BNV-BTC',
    title:
      'Hướng dẫn thực hiện Quyết định số 132/2006/QĐ-TTg quy định chế độ phụ cấp ưu đãi theo nghề đối với công chức, viên chức ngành Kiểm lâm, Bảo vệ thực vật, Thú y và Kiểm soát đê điều',
  },
  '44047': {
    type: 'Thông tư liên tịch',
    number: '13/2014/TTLT-BNNPTNT-BKHĐT-BTC',
    title:
      'Hướng dẫn một số nội dung thực hiện Quyết định số 11/2011/QĐ-TTg về chính sách khuyến khích phát triển ngành mây tre',
  },
  '135465': {
    number: '39/2018/QĐ-TTg',
    title:
      'Sửa đổi, bổ sung một số điều của Quyết định số 37/2011/QĐ-TTg về cơ chế hỗ trợ phát triển các dự án điện gió tại Việt Nam',
  },
  // The changes of 03/2019/TT-BCT name the circular that took effect on the row's day; an official text cites it with the row's date.
  '142387': {
    number: '06/2020/TT-BCT',
    title:
      'Sửa đổi, bổ sung Thông tư số 03/2019/TT-BCT quy định Quy tắc xuất xứ hàng hóa trong Hiệp định Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương',
  },
  // Another row's title cites it as 324/2016/TT-BTC of the row's own date.
  '143382': { number: '324/2016/TT-BTC' },
  // An official text cites it with this date.
  '148392': { date: '2020-06-10', register_date: '2021-06-10' },
}
const PROVEN = 'PROVEN_BY_OTHER_FACTS'

export interface SeedRegister {
  /** The two files by name. */
  readonly files: ReadonlyMap<string, string>
  readonly rows: readonly RegisterRow[]
  readonly leftOut: readonly LeftOut[]
  /** Changes whose acting instrument had no date, and how that was found. */
  readonly actorDates: { readonly cited: number; readonly year: number }
}

/**
 * The tables as they are to be written.
 * @param shared the folder that holds `facts`, `phapdien` and `corpus`
 */
export function registerFiles(shared: string): SeedRegister {
  const read = (name: string) => readFileSync(join(shared, 'facts', name), 'utf8')
  const raw = parseRegister(read('register.tsv'), 'register.tsv')
  const { rows, leftOut } = cleanRegister(raw.map(corrected))
  const dates = citedDates(shared, raw)
  const spellings = symbolSpellings(rows)
  const out = new Set(leftOut.map(({ register_id }) => register_id))
  const kept = parseChanges(read('register-changes.tsv'), 'register-changes.tsv', raw).filter(
    ({ register_id }) => !out.has(register_id),
  )
  const changes = kept.map((change) => cleanChange(change, spellings, rows, dates))
  const undated = changes.filter(({ found }) => found !== 'register')
  return {
    files: new Map([
      ['register.tsv', formatRegister(REGISTER_HEAD, rows)],
      [
        'changes.tsv',
        formatChanges(
          CHANGES_HEAD,
          changes.map(({ change }) => change),
        ),
      ],
    ]),
    rows,
    leftOut,
    actorDates: {
      cited: undated.filter(({ found }) => found === 'cited').length,
      year: undated.filter(({ found }) => found === 'year').length,
    },
  }
}

function corrected(row: RegisterRow): RegisterRow {
  const correction = CORRECTIONS[row.register_id]
  return correction ? { ...row, ...correction, remark: PROVEN } : row
}

/** A change with its acting instrument spelled and dated, and where the date was found. */
function cleanChange(
  change: ChangeRow,
  spellings: ReadonlyMap<string, string>,
  rows: readonly RegisterRow[],
  dates: ReadonlyMap<string, string>,
): { change: ChangeRow; found: 'register' | 'cited' | 'year' } {
  const by_number = spelled(change.by_number, spellings)
  const year = yearInNumber(by_number) ?? ''
  const row = rows.find(({ type, number }) => type === change.by_type && number === by_number)
  const own = row?.date ?? (change.by_date.startsWith(year) ? change.by_date : '')
  const cited = dates.get(by_number) ?? ''
  const by_date = own || cited || year
  const effective_date = change.effective_date >= by_date ? change.effective_date : ''
  const changed_number = spelled(change.changed_number, spellings)
  return {
    change: { ...change, changed_number, by_number, by_date, effective_date },
    found: own ? 'register' : cited ? 'cited' : 'year',
  }
}

/** "Nghị định số 12/2015/NĐ-CP ngày 12/02/2015", "… ngày 12 tháng 02 năm 2015" */
const CITED =
  /(\d{1,5}[A-Za-z]?\/((?:19|20)\d{2})\/[\p{Lu}\d&-]{1,40}(?:TTg)?),? ngày (\d{1,2})(?:\/| tháng )(\d{1,2})(?:\/| năm )(\d{4})/gu

/** Number → date, as most texts that cite it say; only dates of the number's own year. */
function citedDates(shared: string, rows: readonly RegisterRow[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const text of citingTexts(shared, rows))
    for (const [, number = '', year, day = '', month = '', written] of text.matchAll(CITED)) {
      if (year !== written) continue
      const dates = counts.get(spelled(number)) ?? new Map<string, number>()
      const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
      counts.set(spelled(number), dates.set(date, (dates.get(date) ?? 0) + 1))
    }
  const facts = parseTsv(readFileSync(join(shared, 'facts', 'status-facts.tsv'), 'utf8'))
  const known = facts.flatMap(({ number, date }) =>
    number && date?.length === 10 ? [[number, date] as const] : [],
  )
  return new Map([...[...counts].flatMap(([number, dates]) => mostCited(number, dates)), ...known])
}

function mostCited(number: string, dates: ReadonlyMap<string, number>): [string, string][] {
  const [first, second] = [...dates].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return first && first[1] !== second?.[1] ? [[number, first[0]]] : []
}

/** Titles of the register, notes of the codification, official texts. */
function* citingTexts(shared: string, rows: readonly RegisterRow[]): Generator<string> {
  for (const { title } of rows) yield title
  yield gunzipSync(readFileSync(join(shared, 'phapdien', 'notes-dev.jsonl.gz'))).toString('utf8')
  const folder = join(shared, 'corpus', 'official')
  for (const name of readdirSync(folder).sort())
    yield readFileSync(join(folder, name), 'utf8').replace(/\s+/gu, ' ')
}

if (import.meta.main) {
  const shared = join(import.meta.dirname, '../../shared')
  const folder = join(import.meta.dirname, '../seed/register')
  if (!existsSync(folder)) mkdirSync(folder)
  const { files, rows, leftOut, actorDates } = registerFiles(shared)
  for (const [name, content] of files) writeFileSync(join(folder, name), content)
  console.log({ rows: rows.length, remarks: countRemarks(rows), leftOut, actorDates })
}
