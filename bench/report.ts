// What every benchmark prints: the command that repeats it, the machine, a table.

import { availableParallelism, cpus } from 'node:os'

/** The middle of the numbers; of an even count the upper one. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

/** "2 cores (Intel Xeon), Node 24.21.0, Neo4j 5.26.31". */
export function machine(neo4j: string | null): string {
  const model = cpus()[0]?.model.trim() ?? ''
  const parts = [`${availableParallelism()} cores (${model})`, `Node ${process.versions.node}`]
  return [...parts, ...(neo4j ? [`Neo4j ${neo4j}`] : [])].join(', ')
}

/** Prints a markdown table below the command and the machine. */
export function printTable(
  command: string,
  neo4j: string | null,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  console.log(`\n${command}\n${machine(neo4j)}\n`)
  console.log([line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'))
}
