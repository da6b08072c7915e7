import { describe, expect, test } from 'vitest'
import { reachOf } from '../../src/legal/repeal-words.ts'

const NUMBER = 'Quyết định số 12/2015/QĐ-UBND'

describe('what words of repeal reach', () => {
  test.each([
    ['WHOLE', `Quyết định này thay thế ${NUMBER} ngày 01/02/2015.`],
    ['WHOLE', `${NUMBER} ngày 01/02/2015 hết hiệu lực kể từ ngày Quyết định này có hiệu lực.`],
    ['WHOLE', `Điều 3. Quyết định này có hiệu lực từ ngày ký và bãi bỏ ${NUMBER}.`],
    ['WHOLE', `Bãi bỏ Quy định ban hành kèm theo ${NUMBER}.`],
    ['WHOLE', `Bãi bỏ Quyết định số 9 đã được sửa đổi, bổ sung một số điều theo ${NUMBER}.`],
    ['PART', `Bãi bỏ một số điều của ${NUMBER}.`],
    ['PART', `Bãi bỏ thủ tục hành chính có số thứ tự 3 tại ${NUMBER}.`],
    ['PART', `Bãi bỏ Phụ lục ban hành kèm theo ${NUMBER}.`],
    ['WHOLE', `Thay thế Thông tư số 01/2011/TT-BNV hướng dẫn một số điều của Luật và ${NUMBER}.`],
    ['WHOLE', `Thay thế Nghị định số 71/2007/NĐ-CP về công nghiệp phần mềm, ${NUMBER}.`],
    ['PART', `Bãi bỏ một số điều của Nghị định số 71/2007/NĐ-CP và ${NUMBER}.`],
    ['PART', `Bãi bỏ Thông tư số 01/2011/TT-BNV và một số điều của ${NUMBER}.`],
    ['NOTHING', `Bãi bỏ các quy định trước đây trái với ${NUMBER}.`],
    ['NOTHING', `Các quy định không phù hợp với ${NUMBER} đều bãi bỏ.`],
  ])('%s: %s', (reach, quote) => {
    expect(reachOf(quote, NUMBER, null)).toBe(reach)
  })

  test('a provision with the mention is a part', () => {
    expect(reachOf(`Bãi bỏ khoản 2 Điều 5 ${NUMBER}.`, NUMBER, 'khoản 2 Điều 5')).toBe('PART')
  })

  test('words that are not there tell nothing', () => {
    expect(reachOf(null, NUMBER, null)).toBe('WHOLE')
    expect(reachOf('một câu khác', NUMBER, null)).toBe('WHOLE')
  })
})
