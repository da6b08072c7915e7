// An instrument as it is cited in a Vietnamese text, in the order of Decree 30/2020/NĐ-CP: type, number, day, issuer, title.

import { dayIn } from '../legal/words.ts'

/** What a citation is written from. */
export interface Cited {
  readonly number: string | null
  readonly date: string | null
  readonly type: string | null
  readonly title: string | null
  readonly issuer: string | null
}

/** Their names come first: "Luật Tiếp công dân số 42/2013/QH13". */
const NAMED = new Set(['Hiến pháp', 'Bộ luật', 'Luật', 'Pháp lệnh'])
/** The law on lawyers is named after what begins like a law's name. */
const LAWYERS = 'Luật sư'
/** What goes on behind the issuer without a comma: "của Chính phủ quy định chi tiết …". */
const RUNNING_ON =
  /^(?:về|v\/v|quy định|qui định|ban hành|sửa đổi|bổ sung|hướng dẫn|thực hiện|triển khai|phê duyệt|công bố|bãi bỏ|thay thế|điều chỉnh|phối hợp)(?![\p{L}\p{M}])/iu

/**
 * "Kế hoạch số 62/KH-UBND ngày 22/3/2022 của UBND huyện Ngọc Lặc về …";
 * "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 10/11/2022 của Quốc hội".
 */
export function citationOf(cited: Cited): string {
  const { number, date, issuer } = cited
  const type = cited.type ?? 'Văn bản'
  const title = titleAlone(cited, type)
  const [name, tail] = NAMED.has(type) && title ? [` ${asName(title)}`, ''] : ['', asTail(title)]
  const parts = [number && isNumber(number) ? ` số ${number}` : '', date ? ` ngày ${dayIn('vi', date)}` : '']
  return `${type}${name}${parts.join('')}${issuer ? ` của ${issuer}` : ''}${tail}`.normalize('NFC')
}

/** Whether it is a number, or a name in a number's place: "Hiến pháp", "NQ-ĐH-XII". */
export function isNumber(number: string): boolean {
  return /\d/.test(number)
}

/** The title without what the citation says anyhow: "Nghị quyết của Quốc hội về …" → "về …". */
function titleAlone({ title, number, issuer }: Cited, type: string): string {
  if (title?.startsWith(LAWYERS)) return title
  const said = [type, 'số', number, 'của', issuer].filter((words) => words !== null)
  return said.reduce((rest, words) => without(rest, words), (title ?? '').normalize('NFC').trim())
}

/** A text without the words at its beginning. */
function without(text: string, words: string): string {
  const rest = text.slice(words.length)
  const begins = text.slice(0, words.length).toLocaleLowerCase('vi') === words.toLocaleLowerCase('vi')
  return begins && /^(?:\s|$)/u.test(rest) ? rest.trim() : text
}

function asName(title: string): string {
  return /^(?:sửa đổi|bổ sung)/iu.test(title) ? lowered(title) : title
}

function asTail(title: string): string {
  if (title === '') return ''
  return RUNNING_ON.test(title) ? ` ${lowered(title)}` : `, ${title}`
}

/** Titles in capitals stay as they are. */
function lowered(title: string): string {
  const [first = '', second = ''] = title
  const isCapitals = second !== second.toLocaleLowerCase('vi')
  return isCapitals ? title : first.toLocaleLowerCase('vi') + title.slice(first.length)
}
