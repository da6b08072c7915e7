// Reads DOCX: paragraphs, tables cell by cell, text boxes and notes, by way of the HTML that mammoth makes of it.

import { type Unzipped, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { createError } from '../errors.ts'
import { htmlText } from './html.ts'
import { unknownKind } from './kind.ts'
import { type Limits, megabytes } from './limits.ts'
import type { Reading } from './types.ts'

/**
 * Reads a DOCX. Numbers that Word counts by itself (automatic lists) are not in the file's text and are left out.
 * @throws UNPACKED_TOO_LARGE, FILE_KIND_UNKNOWN for another kind of ZIP
 */
export async function readDocx(bytes: Uint8Array, name: string, limits: Limits): Promise<Reading> {
  const parts = unpack(bytes, name, limits)
  if (!Object.keys(parts).some((part) => MAIN_PART.test(part)))
    throw unknownKind(name, 'ZIP, không phải DOCX', 'a ZIP, but no DOCX')
  // Packed again without compression, so that mammoth meets nothing that was not counted.
  const buffer = Buffer.from(zipSync(parts, { level: 0 }))
  const { value } = await mammoth.convertToHtml({ buffer }, { convertImage: NO_PICTURES })
  return htmlText(value)
}

const MAIN_PART = /^word\/document\d{0,3}\.xml$/
const NO_PICTURES = mammoth.images.imgElement(async () => ({ src: '' }))
/** What mammoth reads text from, and finds it by; headers, comments, pictures, fonts and embedded files stay packed. */
const TEXT_PART =
  /^(?:\[Content_Types\]\.xml|_rels\/[^/]{1,99}|word\/_rels\/[^/]{1,99}\.rels|word\/(?:document|footnotes|endnotes|numbering|styles)\d{0,3}\.xml)$/

/** The parts of a DOCX that hold text. What they unpack to is limited by the sizes that they state; no more is made. */
function unpack(bytes: Uint8Array, path: string, { unpackedBytes }: Limits): Unzipped {
  let size = 0
  return unzipSync(bytes, {
    filter: (part) => {
      if (!TEXT_PART.test(part.name)) return false
      size += Math.max(part.size, part.originalSize)
      if (size > unpackedBytes)
        throw createError('UNPACKED_TOO_LARGE', { path, limit: megabytes(unpackedBytes) })
      return true
    },
  })
}
