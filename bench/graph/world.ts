// An invented country of instruments, each a function of its level and position: nothing is kept, so a million of
// them take no memory. Within a level, positions run through time and round its places.

import { slug } from '../../src/legal/fold.ts'
import { formatKey } from '../../src/legal/key.ts'
import { LEVELS, type Level } from '../../src/legal/place.ts'
import { pick, type Random, randomOf, scatterStep } from './random.ts'

export interface Instrument {
  readonly level: Level
  /** Position within its level, in order of date. */
  readonly at: number
  readonly key: string
  readonly type: string
  readonly number: string
  readonly date: string
  readonly issuer: string
  readonly title: string
  /** Smallest unit first; `null` for the centre. */
  readonly place: string | null
  /** Whether anybody has its text. */
  readonly textHeld: boolean
}

export interface World {
  readonly seed: number
  /** Instruments of each level. */
  readonly sizes: Readonly<Record<Level, number>>
  instrument(level: Level, at: number): Instrument
  /** How many of a level are older than the instrument of another. */
  countOlder(level: Level, than: Instrument): number
  /** Centre instruments by heat: rank 0 is cited most. */
  atRank(rank: number): number
}

const SHARES: Readonly<Record<Level, number>> = { central: 0.04, province: 0.16, district: 0.3, commune: 0.5 }
const HELD: Readonly<Record<Level, number>> = { central: 0.7, province: 0.85, district: 0.9, commune: 1 }

/** Places of each level: every unit has as many below it. */
export const PLACES: Readonly<Record<Level, number>> = {
  central: 1,
  province: 63,
  district: 693,
  commune: 10_395,
}

const FIRST_DAY = Date.UTC(2004, 0, 1)
const DAYS = 7_850
const YEARS = 21.5
const DAY_MS = 86_400_000

interface Form {
  readonly type: string
  readonly issuer: string
  readonly number: (n: number, year: string) => string
}

const CENTRAL_FORMS: readonly Form[] = [
  { type: 'Nghị quyết', issuer: 'Ban Chấp hành Trung ương', number: (n) => `${n}-NQ/TW` },
  { type: 'Chỉ thị', issuer: 'Ban Bí thư', number: (n) => `${n}-CT/TW` },
  { type: 'Kết luận', issuer: 'Bộ Chính trị', number: (n) => `${n}-KL/TW` },
  { type: 'Nghị định', issuer: 'Chính phủ', number: (n, year) => `${n}/${year}/NĐ-CP` },
  { type: 'Quyết định', issuer: 'Thủ tướng Chính phủ', number: (n) => `${n}/QĐ-TTg` },
  { type: 'Luật', issuer: 'Quốc hội', number: (n, year) => `${n}/${year}/QH14` },
  { type: 'Thông tư', issuer: 'Bộ Nội vụ', number: (n, year) => `${n}/${year}/TT-BNV` },
]

const UNITS = {
  province: ['tỉnh', 'Tỉnh ủy', 'TU'],
  district: ['huyện', 'Huyện ủy', 'HU'],
  commune: ['xã', 'Đảng ủy xã', 'ĐU'],
} as const

function localForms(level: Exclude<Level, 'central'>, name: string): readonly Form[] {
  const [unit, committee, symbol] = UNITS[level]
  return [
    { type: 'Kế hoạch', issuer: `UBND ${unit} ${name}`, number: (n) => `${n}/KH-UBND` },
    { type: 'Quyết định', issuer: `UBND ${unit} ${name}`, number: (n) => `${n}/QĐ-UBND` },
    { type: 'Chương trình hành động', issuer: `${committee} ${name}`, number: (n) => `${n}-CTr/${symbol}` },
  ]
}

const FIRST =
  'An Bình Cẩm Diên Đông Gia Hòa Kim Lâm Mai Nam Phú Quảng Sơn Tân Thanh Trung Vĩnh Xuân Yên Đại Hưng Lộc Minh'.split(
    ' ',
  )
const MIDDLE =
  'Bắc Châu Cường Dương Định Giang Hải Khánh Long Mỹ Ninh Phong Quang Sa Thái Thủy Tiến Trường Tuy Vân'.split(
    ' ',
  )
