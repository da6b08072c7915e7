// The questions and writes of cypher/, read once at start, by the names of their files.

import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CYPHER = fileURLToPath(new URL('../../cypher/', import.meta.url))

/** Every query of one folder of cypher/, by file name without its ending; comments left out. */
function readQueries(folder: string): ReadonlyMap<string, string> {
  const directory = join(CYPHER, folder)
  const names = readdirSync(directory).filter((name) => name.endsWith('.cypher'))
  return new Map(names.map((name) => [basename(name, '.cypher'), readQuery(join(directory, name))]))
}

function readQuery(path: string): string {
  return readFileSync(path, 'utf8')
    .replace(/^\s*\/\/.*$/gmu, '')
    .trim()
}

const READ = readQueries('read')
const WRITE = readQueries('write')

/** The query of that name. @throws where there is no such file: a mistake in our own code */
export function readQueryNamed(name: string): string {
  return named(READ, name)
}

export function writeQueryNamed(name: string): string {
  return named(WRITE, name)
}

function named(queries: ReadonlyMap<string, string>, name: string): string {
  const query = queries.get(name)
  if (query === undefined) throw new Error(`no query cypher/**/${name}.cypher`)
  return query
}

export interface Migration {
  readonly version: number
  readonly name: string
  readonly statements: readonly string[]
}

/**
 * The migrations of cypher/migrations in their order: "001-keys.cypher" is version 1.
 * @throws where two have one number: a database that has seen one would never see the other
 */
export function readMigrations(): readonly Migration[] {
  const directory = join(CYPHER, 'migrations')
  const files = readdirSync(directory)
    .filter((name) => /^\d+-.*\.cypher$/.test(name))
    .sort()
  const versions = files.map((file) => Number.parseInt(file, 10))
  const twice = files.find((_, i) => versions[i] === versions[i - 1])
  if (twice) throw new Error(`cypher/migrations/${twice}: another migration has its number`)
  return files.map((file) => ({
    version: Number.parseInt(file, 10),
    name: basename(file, '.cypher'),
    statements: readQuery(join(directory, file))
      .split(/;\s*$/mu)
      .map((statement) => statement.trim())
      .filter(Boolean),
  }))
}
