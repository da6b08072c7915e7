// Communes of one parent whose names differ at most in their marks, as plain lines: parent | the one with the plain path
// | the other. The other's path carries its kind, or where the kinds are the same its name in Telex spelling:
// "thi-tran-yen-vien.gia-lam.ha-noi", "minh-quans.tran-yen.yen-bai". The communes themselves are not shipped; these are, since
// an issuer's place must not depend on what was imported.

export const COMMUNE_PAIR_LINES = `
ba-to.quang-ngai | xã Ba Tô | thị trấn Ba Tơ
binh-minh.vinh-long | xã Đông Thành | xã Đông Thạnh
binh-son.quang-ngai | xã Bình Thanh | xã Bình Thạnh
ca-mau.ca-mau | xã Tân Thành | phường Tân Thành
cao-lanh.dong-thap | xã Mỹ Thọ | thị trấn Mỹ Thọ
chi-lang.lang-son | xã Chi Lăng | thị trấn Chi Lăng
chu-prong.gia-lai | xã Ia Bang | xã Ia Băng
da-huoai.lam-dong | xã Ma Đa Guôi | thị trấn Ma Đa Guôi
dam-ha.quang-ninh | xã Đầm Hà | thị trấn Đầm Hà
dinh-lap.lang-son | xã Đình Lập | thị trấn Đình Lập
duc-hoa.long-an | xã Hiệp Hòa | thị trấn Hiệp Hòa
gia-lam.ha-noi | xã Yên Viên | thị trấn Yên Viên
hau-loc.thanh-hoa | xã Hoa Lộc | xã Hòa Lộc
hoang-hoa.thanh-hoa | xã Hoằng Đông | xã Hoằng Đồng
hoang-hoa.thanh-hoa | xã Hoằng Phụ | xã Hoằng Phú
hoang-hoa.thanh-hoa | xã Hoằng Quỳ | xã Hoằng Quý
hoang-hoa.thanh-hoa | xã Hoằng Thanh | xã Hoằng Thành
huong-tra.hue | phường Hương Vân | phường Hương Văn
ky-son.nghe-an | xã Nậm Càn | xã Nậm Cắn
loc-ninh.binh-phuoc | xã Lộc Thành | xã Lộc Thạnh
long-phu.soc-trang | xã Long Phú | thị trấn Long Phú
mai-son.son-la | xã Hát Lót | thị trấn Hát Lót
muong-te.lai-chau | xã Mường Tè | thị trấn Mường Tè
nam-tra-my.quang-nam | xã Trà Don | xã Trà Dơn
nga-son.thanh-hoa | xã Nga Thanh | xã Nga Thành
nghi-loc.nghe-an | xã Nghi Vạn | xã Nghi Văn
phu-ninh.quang-nam | xã Tam Dân | xã Tam Đàn
phu-tan.an-giang | xã Phú Thành | xã Phú Thạnh
phuoc-long.bac-lieu | xã Phước Long | thị trấn Phước Long
quy-chau.nghe-an | xã Châu Bình | xã Châu Bính
sa-pa.lao-cai | phường Sa Pa | phường Sa Pả
tan-thanh.long-an | xã Tân Thành | thị trấn Tân Thạnh
thap-muoi.dong-thap | xã Mỹ An | thị trấn Mỹ An
thieu-hoa.thanh-hoa | xã Thiệu Hòa | thị trấn Thiệu Hóa
thoi-binh.ca-mau | xã Thới Bình | thị trấn Thới Bình
tra-cu.tra-vinh | xã Định An | thị trấn Định An
tram-tau.yen-bai | xã Trạm Tấu | thị trấn Trạm Tấu
tran-de.soc-trang | xã Lịch Hội Thượng | thị trấn Lịch Hội Thượng
tran-yen.yen-bai | xã Minh Quân | xã Minh Quán
truc-ninh.nam-dinh | xã Trực Hùng | xã Trực Hưng
vinh-loc.thanh-hoa | xã Vĩnh Hùng | xã Vĩnh Hưng
vinh-thanh.can-tho | xã Thạnh An | thị trấn Thạnh An
vinh-thuan.kien-giang | xã Vĩnh Thuận | thị trấn Vĩnh Thuận
yen-thanh.nghe-an | xã Đông Thành | xã Đồng Thành

dong-nai | xã Lộc Thành | xã Lộc Thạnh
dong-thap | xã Mỹ Thọ | phường Mỹ Tho
dong-thap | xã Tân Thành | xã Tân Thạnh
hai-phong | xã Cẩm Giang | xã Cẩm Giàng
ho-chi-minh | xã Thanh An | xã Thạnh An
quang-ngai | xã Ba Tô | xã Ba Tơ
quang-ngai | xã Sơn Hà | xã Sơn Hạ
tay-ninh | xã Tân Thành | xã Tân Thạnh
thai-nguyen | xã Văn Lang | xã Văn Lăng
thanh-hoa | xã Đồng Tiến | phường Đông Tiến
`
