// Where the titles of cited instruments end, and which mentions stand inside them. One walk from left to
// right; every step looks a bounded way ahead.

import { breaksItem, endsSentence } from './boundary.ts'
import { organAt } from './issuer.ts'
import type { CleanText } from './normalize.ts'
import { isLower, matchAt, phrases } from './pattern.ts'
import { closingQuote } from './quotation.ts'
import type { Placed } from './structure.ts'
import { MAIN_VERBS, TITLE_OPENERS, TITLE_STOPS } from './vocabulary/titles.ts'

const OPENER = new RegExp(String.raw`,?\s(?:(?:${phrases(TITLE_OPENERS)})(?![a-z])|v\/v\s?:?\s|["'])`, 'y')
// "được sửa đổi, bổ sung bởi": speaks of the instrument, not of the subject in its title
const PASSIVE = String.raw`(?:da\s)?duoc\s(?:sua\sdoi|bo\ssung|thay\sthe|dinh\schinh)[^;.|]{0,40}?\s(?:boi|tai|theo|bang|nam\s\d|ngay\s\d)`
// "giai đoạn 2021 - 2026 thành nhiệm vụ": behind a period the sentence goes on
const PERIOD = String.raw`(?:giai\sdoan|nam)\s\d{4}(?:\s?-\s?\d{4})?\s(?:thanh|dam\sbao|bao\sdam|gan\svoi|nham|phu\shop|la|da|phai)`
// "… quy định về tiền thuê đất quy định: “…”": the second one speaks of the instrument
const SAYS = String.raw`quy\sdinh(?:\snhu\ssau)?(?=\s?:|\s")`
const STEP = new RegExp(
  String.raw`[;.:|"\r\n(),]|''|(?<![a-z])(?:${phrases(['và', ...TITLE_STOPS])}|${PASSIVE}|${PERIOD}|${SAYS})(?![a-z\d])`,
  'g',
)
const LINK = /^[\s,]*(?:va\s|hoac\s|cung\s|,\s)?(?:cac\s)?$/
const COUPLED =
  /^\s(?:theo\s)?(?:cac\s)?(?:quy\sdinh|huong\sdan|noi\sdung|chi\sdao)(?:\s[a-z]+){0,8}?\s(?:tai|trong)\s(?:cac\s)?$/
const STOP_BRACKET =
  /\(\s?(?:sau\sday|goi\stat|viet\stat|(?:co\s)?hieu\sluc|nay\sla|duoc\ssua|da\sduoc|kem\stheo|het|theo|tai|dinh\skem|ban\shanh\skem|so\s\d)/y
const MAIN_VERB = new RegExp(`(?<![a-z])(?:${phrases(MAIN_VERBS)})(?![a-z])`)
// a footnote's call, a short name in brackets
const NICKNAME = /(?:\s?\[\d{1,3}\])?(?:\s\((?:goi\stat|nay\sla|sau\sday\sgoi|viet\stat)[^()]{0,80}\))?/y
// "của các Luật: Chứng khoán, …", "giai đoạn I: từ năm 2021"
const COLON_INSIDE =
  /(?:luat|nghi\sdinh|thong\stu|quyet\sdinh|giai\sdoan\s[ivx\d]{1,3}|thu\stuc\shanh\schinh)\s?$/
// an opening word and no subject
const EMPTY =
  /^.{0,2}$|^(?:ban\shanh|quy\sdinh|huong\sdan|thuc\shien|trien\skhai|ve\sviec|phe\sduyet|sua\sdoi(?:,\sbo\ssung)?)$/
// behind a semicolon the sentence takes up its own verb again
const MAIN_CLAUSE =
  /^\s(?:dong\sthoi|thuc\shien|to\schuc|tiep\stuc|trien\skhai|can\scu|theo|quan\striet|xet|chi\sdao|duoc\s)/
const ITEM_START = /(?:\r|\|\s?|[\n\r|]\s?(?:[-+•]\s?|(?:\d{1,2}|[a-z])[.)]\s|can\scu\s))$/
const TITLE_REACH = 1600

/** Walks titles from left to right; `next` is the first mention that no title walked so far holds. */
export class TitleWalk {
  readonly #clean: CleanText
  readonly #placed: readonly Placed[]
  next = 0
  constructor(clean: CleanText, placed: readonly Placed[]) {
    this.#clean = clean
    this.#placed = placed
  }

