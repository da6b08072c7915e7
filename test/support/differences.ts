// What two dumps do not share, short enough to read.

const MOST_SHOWN = 12

/** Lines that only one of them has, marked - and +, the first few. */
export function differences(expected: readonly string[], actual: readonly string[]): string[] {
  if (expected.length === actual.length && expected.every((line, i) => line === actual[i])) return []
  const [left, right] = [new Set(expected), new Set(actual)]
  const gone = expected.filter((line) => !right.has(line)).map((line) => `- ${line}`)
  const come = actual.filter((line) => !left.has(line)).map((line) => `+ ${line}`)
  const all = [...gone, ...come].sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1))
  const more = all.length > MOST_SHOWN ? [`… ${all.length - MOST_SHOWN} more`] : []
  return all.length > 0 ? [...all.slice(0, MOST_SHOWN), ...more] : ['the same lines in another order']
}
