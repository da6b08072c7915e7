// Reads "điểm a, b khoản 2 Điều 5" before an instrument: a small recursive-descent reader over folded
// text. A provision is trusted only if it runs on to the mention itself.

import type { CleanText } from './normalize.ts'
import { matchAt, matchesIn } from './pattern.ts'

export interface ProvisionReading {
  readonly start: number
  readonly text: string
}

const UNIT_WORD =
  /(?:cac\s)?(?:tieu\smuc|gach\sdau\sdong|so\sthu\stu|phu\sluc|chuong|khoan|diem|dieu|muc|phan|tiet|doan)(?![a-z])/y
const LABEL = /\s?(?:so\s)?(?:thu\s)?(?:\d{1,4}(?:\.\d{1,3}){0,4}[a-z]?|[ivxl]{1,6}|[a-z])(?![a-z\d])/y
const LABEL_JOIN = /\s?(?:,|va|den|-)\s?(?=(?:\d{1,4}(?:\.\d{1,3}){0,4}[a-z]?|[ivxl]{1,6}|[a-z])(?![a-z\d]))/y
const UNIT_JOIN = /\s?(?:,\s?(?:va\s)?|;\s?|va\s|cua\s|tai\s|thuoc\s|den\s|tu\s|hoac\s)?(?:tu\s)?/y
// What may stand between the last unit and the instrument.
const BRIDGE =
  /^[\s,]*(?:(?:duoc\s)?ban\shanh\s(?:kem\stheo|tai|boi)?\s?|kem\stheo\s|cua\s|tai\s|thuoc\s|trong\s|o\s|cac\s)*$/
const FIRST_UNIT =
  /(?<![a-z]|giai\s|mot\s|thanh\s|danh\s|hang\s)(?:tieu\smuc|gach\sdau\sdong|so\sthu\stu|phu\sluc|chuong|khoan|diem|dieu|muc|phan|tiet|doan)\s/g
const LAST_UNIT = new RegExp(FIRST_UNIT.source)
// The last unit stands close to the instrument, or else there is none.
const NEAR = 90
const REACH = 700

/** The provision that stands between `from` and the mention at `head`; null where none does. */
export function readProvision(clean: CleanText, from: number, head: number): ProvisionReading | null {
  if (!LAST_UNIT.test(clean.folded.slice(Math.max(from, head - NEAR), head))) return null
  const low = Math.max(from, head - REACH)
  const window = clean.folded.slice(low, head)
  for (const match of matchesIn(FIRST_UNIT, window)) {
    const end = readUnits(window, match.index)
    if (end > match.index && BRIDGE.test(window.slice(end)))
      return { start: low + match.index, text: clean.text.slice(low + match.index, low + end) }
    if (end < 0) continue
  }
  return null
}

// Provision := Unit (join? Unit)*
function readUnits(window: string, at: number): number {
  let end = readUnit(window, at)
  while (end > 0) {
    const join = matchAt(UNIT_JOIN, window, end)
    const next = readUnit(window, join ? UNIT_JOIN.lastIndex : end)
    if (next < 0) return end
    end = next
  }
  return end
}

// Unit := ("các")? unit-word Label (("," | "và" | "đến") Label)*
function readUnit(window: string, at: number): number {
  if (!matchAt(UNIT_WORD, window, at)) return -1
  let end = readLabel(window, UNIT_WORD.lastIndex)
  while (end > 0) {
    const join = matchAt(LABEL_JOIN, window, end)
    const next = join ? readLabel(window, LABEL_JOIN.lastIndex) : -1
    if (next < 0) return end
    end = next
  }
  return end
}

// Label := number ("." number)* letter? | Roman number | letter
function readLabel(window: string, at: number): number {
  return matchAt(LABEL, window, at) ? LABEL.lastIndex : -1
}
