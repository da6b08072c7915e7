// A cheap look at whether a text layer needs repair at all: sound Vietnamese has its đ and ư in about
// their usual share, and no signs that stand for letters.

/** Letters a thousand characters, in sound official texts: đ about 12, ư about 8. */
const LEAST_D = 5
const LEAST_U = 3
const ODD = /[\ufffd\ue000-\uf8ff]/

/** Whether the letters that damage loses first are all there. */
export function looksSound(text: string): boolean {
  return (
    countOf(text, 'đ') * 1000 >= LEAST_D * text.length &&
    countOf(text, 'ư') * 1000 >= LEAST_U * text.length &&
    !ODD.test(text)
  )
}

function countOf(text: string, letter: string): number {
  let count = 0
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) count++
  return count
}
