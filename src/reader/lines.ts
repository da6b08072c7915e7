// Puts the text of blocks together: a line a block, blanks collapsed as a page shows them, paragraphs counted.

import type { Reading } from './types.ts'

export interface Lines {
  /** Adds running text, in which any white space is one blank. */
  add(text: string): void
  /** Adds text whose own lines and blanks count. */
  addAsLaidOut(text: string): void
  /** What follows stands on another line. */
  breakLine(): void
  /** What follows stands in another paragraph. */
  breakParagraph(): void
  end(): Reading
}

/** An empty text, to be added to. */
export function createLines(): Lines {
  const parts: string[] = []
  const paragraphs: number[] = []
  let length = 0
  // Before any text of this line; before any text of this paragraph; a blank is due before further text.
  let [lineEmpty, paragraphEmpty, blank] = [true, true, false]

  function put(text: string): void {
    if (paragraphEmpty) paragraphs.push(length)
    parts.push(text)
    length += text.length
    ;[lineEmpty, paragraphEmpty, blank] = [false, false, false]
  }
  function add(text: string): void {
    const words = text.replace(/[ \t\n\r\f]+/g, ' ')
    const core = words.replace(/^ | $/g, '')
    if (core !== '') put((blank || words.startsWith(' ')) && !lineEmpty ? ` ${core}` : core)
    blank = words.endsWith(' ') && !lineEmpty
  }
  function addAsLaidOut(text: string): void {
    for (const [i, line] of text.split(/\r\n|[\n\r\f]/).entries()) {
      if (i > 0) breakLine()
      if (line !== '') put(line)
    }
  }
  function breakLine(): void {
    if (lineEmpty) return
    parts.push('\n')
    length++
    ;[lineEmpty, blank] = [true, false]
  }
  function breakParagraph(): void {
    breakLine()
    paragraphEmpty = true
  }
  return { add, addAsLaidOut, breakLine, breakParagraph, end: () => ({ text: parts.join(''), paragraphs }) }
}
