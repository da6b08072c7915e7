// When an issuer ceased to be: its place ended, or its level. What it issued does not fall with it, but whoever reads
// it should know, and a document dated afterwards cannot be its.

import type { Level } from './place.ts'
import { DISTRICTS_UNTIL } from './units/districts.ts'
import { unitAt } from './units/index.ts'

export interface IssuerEnd {
  /** First ISO day on which the issuer is no more. */
  readonly since: string
  /** Paths of the places that took over, where the shipped tables tell; several where it was divided. */
  readonly successors: readonly string[]
}

/** Resolution 203/2025/QH15, Article 2: no districts from this day on. */
export const NO_DISTRICTS_SINCE = dayAfter(DISTRICTS_UNTIL)

/**
 * Whether the organs of a level at a place had ended on a day, and since when. Districts whose names are unknown, or
 * of an unknown province, ended with their level. Communes are not in the shipped tables: nothing is said of them.
 * @param place path as in keys ("ngoc-lac.thanh-hoa"), also one that ends in "?"
 * @param day ISO date; a mere year counts as its first day
 */
export function issuerGoneOn(level: Level | null, place: string | null, day: string): IssuerEnd | null {
  const unit = place === null ? null : unitAt(place)
  if (unit?.level === level && unit.validTo !== null) {
    const since = dayAfter(unit.validTo)
    return day >= since ? { since, successors: unit.successors } : null
  }
  return isDistrictAfterReform(level, day) ? { since: NO_DISTRICTS_SINCE, successors: [] } : null
}

/** A document of a district's organ that bears a date on which there were no districts: date or issuer is wrong. */
export function isDistrictAfterReform(level: Level | null, date: string | null): boolean {
  return level === 'district' && date !== null && date >= NO_DISTRICTS_SINCE
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
