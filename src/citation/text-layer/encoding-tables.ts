// How older encodings of Vietnamese look when their bytes are read as Latin-1 or Windows-1252: what
// stands there → the letter meant. Facts of the encodings: VNI for Windows, TCVN 5712:1993 (ABC), UTF-8.

export type Encoding = 'VNI' | 'TCVN3' | 'UTF8_AS_LATIN1'

/** TCVN3 has one byte a letter; capitals of toned letters are small letters in a capitals font. */
const TCVN3_SIGNS = '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ'
const TCVN3_LETTERS = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'

/** VNI writes a mark as a second sign after the letter; these are the small ones. */
const VNI_TONES = 'ùøûõï'
const VNI_CIRCUMFLEX = 'âáàåãä'
const VNI_BREVE = 'êéèúüë'
const VNI_MARKED: Readonly<Record<string, readonly [signs: string, letters: string]>> = {
  a: [VNI_TONES + VNI_CIRCUMFLEX + VNI_BREVE, 'áàảãạâấầẩẫậăắằẳẵặ'],
  e: [VNI_TONES + VNI_CIRCUMFLEX, 'éèẻẽẹêếềểễệ'],
  o: [VNI_TONES + VNI_CIRCUMFLEX, 'óòỏõọôốồổỗộ'],
  u: [VNI_TONES, 'úùủũụ'],
  y: ['ùøûõ', 'ýỳỷỹ'],
  ô: [VNI_TONES, 'ớờởỡợ'],
  ö: [VNI_TONES, 'ứừửữự'],
}
const VNI_SINGLE: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
}

/** What UTF-8 takes several bytes for in Vietnamese texts. */
const UTF8_LETTERS = `${TCVN3_LETTERS}ÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ“”‘’–—…•§°`
/** Windows-1252 for the bytes 0x80 to 0x9F; '' where it has none. */
const WINDOWS_1252 = '€,,‚,ƒ,„,…,†,‡,ˆ,‰,Š,‹,Œ,,Ž,,,‘,’,“,”,•,–,—,˜,™,š,›,œ,,ž,Ÿ'.split(',')

/** Made when first asked for. */
export function encodingTable(encoding: Encoding): ReadonlyMap<string, string> {
  return MAKERS[encoding]()
}

const MAKERS: Readonly<Record<Encoding, () => Map<string, string>>> = {
  VNI: makeVni,
  TCVN3: () => new Map([...TCVN3_SIGNS].map((sign, at) => [sign, TCVN3_LETTERS.charAt(at)])),
  UTF8_AS_LATIN1: makeUtf8,
}

function makeVni(): Map<string, string> {
  const table = new Map<string, string>()
  for (const [base, [signs, letters]] of Object.entries(VNI_MARKED))
    [...signs].forEach((sign, at) => {
      const letter = letters.charAt(at)
      const capital = base.toUpperCase()
      table.set(base + sign, letter)
      table.set(capital + sign, letter.toUpperCase())
      table.set(capital + sign.toUpperCase(), letter.toUpperCase())
    })
  for (const [sign, letter] of Object.entries(VNI_SINGLE))
    table.set(sign, letter).set(sign.toUpperCase(), letter.toUpperCase())
  return table
}

function makeUtf8(): Map<string, string> {
  const table = new Map<string, string>()
  for (const letter of UTF8_LETTERS) {
    const bytes = encodeURIComponent(letter).slice(1).split('%')
    const codes = bytes.map((byte) => Number.parseInt(byte, 16))
    table.set(String.fromCharCode(...codes), letter)
    table.set(codes.map(windows1252).join(''), letter)
  }
  return table
}

function windows1252(code: number): string {
  return (code >= 0x80 && code < 0xa0 ? WINDOWS_1252[code - 0x80] : '') || String.fromCharCode(code)
}
