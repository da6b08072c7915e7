// How much one file may ask of the machine: whoever sends it, it ends soon and takes a known amount of memory.

/** All that bounds the reading of one file. */
export interface Limits {
  /** Size of the file itself, in bytes. */
  readonly fileBytes: number
  /** What the parts of a DOCX that hold text may unpack to, in bytes. */
  readonly unpackedBytes: number
  /** Memory beside the heap that reading may take, in bytes. */
  readonly bufferBytes: number
  /** Pages of a PDF. */
  readonly pages: number
  /** Length of the text that comes out, in UTF-16 units. */
  readonly textLength: number
  /** From the start of reading to its end. */
  readonly milliseconds: number
  /** Heap that the thread that reads may fill. */
  readonly heapMegabytes: number
}

/** A document of 50 MB, or of 3,000 pages, is a whole collection; the rest follows with room to spare. */
export const LIMITS: Limits = {
  fileBytes: 50 * 1024 * 1024,
  unpackedBytes: 512 * 1024 * 1024,
  bufferBytes: 512 * 1024 * 1024,
  pages: 3_000,
  textLength: 20_000_000,
  milliseconds: 120_000,
  heapMegabytes: 512,
}

/** Of files that others send: someone waits for the answer, and others for the thread. */
export const UPLOADED_LIMITS: Limits = {
  ...LIMITS,
  unpackedBytes: 64 * 1024 * 1024,
  milliseconds: 20_000,
}

/** "50 MB", for messages. */
export function megabytes(bytes: number): string {
  const size = bytes / 1024 / 1024
  return `${Number.isInteger(size) ? size : size.toFixed(1)} MB`
}
