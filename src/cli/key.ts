// cancu key: the API's keys, made, listed and revoked.

import { createApiKey } from '../api/api-key.ts'
import { createError } from '../errors.ts'
import type { KeyRow, Role } from '../graph/keys.ts'
import { paint, print, printJson, table } from './output.ts'
import { withStore } from './with-store.ts'

const MAX_NAME = 100

/** Prints the new key: the only time that it is shown. */
export async function createKeyCommand({
  name,
  role,
  json,
}: {
  name: string
  role: Role
  json?: boolean
}): Promise<void> {
  const owner = checkName(name)
  const { id, key, hash } = createApiKey()
  const created = new Date().toISOString()
  await withStore((store) => store.keys.create({ id, name: owner, role, hash, created }))
  if (json) return printJson({ id, name: owner, role, created, key })
  print(paint('bold', key))
  print('Khóa chỉ hiện một lần này: hãy cất giữ ngay. Gửi kèm mỗi yêu cầu: Authorization: Bearer <khóa>')
  print('This is the only time the key is shown: keep it now. Send it as Authorization: Bearer <key>.')
}

/** In one spelling, and without what would disturb a list or a log. */
function checkName(name: string): string {
  const clean = name.normalize('NFC').replace(/\p{C}/gu, ' ').trim()
  if (clean !== '' && clean.length <= MAX_NAME) return clean
  const [reason, reason_en] = [`cần từ 1 đến ${MAX_NAME} ký tự`, `it needs 1 to ${MAX_NAME} characters`]
  throw createError('ARGUMENT_INVALID', { name: '--name', reason, reason_en })
}

export async function listKeysCommand({ json }: { json?: boolean }): Promise<void> {
  const keys = await withStore((store) => store.keys.list())
  if (json) return printJson(keys.map(({ hash: _, ...key }) => key))
  if (keys.length === 0) return print('Chưa có khóa nào. / There are no keys yet.')
  const head = ['mã / id', 'tên / name', 'quyền / role', 'tạo / made', 'thu hồi / revoked']
  for (const line of table(head, keys.map(rowOf))) print(line)
}

function rowOf({ id, name, role, created, revoked }: KeyRow): string[] {
  return [id, name, role, created.slice(0, 10), revoked?.slice(0, 10) ?? '']
}

/** A running server refuses the key within seconds. */
export async function revokeKeyCommand(id: string, { json }: { json?: boolean }): Promise<void> {
  const revoked = await withStore((store) => store.keys.revoke(id, new Date().toISOString()))
  if (!revoked) throw createError('API_KEY_NOT_FOUND', { id: id.slice(0, 80) })
  if (json) printJson({ id, revoked })
  else print(`Đã thu hồi khóa ${id}. / Revoked the key ${id}.`)
}
