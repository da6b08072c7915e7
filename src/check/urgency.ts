// How urgently a finding wants looking at, in words for people: the same for the command line and the page.

import type { Resolution } from '../legal/identity.ts'
import { hasEnded, type StatusValue } from '../legal/status.ts'
import type { Words } from '../legal/words.ts'

export interface Urgency {
  /** The more, the more urgent; 0: nothing to look at. */
  readonly weight: number
  readonly words: Words
}

/** What is judged of a finding. */
export interface Judged {
  readonly state: Resolution['state']
  readonly reasons: readonly string[]
  readonly statusToday: { readonly value: StatusValue } | null
  readonly statusWhenCited: { readonly value: StatusValue } | null
  readonly unreadable: boolean
}

/** The first row that fits tells; each has a weight of its own. */
const URGENCIES: readonly (readonly [weight: number, words: Words, fits: (finding: Judged) => boolean])[] = [
  [13, ['đã hết hiệu lực khi viện dẫn', 'ended when cited'], ({ statusWhenCited }) => ended(statusWhenCited)],
  [12, ['nay đã hết hiệu lực', 'no longer in force'], ({ statusToday }) => ended(statusToday)],
  [11, ['ban hành sau ngày của dự thảo', "issued after the draft's date"], isIssuedLater],
  [10, ['lời văn tự mâu thuẫn', 'contradicts itself'], ({ state }) => state === 'CONTRADICTED'],
  [9, ['ứng với nhiều văn bản', 'fits several'], ({ state }) => state === 'AMBIGUOUS'],
  [
    8,
    ['ngày, loại hoặc tên gọi khác với dữ liệu', 'date, type or title differs'],
    ({ reasons }) => reasons.some((reason) => reason.endsWith('_DIFFERS')),
  ],
  [7, ['các nguồn mâu thuẫn', 'sources conflict'], ({ statusToday }) => statusToday?.value === 'CONFLICT'],
  [
    6,
    ['chưa có hiệu lực khi viện dẫn', 'not yet in force when cited'],
    ({ statusWhenCited }) => statusWhenCited?.value === 'NOT_YET_IN_FORCE',
  ],
  [5, ['đình chỉ', 'suspended'], ({ statusToday }) => statusToday?.value === 'SUSPENDED'],
  [
    4,
    ['có văn bản khác thay nội dung', 'superseded in substance'],
    ({ statusToday }) => statusToday?.value === 'SUPERSEDED_IN_SUBSTANCE',
  ],
  [
    3,
    ['đã được sửa đổi', 'amended'],
    ({ statusToday }) => ['AMENDED', 'PARTLY_REPEALED'].includes(statusToday?.value ?? ''),
  ],
  [
    2,
    ['chưa đọc được nên chưa kiểm tra', 'could not be read, and so not checked'],
    ({ unreadable }) => unreadable,
  ],
  [1, ['chưa có trong dữ liệu', 'not in the data'], ({ state }) => state === 'PENDING'],
]

/** It was not there yet on the draft's date. */
export function isIssuedLater({ state, reasons }: Pick<Judged, 'state' | 'reasons'>): boolean {
  return state === 'RESOLVED' && reasons.includes('LATER_THAN_CITING_DOCUMENT')
}

function ended(status: Judged['statusToday']): boolean {
  return status !== null && hasEnded(status.value)
}

export function urgencyOf(finding: Judged): Urgency {
  const [weight, words] = URGENCIES.find(([, , fits]) => fits(finding)) ?? [0, ['', '']]
  return { weight, words }
}
