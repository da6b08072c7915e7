// What the element says beside the trace itself.

import type { Language } from '../../legal/words.ts'

export interface EmbedWords {
  readonly loading: string
  readonly failed: string
  readonly noKey: string
  readonly noLevel: string
  readonly label: string
  readonly hint: string
}

export const WORDS: Readonly<Record<Language, EmbedWords>> = {
  vi: {
    loading: 'Đang truy nguyên …',
    failed: 'Không lấy được dữ liệu truy nguyên. Hãy thử lại sau.',
    noKey: 'Chưa cho biết văn bản nào: thiếu thuộc tính key.',
    noLevel: 'Chưa rõ cấp',
    label:
      'Sơ đồ truy nguyên văn bản. Mũi tên: đi giữa các văn bản; Enter: mở; cộng, trừ: phóng to, thu nhỏ; 0: xem cả sơ đồ.',
    hint: 'Nét đứt: không giữ toàn văn, hoặc chỉ đọc được trong lời văn bản khác.',
  },
  en: {
    loading: 'Tracing …',
    failed: 'The trace could not be loaded. Try again later.',
    noKey: 'No instrument is named: the attribute key is missing.',
    noLevel: 'Level not known',
    label:
      'A trace of instruments. Arrows go between them, Enter opens, plus and minus change the size, 0 shows all.',
    hint: 'Dashed: the text is not held, or the relation was only read in a third text.',
  },
}
