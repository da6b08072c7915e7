// cancu check: a draft in a file, and which of its citations must not be cited any more.

import { checkPlace } from '../answer/checks.ts'
import { statusWord } from '../answer/words.ts'
import { checkText, type Finding, type Report } from '../check/check-text.ts'
import { urgencyOf } from '../check/urgency.ts'
import { todayInVietnam } from '../legal/today.ts'
import { reader } from '../reader/index.ts'
import { paint, print, printJson, table, warnOfEmptyPages } from './output.ts'
import { withStore } from './with-store.ts'

interface CheckOptions {
  readonly date?: string
  readonly place?: string
  readonly all?: boolean
  readonly json?: boolean
}

/** Prints what a draft cites, by urgency; exit status 1 where something that has ended is cited. */
export async function checkCommand(file: string, { date, place, all, json }: CheckOptions): Promise<void> {
  const path = place === undefined ? null : checkPlace(place, '--place')
  const draft = { read: await reader.readPath(file), documentDate: date ?? null, place: path }
  const report = await withStore((store) => checkText(store, draft, todayInVietnam()))
  if (json) printJson(report)
  else printReport(report, all ?? false)
  if (report.summary.endedToday + report.summary.endedWhenCited > 0) process.exitCode = 1
}

function printReport({ documentDate, emptyPages, findings, summary }: Report, all: boolean): void {
  warnOfEmptyPages(emptyPages)
  const rows = findings
    .map((finding) => ({ finding, urgency: urgencyOf(finding) }))
    .filter(({ urgency }) => all || urgency.weight > 0)
    .sort((a, b) => b.urgency.weight - a.urgency.weight)
  if (rows.length > 0)
    for (const line of table(
      HEAD,
      rows.map(({ finding, urgency }) => row(finding, urgency.words.filter(Boolean).join(' / '))),
    ))
      print(line)
  print(
    `\n${summary.total} viện dẫn: ${summary.endedToday} hết hiệu lực, ${summary.endedWhenCited} đã hết hiệu lực khi viện dẫn, ${summary.notYetInForce} chưa có hiệu lực khi viện dẫn, ` +
      `${summary.amended} được sửa đổi, ${summary.ambiguous} chưa rõ, ${summary.notHeld} chưa biết, ${summary.unreadable} không đọc được`,
  )
  print(
    `${summary.total} citations: ${summary.endedToday} ended, ${summary.endedWhenCited} already when cited, ${summary.notYetInForce} not yet in force then, ` +
      `${summary.amended} amended, ${summary.ambiguous} unsettled, ${summary.notHeld} not known, ${summary.unreadable} unreadable`,
  )
  const hidden = findings.length - rows.length
  if (hidden > 0)
    print(
      `Không kê ${hidden} viện dẫn không có gì cần xem; --all kê tất cả. / Not shown: ${hidden} with nothing to look at; --all shows them.`,
    )
  if (documentDate === null)
    print(
      paint(
        'yellow',
        'Không rõ ngày của dự thảo: thêm --date 2022-03-22 để biết điều gì đã hết hiệu lực khi viện dẫn. / The draft shows no date: give one with --date.',
      ),
    )
}

const HEAD = ['trang', 'viện dẫn', 'cần xem', 'tình trạng', 'viện dẫn thay / có thể là']

function row(
  { position, citation, state, statusToday, replacement, candidates, suggestions }: Finding,
  words: string,
) {
  // Of a citation that is settled, the others are not what it means.
  const others = [...suggestions, ...(state === 'RESOLVED' ? [] : candidates)].map(({ key }) => key)
  return [
    String(position.page ?? ''),
    citation.text,
    words,
    statusToday ? statusWord(statusToday.value) : '',
    replacement ?? others.join('; '),
  ]
}
