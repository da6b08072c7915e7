// What the element says beside the trace itself.

import type { Language } from '../../legal/words.ts'

export interface EmbedWords {
  readonly loading: string
  readonly failed: string
  readonly noKey: string
  readonly noLevel: string
  readonly label: string
  readonly hint: string
  readonly larger: string
  readonly smaller: string
  readonly fit: string
  readonly legend: string
  /** How many instruments of how many do not show. */
  readonly outside: (count: number, all: number) => string
}

export const WORDS: Readonly<Record<Language, EmbedWords>> = {
  vi: {
    loading: 'Đang truy nguyên …',
    failed: 'Không lấy được dữ liệu truy nguyên. Hãy thử lại sau.',
    noKey: 'Chưa cho biết văn bản nào: thiếu thuộc tính key.',
    noLevel: 'Chưa rõ cấp',
    label:
      'Sơ đồ truy nguyên văn bản. Mũi tên: đi giữa các văn bản; Enter: mở; cộng, trừ: phóng to, thu nhỏ; 0: xem cả sơ đồ.',
    hint: 'Kéo bằng chuột để di chuyển; Ctrl + lăn chuột hoặc hai ngón tay để phóng to, thu nhỏ.',
    larger: 'Phóng to',
    smaller: 'Thu nhỏ',
    fit: 'Vừa khung',
    legend: 'Ký hiệu',
    outside: (count, all) => `${count}/${all} văn bản nằm ngoài khung; “Vừa khung” cho xem cả.`,
  },
  en: {
    loading: 'Tracing …',
    failed: 'The trace could not be loaded. Try again later.',
    noKey: 'No instrument is named: the attribute key is missing.',
    noLevel: 'Level not known',
    label:
      'A trace of instruments. Arrows go between them, Enter opens, plus and minus change the size, 0 shows all.',
    hint: 'Drag with the mouse to move; Ctrl and wheel, or two fingers, to zoom.',
    larger: 'Zoom in',
    smaller: 'Zoom out',
    fit: 'Fit',
    legend: 'Signs',
    outside: (count, all) => `${count} of ${all} instruments lie outside the frame; “Fit” shows all.`,
  },
}
