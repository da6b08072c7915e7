// Relations in the words of the legal portals' diagrams: what the instrument does, and what is done to it.

import type { Relation } from '../../citation/types.ts'
import type { Words } from '../../legal/words.ts'

/** Heading over the instruments that this one does it to; heading over those that do it to this one. */
export const RELATION_HEADINGS: Readonly<Record<Relation, readonly [cited: Words, citing: Words]>> = {
  BASED_ON: [
    ['Văn bản được căn cứ', 'Based on'],
    ['Văn bản căn cứ vào nó', 'Based on it'],
  ],
  IMPLEMENTS: [
    ['Văn bản được thực hiện', 'Implements'],
    ['Văn bản thực hiện nó', 'Implementing it'],
  ],
  CONTINUES: [
    ['Văn bản được tiếp tục thực hiện', 'Continues'],
    ['Văn bản tiếp tục thực hiện nó', 'Continuing it'],
  ],
  REVIEWS: [
    ['Văn bản được sơ kết, tổng kết', 'Reviews'],
    ['Văn bản sơ kết, tổng kết nó', 'Reviewing it'],
  ],
  AMENDS: [
    ['Văn bản bị sửa đổi, bổ sung', 'Amends'],
    ['Văn bản sửa đổi, bổ sung nó', 'Amending it'],
  ],
  REPLACES: [
    ['Văn bản bị thay thế', 'Replaces'],
    ['Văn bản thay thế nó', 'Replacing it'],
  ],
  REPEALS: [
    ['Văn bản bị bãi bỏ (hết hiệu lực)', 'Repeals'],
    ['Văn bản bãi bỏ nó', 'Repealing it'],
  ],
  SUSPENDS: [
    ['Văn bản bị đình chỉ', 'Suspends'],
    ['Văn bản đình chỉ nó', 'Suspending it'],
  ],
  CORRECTS: [
    ['Văn bản được đính chính', 'Corrects'],
    ['Văn bản đính chính nó', 'Correcting it'],
  ],
  GUIDES: [
    ['Văn bản được hướng dẫn', 'Guides'],
    ['Văn bản hướng dẫn nó', 'Guiding it'],
  ],
  PROMULGATES: [
    ['Văn bản được ban hành kèm theo', 'Promulgates'],
    ['Văn bản ban hành nó', 'Promulgating it'],
  ],
  PROPOSED_BY: [
    ['Văn bản đề nghị', 'Proposed by'],
    ['Văn bản ban hành theo đề nghị của nó', 'Issued at its proposal'],
  ],
  COORDINATES: [
    ['Văn bản về phối hợp', 'Coordinates with'],
    ['Văn bản phối hợp với nó', 'Coordinating with it'],
  ],
  ACCORDING_TO: [
    ['Văn bản được làm theo', 'According to'],
    ['Văn bản làm theo nó', 'According to it'],
  ],
  CITES: [
    ['Văn bản được dẫn chiếu', 'Refers to'],
    ['Văn bản dẫn chiếu nó', 'Referring to it'],
  ],
}
