// Why a citation was taken for an instrument, or not, and what the reader was unsure of, in words.

import { type Language, type Words, wordIn } from '../../legal/words.ts'

type Codes = Readonly<Record<string, Words>>

/** What the drafter should look at. */
const DOUBTS: Codes = {
  NOT_KNOWN: [
    'chưa có trong dữ liệu: hãy đối chiếu với bản gốc',
    'not in the data: compare with the original',
  ],
  NO_CANDIDATE: [
    'chưa có văn bản nào mang số này trong dữ liệu',
    'no instrument of this number is in the data',
  ],
  ONLY_OTHERS_OF_NAME_KNOWN: ['chỉ biết những văn bản khác cùng tên', 'only others of this name are known'],
  ONLY_CANDIDATE_FAR_OFF: [
    'văn bản mang số này đã biết lúc ấy thuộc thời kỳ khác hoặc của cơ quan khác',
    'the one of this number known by then is of another time or issuer',
  ],
  TYPE_DIFFERS: ['khác loại văn bản', 'its type differs'],
  TITLE_DIFFERS: ['trích yếu nói về việc khác', 'its title is about something else'],
  TERM_DIFFERS: ['khác khóa', 'its term differs'],
  YEAR_DIFFERS: ['khác năm', 'its year differs'],
  DATE_DIFFERS: ['khác ngày', 'its date differs'],
  LATER_THAN_CITING_DOCUMENT: ['ban hành sau dự thảo', 'issued after the draft'],
  YEAR_AGAINST_LEGISLATURE: [
    'năm không thuộc nhiệm kỳ Quốc hội ghi trong số',
    'its year lies outside the legislature of the number',
  ],
  NUMBER_REPAIRED: ['số viết sai dạng, đã được hiểu lại', "the number's spelling was mended"],
  TYPE_AGAINST_SYMBOL: ['tên loại không hợp với ký hiệu', 'type and symbol disagree'],
  SUFFIX_AGAINST_ISSUER: ['ký hiệu không hợp với cơ quan ban hành', 'symbol and issuer disagree'],
  DATE_IMPOSSIBLE: ['ngày không có trong lịch', 'there is no such day'],
  DATE_AFTER_DOCUMENT: ['ngày sau ngày của dự thảo', 'dated after the draft'],
  TEXT_REPAIRED: ['lớp chữ của tệp bị hỏng ở đây', 'the text layer is damaged here'],
}

/** What was concluded rather than read. */
const CONCLUSIONS: Codes = {
  ONLY_CANDIDATE: ['chỉ một văn bản phù hợp', 'only one instrument fits'],
  BEST_CANDIDATE: ['văn bản phù hợp nhất', 'it fits best'],
  LATEST_OF_NAME: ['văn bản mới nhất mang tên này', 'the latest of this name'],
  STATED_IN_SAME_DOCUMENT: ['đã ghi đủ ở chỗ khác trong dự thảo', 'stated in full elsewhere in the draft'],
  NUMBER_COMPLETED: [
    'số được điền đủ theo loại hoặc theo danh sách',
    'its number was completed by its type or list',
  ],
  TYPE_INFERRED: ['loại văn bản suy ra', 'its type was inferred'],
}

/** What speaks for one of several: of a settled citation it would only say that all is well. */
const AGREEMENTS: Codes = {
  TYPE_AGREES: ['đúng loại', 'its type agrees'],
  TITLE_AGREES: ['trích yếu phù hợp', 'its title agrees'],
  DATE_AGREES: ['đúng ngày', 'its date agrees'],
  TERM_AGREES: ['đúng khóa', 'its term agrees'],
  ONE_SLIP_AWAY: ['số chỉ khác một nét viết', 'its number is one slip away'],
  YEAR_IN_LEGISLATURE: [
    'năm thuộc nhiệm kỳ Quốc hội ghi trong số',
    'its year lies in the legislature of the number',
  ],
}

/** What to look at in a citation. */
export function doubtsIn(language: Language, codes: readonly string[]): string[] {
  return wordsIn(language, codes, DOUBTS)
}

export function isDoubtful(codes: readonly string[]): boolean {
  return codes.some((code) => code in DOUBTS)
}

/** How it was concluded what a citation means; "" where it says so itself. */
export function conclusionsIn(language: Language, codes: readonly string[]): string {
  return wordsIn(language, codes, CONCLUSIONS).join('; ')
}

/** Why an instrument may be what is meant; "" where nothing tells. */
export function reasonsIn(language: Language, codes: readonly string[]): string {
  return wordsIn(language, codes, { ...DOUBTS, ...CONCLUSIONS, ...AGREEMENTS }).join('; ')
}

function wordsIn(language: Language, codes: readonly string[], table: Codes): string[] {
  return [...new Set(codes)].flatMap((code) => {
    const words = table[code]
    return words ? [wordIn(language, words)] : []
  })
}
