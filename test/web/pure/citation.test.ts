// An instrument as it is cited: in the order that offices write, and nothing said twice.

import { expect, test } from 'vitest'
import { citationOf } from '../../../src/web/citation.ts'

const cite = (
  type: string | null,
  number: string | null,
  date: string | null,
  issuer: string | null,
  title: string | null,
) => citationOf({ type, number, date, issuer, title })

test.each([
  [
    cite('Luật', '10/2022/QH15', '2022-11-10', 'Quốc hội', 'Luật Thực hiện dân chủ ở cơ sở'),
    'Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 10/11/2022 của Quốc hội',
  ],
  [
    cite('Luật', '42/2013/QH13', '2013-11-25', 'Quốc hội', 'Tiếp công dân'),
    'Luật Tiếp công dân số 42/2013/QH13 ngày 25/11/2013 của Quốc hội',
  ],
  [
    cite(
      'Luật',
      '97/2025/QH15',
      '2025-06-27',
      'Quốc hội',
      'Sửa đổi, bổ sung một số điều của Luật Thanh niên',
    ),
    'Luật sửa đổi, bổ sung một số điều của Luật Thanh niên số 97/2025/QH15 ngày 27/6/2025 của Quốc hội',
  ],
  [
    cite('Bộ luật', '45/2019/QH14', '2019-11-20', 'Quốc hội', 'Bộ Luật lao động'),
    'Bộ luật lao động số 45/2019/QH14 ngày 20/11/2019 của Quốc hội',
  ],
  [
    cite(
      'Hiến pháp',
      'Hiến pháp',
      '2013-11-28',
      'Quốc hội',
      'Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam',
    ),
    'Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam ngày 28/11/2013 của Quốc hội',
  ],
  [
    cite('Quyết định', '23-QĐ/TW', '2021-07-30', 'Bộ Chính trị', 'về việc ban hành Quy chế công tác dân vận'),
    'Quyết định số 23-QĐ/TW ngày 30/7/2021 của Bộ Chính trị về việc ban hành Quy chế công tác dân vận',
  ],
  [
    cite('Nghị định', '59/2023/NĐ-CP', '2023-08-14', 'Chính phủ', 'Quy định chi tiết một số điều'),
    'Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ quy định chi tiết một số điều',
  ],
  [
    cite(
      'Nghị quyết',
      '75/2019/QH14',
      '2019-06-14',
      'Quốc hội',
      'Nghị quyết của Quốc hội về việc bổ sung một điều',
    ),
    'Nghị quyết số 75/2019/QH14 ngày 14/6/2019 của Quốc hội về việc bổ sung một điều',
  ],
  [
    cite('Thông tư', '10/2019/TT-BTC', '2019-02-20', 'Bộ Tài chính', 'Thông tư số 10/2019/TT-BTC'),
    'Thông tư số 10/2019/TT-BTC ngày 20/02/2019 của Bộ Tài chính',
  ],
  [
    cite(
      'Nghị quyết',
      '18-NQ/TW',
      '2017-10-25',
      'Ban Chấp hành Trung ương',
      'Một số vấn đề về tiếp tục đổi mới',
    ),
    'Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương, Một số vấn đề về tiếp tục đổi mới',
  ],
  [cite('Luật', '65/2006/QH11', null, null, 'Luật sư'), 'Luật Luật sư số 65/2006/QH11'],
  [
    cite('Kế hoạch', null, null, 'UBND xã Minh Sơn', 'THỰC HIỆN DÂN CHỦ'),
    'Kế hoạch của UBND xã Minh Sơn THỰC HIỆN DÂN CHỦ',
  ],
  [cite(null, '12/2020', null, null, null), 'Văn bản số 12/2020'],
])('%s', (cited, expected) => {
  expect(cited).toBe(expected)
})
