import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CandidateFacts } from '../../src/legal/identity.ts'
import { nearNumbers, type OpenMention, suggestionsFor } from '../../src/legal/suggestion.ts'

describe('numbers one slip away', () => {
  test.each([
    ['60/2014/NĐ-CP', '60/2013/NĐ-CP'],
    ['34/2017/PL-UBTVQH11', '34/2007/PL-UBTVQH11'],
    ['52-NQ/TW', '25-NQ/TW'],
    ['61/CT-TTg', '16/CT-TTg'],
  ])('%s may be %s', (number, meant) => expect(nearNumbers(number)).toContain(meant))

  test('of a name there are none', () => expect(nearNumbers('Luật Đất đai')).toEqual([]))

  test('are few, and never the number itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(99_999), (symbol, count) => {
        const number = `${count}/2014/${symbol}`
        const near = nearNumbers(number)
        expect(near.length).toBeLessThanOrEqual(150)
        expect(near).not.toContain(number)
      }),
    )
  })
})

describe('what was probably meant', () => {
  const mention: OpenMention = {
    number: '60/2014/NĐ-CP',
    type: 'Nghị định',
    title: 'về việc thực hiện quy chế dân chủ trong hoạt động của cơ quan hành chính',
    place: null,
    citedOn: '2022-03-01',
    numberContradicted: false,
    otherDate: null,
  }
  const meant: CandidateFacts = {
    key: '60/2013/NĐ-CP@2013-06-19',
    type: 'Nghị định',
    date: '2013-06-19',
    issuer: 'Chính phủ',
    title: 'quy định chi tiết Bộ luật Lao động về thực hiện quy chế dân chủ ở cơ sở tại nơi làm việc',
    effective: null,
  }

  test('is of the same type and subject', () => {
    expect(suggestionsFor(mention, [meant]).map(({ key }) => key)).toEqual([meant.key])
    expect(suggestionsFor(mention, [{ ...meant, type: 'Thông tư' }])).toEqual([])
    expect(suggestionsFor(mention, [{ ...meant, title: 'về chứng minh nhân dân và căn cước' }])).toEqual([])
  })

  test('is no other decree of the same opening words', () => {
    const decree = (title: string) => ({
      ...meant,
      key: '61/2014/NĐ-CP@2014-06-19',
      date: '2014-06-19',
      title,
    })
    const detailing = { ...mention, title: 'quy định chi tiết thi hành một số điều của Luật Đất đai' }
    const other = decree('quy định chi tiết và biện pháp thi hành một số điều của Luật Công đoàn')
    expect(suggestionsFor(detailing, [other])).toEqual([])
    expect(suggestionsFor(detailing, [decree('quy định chi tiết Luật Đất đai về giá đất')])).toHaveLength(1)
  })

  test('is what bears the very date, where one does', () => {
    const other = { ...meant, key: '61/2014/NĐ-CP@2014-06-20', date: '2014-06-20' }
    expect(
      suggestionsFor({ ...mention, otherDate: '2013-06-19' }, [meant, other]).map(({ key }) => key),
    ).toEqual([meant.key])
  })

  test('is not guessed without a subject, nor later than the text', () => {
    expect(suggestionsFor({ ...mention, title: null }, [meant])).toEqual([])
    expect(suggestionsFor({ ...mention, citedOn: '2012-01-01' }, [meant])).toEqual([])
  })
})