const LAST =
  'Ân Bản Chính Cốc Đức Điền Hạ Khê Lai Lương Mộc Ngọc Phước Quế Sen Thịnh Thượng Tín Trà Trạch Uyên Vượng Xá Ý'.split(
    ' ',
  )

/** Invented, and another for each place of a level: "Bình Châu", "Bình Châu Ân". */
function placeName(place: number): string {
  const first = FIRST[place % FIRST.length]
  const middle = MIDDLE[Math.floor(place / FIRST.length) % MIDDLE.length]
  const last = LAST[Math.floor(place / (FIRST.length * MIDDLE.length)) - 1]
  return [first, middle, last].filter(Boolean).join(' ')
}

/** "binh-chau-an.dong-giang.kim-bac": each unit lies in the one whose number it shares, modulo how many there are. */
function placePath(level: Level, place: number): string | null {
  const units = LEVELS.slice(1, LEVELS.indexOf(level) + 1).reverse()
  return units.map((unit) => slug(placeName(place % PLACES[unit]))).join('.') || null
}

const AIMS = ['tăng cường', 'đổi mới', 'nâng cao chất lượng', 'đẩy mạnh', 'triển khai', 'tiếp tục thực hiện']
const TOPICS =
  'công tác dân vận của chính quyền;cải cách hành chính nhà nước;phòng, chống tham nhũng, lãng phí;bảo vệ môi trường, xử lý rác thải;xây dựng nông thôn mới;chuyển đổi số trong cơ quan;chăm sóc người cao tuổi;giảm nghèo bền vững;phòng cháy, chữa cháy rừng;tiếp công dân, giải quyết khiếu nại;phát triển hợp tác xã nông nghiệp;bảo đảm trật tự, an toàn giao thông'.split(
    ';',
  )
const RANGES = [
  'trong tình hình mới',
  'trên địa bàn',
  'giai đoạn tới',
  'trong các cơ quan, đơn vị',
  'năm nay',
]

function titleOf(random: Random): string {
  return `${pick(AIMS, random)} ${pick(TOPICS, random)} ${pick(RANGES, random)}`
}

/** The world of a seed. @param instruments how many there are to be, 1,000 at least */
export function createWorld(seed: number, instruments: number): World {
  const sizes = Object.fromEntries(
    LEVELS.map((level) => [level, Math.round(instruments * SHARES[level])]),
  ) as Record<Level, number>
  const step = scatterStep(sizes.central)
  const dayOf = (level: Level, at: number) => Math.floor((at * DAYS) / sizes[level])
  return {
    seed,
    sizes,
    instrument: (level, at) => instrumentOf(seed, level, at, dayOf(level, at), sizes[level]),
    countOlder: (level, than) => Math.ceil((dayOf(than.level, than.at) * sizes[level]) / DAYS),
    atRank: (rank) => (rank * step + Math.floor(sizes.central / 3)) % sizes.central,
  }
}

function instrumentOf(seed: number, level: Level, at: number, day: number, size: number): Instrument {
  const random = randomOf(seed, LEVELS.indexOf(level) + LEVELS.length * at)
  const date = new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10)
  const unit = at % PLACES[level]
  const place = placePath(level, unit)
  const { type, issuer, number } = formOf(level, at, unit, size, random)
  const full = number(date.slice(0, 4))
  const key = formatKey({ number: full, date, place })
  return {
    level,
    at,
    key,
    type,
    number: full,
    date,
    issuer,
    title: titleOf(random),
    place,
    textHeld: random() < HELD[level],
  }
}

/** The centre's numbers begin anew each year, as they do; those of a place run on. */
function formOf(level: Level, at: number, unit: number, size: number, random: Random) {
  const forms = level === 'central' ? CENTRAL_FORMS : localForms(level, placeName(unit))
  const form = level === 'central' ? (forms[at % forms.length] as Form) : pick(forms, random)
  const round = Math.floor(at / (level === 'central' ? forms.length : PLACES[level]))
  const perYear = level === 'central' ? Math.ceil(size / YEARS / forms.length) : Number.POSITIVE_INFINITY
  const n = 1 + (perYear === Number.POSITIVE_INFINITY ? round : round % perYear)
  return { type: form.type, issuer: form.issuer, number: (year: string) => form.number(n, year) }
}
