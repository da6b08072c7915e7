// Texts as laid out on pages: letterheads and signatures in two columns, lines broken to a width with blank
// lines inside sentences.

import { describe, expect, it } from 'vitest'
import { extractCitations } from '../../src/citation/index.ts'

const TWO_COLUMNS = `
  ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   HUYỆN LAM SƠN              Độc lập - Tự do - Hạnh phúc

Số: 45/KH-UBND           Lam Sơn, ngày 15 tháng 3 năm 2024

KẾ HOẠCH
Thực hiện công tác dân vận năm 2024

Nơi nhận:                          TM. ỦY BAN NHÂN DÂN
- UBND tỉnh (b/c);                      CHỦ TỊCH
- Lưu: VT.
                                      Trần Văn An
`

const JOINT = `
ỦY BAN NHÂN DÂN TỈNH LAM SƠN - BAN DÂN VẬN TỈNH ỦY LAM SƠN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 02/CTrPH-UBND-BDVTU

Lam Sơn, ngày 12 tháng 01 năm 2024

CHƯƠNG TRÌNH PHỐI HỢP
giữa Ủy ban nhân dân tỉnh và Ban Dân vận Tỉnh ủy
về công tác dân vận năm 2024

TM. BAN DÂN VẬN TỈNH ỦY          TM. ỦY BAN NHÂN DÂN TỈNH
     TRƯỞNG BAN                          CHỦ TỊCH

   Lê Thị Bình                       Trần Văn An
`

const WRAPPED = `Thực hiện Kế hoạch số 38/KH-UBND ngày 26 tháng 02 năm 2024 của UBND huyện Lam Sơn
về thực hiện công tác dân vận chính quyền năm 2024; các phòng, ban và đơn vị thuộc
huyện đối thoại với Nhân dân theo Quyết định số 612-QĐ/HU ngày 09/8/2022 của Ban Thường

vụ Huyện ủy; tiếp tục thực hiện Chỉ thị số 35-CT/TW ngày 26/5/2014 của Bộ Chính trị khóa

XI về tăng cường sự lãnh đạo của Đảng đối với công tác tiếp công dân và giải quyết
khiếu nại, tố cáo; kiểm tra việc thực hiện Kết luận số 120-KL/TW của Bộ Chính trị về thực hiện

Quy chế dân chủ ở cơ sở.

Nâng cao trách nhiệm của các phòng, ban và đơn vị; lấy sự hài lòng của người dân làm
thước đo; mỗi xã chọn không quá ba việc để làm cho xong trong năm và báo cáo kết quả
về Phòng Nội vụ trước ngày cuối cùng của quý; việc nào chưa xong thì phải nêu rõ vì
sao và bao giờ xong.
`

describe('letterheads and signatures in two columns', () => {
  it('are read column by column', () => {
    expect(extractCitations(TWO_COLUMNS).header).toEqual({
      type: 'Kế hoạch',
      number: '45/KH-UBND',
      date: '2024-03-15',
      place: 'Lam Sơn',
      issuer: 'Ủy ban nhân dân huyện Lam Sơn',
      title: 'Thực hiện công tác dân vận năm 2024',
      signer: 'Trần Văn An',
    })
  })

  it('give both signers and both issuers of a joint act', () => {
    const { issuer, title, signer } = extractCitations(JOINT).header
    expect(issuer).toBe('Ủy ban nhân dân tỉnh Lam Sơn - Ban Dân vận Tỉnh ủy Lam Sơn')
    expect(title).toBe('về công tác dân vận năm 2024')
    expect(signer).toBe('Lê Thị Bình; Trần Văn An')
  })

  it('leave the symbol’s tail out of the place', () => {
    const { header } = extractCitations(`CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 02/CTrPH-UBND-
BDVTU Lam Sơn, ngày 12 tháng 01 năm 2024`)
    expect(header.place).toBe('Lam Sơn')
  })
})

describe('lines broken to a width', () => {
  it('go on over a blank line inside a sentence, before capitals too', () => {
    const { citations } = extractCitations(WRAPPED)
    expect(citations.map(({ issuer }) => issuer)).toEqual([
      'UBND huyện Lam Sơn',
      'Ban Thường vụ Huyện ủy',
      'Bộ Chính trị khóa XI',
      'Bộ Chính trị',
    ])
    expect(citations.at(-1)?.title).toBe('về thực hiện Quy chế dân chủ ở cơ sở')
  })
})

it('a number broken behind its hyphen stands whole in the title that holds it', () => {
  const [outer] = extractCitations(
    'Kết luận số 43-KL/TW ngày 07/01/2019 về tiếp tục thực hiện Nghị quyết số 25-\nNQ/TW ngày 03/6/2013.',
  ).citations
  expect(outer?.title).toBe('về tiếp tục thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013')
})
