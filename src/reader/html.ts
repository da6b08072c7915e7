// Reads HTML: the visible text, a line a block, without what only serves the page (scripts, styles, navigation).

import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { createError } from '../errors.ts'
import { createLines, type Lines } from './lines.ts'
import { decodeUtf8 } from './text.ts'
import type { Reading } from './types.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element
type TextNode = DefaultTreeAdapterTypes.TextNode

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Elements that begin and end a paragraph; a table is read cell by cell. */
const BLOCKS = names(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main ol p pre section summary table tbody td tfoot th thead tr ul',
)
/** Elements that are no text of the document. */
const UNSEEN = names(
  'audio button canvas datalist head iframe input map nav noscript object script select style svg template textarea title video',
)
const HIDDEN_STYLE = /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/i
/** The mark of a footnote, or of the way back from it: "25-NQ/TW[1] ngày 03/6/2013" is to stay one citation. */
const NOTE_MARK = /^\s*(?:\[?\d{1,3}\]?|[↑↩^*])\s*$/u

/**
 * Reads HTML, in UTF-8 if its bytes are that, else in the encoding that it names.
 * @throws FILE_NOT_UTF8 where it names none that is known
 */
export async function readHtml(bytes: Uint8Array, name: string): Promise<Reading> {
  const html = decodeUtf8(bytes) ?? decodeAsNamed(bytes)
  if (html === null) throw createError('FILE_NOT_UTF8', { path: name })
  return htmlText(html)
}

const LOOKED_AT = 2048
const ENCODING =
  /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})|<\?xml[^>]{0,100}encoding=["']([\w:.-]{1,40})/i

function decodeAsNamed(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT))
  const [, meta, declared] = ENCODING.exec(start) ?? []
  const encoding = utf16Mark(bytes) ?? meta ?? declared
  try {
    return encoding === undefined ? null : new TextDecoder(encoding).decode(bytes)
  } catch {
    return null
  }
}

function utf16Mark([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** The visible text of HTML, and where its paragraphs start. */
export function htmlText(html: string): Reading {
  const lines = createLines()
  let laidOut = 0
  for (const { node, step } of walk(parse(html))) {
    const { nodeName } = node
    if (nodeName === '#text') {
      if (step === 'in') addText(lines, (node as TextNode).value, laidOut > 0)
    } else if (nodeName === 'br') lines.breakLine()
    else if (BLOCKS.has(nodeName)) lines.breakParagraph()
    if (nodeName === 'pre') laidOut += step === 'in' ? 1 : -1
  }
  return lines.end()
}

function addText(lines: Lines, text: string, laidOut: boolean): void {
  if (laidOut) lines.addAsLaidOut(text)
  else lines.add(text)
}

interface Step {
  readonly node: Node
  readonly step: 'in' | 'out'
}

/** The nodes in order, elements on the way in and out. No recursion: pages may be nested deeper than any stack. */
function* walk(root: Node): Generator<Step> {
  const open = [{ node: root, next: 0 }]
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = childrenOf(top.node)[top.next++]
    if (!child) {
      open.pop()
      yield { node: top.node, step: 'out' }
    } else if (!isUnseen(child)) {
      open.push({ node: child, next: 0 })
      yield { node: child, step: 'in' }
    }
  }
}

function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : []
}

function isUnseen(node: Node): boolean {
  if (UNSEEN.has(node.nodeName)) return true
  const attributes = 'attrs' in node ? node.attrs : []
  return (
    attributes.some(
      ({ name, value }) =>
        name === 'hidden' ||
        (name === 'role' && value === 'navigation') ||
        (name === 'style' && HIDDEN_STYLE.test(value)),
    ) || isNoteMark(node as Element)
  )
}

function isNoteMark({ nodeName, attrs, childNodes }: Element): boolean {
  if (nodeName !== 'a' || !attrs.some(({ name, value }) => name === 'href' && value.startsWith('#')))
    return false
  let only = childNodes
  while (only.length === 1 && only[0] && 'childNodes' in only[0]) only = only[0].childNodes
  const [text] = only
  return only.length === 1 && text?.nodeName === '#text' && NOTE_MARK.test((text as TextNode).value)
}
