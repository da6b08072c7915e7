// Columns that stand in one line are told apart, with their offsets.

import { describe, expect, it } from 'vitest'
import { splitColumns } from '../../../src/citation/text-layer/index.ts'

const LINES: readonly (readonly [line: string, columns: readonly string[]])[] = [
  [
    'ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    ['ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ],
  [
    'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    ['ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ],
  ['HUYỆN ỦY NGỌC SƠN ĐẢNG CỘNG SẢN VIỆT NAM', ['HUYỆN ỦY NGỌC SƠN', 'ĐẢNG CỘNG SẢN VIỆT NAM']],
  ['XÃ MINH SƠN  Độc lập - Tự do - Hạnh phúc', ['XÃ MINH SƠN', 'Độc lập - Tự do - Hạnh phúc']],
  ['Nơi nhận:  GIÁM ĐỐC ', ['Nơi nhận:', 'GIÁM ĐỐC']],
  ['Nơi nhận: TM. ỦY BAN NHÂN DÂN', ['Nơi nhận:', 'TM. ỦY BAN NHÂN DÂN']],
  [
    'Số: 12/KH-UBND\tMinh Sơn, ngày 02 tháng 3 năm 2022',
    ['Số: 12/KH-UBND', 'Minh Sơn, ngày 02 tháng 3 năm 2022'],
  ],
  ['- Lưu: VT.     Đặng Văn A', ['- Lưu: VT.', 'Đặng Văn A']],
  ['   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']],
  ['về việc  ban hành Quy chế', ['về việc  ban hành Quy chế']],
  ['Nơi nhận:', ['Nơi nhận:']],
  ['    ', []],
]

describe('columns of a line', () => {
  it.each(LINES)('%j', (line, columns) => {
    const found = splitColumns(line)
    expect(found.map(({ text }) => text)).toEqual(columns)
    for (const { start, end, text } of found) expect(line.slice(start, end)).toBe(text)
  })
})
