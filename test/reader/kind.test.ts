// What a file is, by its bytes first and its name second.

import { describe, expect, test } from 'vitest'
import { hasKnownEnding, kindOf } from '../../src/reader/kind.ts'

const bytes = (latin: string) => Buffer.from(latin, 'latin1')
const utf16 = (text: string) => Buffer.concat([bytes('\xff\xfe'), Buffer.from(text, 'utf16le')])
const compound = bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')

describe('the kind of a file', () => {
  test.each([
    ['a PDF named as text', bytes('%PDF-1.7\n'), 'plan.txt', 'pdf'],
    ['a PDF behind a blank line', bytes('\r\n%PDF-1.4\n'), 'plan', 'pdf'],
    ['a PDF behind a mail program’s lines', bytes('Content-Type: x\r\n\r\n%PDF-1.4\n'), 'plan.PDF', 'pdf'],
    ['a text that speaks of PDF', bytes('Mọi tệp %PDF-1.4'), 'plan.txt', 'text'],
    ['a ZIP named as text', bytes('PK\x03\x04'), 'plan.txt', 'docx'],
    ['HTML named as text', bytes('  <!DOCTYPE html><p>'), 'plan.txt', 'html'],
    ['HTML behind a comment', bytes('<!-- saved --><html>'), 'plan.txt', 'html'],
    ['XHTML', bytes('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">'), 'plan.txt', 'html'],
    ['HTML in UTF-16', utf16('<html><p>'), 'plan.txt', 'html'],
    ['HTML without its head', bytes('<p>Điều 1'), 'plan.htm', 'html'],
    ['Markdown with a tag', bytes('<p>Điều 1'), 'plan.md', 'text'],
    ['text of no name', bytes('Điều 1'), '', 'text'],
    ['text named as DOCX', bytes('Điều 1'), 'plan.docx', 'text'],
    ['nothing', bytes(''), 'plan.pdf', 'text'],
  ] as const)('%s', (_, content, name, kind) => {
    expect(kindOf(content, name)).toBe(kind)
  })

  test.each([
    ['a PNG', bytes('\x89PNG\r\n'), 'NEEDS_OCR'],
    ['a JPEG', bytes('\xff\xd8\xff\xe0'), 'NEEDS_OCR'],
    ['a DOC', compound, 'FILE_KIND_UNKNOWN'],
    [
      'a DOCX with a password',
      Buffer.concat([compound, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      'FILE_ENCRYPTED',
    ],
    ['RTF', bytes('{\\rtf1\\ansi'), 'FILE_KIND_UNKNOWN'],
    ['an empty ZIP', bytes('PK\x05\x06'), 'FILE_KIND_UNKNOWN'],
  ] as const)('%s is refused', (_, content, code) => {
    expect(() => kindOf(content, 'plan.docx')).toThrow(expect.objectContaining({ code }))
  })
})

test.each([
  ['a.txt', true],
  ['a.MD', true],
  ['a.html', true],
  ['a.htm', true],
  ['a.DOCX', true],
  ['a.pdf', true],
  ['a.doc', false],
  ['a.pdf.zip', false],
  ['pdf', false],
])('in a folder, %s is read: %s', (name, known) => {
  expect(hasKnownEnding(name)).toBe(known)
})
