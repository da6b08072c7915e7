// The provinces, as plain lines: name | kind | first day | last day | what it became | decided by.
// An empty day is one that this table does not tell. Of provinces that took others in only the name that stayed
// has a line without a last day: "tỉnh Gia Lai" is the same unit before and after Bình Định came to it.
//
// 01/7/2025: Resolution 202/2025/QH15 of 12/6/2025 (in effect that day; the new organs work from 01/7/2025,
// Article 2). 01/01/2025: Resolution 175/2024/QH15 (Huế). 01/8/2008: Resolution 15/2008/QH12 (Hà Tây).
// 01/01/2004: Resolution 22/2003/QH11. 01/01/1997: resolution of the National Assembly of 06/11/1996.
// Đồng Nai is a thành phố since 2026, a tỉnh before.

export const PROVINCE_LINES = `
Hà Nội | thành phố
Huế | thành phố | 2025-01-01 | | | 175/2024/QH15
Cao Bằng | tỉnh
Lai Châu | tỉnh
Điện Biên | tỉnh | 2004-01-01 | | | 22/2003/QH11
Lạng Sơn | tỉnh
Sơn La | tỉnh
Quảng Ninh | tỉnh
Thanh Hóa | tỉnh
Nghệ An | tỉnh
Hà Tĩnh | tỉnh
Tuyên Quang | tỉnh
Lào Cai | tỉnh
Thái Nguyên | tỉnh | 1997-01-01
Phú Thọ | tỉnh | 1997-01-01
Bắc Ninh | tỉnh | 1997-01-01
Hưng Yên | tỉnh | 1997-01-01
Hải Phòng | thành phố
Ninh Bình | tỉnh
Quảng Trị | tỉnh
Đà Nẵng | thành phố | 1997-01-01
Quảng Ngãi | tỉnh
Gia Lai | tỉnh
Khánh Hòa | tỉnh
Lâm Đồng | tỉnh
Đắk Lắk | tỉnh
Hồ Chí Minh | thành phố
Đồng Nai | thành phố
Tây Ninh | tỉnh
Cần Thơ | thành phố | 2004-01-01 | | | 22/2003/QH11
Vĩnh Long | tỉnh
Đồng Tháp | tỉnh
Cà Mau | tỉnh | 1997-01-01
An Giang | tỉnh

Hà Giang | tỉnh | | 2025-06-30 | Tuyên Quang | 202/2025/QH15
Yên Bái | tỉnh | | 2025-06-30 | Lào Cai | 202/2025/QH15
Bắc Kạn | tỉnh | 1997-01-01 | 2025-06-30 | Thái Nguyên | 202/2025/QH15
Vĩnh Phúc | tỉnh | 1997-01-01 | 2025-06-30 | Phú Thọ | 202/2025/QH15
Hòa Bình | tỉnh | | 2025-06-30 | Phú Thọ | 202/2025/QH15
Bắc Giang | tỉnh | 1997-01-01 | 2025-06-30 | Bắc Ninh | 202/2025/QH15
Thái Bình | tỉnh | | 2025-06-30 | Hưng Yên | 202/2025/QH15
Hải Dương | tỉnh | 1997-01-01 | 2025-06-30 | Hải Phòng | 202/2025/QH15
Hà Nam | tỉnh | 1997-01-01 | 2025-06-30 | Ninh Bình | 202/2025/QH15
Nam Định | tỉnh | 1997-01-01 | 2025-06-30 | Ninh Bình | 202/2025/QH15
Quảng Bình | tỉnh | | 2025-06-30 | Quảng Trị | 202/2025/QH15
Quảng Nam | tỉnh | 1997-01-01 | 2025-06-30 | Đà Nẵng | 202/2025/QH15
Kon Tum | tỉnh | | 2025-06-30 | Quảng Ngãi | 202/2025/QH15
Bình Định | tỉnh | | 2025-06-30 | Gia Lai | 202/2025/QH15
Ninh Thuận | tỉnh | | 2025-06-30 | Khánh Hòa | 202/2025/QH15
Đắk Nông | tỉnh | 2004-01-01 | 2025-06-30 | Lâm Đồng | 202/2025/QH15
Bình Thuận | tỉnh | | 2025-06-30 | Lâm Đồng | 202/2025/QH15
Phú Yên | tỉnh | | 2025-06-30 | Đắk Lắk | 202/2025/QH15
Bà Rịa - Vũng Tàu | tỉnh | | 2025-06-30 | Hồ Chí Minh | 202/2025/QH15
Bình Dương | tỉnh | 1997-01-01 | 2025-06-30 | Hồ Chí Minh | 202/2025/QH15
Bình Phước | tỉnh | 1997-01-01 | 2025-06-30 | Đồng Nai | 202/2025/QH15
Long An | tỉnh | | 2025-06-30 | Tây Ninh | 202/2025/QH15
Sóc Trăng | tỉnh | | 2025-06-30 | Cần Thơ | 202/2025/QH15
Hậu Giang | tỉnh | 2004-01-01 | 2025-06-30 | Cần Thơ | 202/2025/QH15
Bến Tre | tỉnh | | 2025-06-30 | Vĩnh Long | 202/2025/QH15
Trà Vinh | tỉnh | | 2025-06-30 | Vĩnh Long | 202/2025/QH15
Tiền Giang | tỉnh | | 2025-06-30 | Đồng Tháp | 202/2025/QH15
Bạc Liêu | tỉnh | 1997-01-01 | 2025-06-30 | Cà Mau | 202/2025/QH15
Kiên Giang | tỉnh | | 2025-06-30 | An Giang | 202/2025/QH15

Thừa Thiên Huế | tỉnh | | 2024-12-31 | Huế | 175/2024/QH15
Hà Tây | tỉnh | | 2008-07-31 | Hà Nội | 15/2008/QH12

Hà Bắc | tỉnh | | 1996-12-31 | Bắc Giang, Bắc Ninh
Nam Hà | tỉnh | | 1996-12-31 | Hà Nam, Nam Định
Hải Hưng | tỉnh | | 1996-12-31 | Hải Dương, Hưng Yên
Vĩnh Phú | tỉnh | | 1996-12-31 | Vĩnh Phúc, Phú Thọ
Bắc Thái | tỉnh | | 1996-12-31 | Bắc Kạn, Thái Nguyên
Minh Hải | tỉnh | | 1996-12-31 | Cà Mau, Bạc Liêu
Sông Bé | tỉnh | | 1996-12-31 | Bình Dương, Bình Phước
Quảng Nam - Đà Nẵng | tỉnh | | 1996-12-31 | Quảng Nam, Đà Nẵng
`
