// Cursors of pages: opaque to clients.

import { createError } from '../errors.ts'

/** An opaque cursor for a position in a list. */
export function encodeCursor(position: string): string {
  return Buffer.from(position).toString('base64url')
}

/** @throws ARGUMENT_INVALID where the text is no cursor of ours */
export function decodeCursor(cursor: string | null | undefined): string {
  if (!cursor) return ''
  const position = Buffer.from(cursor, 'base64url').toString()
  if (encodeCursor(position) === cursor) return position
  const [reason, reason_en] = ['hãy dùng giá trị endCursor đã nhận', 'use an endCursor that you were given']
  throw createError('ARGUMENT_INVALID', { name: 'after', reason, reason_en })
}
