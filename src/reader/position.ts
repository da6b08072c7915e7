// From an offset in a text back into its file: the page and where on it, or the paragraph.

import type { ReadText } from './types.ts'

/** Where an offset is found in the file; null where the file knows no pages, or no paragraphs. */
export interface Position {
  /** Counted from 1. */
  readonly page: number | null
  /** UTF-16 units of text from the start of the page. */
  readonly pageOffset: number | null
  /** Counted from 1; a paragraph without text is not counted. */
  readonly paragraph: number | null
}

const PAGE_END = '\f'

/**
 * Offsets at which the pages of a text start. Pages end with form feeds, in what we read of a PDF as in the output of
 * other tools, so that they are known from the text alone; a text without form feeds has no pages.
 */
export function pageStarts(text: string): number[] {
  const starts: number[] = []
  let start = 0
  for (let end = text.indexOf(PAGE_END); end >= 0; end = text.indexOf(PAGE_END, start)) {
    starts.push(start)
    start = end + 1
  }
  if (starts.length > 0 && start < text.length) starts.push(start)
  return starts
}

/** Numbers of the pages that hold no letter: blank, or pictures of pages. */
export function emptyPages({ text, pages }: Pick<ReadText, 'text' | 'pages'>): number[] {
  return pages.flatMap((start, i) => (text.slice(start, pages[i + 1]).trim() === '' ? i + 1 : []))
}

/** Where an offset of a read text lies in the file. */
export function positionOf(
  { pages, paragraphs }: { readonly pages: readonly number[]; readonly paragraphs: readonly number[] },
  offset: number,
): Position {
  const page = lastUpTo(pages, offset)
  const paragraph = lastUpTo(paragraphs, offset)
  return {
    page: page < 0 ? null : page + 1,
    pageOffset: page < 0 ? null : offset - (pages[page] ?? 0),
    paragraph: paragraph < 0 ? null : paragraph + 1,
  }
}

/** Index of the last start that is not after the offset; -1 where there is none. */
function lastUpTo(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
