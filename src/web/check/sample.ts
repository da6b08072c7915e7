// A draft to try the check with: an invented commune, citing instruments that exist.

export const SAMPLE_DRAFT = `ỦY BAN NHÂN DÂN
XÃ TRÚC LĨNH
Số: 92/KH-UBND
Trúc Lĩnh, ngày 20 tháng 12 năm 2021

KẾ HOẠCH
Thực hiện dân chủ ở cơ sở năm 2022
(dự thảo hư cấu, chỉ để minh họa)

Căn cứ Pháp lệnh số 34/2007/PL-UBTVQH11 ngày 20/4/2007 của Ủy ban Thường vụ Quốc hội;
Căn cứ Nghị định số 60/2014/NĐ-CP của Chính phủ về thực hiện quy chế dân chủ ở cơ sở tại nơi làm việc;
Thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương;
Thực hiện Quyết định số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị;
Thực hiện Kế hoạch số 77/KH-UBND ngày 10/12/2021 của Ủy ban nhân dân huyện Mộc Hà;

Ủy ban nhân dân xã ban hành kế hoạch như sau:
1. Các thôn phổ biến Nghị quyết số 25-NQ/TW đến từng hộ.
2. Văn phòng theo dõi và báo cáo trước ngày 20/11/2022.
`
