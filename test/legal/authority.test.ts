import { describe, expect, test } from 'vitest'
import { authorityOf, systemOf } from '../../src/legal/authority.ts'

describe('the system of an organ', () => {
  test.each([
    ['Ban Bí thư Trung ương Đảng', null, 'party'],
    ['Ban Thường vụ Tỉnh uỷ', null, 'party'],
    ['Ban Cán sự đảng UBND tỉnh', null, 'party'],
    ['Đảng đoàn Quốc hội', null, 'party'],
    ['Ban Tuyên giáo và Dân vận Trung ương', null, 'party'],
    ['BCH Trung ương khóa XI', null, 'party'],
    ['UBND huyện Ngọc Lặc', null, 'state'],
    ['Chủ tịch UBND tỉnh', null, 'state'],
    ['Ủy ban nhân dân huyện và Ban Dân vận Huyện ủy', null, 'state'],
    ['Thủ tướng Chính phủ', null, 'state'],
    ['Bộ Nông nghiệp và Môi trường', null, 'state'],
    ['Sở Văn hóa, Thể thao và Du lịch', null, 'state'],
    ['Quốc hội', null, 'elected'],
    ['Ủy ban Thường vụ Quốc hội', null, 'elected'],
    ['Thường trực HĐND tỉnh', null, 'elected'],
    ['Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh', null, 'front'],
    ['Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam', null, 'front'],
    ['Trung ương Đoàn', null, 'front'],
    ['Hội Liên hiệp Phụ nữ huyện', null, 'front'],
    [null, '407-QĐ/TU', 'party'],
    [null, '08-ĐA/TU', 'party'],
    [null, '62/KH-UBND', 'state'],
    [null, '10/2022/QH15', 'elected'],
    [null, '146/2025/NQ-HĐND', 'elected'],
    [null, '107/KH-MTTQ-BTT', 'front'],
    ['Lam Sa', '12-KH/HU', 'party'],
    ['Lam Sa', null, null],
    [null, null, null],
  ])('%s, %s: %s', (issuer, number, system) => expect(systemOf(issuer, number)).toBe(system))
})

test('two spellings of an organ are one', () => {
  const [a, b] = ['UBND huyện Ngọc Lặc', 'Uỷ ban nhân dân huyện Ngọc Lặc'].map((name) =>
    authorityOf(name, 'district', 'ngoc-lac.thanh-hoa'),
  )
  expect(a?.id).toBe(b?.id)
})
