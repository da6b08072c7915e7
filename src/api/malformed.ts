// Requests that are not in the form they should have: the error, with words that fit what was being sent.

import { type CancuError, createError } from '../errors.ts'

const HINTS = {
  query: [
    'Hãy gửi JSON {"query": "…", "variables": {…}} tới /graphql.',
    'Send JSON {"query": "…", "variables": {…}} to /graphql.',
  ],
  upload: [
    'Hãy gửi tệp trong một biểu mẫu multipart/form-data trọn vẹn, ví dụ: curl -F file=@ke-hoach.pdf.',
    'Send files in one whole multipart/form-data form, for example: curl -F file=@plan.pdf.',
  ],
  address: [
    'Địa chỉ có ký tự mã hóa sai (như %ff); hãy mã hóa theo UTF-8, ví dụ %C4%90 cho Đ.',
    'The address holds a wrongly encoded letter (such as %ff); encode it as UTF-8, for example %C4%90 for Đ.',
  ],
  http: ['Hãy gửi một yêu cầu HTTP/1.1 đúng chuẩn.', 'Send a request of HTTP/1.1.'],
} as const satisfies Record<string, readonly [vi: string, en: string]>

/** REQUEST_MALFORMED for what was meant to be a query, an upload, an address or HTTP at all. */
export function malformed(what: keyof typeof HINTS, cause?: unknown): CancuError {
  const [hint, hint_en] = HINTS[what]
  return createError('REQUEST_MALFORMED', { hint, hint_en }, cause)
}
