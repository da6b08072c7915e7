// Words that say what the citing text does with an instrument, nearest before the mention.

import type { Relation } from '../types.ts'

export interface Cue {
  readonly words: string
  readonly relation: Relation
  /** Gives way to a "Căn cứ" that opens the same clause. */
  readonly weak?: boolean
  /** A noun's words: joined to a list, they say nothing new. */
  readonly noun?: boolean
  /** No cue, though it holds one: what was found before it stands. */
  readonly neutral?: boolean
  /** Counts only before this type. */
  readonly type?: string
}

const cues = (relation: Relation, words: string, weak = false, noun = false): Cue[] =>
  words.split('|').map((each) => ({ words: each.trim(), relation, weak, noun }))

/** Cues in the text that cites. Longer ones win over what they hold; "…" stands for a few words. */
export const CUES: readonly Cue[] = [
  ...[
    'kèm theo',
    'ban hành kèm theo',
    'ban hành theo',
    'kèm theo tại',
    'theo dõi',
    'tiếp theo',
    'trách nhiệm thi hành',
    'làm căn cứ',
    'làm cơ sở',
  ].map((words): Cue => ({ words, relation: 'CITES', neutral: true })),
  ...cues('BASED_ON', 'trên cơ sở|căn cứ|căn cứ vào|căn cứ theo|căn cứ pháp lý|cơ sở pháp lý|theo căn cứ'),
  ...cues('PROPOSED_BY', 'theo đề nghị|xét đề nghị|trên cơ sở đề nghị'),
  { words: 'xét', relation: 'PROPOSED_BY', type: 'Tờ trình' },
  { words: 'theo', relation: 'PROPOSED_BY', type: 'Tờ trình' },
  ...cues(
    'CITES',
    'xét báo cáo|tuyên truyền|phổ biến|truyền thông|tuân thủ|vi phạm|vận dụng|áp dụng|tham chiếu',
  ),
  ...cues('CITES', 'trả lời|phúc đáp|nhận được|sau đây gọi là|sau đây gọi tắt là|đã ban hành|có nêu'),
  ...cues('CITES', 'viết tắt là|có hiệu lực thi hành|có hiệu lực pháp luật'),
  ...cues(
    'ACCORDING_TO',
    'theo|theo quy định tại|theo quy định của|theo đúng|phù hợp với|theo nội dung',
    true,
  ),
  ...cues(
    'ACCORDING_TO',
    'quy định tại|quy định trong|quy định ở|quy định của|nêu tại|hướng dẫn tại|hướng dẫn của|chỉ đạo tại|chỉ đạo của|được giao tại|được giao bổ sung tại',
    true,
    true,
  ),
  ...cues(
    'ACCORDING_TO',
    'theo tinh thần|theo hướng dẫn|đúng quy định của|chỉ đạo tại|được giao tại|theo chỉ đạo',
    true,
  ),
  ...cues('IMPLEMENTS', 'thực hiện|triển khai|quán triệt|cụ thể hóa|thể chế hóa|thi hành|chấp hành'),
  ...cues('IMPLEMENTS', 'hoàn thành thắng lợi các mục tiêu, nhiệm vụ|học tập|bám sát|tinh thần'),
  ...cues('REVIEWS', 'sơ kết|tổng kết|sơ kết … thực hiện|tổng kết … thực hiện|kiểm tra … thực hiện'),
  ...cues('REVIEWS', 'đánh giá … thực hiện|giám sát … thực hiện'),
  ...cues(
    'REVIEWS',
    'giám sát việc thực hiện|kiểm tra tình hình thực hiện|kiểm tra thực hiện|báo cáo kết quả thực hiện',
  ),
  ...cues('AMENDS', 'sửa đổi|sửa đổi, bổ sung|sửa đổi bổ sung|bổ sung|điều chỉnh, bổ sung|điều chỉnh'),
  ...cues('AMENDS', 'thay thế cụm từ|bãi bỏ cụm từ|thay cụm từ|bỏ cụm từ|sửa đổi cụm từ'),
  ...cues('REPLACES', 'thay thế|thay cho'),
  ...cues('REPEALS', 'bãi bỏ|bãi bỏ toàn bộ|bãi bỏ một phần|hủy bỏ|hủy bỏ toàn bộ|thu hồi|chấm dứt hiệu lực'),
  ...cues('REPEALS', 'hết hiệu lực kể từ ngày|hết hiệu lực|hết hiệu lực thi hành|chấm dứt hiệu lực thi hành'),
  ...cues('SUSPENDS', 'đình chỉ|ngưng hiệu lực|tạm ngưng hiệu lực|đình chỉ thi hành|tạm đình chỉ'),
  ...cues('CORRECTS', 'đính chính'),
  ...cues(
    'GUIDES',
    'quy định chi tiết … thi hành|hướng dẫn … thi hành|biện pháp thi hành|quy định chi tiết … hướng dẫn thi hành',
  ),
  ...cues('GUIDES', 'quy định chi tiết|hướng dẫn thi hành|hướng dẫn thực hiện|chi tiết thi hành'),
  ...cues('COORDINATES', 'phối hợp thực hiện theo'),
]

/** Cues inside an outer instrument's title: what that one does with the instrument it names. */
export const TITLE_CUES: readonly Cue[] = [
  ...cues(
    'CONTINUES',
    'tiếp tục thực hiện|tiếp tục triển khai thực hiện|tiếp tục triển khai|tiếp tục quán triệt',
  ),
  ...cues(
    'CONTINUES',
    'tiếp tục tổ chức thực hiện|tiếp tục đẩy mạnh thực hiện|tiếp tục đẩy mạnh việc thực hiện',
  ),
  ...cues('CONTINUES', 'tiếp tục quán triệt và thực hiện|tiếp tục quán triệt, triển khai thực hiện'),
  ...cues('PROMULGATES', 'ban hành'),
  ...cues('IMPLEMENTS', 'thực hiện|triển khai|quán triệt|cụ thể hóa|thi hành'),
]
