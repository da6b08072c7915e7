// Small texts of offices that exist nowhere, the same for each seed. Few numbers, several instruments to each, often
// cited without date or title: what one of them means depends on which others are there.

import { pick, type Random, randomOf } from '../../bench/graph/random.ts'
import type { InstrumentFacts } from '../../src/legal/records.ts'

interface Form {
  readonly type: string
  readonly number: string
  readonly issuer: string
  /** Each is another instrument. */
  readonly dates: readonly string[]
  readonly titles: readonly string[]
}

const TITLES = [
  'về tăng cường công tác dân vận của chính quyền',
  'về bảo vệ rừng và phòng cháy, chữa cháy rừng',
  'về cải cách thủ tục hành chính, chuyển đổi số',
]

const FORMS: readonly Form[] = [
  {
    ...{ type: 'Nghị quyết', number: '91-NQ/TW', issuer: 'Ban Chấp hành Trung ương' },
    ...{ dates: ['2003-03-12', '2013-06-03'], titles: TITLES },
  },
  {
    ...{ type: 'Kết luận', number: '92-KL/TW', issuer: 'Ban Bí thư' },
    ...{ dates: ['2012-02-02', '2019-01-07'], titles: TITLES },
  },
  {
    ...{ type: 'Chỉ thị', number: '93/CT-TTg', issuer: 'Thủ tướng Chính phủ' },
    ...{ dates: ['2011-11-26', '2021-11-26'], titles: TITLES },
  },
  {
    ...{ type: 'Nghị định', number: '94/2015/NĐ-CP', issuer: 'Chính phủ' },
    ...{ dates: ['2015-01-09'], titles: TITLES.slice(0, 2) },
  },
  {
    ...{ type: 'Luật', number: '95/2014/QH13', issuer: 'Quốc hội' },
    ...{ dates: ['2014-06-19'], titles: TITLES.slice(1) },
  },
  {
    ...{ type: 'Quyết định', number: '96/QĐ-UBND', issuer: 'UBND tỉnh Lam Sa' },
    ...{ dates: ['2018-04-04', '2020-05-05'], titles: TITLES },
  },
  {
    ...{ type: 'Kế hoạch', number: '97/KH-UBND', issuer: 'UBND huyện Mộc Hà' },
    ...{ dates: ['2019-09-09', '2022-02-02'], titles: TITLES },
  },
]

/** The instruments of the centre among those that the texts cite, as a table would name them. */
export function madeUpInstruments(): InstrumentFacts[] {
  const central = FORMS.filter(({ issuer }) => !issuer.startsWith('UBND'))
  return central.flatMap(({ dates, titles, ...named }) =>
    dates.map((date, i) => ({ ...named, date, key: `${named.number}@${date}`, title: titles[i] ?? null })),
  )
}

const CUES = ['Căn cứ', 'Thực hiện', 'Theo', 'Thay thế']
const MOST_CITATIONS = 6

/** A text of the seed's series, with a letterhead that often makes it one of the instruments that others cite. */
export function madeUpText(seed: number, member: number): string {
  const random = randomOf(seed, member)
  const lines = Array.from({ length: 1 + Math.floor(random() * MOST_CITATIONS) }, () => citing(random))
  return `${random() < 0.6 ? letterhead(random, member) : ''}${lines.join('\n\n')}\n\nVăn bản hư cấu số thứ tự ${member}.\n`
}

function letterhead(random: Random, member: number): string {
  const [year, month, day] = pick(['2019-09-09', '2022-02-02', '2023-03-03'], random).split('-')
  const number = random() < 0.2 ? '97/KH-UBND' : `${100 + member}/KH-UBND`
  return `ỦY BAN NHÂN DÂN\nHUYỆN MỘC HÀ\n\nSố: ${number}\n\nMộc Hà, ngày ${day} tháng ${month} năm ${year}\n\nKẾ HOẠCH\n${pick(TITLES, random)}\n\n`
}

function citing(random: Random): string {
  const form = pick(FORMS, random)
  const inner = random() < 0.2 ? ` về tiếp tục thực hiện ${named(pick(FORMS, random), random)}` : ''
  const about = inner || (random() < 0.4 ? ` ${pick(form.titles, random)}` : '')
  return `${pick(CUES, random)} ${named(form, random)}${about};`
}

function named({ type, number, issuer, dates }: Form, random: Random): string {
  const [year, month, day] = pick(dates, random).split('-')
  const date = random() < 0.5 ? ` ngày ${day}/${month}/${year}` : ''
  const spelt = random() < 0.2 ? issuer.toUpperCase() : issuer
  return `${type} số ${number}${date}${random() < 0.8 ? ` của ${spelt}` : ''}`
}
