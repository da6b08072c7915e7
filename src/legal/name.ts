// Laws by name: the one spelling under which "Luật Đất đai", "Luật đất đai năm 2013" and the law whose title is
// "Đất đai" meet. Names are no identities either: a law is mostly replaced by one of the same name.

import { foldWords } from './fold.ts'

/** Types of instruments that are cited by their names alone. */
const NAMED_TYPES = /^(?:luat|bo luat|phap lenh|hien phap)$/

/** What stands behind a name and is not part of it: "(sửa đổi)", "năm 2013", "số 45/2013/QH13". */
const BEHIND = /\s*(?:\(|,? số \d|,? ngày \d|(?:,? năm)? (?:19|20)\d{2}$).*$/u

/** "Luật Đất đai" or "Đất đai", of type "Luật" → "luatdatdai"; `null` for what is not cited by name. */
export function nameKey(type: string | null, title: string | null): string | null {
  const kind = foldWords(type ?? '')
  if (!title || !NAMED_TYPES.test(kind)) return null
  const name = foldWords(title.normalize('NFC').slice(0, LONGEST_NAME).replace(BEHIND, ''))
  const whole = name === kind || name.startsWith(`${kind} `) ? name : `${kind} ${name}`
  return name ? shortened(whole).replaceAll(' ', '') : null
}

/** Longer than any law's name. */
const LONGEST_NAME = 300

/** Ends that are left out as often as not. */
function shortened(name: string): string {
  return name.replace(/ (?:viet nam|nuoc cong hoa xa hoi chu nghia viet nam)$/, '').replaceAll(' va ', ' ')
}
