// How the command line prints: tables, JSON, colours and progress only where a terminal shows them.

import { styleText } from 'node:util'
import { CancuError, createError } from '../errors.ts'

type Style = Parameters<typeof styleText>[0]

/** Styled where standard output is a terminal that wants colours, plain elsewhere. */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout })
}

export function print(line = ''): void {
  process.stdout.write(`${line}\n`)
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2))
}

/** Columns as wide as their widest cell, but none wider than `limit` characters. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], limit = 60): string[] {
  const cells = [head, ...rows].map((row) =>
    row.map((cell) => cut(cell.replaceAll(/\s+/gu, ' ').trim(), limit)),
  )
  const widths = head.map((_, i) => Math.max(...cells.map((row) => width(row[i] ?? ''))))
  const lines = cells.map((row) =>
    row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - width(cell))).join('  '),
  )
  return lines.map((line, i) => (i === 0 ? paint('bold', line.trimEnd()) : line.trimEnd()))
}

/** Characters as they are seen: marks that combine take no room. */
function width(text: string): number {
  return [...text.normalize('NFC')].length
}

function cut(text: string, limit: number): string {
  const letters = [...text.normalize('NFC')]
  return letters.length > limit ? `${letters.slice(0, limit - 1).join('')}…` : letters.join('')
}

/** A progress line on standard error, rewritten in place; nothing where that is no terminal. */
export function progressLine(): { show(text: string): void; clear(): void } {
  const stream = process.stderr
  if (!stream.isTTY) return { show: () => {}, clear: () => {} }
  const clear = () => {
    stream.write('\r\u001b[K')
  }
  return {
    show(text) {
      clear()
      stream.write(cut(text, Math.max(20, (stream.columns ?? 80) - 1)))
    },
    clear,
  }
}

/** "[######    ] 60 %" */
export function bar(share: number, size = 24): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * size)
  return `[${'█'.repeat(full)}${'·'.repeat(size - full)}] ${Math.round(share * 100)} %`
}

/** Tells, on standard error, of pages of which nothing could be read; says nothing where there are none. */
export function warnOfEmptyPages(pages: readonly number[]): void {
  if (pages.length === 0) return
  const list = pages.join(', ')
  process.stderr.write(
    `Trang ${list} không có chữ nào; nếu là bản quét thì trích dẫn trên đó chưa được đọc.\n` +
      `Pages without any text: ${list}. If they are scans, what they cite was not read.\n`,
  )
}

/** Prints an error as a person can use it: what is wrong and what to do; of a bug, where it happened. */
export function printError(error: unknown, json = false): void {
  const coded = error instanceof CancuError ? error : createError('INTERNAL', {}, error)
  if (json) {
    process.stderr.write(`${JSON.stringify({ error: { code: coded.code, vi: coded.vi, en: coded.en } })}\n`)
    return
  }
  process.stderr.write(
    `${styleText('red', `✗ ${coded.code}`, { stream: process.stderr })}\n${coded.vi}\n${coded.en}\n`,
  )
  if (coded.code === 'INTERNAL')
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}
