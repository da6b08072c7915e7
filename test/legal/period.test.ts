import { describe, expect, test } from 'vitest'
import { ownPeriod } from '../../src/legal/period.ts'

describe('the period that a title names', () => {
  test.each([
    ['Kế hoạch', 'thực hiện công tác dân vận chính quyền năm 2022', '2023-01-01', 'năm 2022'],
    ['Chương trình', 'phát triển du lịch giai đoạn 2021 - 2025', '2026-01-01', 'giai đoạn 2021 - 2025'],
    ['Kế hoạch phối hợp', 'thực hiện công tác dân vận năm 2024', '2025-01-01', 'năm 2024'],
    ['Kế hoạch', 'thực hiện Đề án số 08 giai đoạn 2021-2025 năm 2023', '2026-01-01', 'giai đoạn 2021-2025'],
    ['Kế hoạch', 'chuyển đổi số đến năm 2025, định hướng đến năm 2030', '2031-01-01', 'năm 2030'],
    ['Quyết định', 'ban hành Kế hoạch rà soát giai đoạn 2022 - 2025', '2026-01-01', 'giai đoạn 2022 - 2025'],
    ['Kế hoạch', 'hưởng ứng “Năm dân vận chính quyền” 2022', null, null],
  ])('%s %s', (type, title, after, words) => {
    expect(ownPeriod(type, title, '2022-01-10')).toEqual(after === null ? null : { after, words })
  })

  test.each([
    ['a law', 'Luật', 'Đất đai năm 2013'],
    ['a rule', 'Quy chế', 'làm việc năm 2022'],
    ['a directive', 'Chỉ thị', 'về tổ chức Tết Giáp Thìn năm 2024'],
    ['a decision that brings no plan', 'Quyết định', 'về giao biên chế năm 2022'],
    ['a law’s own year', 'Kế hoạch', 'triển khai thi hành Luật Đất đai năm 2024'],
    ['a day', 'Kế hoạch', 'thực hiện Chỉ thị ngày 20 tháng 5 năm 2022'],
    ['a year before the plan', 'Kế hoạch', 'khắc phục hậu quả bão lũ năm 2020'],
    ['no title', 'Kế hoạch', null],
    ['no type', null, 'công tác năm 2022'],
  ])('is none: %s', (_, type, title) => {
    expect(ownPeriod(type, title, '2022-01-10')).toBeNull()
  })

  test('takes linear time', () => {
    const started = performance.now()
    for (const piece of ['năm 2022 ', 'luật , ', 'năm “', 'giai đoạn 2021 - ', 'tháng 1'])
      ownPeriod('Kế hoạch', piece.repeat(100_000), null)
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
