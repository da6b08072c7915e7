// What reading a file yields.

export type FileKind = 'text' | 'html' | 'docx' | 'pdf'

/** What a reader of one kind of file makes of it. A PDF's pages each end with a form feed. */
export interface Reading {
  readonly text: string
  /** Offsets into the text at which the file's paragraphs start; none where the file has no such thing. */
  readonly paragraphs: readonly number[]
}

/** A file as text, with what leads from the text back into the file. */
export interface ReadText extends Reading {
  readonly kind: FileKind
  /** sha256 (hex) of the text as UTF-8, a byte order mark left out: the document's identity. */
  readonly sha256: string
  /** sha256 (hex) of the file's own bytes. */
  readonly fileSha256: string
  /** Offsets into the text at which its pages start; none where it has no pages. */
  readonly pages: readonly number[]
}
