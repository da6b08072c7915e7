// Each kind of damage is repaired; sound texts stay as they are; nothing throws and offsets lead back.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodingTable } from '../../../src/citation/text-layer/encoding-tables.ts'
import { repairTextLayer } from '../../../src/citation/text-layer/index.ts'

/** Written for these tests: a plan as communes write them. */
const SOUND = `Căn cứ Quyết định số 12-QĐ/TU ngày 05/3/2021 của Ban Thường vụ Tỉnh ủy về việc ban hành quy chế làm việc của các cơ quan, đơn vị; theo đề nghị của Văn phòng Ủy ban nhân dân xã.
Ủy ban nhân dân xã xây dựng kế hoạch thực hiện công tác cải cách hành chính năm 2022 như sau:
1. Mục đích, yêu cầu
Nâng cao nhận thức, trách nhiệm của người đứng đầu các cơ quan, đơn vị trong việc tổ chức thực hiện nhiệm vụ được giao; tăng cường kỷ luật, kỷ cương hành chính; tiếp tục đổi mới phương thức hoạt động, phục vụ nhân dân ngày càng tốt hơn.
2. Nội dung
Thường xuyên rà soát các quy định của pháp luật, đề xuất sửa đổi, bổ sung kịp thời những quy định không còn phù hợp với tình hình thực tế của địa phương; phối hợp với các tổ chức chính trị - xã hội tuyên truyền, phổ biến đến cán bộ, công chức, viên chức và người lao động.
`

interface Fixture {
  readonly kind: string
  readonly damaged: string
  readonly repaired: string
}

const FIXTURES: readonly Fixture[] = [
  {
    kind: 'LETTERS_BLANKED',
    damaged:
      'Quyết  ịnh số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị; Kết luận của Ban Bí th  Trung  ơng Đảng',
    repaired:
      'Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị; Kết luận của Ban Bí thư Trung ương Đảng',
  },
  {
    kind: 'LETTERS_BLANKED',
    damaged:
      'Nghị  ịnh số 04/2015/N -CP của Chính phủ; Nghị quyết của H ND huyện về thực hiện Quyết  ịnh số 5/Q -UBND',
    repaired:
      'Nghị định số 04/2015/NĐ-CP của Chính phủ; Nghị quyết của HĐND huyện về thực hiện Quyết định số 5/QĐ-UBND',
  },
  {
    kind: 'LETTERS_SIGNED',
    damaged: 'Quy?t ??nh s? 217-Q?/TW c?a B? Chính tr? v? vi?c ban hành Quy ch? giám sát',
    repaired: 'Quyết định số 217-QĐ/TW của Bộ Chính trị về việc ban hành Quy chế giám sát',
  },
  {
    kind: 'LETTERS_SIGNED',
    damaged:
      'Quyết \ufffdịnh của Thủ t\ufffdớng Chính phủ về tăng c\ufffdờng công tác dân vận trong tình hình mới',
    repaired: 'Quyết định của Thủ tướng Chính phủ về tăng cường công tác dân vận trong tình hình mới',
  },
  {
    kind: 'VNI',
    damaged: 'Quyeát ñònh soá 12/QÑ-UBND cuûa UÛy ban nhaân daân tænh, caùc cô quan nhaø nöôùc',
    repaired: 'Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh, các cơ quan nhà nước',
  },
  {
    kind: 'TCVN3',
    damaged: 'QuyÕt ®Þnh sè 217-Q§/TW cña Bé ChÝnh trÞ, c¸c c¬ quan nhµ n\u00adíc',
    repaired: 'Quyết định số 217-QĐ/TW của Bộ Chính trị, các cơ quan nhà nước',
  },
  {
    kind: 'UTF8_AS_LATIN1',
    damaged: 'Quyáº¿t Ä‘á»‹nh sá»‘ 217 cá»§a Bá»™ ChÃ\u00adnh trá»‹',
    repaired: 'Quyết định số 217 của Bộ Chính trị',
  },
  { kind: 'DECOMPOSED', damaged: 'Quyết định'.normalize('NFD'), repaired: 'Quyết định' },
  { kind: 'LOOK_ALIKE', damaged: '213-QÐ/TW', repaired: '213-QĐ/TW' },
  { kind: 'INVISIBLE', damaged: 'Nghị\u200b quy\u00adết', repaired: 'Nghị quyết' },
  { kind: 'ODD_SPACE', damaged: 'Nghị\u00a0quyết số\u202f5', repaired: 'Nghị quyết số 5' },
  { kind: 'LIGATURE', damaged: 'ﬁle ﬂuor', repaired: 'file fluor' },
  { kind: 'PRIVATE_USE', damaged: '\uf0b7 Lưu: VT', repaired: '• Lưu: VT' },
]

describe('each kind of damage', () => {
  it.each(FIXTURES)('$kind: $damaged', ({ kind, damaged, repaired }) => {
    const result = repairTextLayer(damaged)
    expect(result.text).toBe(repaired)
    expect(result.damage.map((damage) => damage.kind)).toContain(kind)
  })

  it('names the letters lost, and which of them it guessed', () => {
    const { text, damage, isGuessed } = repairTextLayer(drop(SOUND, 'đươ', ' '))
    expect(damage).toEqual([
      { kind: 'LETTERS_BLANKED', letters: 'đơư', found: damage[0]?.found, repaired: damage[0]?.repaired },
    ])
    const at = text.indexOf('Quyết định')
    expect(isGuessed(at, at + 'Quyết'.length)).toBe(false)
    expect(isGuessed(at, at + 'Quyết định'.length)).toBe(true)
  })

  it('leaves private-use glyphs that no table knows, and says so', () => {
    const { text, damage } = repairTextLayer('Lưu: \ue5d2 VT')
    expect(text).toBe('Lưu: \ue5d2 VT')
    expect(damage).toEqual([{ kind: 'PRIVATE_USE', letters: '', found: 1, repaired: 0 }])
  })
})

