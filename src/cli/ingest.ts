// cancu ingest, cancu remove: texts into the graph, and out again.

import { parse, resolve } from 'node:path'
import { checkPlace } from '../answer/checks.ts'
import { CancuError, createError } from '../errors.ts'
import { findFiles } from '../ingest/find-files.ts'
import { type IngestedFile, type IngestSummary, ingest } from '../ingest/ingest.ts'
import { removeSources } from '../ingest/save.ts'
import { SEED_SOURCE } from '../ingest/seed.ts'
import { READ_ENDINGS } from '../reader/index.ts'
import { bar, paint, print, printError, printJson, progressLine, warnOfEmptyPages } from './output.ts'
import { withStore } from './with-store.ts'

/** Loads files and folders; exit status 1 where any failed, the others are kept. */
export async function ingestCommand(
  paths: readonly string[],
  { place, json }: { place?: string; json?: boolean },
): Promise<void> {
  const path = place === undefined ? null : checkPlace(place, '--place')
  let total = 0
  for await (const found of findFiles(paths)) if (!('skipped' in found)) total++
  const line = progressLine()
  const show = (done: number, file: string) => line.show(`${bar(done / total)} ${done}/${total} ${file}`)
  const summary = await withStore((store) => ingest(store, paths, { place: path, fictional: false }, show))
  line.clear()
  if (json) printJson(toJson(summary))
  else printSummary(summary)
  if (summary.failed > 0) process.exitCode = 1
}

function printSummary(summary: IngestSummary): void {
  for (const { path, error, emptyPages } of summary.files) {
    if (error === undefined && emptyPages.length === 0) continue
    process.stderr.write(`${path}\n`)
    if (error === undefined) warnOfEmptyPages(emptyPages)
    else printError(error)
  }
  const citations = summary.files.reduce((sum, file) => sum + file.citations, 0)
  print(
    `${paint('green', `${summary.new} mới`)}, ${summary.changed} thay đổi, ${summary.unchanged} như cũ, ` +
      `${summary.failed > 0 ? paint('red', `${summary.failed} lỗi`) : '0 lỗi'}; ${citations} trích dẫn`,
  )
  if (summary.skipped > 0)
    print(
      paint(
        'yellow',
        `Bỏ qua ${summary.skipped} tệp không phải ${READ_ENDINGS}. / Skipped ${summary.skipped} files that are none of these.`,
      ),
    )
  print(
    `${summary.new} new, ${summary.changed} changed, ${summary.unchanged} unchanged, ${summary.failed} failed; ${citations} citations`,
  )
}

function toJson(summary: IngestSummary) {
  return { ...summary, files: summary.files.map(fileJson) }
}

function fileJson({ error, ...file }: IngestedFile) {
  if (error === undefined) return file
  const { code, vi, en } = error instanceof CancuError ? error : createError('INTERNAL', {}, error)
  return { ...file, error: { code, vi, en } }
}

/** Takes out what was loaded from these paths, or the texts of these instruments. */
export async function removeCommand(names: readonly string[], { json }: { json?: boolean }): Promise<void> {
  const removed = await withStore(async (store) => {
    const uris = new Set<string>()
    for (const name of names) {
      if (name.trim() === '' || resolve(name) === parse(resolve(name)).root)
        throw createError('ARGUMENT_INVALID', {
          name: 'path',
          reason: 'không thể bỏ tất cả cùng lúc; hãy cho thư mục cụ thể',
          reason_en: 'everything cannot be taken out at once; name a folder',
        })
      const found = await store.sourcesBelow(
        name.startsWith(SEED_SOURCE) ? name : resolve(name),
        name.normalize('NFC'),
      )
      if (found.length === 0) throw createError('SOURCE_NOT_FOUND', { name })
      for (const uri of found) uris.add(uri)
    }
    return { sources: [...uris], texts: await removeSources(store, [...uris]) }
  })
  if (json) printJson(removed)
  else
    print(
      `Đã bỏ ${removed.texts} văn bản (${removed.sources.length} nguồn). / Removed ${removed.texts} texts.`,
    )
}
