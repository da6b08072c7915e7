// What was found of a draft: its groups, the most urgent first, beside the draft with its citations marked.

import { html, nothing, type TemplateResult } from 'lit'
import { dayIn, wordIn } from '../../legal/words.ts'
import { PageElement } from '../element.ts'
import { sign } from '../status.ts'
import { capital } from '../words.ts'
import {
  type Check,
  type Finding,
  type Group,
  type GroupedFindings,
  groupFindings,
  groupOf,
  isUrgent,
} from './finding.ts'
import { findingBody, findingProof } from './finding-body.ts'
import { cutText, type Segment } from './segments.ts'

/** Asks for the form again. */
export class EditEvent extends Event {
  static readonly type = 'can-cu-edit'

  constructor() {
    super(EditEvent.type, { bubbles: true })
  }
}

class Report extends PageElement {
  static override properties = {
    text: { attribute: false },
    check: { attribute: false },
    today: {},
    opened: { state: true },
    current: { state: true },
  }
  declare text: string
  declare check: Check
  /** ISO day of the check. */
  declare today: string
  /** Rows whose evidence is shown, by their first finding. */
  declare opened: ReadonlySet<number>
  /** The finding that was last gone to. */
  declare current: number | null
  #groups: readonly GroupedFindings[] = []
  #segments: readonly Segment[] = []
  /** Finding → first finding of its row. */
  #rowOf: ReadonlyMap<number, number> = new Map()

  constructor() {
    super()
    this.opened = new Set()
    this.current = null
  }