describe('any letters may be lost', () => {
  const SETS = ['đưụổờì', 'ươờớ', 'đ', 'ăâêô', 'ạảãấ', 'nệế', 'hộứ', 'đĐưƯ']

  it.each(SETS)('%s, each for one blank', (letters) => {
    const damaged = drop(SOUND, letters, ' ')
    expect(shareRestored(damaged, repairTextLayer(damaged).text)).toBeGreaterThan(0.95)
  })

  it.each(SETS)('%s, each for one sign', (letters) => {
    const damaged = drop(SOUND, letters, '\ufffd')
    expect(shareRestored(damaged, repairTextLayer(damaged).text)).toBeGreaterThan(0.95)
  })

  it('đ and ư without a trace, in a text long enough to miss them', () => {
    const long = SOUND.repeat(6)
    const damaged = drop(long, 'đư', '')
    const { text, damage, toOriginal } = repairTextLayer(damaged)
    expect(damage[0]?.kind).toBe('LETTERS_MISSING')
    expect(commonWords(text, long)).toBeGreaterThan(0.98)
    const at = text.indexOf('Quyết định')
    expect(damaged.slice(toOriginal(at), toOriginal(at + 'Quyết định'.length))).toBe('Quyết ịnh')
  })
})

describe('sound texts', () => {
  const SOUND_TEXTS = [
    '',
    SOUND,
    SOUND.replace(/ /g, '  '),
    SOUND.replace(/, /g, ' , '),
    'Điểm a, b, c khoản 2 Điều 5; điểm c khoản 1; □ Có □ Không? Vì sao?',
    'ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n   Số: 12/KH-UBND        Độc lập - Tự do - Hạnh phúc',
    'The quick brown fox  jumps over  the lazy dog, déjà vu, naïve façade, 25°C, 3 m² × 4.',
    'Can cu Quyet dinh so 217-QD/TW ngay 12/12/2013 cua Bo Chinh tri',
  ]

  it.each(SOUND_TEXTS)('stay as they are: %j', (text) => {
    const { text: same, damage, toOriginal, isGuessed } = repairTextLayer(text)
    expect(same).toBe(text)
    expect(damage).toEqual([])
    expect(toOriginal(3)).toBe(3)
    expect(isGuessed(0, text.length)).toBe(false)
  })

  it('a repaired text needs no repair', () => {
    for (const { damaged } of FIXTURES) {
      const { text } = repairTextLayer(damaged)
      expect(repairTextLayer(text).text).toBe(text)
    }
  })
})

describe('the way back', () => {
  it('leads to the signs that a letter was made of', () => {
    const damaged = 'Quyeát ñònh cuûa UÛy ban nhaân daân tænh'
    const { text, toOriginal } = repairTextLayer(damaged)
    const at = text.indexOf('Ủy ban')
    expect(damaged.slice(toOriginal(at), toOriginal(at + 'Ủy ban'.length))).toBe('UÛy ban')
  })

  it('never falls and never leaves the text, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...'aăđĐ Ðﬁ\u0301\u0323\u00ad\u00a0\ufffd?\n\tñø®Þ¬\ue123tn',
      'ng  i',
      'quyết  ịnh',
      'cña',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 80 }), (parts) => {
        const damaged = parts.join('')
        const { text, toOriginal } = repairTextLayer(damaged)
        const offsets = Array.from({ length: text.length + 1 }, (_, at) => toOriginal(at))
        expect(offsets.every((offset, at) => at === 0 || offset >= (offsets[at - 1] as number))).toBe(true)
        expect(toOriginal(text.length)).toBe(damaged.length)
      }),
      { numRuns: 300 },
    )
  })

  it('survives any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(typeof repairTextLayer(text).text).toBe('string')
      }),
    )
  })
})

describe('a megabyte', () => {
  const UNITS = [
    ' ',
    't    ',
    'th  ng ',
    '?a',
    'a\u0301\u0323',
    '®Þnh ',
    'ñaø',
    'ịnh ồng cng ',
    '\n',
    'Quyết  ịnh ',
  ]

  it.each(UNITS)('of %j is read in bounded time', { timeout: 60_000 }, (unit) => {
    const time = (size: number): number => {
      const text = unit.repeat(Math.ceil(size / unit.length))
      const start = performance.now()
      repairTextLayer(text)
      return performance.now() - start
    }
    time(50_000)
    // Quadratic time would take a hundred times as long for ten times the text.
    expect(time(1_000_000)).toBeLessThan(40 * time(100_000) + 1000)
  })
})

/** Loses letters wherever they stand. */
function drop(text: string, letters: string, sign: string): string {
  return [...text].map((letter) => (letters.includes(letter) ? sign : letter)).join('')
}

function shareRestored(damaged: string, repaired: string): number {
  let lost = 0
  let restored = 0
  for (let at = 0; at < SOUND.length; at++) {
    if (damaged[at] === SOUND[at]) continue
    lost++
    if (repaired[at] === SOUND[at]) restored++
  }
  return restored / lost
}

function commonWords(text: string, sound: string): number {
  const words = text.split(/\s+/)
  const wanted = sound.split(/\s+/)
  return wanted.filter((word, at) => words[at] === word).length / wanted.length
}

it('the tables of encodings map signs to letters one to one', () => {
  const letters = [...encodingTable('TCVN3').values()]
  expect(new Set(letters).size).toBe(letters.length)
  expect(letters.every((letter) => letter === letter.normalize('NFC') && letter !== '')).toBe(true)
  expect(encodingTable('VNI').get('ô')).toBe('ơ')
})
