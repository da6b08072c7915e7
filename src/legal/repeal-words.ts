// How much of an instrument the words that end it reach: all of it, a part, or, as boilerplate does, nothing.

export type Reach = 'WHOLE' | 'PART' | 'NOTHING'

/** "Bãi bỏ một số điều của Quyết định …", "bãi bỏ thủ tục hành chính số 3 tại Quyết định …". */
const PART =
  /(?<!\p{L})(?:một số|một phần|cụm từ|nội dung|các từ|số thứ tự|thủ tục|quy trình|phụ lục|biểu mẫu|mẫu số|dòng|mục|phần|chương|điều|khoản|điểm)(?!\p{L})[^.;:]{0,200}$/iu
/** "Các quy định trước đây trái với … đều bãi bỏ": a formula; what is contrary, nobody says. */
const BLANKET =
  /(?<!\p{L})(?:trái với|trái các|khác với|không phù hợp với|mâu thuẫn với)(?!\p{L})[^.;]{0,120}$/iu
const REACH = 260

/**
 * What the sentence around a mention lets its relation reach.
 * @param quote the sentence, or `null` where it is not known
 * @param text the mention's own words, as they stand in it
 * @param provision the provisions that stand with the mention ("khoản 2 Điều 5"), or `null`
 */
export function reachOf(quote: string | null, text: string, provision: string | null): Reach {
  const before = wordsBefore(quote, text)
  if (BLANKET.test(before)) return 'NOTHING'
  const isPart = provision !== null || PART.test(beforeNumbers(before)) || PART.test(lastOfList(before))
  return isPart ? 'PART' : 'WHOLE'
}

/** What the words govern as a whole; behind a number stands that instrument's own title. */
function beforeNumbers(before: string): string {
  return before.slice(0, before.match(NUMBER)?.index ?? before.length)
}

/** The mention's own part of a list: "… và một số điều của". */
function lastOfList(before: string): string {
  return before.split(/,| và /u).at(-1) ?? ''
}

const NUMBER = /\d{1,5}[a-z]?\s?[-/]\s?[\p{L}\d]/iu

/** What stands before the mention in its sentence, after the last verb that ends something. */
function wordsBefore(quote: string | null, text: string): string {
  const sentence = (quote ?? '').normalize('NFC').replace(/\s+/gu, ' ')
  const at = sentence.indexOf(text.normalize('NFC').replace(/\s+/gu, ' '))
  const before = at < 0 ? '' : sentence.slice(Math.max(0, at - REACH), at)
  const verbs = [...before.matchAll(VERB)]
  return before.slice(verbs.at(-1)?.index ?? 0).replace(AMENDED_BY, '')
}

// "bãi bỏ Nghị định A đã được sửa đổi, bổ sung một số điều theo Nghị định B": B goes with A, and whole.
const AMENDED_BY = /được sửa đổi[^.;]{0,60}?một số (?:điều|nội dung)[^.;]{0,40}?(?:theo|bởi|tại|bằng)/giu

const VERB = /(?<!\p{L})(?:thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|đình chỉ|tạm ngưng)(?!\p{L})/giu
