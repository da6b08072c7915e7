import { describe, expect, test } from 'vitest'
import {
  type CandidateFacts,
  type MentionFacts,
  resolveMention,
  type StatedFacts,
  settleStated,
  sharesWords,
} from '../../src/legal/identity.ts'

const mention: MentionFacts = {
  type: 'Nghị quyết',
  issuer: null,
  title: null,
  year: null,
  citedOn: null,
  citedFrom: null,
  byName: false,
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
  effective: null,
}
const massWork: CandidateFacts = {
  key: '25-NQ/TW@2013-06-03',
  type: 'Nghị quyết',
  date: '2013-06-03',
  issuer: 'Ban Chấp hành Trung ương khóa XI',
  title: 'về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới',
  effective: null,
}

describe('a mention without a date', () => {
  test('of a number that nobody bears waits on a placeholder', () => {
    expect(resolveMention(mention, [])).toMatchObject({ state: 'PENDING', key: '25-NQ/TW' })
  })

  test('of a number that one bears is that one', () => {
    expect(resolveMention(mention, [massWork])).toMatchObject({ state: 'RESOLVED', key: massWork.key })
  })

  test.each([
    ['in the same term', '2014-05-05', 'RESOLVED'],
    ['a term later', '2023-05-05', 'AMBIGUOUS'],
  ])('of a number that restarts, cited %s, is the only known one: %s', (_, citedOn, state) => {
    expect(resolveMention({ ...mention, citedOn }, [massWork])).toMatchObject({ state })
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

  test.each([
    ['year', { year: 2003 }],
    ['term', { issuer: 'Ban Chấp hành Trung ương khóa IX' }],
  ])('of another %s than what the same text states in full is another', (_, facts) => {
    const apart = { ...mention, ...facts, statedInDocument: [massWork.key] }
    expect(resolveMention(apart, [massWork]).key).toBe('25-NQ/TW')
    expect(resolveMention(apart, [religion, massWork]).key).toBe(religion.key)
  })

  test('is no law that the same text states in full where it is a resolution of that number', () => {
    const law = { ...massWork, key: '18/2008/QH12@2008-06-03', date: '2008-06-03', type: 'Luật', title: null }
    const resolution = { ...law, key: '18/2008/QH12~NQ@2008-06-03', type: 'Nghị quyết' }
    const cited = { ...mention, placeholder: '18/2008/QH12~NQ', statedInDocument: [law.key] }
    expect(resolveMention(cited, [law]).key).toBe('18/2008/QH12~NQ')
    expect(resolveMention(cited, [law, resolution]).key).toBe(resolution.key)
  })

  test('cannot mean what came after it', () => {
    const resolution = resolveMention({ ...mention, citedOn: '2005-01-01' }, [religion, massWork])
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
  ['về dân chủ ở cơ sở', 'về thực hiện dân chủ ở cơ sở', true],
  ['về bảo vệ môi trường ở nông thôn', 'về thực hiện Quy chế dân chủ ở cơ sở', false],
  ['về chống tham nhũng giai đoạn 2021 - 2025', 'về nông thôn mới giai đoạn 2021 - 2025', false],
  [
    'về phòng, chống ma túy trên địa bàn tỉnh',
    'về chuyển đổi số, đô thị thông minh trên địa bàn tỉnh',
    false,
  ],
])('titles %j and %j: %s', (a, b, expected) => expect(sharesWords(a, b)).toBe(expected))

const law = (
  number: string,
  date: string,
  effective: string | null,
  title = 'Luật Đất đai',
): CandidateFacts => ({
  key: `${number}@${date}`,
  type: 'Luật',
  date,
  issuer: 'Quốc hội',
  title,
  effective,
})
const land2003 = law('13/2003/QH11', '2003-11-26', '2004-07-01')
const land2013 = law('45/2013/QH13', '2013-11-29', '2014-07-01')
const land2024 = law('31/2024/QH15', '2024-01-18', '2024-08-01')

describe('a law cited by its name', () => {
  const named: MentionFacts = { ...mention, type: 'Luật', byName: true, placeholder: 'Luật Đất đai' }
  const known = [land2024, land2003, land2013]

  test.each([
    ['2010-05-05', land2003.key],
    ['2020-05-05', land2013.key],
    ['2025-05-05', land2024.key],
  ])('on %s is %s', (citedOn, key) => {
    expect(resolveMention({ ...named, citedOn }, known)).toMatchObject({ state: 'RESOLVED', key })
  })

  test('between enactment and first day in force may be the old or the new one', () => {
    const { state, candidates } = resolveMention({ ...named, citedOn: '2024-03-01' }, known)
    expect(state).toBe('AMBIGUOUS')
    expect(candidates.map(({ key }) => key).sort()).toEqual([land2024.key, land2013.key].sort())
  })

  test('is not the only known one where that came later, and that is said', () => {
    const resolution = resolveMention({ ...named, citedOn: '2020-05-05' }, [land2024])
    expect(resolution).toMatchObject({ state: 'PENDING', key: 'Luật Đất đai' })
    expect(resolution.reasons).toContain('ONLY_OTHERS_OF_NAME_KNOWN')
  })

  test('with its year is the one of that year', () => {
    expect(resolveMention({ ...named, year: 2013 }, known)).toMatchObject({ key: land2013.key })
  })

  test('in a text without a date may be any, save what is older than what the text cites', () => {
    expect(resolveMention(named, known).state).toBe('AMBIGUOUS')
    expect(resolveMention({ ...named, citedFrom: '2025-01-01' }, known)).toMatchObject({ key: land2024.key })
    const open = resolveMention({ ...named, citedFrom: '2020-01-01' }, known)
    expect(open.candidates.map(({ key }) => key).sort()).toEqual([land2024.key, land2013.key].sort())
  })

  test('of another year than the one that the same text states in full is not that one', () => {
    const older = { ...named, year: 2003, statedInDocument: [land2013.key] }
    expect(resolveMention(older, [land2013]).state).toBe('PENDING')
    expect(resolveMention(older, known).key).toBe(land2003.key)
  })

  test('is the one that the same text states in full', () => {
    const statedInDocument = [land2003.key]
    expect(resolveMention({ ...named, citedOn: '2025-05-05', statedInDocument }, known)).toMatchObject({
      key: land2003.key,
    })
  })
})

describe('a mention that states number and date', () => {
  const stated = (number: string | null, date: string, more: Partial<StatedFacts> = {}): StatedFacts => {
    const key = `${number ?? 'Luật Đất đai'}@${date}`
    return { key, number, date, type: null, issuer: null, title: null, ...more }
  }

  test('of which no table knows is what its words say', () => {
    const resolution = settleStated(stated('45/2013/QH13', '2013-11-29'), [])
    expect(resolution).toMatchObject({ state: 'RESOLVED', key: land2013.key, reasons: ['NUMBER_AND_DATE'] })
  })

  test('that a table knows as well is that one', () => {
    expect(settleStated(stated('45/2013/QH13', '2013-11-29'), [land2013]).reasons).toContain(
      'KNOWN_FROM_TABLE',
    )
  })

  test.each([
    ['one slip of the hand away', '2013-12-29', null],
    ['under the same title', '2014-01-02', 'Luật Đất đai sửa đổi về thu hồi đất'],
  ])('of a normative number under another date, %s, is flagged', (_, date, title) => {
    const known = { ...land2013, title: 'Luật Đất đai về thu hồi đất' }
    const resolution = settleStated(stated('45/2013/QH13', date, { type: 'Luật', title }), [known])
    expect(resolution).toMatchObject({ state: 'RESOLVED', key: land2013.key })
    expect(resolution.reasons).toContain('DATE_DIFFERS')
  })

  test.each([
    ['far from its own', '2014-02-02', null],
    ['of another subject', '2013-12-29', 'về tổ chức chính quyền địa phương'],
  ])('of a normative number under a date %s contradicts the table; both are shown', (_, date, title) => {
    const known = { ...land2013, title: 'Luật Đất đai về thu hồi đất' }
    const resolution = settleStated(stated('45/2013/QH13', date, { type: 'Luật', title }), [known])
    expect(resolution).toMatchObject({ state: 'CONTRADICTED', key: null, reasons: ['DATE_DIFFERS'] })
    expect(resolution.candidates.map(({ key }) => key)).toEqual([land2013.key])
  })

  test('of a number that restarts every year is another instrument', () => {
    const directive = {
      ...religion,
      key: '33/CT-TTg@2021-11-26',
      date: '2021-11-26',
      type: 'Chỉ thị',
      title: null,
    }
    const other = stated('33/CT-TTg', '2025-11-06', { type: 'Chỉ thị' })
    expect(settleStated(other, [directive])).toMatchObject({ state: 'RESOLVED', key: '33/CT-TTg@2025-11-06' })
  })

  test('of a Party number under another date of one term contradicts the table where the titles agree', () => {
    const title = 'tăng cường và đổi mới sự lãnh đạo đối với công tác dân vận trong tình hình mới'
    const slip = stated('25-NQ/TW', '2013-06-13', { type: 'Nghị quyết', title })
    expect(settleStated(slip, [massWork, religion])).toMatchObject({ state: 'CONTRADICTED', key: null })
    const untitled = stated('25-NQ/TW', '2013-06-13', { type: 'Nghị quyết' })
    expect(settleStated(untitled, [massWork])).toMatchObject({
      state: 'RESOLVED',
      key: '25-NQ/TW@2013-06-13',
    })
  })

  test('of a resolution is not the law of the same number and day', () => {
    const atom = law('18/2008/QH12', '2008-06-03', null, 'Luật Năng lượng nguyên tử')
    const resolution = { ...atom, key: '18/2008/QH12~NQ@2008-06-03', type: 'Nghị quyết', title: null }
    const both = [atom, resolution]
    const says = (type: string | null, key = atom.key) =>
      settleStated(stated('18/2008/QH12', '2008-06-03', { type, key }), both)
    expect(says('Luật')).toMatchObject({ state: 'RESOLVED', key: atom.key })
    expect(says('Nghị quyết', resolution.key)).toMatchObject({ state: 'RESOLVED', key: resolution.key })
    expect(says(null)).toMatchObject({ state: 'AMBIGUOUS', key: null })
  })

  test('of which a table knows the year alone is that one', () => {
    const doubtful = { ...land2013, key: '106/2018/TT-BTC@2018', date: '2018', type: 'Thông tư', title: null }
    expect(settleStated(stated('106/2018/TT-BTC', '2018-11-15'), [doubtful])).toMatchObject({
      key: doubtful.key,
    })
  })

  test('by name and date is the numbered law of that name and date', () => {
    expect(settleStated(stated(null, '2013-11-29', { type: 'Luật' }), [land2003, land2013])).toMatchObject({
      state: 'RESOLVED',
      key: land2013.key,
    })
  })
})
