import { describe, expect, test } from 'vitest'
import {
  type CandidateFacts,
  type MentionFacts,
  resolveMention,
  sharesWords,
} from '../../src/legal/identity.ts'

const mention: MentionFacts = {
  type: 'Nghị quyết',
  issuer: null,
  title: null,
  year: null,
  citedOn: null,
  numberContradicted: false,
  statedInDocument: [],
  placeholder: '25-NQ/TW',
}
const religion: CandidateFacts = {
  key: '25-NQ/TW@2003-03-12',
  type: 'Nghị quyết',
  date: '2003-03-12',
  issuer: 'Ban Chấp hành Trung ương khóa IX',
  title: 'về công tác tôn giáo',
}
const massWork: CandidateFacts = {
  key: '25-NQ/TW@2013-06-03',
  type: 'Nghị quyết',
  date: '2013-06-03',
  issuer: 'Ban Chấp hành Trung ương khóa XI',
  title: 'về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới',
}

describe('a mention without a date', () => {
  test('of a number that nobody bears waits on a placeholder', () => {
    expect(resolveMention(mention, [])).toMatchObject({ state: 'PENDING', key: '25-NQ/TW' })
  })

  test('of a number that one bears is that one', () => {
    expect(resolveMention(mention, [massWork])).toMatchObject({ state: 'RESOLVED', key: massWork.key })
  })

  test('of a number that several bear is not settled, and all are named', () => {
    const { state, key, candidates } = resolveMention(mention, [religion, massWork])
    expect({ state, key }).toEqual({ state: 'AMBIGUOUS', key: null })
    expect(candidates.map((candidate) => candidate.key).sort()).toEqual([religion.key, massWork.key])
  })

  test.each([
    ['its term', { issuer: 'Ban Chấp hành Trung ương Đảng khóa XI' }],
    ['its title', { title: 'về công tác dân vận trong tình hình mới của Đảng' }],
    ['its year', { year: 2013 }],
    ['what the same text states in full', { statedInDocument: [massWork.key] }],
  ])('is settled by %s', (_, facts) => {
    const resolution = resolveMention({ ...mention, ...facts }, [religion, massWork])
    expect(resolution).toMatchObject({ state: 'RESOLVED', key: massWork.key })
  })

  test('cannot mean what came after it', () => {
    const resolution = resolveMention({ ...mention, citedOn: '2010-01-01' }, [religion, massWork])
    expect(resolution).toMatchObject({ state: 'RESOLVED', key: religion.key })
  })

  test('never means the only bearer of its number where the titles are of different things', () => {
    const printing = { ...religion, key: '60/2014/NĐ-CP@2014-06-19', date: '2014-06-19', type: 'Nghị định' }
    const typo = {
      ...mention,
      type: 'Nghị định',
      title:
        'về việc thực hiện quy chế dân chủ trong hoạt động của cơ quan hành chính Nhà nước và đơn vị sự nghiệp công lập',
      placeholder: '60/2014/NĐ-CP',
    }
    const { state, key } = resolveMention(typo, [{ ...printing, title: 'quy định về hoạt động in' }])
    expect({ state, key }).toEqual({ state: 'CONTRADICTED', key: null })
  })

  test('is not contradicted by what is impossible anyway', () => {
    const later = { ...religion, key: '25-NQ/TW@2026-08-22', date: '2026-08-22' }
    const early = { ...mention, citedOn: '2021-12-01', title: 'về công tác dân vận trong tình hình mới' }
    expect(resolveMention(early, [later])).toMatchObject({ state: 'PENDING', key: '25-NQ/TW' })
  })

  test('knows terms of central Party organs only', () => {
    const province = { ...mention, issuer: 'Đảng bộ tỉnh khóa XIII' }
    expect(resolveMention(province, [massWork])).toMatchObject({ state: 'RESOLVED', key: massWork.key })
  })

  test('whose number contradicts itself means nothing', () => {
    const { state, key } = resolveMention({ ...mention, numberContradicted: true }, [massWork])
    expect({ state, key }).toEqual({ state: 'CONTRADICTED', key: null })
  })

  test('is resolved alike whatever the order of the candidates', () => {
    const there = resolveMention(mention, [religion, massWork])
    expect(resolveMention(mention, [massWork, religion])).toEqual(there)
  })
})

test.each([
  ['về công tác tôn giáo', 'về công tác dân vận trong tình hình mới', false],
  ['Thực hiện dân chủ ở cơ sở', 'thực hiện dân chủ cơ sở xã, phường, thị trấn', true],
  ['về công tác', 'về việc thực hiện', null],
])('titles %j and %j: %s', (a, b, expected) => expect(sharesWords(a, b)).toBe(expected))
