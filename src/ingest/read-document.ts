// From a file to a document record: read, extracted, with the words that prove each citation.

import { EXTRACTOR_VERSION, extractCitations, quoteAround } from '../citation/index.ts'
import { levelOf, levelOfPath, placeNamedIn, placeOfIssuer } from '../legal/place.ts'
import type { DocumentRecord } from '../legal/records.ts'
import { emptyPages, type ReadText, reader } from '../reader/index.ts'

export interface ReadOptions {
  /** Path of the place whose organ issued the text, where the caller knows it: "ngoc-lac.thanh-hoa". */
  readonly place: string | null
  readonly fictional: boolean
}

/** Reads and extracts one file. @throws the coded errors of `Reader.readPath` */
export async function readDocument(path: string, options: ReadOptions): Promise<DocumentRecord> {
  return toRecord(path, await reader.readPath(path), options)
}

/** The record of a text, with its place taken from the header where nobody says it. */
export function toRecord(source: string, read: ReadText, options: ReadOptions): DocumentRecord {
  const { text, sha256, fileSha256, pages } = read
  const extraction = extractCitations(text)
  const { issuer, number, date } = extraction.header
  // The letterhead names the issuer's own place; what the caller says completes it, or stands in for it.
  const named = placeNamedIn(issuer)
    ? placeOfIssuer(
        issuer,
        levelOf(issuer, number, date),
        options.place,
        sha256,
        levelOfPath(options.place),
        date,
      )
    : null
  return {
    ...extraction,
    source,
    sha256,
    extractor: EXTRACTOR_VERSION,
    place: named ?? options.place,
    quotes: Object.fromEntries(
      extraction.citations.map(({ id, surface }) => [id, quoteAround(text, surface)]),
    ),
    fictional: options.fictional,
    fileSha256,
    pages,
    emptyPages: emptyPages(read),
  }
}
