// What the reader is unsure of is told in words, whatever it is.

import { expect, test } from 'vitest'
import { FLAGS } from '../../../src/citation/types.ts'
import { conclusionsIn, doubtsIn } from '../../../src/web/check/reasons.ts'

/** What is taken from the neighbour in a list: read, and not doubted. */
const SHARED = ['ISSUER_SHARED', 'TITLE_SHARED', 'CUE_CARRIED']

test.each(FLAGS.filter((flag) => !SHARED.includes(flag)))('%s has words', (flag) => {
  for (const language of ['vi', 'en'] as const)
    expect(conclusionsIn(language, [flag]) + doubtsIn(language, [flag]).join()).not.toBe('')
})
