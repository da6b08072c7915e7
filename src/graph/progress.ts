// How the ways to a Neo4j tell what they are doing: to the person who waits, and to the log.

/** One step of something that takes a while. */
export interface Progress {
  readonly vi: string
  readonly en: string
  /** 0 to 100; null where the end is not known. */
  readonly percent: number | null
}

export type OnProgress = (progress: Progress) => void

/** The part of a logger that is needed here; a pino logger is one. */
export interface Log {
  info(details: object, message: string): void
  warn(details: object, message: string): void
}