  /** Finds the title of mention `index` and gives it the mentions that stand inside. */
  close(index: number, depth = 0): void {
    const one = this.#placed[index] as Placed
    this.next = index + 1
    const start = this.#titleStart(one)
    if (start < 0) return
    const end = this.#titleEnd(one, start, depth)
    if (this.next === index + 1 && this.#quotes(start, end)) return
    const trimmed = this.#trim(start, end)
    if (EMPTY.test(this.#clean.folded.slice(start, Math.min(trimmed, start + 24)))) return
    one.title = { start, end: trimmed }
    one.extent = Math.max(trimmed, one.extent)
  }

  #titleStart(one: Placed): number {
    if (one.mention.kind === 'named' && one.mention.rule !== 'resolution') return -1
    const { folded } = this.#clean
    const nickname = matchAt(NICKNAME, folded, one.surfaceEnd)
    const from = one.surfaceEnd + (nickname?.[0].length ?? 0)
    const opener = matchAt(OPENER, folded, from)
    if (!opener) return -1
    const at = from + opener[0].search(/[^\s,]/)
    return this.#isTitle(one, opener[0], at) ? at : -1
  }

  // "Điều 5 Luật X quy định: …" says what the article says; "…, Kế hoạch số 5" is the next citation.
  #isTitle(one: Placed, opener: string, at: number): boolean {
    const following = this.#placed[this.next]
    if (following && following.head <= at) return false
    const { folded } = this.#clean
    if (!/^,?\s(?:quy\sdinh|huong\sdan)/.test(opener)) return true
    if (matchAt(/(?:quy\sdinh|huong\sdan)(?:\s(?:nhu\ssau|ve\sviec\snhu\ssau))?\s?:/y, folded, at))
      return false
    if (one.mention.type === 'Luật' || one.mention.type === 'Bộ luật') return false
    return one.provision === null || !this.#saysWhat(one, at)
  }

  // "Tại Điều 5 Nghị định … quy định về X.": the act's own words, unless a second "quy định" follows.
  #saysWhat(one: Placed, at: number): boolean {
    const { text, folded } = this.#clean
    if (!/(?:^|[^\p{L}])T[aạ]i\s$/u.test(text.slice(Math.max(0, one.head - 5), one.head))) return false
    const sentence = folded.slice(at + 9, at + 300).split(/[.;"]/)[0] ?? ''
    return !/quy\sdinh/.test(sentence)
  }

  // "Nghị định số … quy định về giá đất như sau: “…”": the words that follow are the act's own.
  #quotes(start: number, end: number): boolean {
    const { folded } = this.#clean
    return (
      matchAt(/:\s?["\n\r]/y, folded, end) !== null &&
      matchAt(/(?:quy\sdinh|huong\sdan)/y, folded, start) !== null
    )
  }

  #trim(start: number, end: number): number {
    let last = end
    while (last > start && /[\s,;.:(-]/.test(this.#clean.folded.charAt(last - 1))) last--
    return last
  }

  #titleEnd(one: Placed, start: number, depth: number): number {
    const { folded } = this.#clean
    const limit = Math.min(folded.length, start + TITLE_REACH)
    let at = this.#skipQuote(start, limit)
    if (at > start) {
      this.#adopt(one, at, depth)
      return this.#afterQuote(at)
    }
    at = start + 1
    while (at < limit) {
      const inner = this.#placed[this.next]
      STEP.lastIndex = at
      const step = STEP.exec(folded)
      const stop = step ? step.index : limit
      if (inner && inner.head <= stop && inner.head < limit) {
        at = this.#nest(one, inner, depth)
        continue
      }
      if (!step || stop >= limit) return limit
      const next = this.#pass(one, step[0], stop)
      if (next < 0) return stop + (/\d{4}/.test(step[0]) ? step[0].lastIndexOf(' ') : 0)
      if (step[0] === '"' && this.#quoteEndsTitle(start, stop, next)) return next
      at = next
    }
    return at
  }

  // "“Năm dân vận chính quyền” 2022": the year still belongs to the title.
  #afterQuote(at: number): number {
    const rest = matchAt(/\s?(?:nam\s)?(?:19|20)\d{2}(?!\d|\/)/y, this.#clean.folded, at)
    return at + (rest ? rest[0].length : 0)
  }

  // The mention stands inside the title: its own title is read first, within this one.
  #nest(one: Placed, inner: Placed, depth: number): number {
    const index = this.next
    inner.outer = one
    if (depth < 4) this.close(index, depth + 1)
    else this.next = index + 1
    one.extent = Math.max(one.extent, inner.extent)
    return inner.extent
  }

  #adopt(one: Placed, end: number, depth: number): void {
    for (let inner = this.#placed[this.next]; inner && inner.head < end; inner = this.#placed[this.next])
      this.#nest(one, inner, depth)
  }

  // End of the quotation that opens the title, or `start` where none does.
  #skipQuote(start: number, limit: number): number {
    const { folded, text } = this.#clean
    const opening = matchAt(/(?:ve\s(?:viec\s|ban\shanh\s)?)?("|'')/y, folded, start)
    if (!opening) return start
    const quote = start + opening[0].length - (opening[1]?.length ?? 1)
    const close = closingQuote(text, folded, quote, limit)
    return close < 0 ? start : close
  }

  // Where the walk goes on after a separator; -1 where the title ends at it.
  #pass(one: Placed, mark: string, at: number): number {
    const clean = this.#clean
    const on = at + mark.length
    switch (mark) {
      case '.':
        return endsSentence(clean, at) ? -1 : on
      case ':':
        return COLON_INSIDE.test(clean.folded.slice(Math.max(0, at - 18), at)) ? on : -1
      case '|':
      case ')':
        return -1
      case ';':
        return this.#goesOn(at) || this.#fillsItem(one, at) ? on : -1
      case '\n':
      case '\r':
        return breaksItem(clean, at) ? -1 : on
      case '"':
      case "''":
        return Math.max(closingQuote(clean.text, clean.folded, at, at + 400), on)
      case '(':
        return this.#passBracket(at)
      case ',':
        return this.#passComma(one, at)
      case 'va':
        return (this.#linksMention(on) && !this.#hasInner(one)) || this.#couples(on) ? -1 : on
      default:
        return -1
    }
  }

  // A semicolon inside a title: small letters follow, and the list takes up again behind them.
  #goesOn(at: number): boolean {
    const { text, folded } = this.#clean
    if (!isLower(text, at + 2) || folded.charAt(at + 1) !== ' ' || this.#linksMention(at + 1)) return false
    const rest = folded.slice(at + 1, at + 260)
    const stop = rest.search(/[;.|]/)
    if (stop < 0 || rest.charAt(stop) !== ';') return false
    if (MAIN_CLAUSE.test(rest)) return false
    return this.#linksMention(at + 1 + stop + 1) || /^;[\r\n]/.test(rest.slice(stop))
  }

  // "- Nghị định số … về đổi mới; khuyến khích …; công nhận …": the item is one instrument and its title.
  #fillsItem(one: Placed, at: number): boolean {
    const { text, folded } = this.#clean
    if (
      folded.charAt(at + 1) !== ' ' ||
      !isLower(text, at + 2) ||
      MAIN_CLAUSE.test(folded.slice(at + 1, at + 14))
    )
      return false
    if (!ITEM_START.test(folded.slice(Math.max(0, one.head - 16), one.head))) return false
    const next = this.#placed[this.next]?.head ?? folded.length
    for (let i = at; i < Math.min(at + 400, next); i++)
      if (folded.charAt(i) === '|' || breaksItem(this.#clean, i)) return true
    return false
  }

  // "với chủ đề “…”, kịp thời": a quotation near the title's start, and a separator behind it.
  #quoteEndsTitle(start: number, open: number, close: number): boolean {
    return (
      open - start < 70 && close - open > 2 && matchAt(/[,;.]|\sva\s/y, this.#clean.folded, close) !== null
    )
  }

  #passBracket(at: number): number {
    const { folded } = this.#clean
    if (matchAt(STOP_BRACKET, folded, at) || this.#namesAgain(at + 1)) return -1
    const close = folded.indexOf(')', at)
    return close > 0 && close - at < 160 ? close + 1 : -1
  }

  // "… chuyển đổi số toàn diện (Nghị quyết 214/NQ-CP)": a mention alone in brackets is no part of the title.
  #namesAgain(at: number): boolean {
    const next = this.#placed[this.next]
    return next !== undefined && next.head === at && this.#clean.folded.charAt(next.surfaceEnd) === ')'
  }

  #passComma(one: Placed, at: number): number {
    if (this.#linksMention(at + 1)) return this.#sameList(one) ? at + 1 : -1
    return this.#opensMain(at + 2) || this.#couples(at + 1) ? -1 : at + 1
  }

  // ", UBND xã Minh Sơn xây dựng": an organ and a verb begin the main clause.
  #opensMain(at: number): boolean {
    const { folded } = this.#clean
    if (matchAt(/(?:cu\sthe|nhu\ssau|nay\s|trong\sdo|de\snghi\s|yeu\scau\s)/y, folded, at)) return true
    if (!organAt(this.#clean, at)) return false
    return MAIN_VERB.test(folded.slice(at, at + 110).split(/[,;.:]\s?(?![a-z])/)[0] ?? '')
  }

  #linksMention(at: number): boolean {
    const inner = this.#placed[this.next]
    if (!inner || inner.head - at > 24 || inner.head < at) return false
    return LINK.test(this.#clean.folded.slice(at, inner.head))
  }

  // "… và quy định tại Nghị định số 62": a second object of the sentence, not of the title.
  #couples(at: number): boolean {
    const next = this.#placed[this.next]
    if (!next || next.head - at > 90 || next.head < at) return false
    return COUPLED.test(this.#clean.folded.slice(at, next.head))
  }

  #hasInner(one: Placed): boolean {
    const before = this.#placed[this.next - 1]
    return before !== undefined && before !== one
  }

  // "sửa đổi Luật A, Luật B": bare mentions of one type that an inner one has begun.
  #sameList(one: Placed): boolean {
    const before = this.#placed[this.next - 1]
    const next = this.#placed[this.next]
    if (!before || !next || before === one || before.outer !== one || before.title) return false
    if (before.mention.kind === 'named' && next.mention.kind === 'named') return true
    return before.mention.type === next.mention.type && next.mention.type !== one.mention.type
  }
}
