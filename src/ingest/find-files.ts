// The files to read at the paths that a person names: files as they are, folders with all below them that we read.

import { opendir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileError, hasKnownEnding } from '../reader/index.ts'

export type FoundFile =
  | { readonly path: string }
  | { readonly path: string; readonly error: unknown }
  /** In a folder, and no file that we read by its ending; one named outright is read whatever its ending. */
  | { readonly path: string; readonly skipped: true }

/** Yields each file once, in the order of names; a path or folder that cannot be read yields its error. */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<FoundFile> {
  const seen = new Set<string>()
  for (const path of paths) {
    for await (const file of filesAt(resolve(path))) {
      if (!seen.has(file.path)) yield file
      seen.add(file.path)
    }
  }
}

async function* filesAt(path: string): AsyncGenerator<FoundFile> {
  try {
    if (!(await stat(path)).isDirectory()) yield { path }
    else yield* filesIn(path)
  } catch (error) {
    yield { path, error: fileError(path, error) }
  }
}

async function* filesIn(folder: string): AsyncGenerator<FoundFile> {
  const entries = []
  for await (const entry of await opendir(folder)) entries.push(entry)
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) yield* filesAt(path)
    // A link to a folder could lead in a circle; one to a file is read like the file.
    else if (hasKnownEnding(entry.name)) yield { path }
    else yield { path, skipped: true }
  }
}
