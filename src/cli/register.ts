// cancu register import: takes a newer register of codified instruments into the graph.

import { createError } from '../errors.ts'
import { type RegisterSummary, readRegister } from '../ingest/register.ts'
import { REMARKS, type Remark } from '../ingest/register-rows.ts'
import { saveFacts } from '../ingest/save.ts'
import { paint, print, printJson, progressLine } from './output.ts'
import { withStore } from './with-store.ts'

/** Replaces what the register said before; a table that is at fault changes nothing. */
export async function registerImportCommand(
  register: string,
  { changes, json }: { changes?: string; json?: boolean },
): Promise<void> {
  if (changes === register) throw sameFile()
  const line = progressLine()
  line.show('1/2 Đang đọc và kiểm tra từng dòng … / Reading and checking every row …')
  const { facts, summary } = await readRegister({ register, changes: changes ?? null }).finally(line.clear)
  await withStore((store) => {
    line.show('2/2 Đang ghi vào đồ thị … / Saving …')
    return saveFacts(store, facts).finally(line.clear)
  })
  if (json) printJson(summary)
  else printSummary(summary)
}

function sameFile() {
  return createError('ARGUMENT_INVALID', {
    name: '--changes',
    reason: 'phải là bảng thay đổi, không phải chính bảng văn bản',
    reason_en: 'must be the table of changes, not the table of instruments itself',
  })
}

function printSummary({
  rows,
  instruments,
  changes,
  leftOut,
  changesLeftOut,
  remarks,
}: RegisterSummary): void {
  print(
    `${paint('green', `Đã nạp ${instruments} văn bản và ${changes} thay đổi`)} từ ${rows} dòng; bản trước được thay thế.`,
  )
  print(
    `Loaded ${instruments} instruments and ${changes} changes from ${rows} rows; the former register is gone.`,
  )
  for (const [remark, count] of Object.entries(remarks))
    if (count > 0) print(`  ${count}  ${REMARKS[remark as Remark].vi} / ${REMARKS[remark as Remark].en}`)
  if (leftOut.length === 0) return
  print(
    paint(
      'yellow',
      `Bỏ ${leftOut.length} dòng mang số của văn bản khác (cùng ${changesLeftOut} thay đổi): / Left out, bearing another's number (with ${changesLeftOut} changes):`,
    ),
  )
  for (const { register_id, number } of leftOut) print(`  ${register_id}  ${number}`)
}
