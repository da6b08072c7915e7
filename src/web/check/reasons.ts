// Why a citation was taken for an instrument, or not, and what the reader was unsure of, in words.

import { type Language, type Words, wordIn } from '../../legal/words.ts'

const REASON_WORDS: Readonly<Record<string, Words>> = {
  NUMBER_AND_DATE: ['số và ngày được ghi đủ', 'number and date are stated'],
  NAME_AND_DATE: ['tên và ngày được ghi đủ', 'name and date are stated'],
  NOT_KNOWN: ['chưa có ai cho biết văn bản này', 'nobody has told us of this instrument'],
  NO_CANDIDATE: ['không biết văn bản nào mang số này', 'no instrument of this number is known'],
  KNOWN_FROM_TABLE: ['có trong bảng dữ kiện', 'listed in a table of facts'],
  ONLY_CANDIDATE: ['chỉ một văn bản phù hợp', 'only one instrument fits'],
  BEST_CANDIDATE: ['văn bản phù hợp nhất', 'it fits best'],
  LATEST_OF_NAME: ['văn bản mới nhất mang tên này', 'the latest of this name'],
  ONLY_OTHERS_OF_NAME_KNOWN: ['chỉ biết những văn bản khác cùng tên', 'only others of this name are known'],
  STATED_IN_SAME_DOCUMENT: ['đã ghi đủ ở chỗ khác trong bản thảo', 'stated in full elsewhere in the draft'],
  TYPE_AGREES: ['đúng loại', 'its type agrees'],
  TITLE_AGREES: ['trích yếu phù hợp', 'its title agrees'],
  TERM_AGREES: ['đúng khóa', 'its term agrees'],
  TYPE_DIFFERS: ['khác loại', 'its type differs'],
  TITLE_DIFFERS: ['trích yếu nói về việc khác', 'its title is about something else'],
  TERM_DIFFERS: ['khác khóa', 'its term differs'],
  YEAR_DIFFERS: ['khác năm', 'its year differs'],
  DATE_DIFFERS: ['khác ngày', 'its date differs'],
  LATER_THAN_CITING_DOCUMENT: ['ban hành sau bản thảo', 'issued after the draft'],
  ONE_SLIP_AWAY: ['số chỉ khác một nét viết', 'its number is one slip away'],
  YEAR_IN_LEGISLATURE: [
    'năm thuộc nhiệm kỳ Quốc hội ghi trong số',
    'its year lies in the legislature of the number',
  ],
  YEAR_AGAINST_LEGISLATURE: [
    'năm không thuộc nhiệm kỳ Quốc hội ghi trong số',
    'its year lies outside the legislature of the number',
  ],
  NUMBER_REPAIRED: ['số viết sai dạng, đã được hiểu lại', "the number's spelling was mended"],
  TYPE_AGAINST_SYMBOL: ['tên loại không hợp với ký hiệu', 'type and symbol disagree'],
  SUFFIX_AGAINST_ISSUER: ['ký hiệu không hợp với cơ quan ban hành', 'symbol and issuer disagree'],
  DATE_IMPOSSIBLE: ['ngày không có trong lịch', 'there is no such day'],
  DATE_AFTER_DOCUMENT: ['ngày sau ngày của bản thảo', 'dated after the draft'],
  TYPE_INFERRED: ['loại văn bản suy ra', 'its type was inferred'],
  TEXT_REPAIRED: ['lớp chữ của tệp bị hỏng ở đây', 'the text layer is damaged here'],
}

/** Those codes that there are words for, as one phrase; "" for none. */
export function reasonsIn(language: Language, codes: readonly string[]): string {
  return codes
    .flatMap((code) => {
      const words = REASON_WORDS[code]
      return words ? [wordIn(language, words)] : []
    })
    .join('; ')
}