  override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (!changed.has('check')) return
    this.opened = new Set()
    this.current = null
    this.#segments = cutText(this.text, this.check.citations)
    this.#groups = groupFindings(this.check.citations)
    const rows = this.#groups.flatMap((grouped) => grouped.rows)
    this.#rowOf = new Map(rows.flatMap((row) => row.map((i) => [i, row[0] ?? i] as const)))
  }

  override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has('check')) this.querySelector<HTMLElement>('#findings-title')?.focus()
  }

  override render(): TemplateResult {
    return html`<div class="report">
      <section class="findings" aria-labelledby="findings-title">
        <h2 id="findings-title" tabindex="-1">${this.say('findings')}</h2>
        ${this.#summary()}
        <p class="actions">
          <button type="button" @click=${() => this.dispatchEvent(new EditEvent())}>${this.say('editDraft')}</button>
          <button type="button" @click=${() => window.print()}>${this.say('print')}</button>
        </p>
        ${this.#groups.map((grouped) => this.#group(grouped))}
      </section>
      <section class="marked" aria-labelledby="marked-title">
        <h2 id="marked-title">${this.say('markedText')}</h2>
        <div class="paper" lang="vi">${this.#segments.map((segment) => this.#segment(segment))}</div>
      </section>
    </div>`
  }

  #summary(): TemplateResult {
    const { citations, documentDate, emptyPages } = this.check
    const [today, day] = [this.#day(this.today), documentDate ? this.#day(documentDate) : null]
    return html`${citations.length > 0 ? this.#counts(citations.length) : html`<p>${this.say('noCitations')}</p>`}
      <p class="small">${day ? this.say('judgedOn', { today, day }) : this.say('judgedToday', { today })}</p>
      ${emptyPages.length > 0 ? html`<p class="note">${this.say('emptyPages', { pages: emptyPages.join(', ') })}</p>` : nothing}`
  }

  /** Each citation counts in one group, so that the counts add up. */
  #counts(total: number): TemplateResult {
    return html`<p class="summary"><strong>${total}</strong> ${this.say('sumTotal')}:</p>
      <ul class="counts">${this.#groups.map(
        ({ group, count }) =>
          html`<li>${sign(group.tone)} <a href="#${idOf(group)}" @click=${(event: Event) => this.#reach(event, idOf(group), 'start')}><strong>${count}</strong> ${wordIn(this.language, group.words)}</a></li>`,
      )}</ul>`
  }

  /** "ngày 05 tháng 02 năm 2026", as offices write it in full. */
  #day(iso: string): string {
    const words = dayIn(this.language, iso)
    if (this.language === 'en') return words
    const [day, month, year] = words.split('/')
    return `ngày ${day} tháng ${month} năm ${year}`
  }

  #group({ group, count, rows }: GroupedFindings): TemplateResult {
    const title = html`<h3 id=${idOf(group)} tabindex="-1">${sign(group.tone)} ${capital(wordIn(this.language, group.words))} <span class="count">(${count})</span></h3>`
    const list = html`${group.weight === 0 ? html`<p class="small">${this.say('notInForceNote')}</p>` : nothing}
      <ol>${rows.map((row) => this.#row(row))}</ol>`
    return isUrgent(group)
      ? html`<section class="group">${title}${list}</section>`
      : html`<details class="group"><summary>${title}</summary>${list}</details>`
  }

  #row(row: readonly number[]): TemplateResult {
    const [i = 0] = row
    const findings = row.map((one) => this.check.citations[one] as Finding) as [Finding, ...Finding[]]
    const open = this.opened.has(i)
    const current = this.current !== null && this.#rowOf.get(this.current) === i
    return html`<li id="finding-${i}" class="finding ${current ? 'current' : ''}" tabindex="-1">
      <p class="cited" lang="vi">
        ${row.length > 1 ? html`<span class="small" lang=${this.language}>${this.say('places', { count: row.length })}:</span>` : nothing}
        ${findings.map((finding, at) => this.#place(finding, row[at] ?? i, at < row.length - 1))}
      </p>
      ${findingBody(findings, this.language)}
      <button type="button" class="plain" aria-expanded=${open} aria-controls="evidence-${i}" @click=${() => this.#toggle(i)}>
        ${this.say('showEvidence')}</button>
      <div id="evidence-${i}" class="proof" ?hidden=${!open}>${findingProof(findings, this.language)}</div>
    </li>`
  }

  /** The words of one citation, leading to where they stand. */
  #place({ text, provision, page, within }: Finding, i: number, goesOn: boolean): TemplateResult {
    const outer = within ? this.say('within', { text: within.replaceAll(/\s+/gu, ' ') }) : null
    const where = [provision, page ? this.say('page', { page }) : null, outer].filter(Boolean).join(', ')
    return html`<span class="place"><a href="#mark-${i}" @click=${(event: Event) => this.#goTo(event, `mark-${i}`, i)}
        aria-label="${this.say('backToText')}: ${text}">${text}</a>${where ? html` <span class="small">${where}</span>` : nothing}${goesOn ? ';' : nothing}</span> `
  }

  #segment({ text, finding, first }: Segment): TemplateResult | string {
    const cited = finding === null ? undefined : this.check.citations[finding]
    if (finding === null || !cited) return text
    const { tone, words } = groupOf(cited)
    const name = `${text.replaceAll(/\s+/gu, ' ')}: ${wordIn(this.language, words)}`
    const row = `finding-${this.#rowOf.get(finding)}`
    return html`<a id=${first ? `mark-${finding}` : nothing} class="mark ${tone} ${finding === this.current ? 'current' : ''}"
      href="#${row}" aria-label=${name} tabindex=${first ? 0 : -1}
      @click=${(event: Event) => this.#goTo(event, row, finding)}>${first ? sign(tone) : nothing}${text}</a>`
  }

  /** From the words to what was found of them, and back. */
  #goTo(event: Event, id: string, i: number): void {
    this.current = i
    this.#reach(event, id, 'center')
  }

  /** Goes to a part of the report, opening what it is folded into. */
  #reach(event: Event, id: string, block: ScrollLogicalPosition): void {
    event.preventDefault()
    const target = this.querySelector<HTMLElement>(`#${id}`)
    target?.closest('details')?.setAttribute('open', '')
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block })
  }

  #toggle(i: number): void {
    const opened = new Set(this.opened)
    if (!opened.delete(i)) opened.add(i)
    this.opened = opened
  }
}

function idOf({ weight }: Group): string {
  return `group-${weight * 2}`
}

customElements.define('can-cu-report', Report)
