// cancu seed: loads the project's seed.

import { loadSeed } from '../ingest/seed.ts'
import { print, printJson } from './output.ts'
import { withStore } from './with-store.ts'

export async function seedCommand({
  force = false,
  json,
}: {
  force?: boolean
  json?: boolean
}): Promise<void> {
  const summary = await withStore((store) => loadSeed(store, { force }))
  if (json) return printJson(summary)
  const { documents, instruments, events } = summary
  print(`Đã nạp ${documents} văn bản, ${instruments} văn bản được biết đến, ${events} sự kiện về hiệu lực.`)
  print(`Loaded ${documents} texts, ${instruments} known instruments, ${events} events of status.`)
}
