// Words without marks: how people type when they search, and how identities compare spellings.

/** "Kế hoạch Đặng" → "ke hoach dang": no marks, đ as d, lower case; everything else as it is. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đðĐÐ]/g, 'd')
    .toLowerCase()
    .normalize('NFC')
}

/** Letters and digits only, one blank between words. */
export function foldWords(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** "Ngọc Lặc" → "ngoc-lac". */
export function slug(text: string): string {
  return foldWords(text).replaceAll(' ', '-')
}
