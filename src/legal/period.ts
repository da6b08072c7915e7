// Plans end with the period that their own titles name: "Kế hoạch … năm 2022", "Chương trình … giai đoạn
// 2021 - 2025". Laws, rules and directives never do, whatever years their titles hold.

export interface OwnPeriod {
  /** First ISO day after it. */
  readonly after: string
  /** The words of the title that name it. */
  readonly words: string
}

/** Types of instruments that are made for a time; a compound ("Kế hoạch phối hợp") is of its first word's type. */
const TIMED_TYPES = ['Kế hoạch', 'Chương trình', 'Phương án', 'Đề án']
const TIMED = new RegExp(`^(?:${TIMED_TYPES.join('|')})(?!\\p{L})`, 'iu')
// Quyết định "về việc ban hành Kế hoạch …", "phê duyệt Chương trình …": it lasts as long as what it brings.
const BRINGS = new RegExp(
  `^(?:(?:về việc|về|v/v)\\s)?(?:ban hành|phê duyệt)\\s(?:${TIMED_TYPES.join('|')})(?!\\p{L})`,
  'iu',
)

// năm 2022 · các năm 2021 - 2023 · giai đoạn 2021 - 2025 · đến năm 2030 · "Năm dân vận chính quyền" 2022
const YEARS =
  /(?<!\p{L})(?:năm|giai đoạn|thời kỳ|nhiệm kỳ)\s(?:["“”][^"“”]{1,60}["“”]\s)?(20\d{2})(?:\s?[-–]\s?(20\d{2}))?(?!\d)/giu
/** "Luật Đất đai năm 2013": the year is the law's; "ngày 20 tháng 5 năm 2022": a day. */
const OTHERS_YEAR =
  /(?:(?:luật|bộ luật|hiến pháp|pháp lệnh)(?:\s[\p{L},]{1,12}){0,8}\s|tháng\s?\d{1,2}[\s,]*)$/iu

/**
 * The period that an instrument's type and title give it, or `null`. Of several years the last counts, so that
 * nothing is called spent too early.
 * @param issued ISO date of the instrument: a year before it is no period of its own
 */
export function ownPeriod(
  type: string | null,
  title: string | null,
  issued: string | null,
): OwnPeriod | null {
  const words = (title ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim()
  const timed = TIMED.test(type?.normalize('NFC') ?? '') || (type === 'Quyết định' && BRINGS.test(words))
  if (!timed) return null
  const periods = [...words.matchAll(YEARS)].flatMap((match) => periodOf(words, match))
  const last = periods.sort((a, b) => a.end - b.end).at(-1)
  if (!last || (issued !== null && String(last.end) < issued.slice(0, 4))) return null
  return { after: `${last.end + 1}-01-01`, words: last.words }
}

function periodOf(title: string, match: RegExpExecArray): { end: number; words: string }[] {
  if (OTHERS_YEAR.test(title.slice(Math.max(0, match.index - 100), match.index))) return []
  return [{ end: Math.max(Number(match[1]), Number(match[2] ?? 0)), words: match[0] }]
}
