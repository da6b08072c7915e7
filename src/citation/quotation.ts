// Where a quotation ends: curly, straight and doubled single marks, as texts mix them.

/** End of the quotation that opens at `at`; -1 where it is not closed within reach. */
export function closingQuote(text: string, folded: string, at: number, limit: number): number {
  const open = text.charAt(at)
  if (open === '”' || open === '»') return -1
  if (folded.startsWith("''", at)) {
    const close = folded.indexOf("''", at + 2)
    return close > 0 && close < limit ? close + 2 : -1
  }
  for (let i = at + 1, depth = 1; i < Math.min(limit, text.length); i++) {
    const letter = text.charAt(i)
    if (open === '“' && letter === '“') depth++
    else if (folded.charAt(i) === '"' && --depth === 0) return i + 1
    else if (letter === '\r' && !/[a-z,]/.test(folded.charAt(i + 1))) return -1
  }
  return -1
}
