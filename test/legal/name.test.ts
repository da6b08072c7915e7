import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameKey } from '../../src/legal/name.ts'

test.each([
  ['Luật', 'Luật Đất đai', 'luatdatdai'],
  ['Luật', 'Đất đai', 'luatdatdai'],
  ['Luật', 'Luật đất đai năm 2013', 'luatdatdai'],
  ['Luật', 'Luật Đất đai 2024', 'luatdatdai'],
  ['Luật', 'Luật Đất đai (sửa đổi)', 'luatdatdai'],
  ['Luật', 'Luật Mặt trận Tổ quốc Việt Nam', 'luatmattrantoquoc'],
  ['Bộ luật', 'Lao động', 'boluatlaodong'],
  ['Hiến pháp', 'Hiến pháp năm 2013', 'hienphap'],
  ['Luật', 'sửa đổi, bổ sung một số điều của Luật Đất đai', 'luatsuadoibosungmotsodieucualuatdatdai'],
  ['Nghị định', 'Quy định chi tiết Luật Đất đai', null],
  ['Luật', null, null],
])('%s “%s” is looked up as %s', (type, title, key) => expect(nameKey(type, title)).toBe(key))

test('no title throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (title) => void nameKey('Luật', title)))
})
