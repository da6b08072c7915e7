// What the names of relations, statuses, events, warnings and gaps are called by people: Vietnamese, English.

import type { Relation } from '../citation/types.ts'
import type { Level } from './level.ts'
import type { EventKind } from './records.ts'
import type { StatusValue, StatusWarning } from './status.ts'

/** Vietnamese, English. */
export type Words = readonly [vi: string, en: string]
export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The word in one language. */
export function wordIn(language: Language, [vi, en]: Words): string {
  return language === 'vi' ? vi : en
}

/** What the citing instrument does to the cited one. */
export const RELATION_WORDS: Readonly<Record<Relation, Words>> = {
  BASED_ON: ['căn cứ', 'based on'],
  IMPLEMENTS: ['thực hiện', 'implements'],
  CONTINUES: ['tiếp tục thực hiện', 'continues'],
  REVIEWS: ['sơ kết, tổng kết', 'reviews'],
  AMENDS: ['sửa đổi, bổ sung', 'amends'],
  REPLACES: ['thay thế', 'replaces'],
  REPEALS: ['bãi bỏ', 'repeals'],
  SUSPENDS: ['đình chỉ', 'suspends'],
  CORRECTS: ['đính chính', 'corrects'],
  GUIDES: ['hướng dẫn', 'guides'],
  PROMULGATES: ['ban hành', 'promulgates'],
  PROPOSED_BY: ['theo đề nghị tại', 'proposed by'],
  COORDINATES: ['phối hợp', 'coordinates with'],
  ACCORDING_TO: ['theo', 'according to'],
  CITES: ['nhắc đến', 'cites'],
}

export const STATUS_WORDS: Readonly<Record<StatusValue, Words>> = {
  NOT_YET_IN_FORCE: ['chưa có hiệu lực', 'not yet in force'],
  NO_KNOWN_CHANGE: ['chưa thấy thay đổi nào', 'no change is known'],
  AMENDED: ['đã được sửa đổi, bổ sung', 'amended'],
  CONTINUED: ['được tiếp tục thực hiện', 'continued'],
  PARTLY_REPEALED: ['bị bãi bỏ một phần', 'repealed in part'],
  SUSPENDED: ['bị đình chỉ', 'suspended'],
  REPLACED: ['đã bị thay thế', 'replaced'],
  REPEALED: ['đã bị bãi bỏ', 'repealed'],
  EXPIRED: ['đã hết hiệu lực', 'expired'],
  SPENT: ['đã hết thời gian thực hiện', 'spent by its own period'],
  SUPERSEDED_IN_SUBSTANCE: ['nội dung đã được văn bản khác thay', 'superseded in substance'],
  CONFLICT: ['các nguồn mâu thuẫn', 'sources contradict each other'],
  UNKNOWN: ['không rõ', 'not known'],
}

export const EVENT_WORDS: Readonly<Record<EventKind, Words>> = {
  ENTERED_INTO_FORCE: ['có hiệu lực', 'entered into force'],
  AMENDED: ['được sửa đổi, bổ sung', 'amended'],
  CONTINUED: ['được tiếp tục thực hiện', 'continued'],
  PARTLY_REPEALED: ['bị bãi bỏ một phần', 'repealed in part'],
  SUSPENDED: ['bị đình chỉ', 'suspended'],
  REPLACED: ['bị thay thế', 'replaced'],
  REPEALED: ['bị bãi bỏ', 'repealed'],
  EXPIRED: ['hết hiệu lực', 'expired'],
  SPENT: ['hết thời gian thực hiện', 'spent'],
  SUPERSEDED_IN_SUBSTANCE: ['nội dung được văn bản khác thay', 'superseded in substance'],
  REINSTATED: ['có hiệu lực trở lại', 'back in force'],
  UNRESOLVED: ['chưa rõ tình trạng', 'left open by its source'],
  NUMBER_COLLISION: ['số trùng với văn bản khác', 'number shared with others'],
}

export const WARNING_WORDS: Readonly<Record<StatusWarning, Words>> = {
  NUMBER_HAS_SEVERAL_INSTRUMENTS: ['có nhiều văn bản cùng số này', 'several instruments bear this number'],
  DATE_NOT_KNOWN: ['không rõ ngày xảy ra', 'the day is not known'],
  FURTHER_EVENTS: ['còn có thay đổi khác', 'there were further changes'],
  AMENDER_ENDED: ['văn bản sửa đổi nó đã hết hiệu lực', 'what amended it has itself ended'],
  PARENT_ENDED: [
    'văn bản mà nó hướng dẫn đã hết hiệu lực: cần rà soát',
    'what it guides has ended: for review, it does not fall with it',
  ],
  ISSUER_GONE: ['cơ quan ban hành không còn', 'its issuer is no more; that alone does not end it'],
  DISTRICT_AFTER_REFORM: [
    'ghi là của cấp huyện, nhưng từ 01/7/2025 không còn cấp huyện: ngày hoặc cơ quan sai',
    'a district’s, but dated when there were no districts: date or issuer is wrong',
  ],
  BLANKET_REPEAL_IGNORED: ['lời bãi bỏ chung chung không được tính', 'words of blanket repeal were left out'],
  CONTINUED_BY_CONCLUSION: ['được một kết luận tiếp tục', 'kept alive by a conclusion'],
  SPENT_BY_OWN_PERIOD: ['đã qua thời kỳ nêu trong tên gọi', 'the period that its title names is over'],
  CITING_DATE_NOT_KNOWN: [
    'văn bản viện dẫn không ghi ngày: xét vào ngày mới nhất mà nó nhắc đến',
    'the citing text has no date: judged on the latest date that it cites',
  ],
}

/** Why a trace breaks off. */
export type GapReason = 'TEXT_NOT_HELD' | 'AMBIGUOUS' | 'PENDING' | 'CONTRADICTED'
export const GAP_WORDS: Readonly<Record<GapReason, Words>> = {
  TEXT_NOT_HELD: ['chưa có toàn văn', 'its text is not held'],
  AMBIGUOUS: ['ứng với nhiều văn bản', 'fits several instruments'],
  PENDING: ['chưa có trong dữ liệu', 'not in the data'],
  CONTRADICTED: ['lời văn tự mâu thuẫn', 'the words contradict themselves'],
}

export const LEVEL_WORDS: Readonly<Record<Level, Words>> = {
  central: ['Trung ương', 'Central'],
  province: ['Tỉnh', 'Province'],
  district: ['Huyện', 'District'],
  commune: ['Xã', 'Commune'],
}

/** "03/6/2013", as offices write it: the month padded only below 3; "3 June 2013". A year alone stays one. */
export function dayIn(language: Language, iso: string): string {
  const [year = '', month, day] = iso.split('-')
  if (!month || !day) return year
  if (language === 'vi') return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`
  const date = new Date(`${iso}T00:00:00Z`)
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}
