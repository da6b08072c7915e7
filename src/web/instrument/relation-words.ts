// Relations in the words of the legal portals' diagrams: what the instrument does, and what is done to it.

import type { Relation } from '../../citation/types.ts'
import type { Words } from '../../legal/words.ts'

/** Heading over the instruments that this one does it to; heading over those that do it to this one. */
export const RELATION_HEADINGS: Readonly<Record<Relation, readonly [cited: Words, citing: Words]>> = {
  BASED_ON: [
    ['Văn bản được căn cứ', 'Based on'],
    ['Văn bản căn cứ vào văn bản này', 'Based on it'],
  ],
  IMPLEMENTS: [
    ['Văn bản được thực hiện', 'Implements'],
    ['Văn bản thực hiện văn bản này', 'Implementing it'],
  ],
  CONTINUES: [
    ['Văn bản được tiếp tục thực hiện', 'Continues'],
    ['Văn bản tiếp tục thực hiện văn bản này', 'Continuing it'],
  ],
  REVIEWS: [
    ['Văn bản được sơ kết, tổng kết', 'Reviews'],
    ['Văn bản sơ kết, tổng kết văn bản này', 'Reviewing it'],
  ],
  AMENDS: [
    ['Văn bản bị sửa đổi, bổ sung', 'Amends'],
    ['Văn bản sửa đổi, bổ sung văn bản này', 'Amending it'],
  ],
  REPLACES: [
    ['Văn bản bị thay thế', 'Replaces'],
    ['Văn bản thay thế văn bản này', 'Replacing it'],
  ],
  REPEALS: [
    ['Văn bản bị bãi bỏ (hết hiệu lực)', 'Repeals'],
    ['Văn bản bãi bỏ văn bản này', 'Repealing it'],
  ],
  SUSPENDS: [
    ['Văn bản bị đình chỉ', 'Suspends'],
    ['Văn bản đình chỉ văn bản này', 'Suspending it'],
  ],
  CORRECTS: [
    ['Văn bản được đính chính', 'Corrects'],
    ['Văn bản đính chính văn bản này', 'Correcting it'],
  ],
  GUIDES: [
    ['Văn bản được hướng dẫn', 'Guides'],
    ['Văn bản hướng dẫn văn bản này', 'Guiding it'],
  ],
  PROMULGATES: [
    ['Văn bản được ban hành kèm theo', 'Promulgates'],
    ['Văn bản ban hành văn bản này', 'Promulgating it'],
  ],
  PROPOSED_BY: [
    ['Văn bản đề nghị', 'Proposed by'],
    ['Văn bản ban hành theo đề nghị của văn bản này', 'Issued at its proposal'],
  ],
  COORDINATES: [
    ['Văn bản về phối hợp', 'Coordinates with'],
    ['Văn bản phối hợp với văn bản này', 'Coordinating with it'],
  ],
  ACCORDING_TO: [
    ['Văn bản được làm theo', 'According to'],
    ['Văn bản làm theo văn bản này', 'According to it'],
  ],
  CITES: [
    ['Văn bản được viện dẫn', 'Refers to'],
    ['Văn bản viện dẫn văn bản này', 'Referring to it'],
  ],
}

/** The relation told from the cited instrument's side: "A … B", where B does it to A. */
export const TURNED_WORDS: Readonly<Record<Relation, Words>> = {
  BASED_ON: ['là căn cứ của', 'is the basis of'],
  IMPLEMENTS: ['được thực hiện bởi', 'is implemented by'],
  CONTINUES: ['được tiếp tục thực hiện bởi', 'is continued by'],
  REVIEWS: ['được sơ kết, tổng kết bởi', 'is reviewed by'],
  AMENDS: ['được sửa đổi, bổ sung bởi', 'is amended by'],
  REPLACES: ['bị thay thế bởi', 'is replaced by'],
  REPEALS: ['bị bãi bỏ bởi', 'is repealed by'],
  SUSPENDS: ['bị đình chỉ bởi', 'is suspended by'],
  CORRECTS: ['được đính chính bởi', 'is corrected by'],
  GUIDES: ['được hướng dẫn bởi', 'is guided by'],
  PROMULGATES: ['được ban hành bởi', 'is promulgated by'],
  PROPOSED_BY: ['được lấy làm đề nghị bởi', 'is the proposal behind'],
  COORDINATES: ['được phối hợp bởi', 'is coordinated with by'],
  ACCORDING_TO: ['được làm theo bởi', 'is followed by'],
  CITES: ['được nhắc đến trong', 'is cited in'],
}
