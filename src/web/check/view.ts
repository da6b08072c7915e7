// Kiểm tra: a draft, its citations marked, beside what was found of each, the most urgent first.

import { Task } from '@lit/task'
import { html, nothing, type TemplateResult } from 'lit'
import type { Summary } from '../../check/summary.ts'
import { dayIn, wordIn } from '../../legal/words.ts'
import { type AskError, ask, readFile } from '../ask.ts'
import { dayField, sentDay } from '../day-field.ts'
import { PageElement } from '../element.ts'

import type { CheckRoute } from '../route.ts'
import { sign } from '../status.ts'
import { capital, type WordName } from '../words.ts'
import { CHECK_QUERY, type Check, type Finding, groupFindings, groupOf } from './finding.ts'
import { findingBody, findingProof } from './finding-body.ts'
import { SAMPLE_DRAFT } from './sample.ts'
import './place-field.ts'
import type { PlaceField } from './place-field.ts'
import { cutText, type Segment } from './segments.ts'

/** Read here; files of other kinds are read by the server. */
const PLAIN = /\.(txt|md)$/i

const COUNTS: readonly (readonly [keyof Summary, WordName])[] = [
  ['endedWhenCited', 'sumEndedWhenCited'],
  ['endedToday', 'sumEndedToday'],
  ['ambiguous', 'sumAmbiguous'],
  ['amended', 'sumAmended'],
  ['notHeld', 'sumNotHeld'],
  ['unreadable', 'sumUnreadable'],
]

interface Done {
  readonly text: string
  readonly check: Check
  readonly segments: readonly Segment[]
}

class CheckView extends PageElement {
  static override properties = {
    route: { attribute: false },
    text: { state: true },
    editing: { state: true },
    told: { state: true },
    opened: { state: true },
    current: { state: true },
    dropping: { state: true },
  }
  /** `null`: another view is shown; the draft stays. */
  declare route: CheckRoute | null
  declare text: string
  declare editing: boolean
  /** What was last done, said aloud. */
  declare told: string
  /** Findings whose evidence is shown. */
  declare opened: ReadonlySet<number>
  /** The finding that was last gone to. */
  declare current: number | null
  declare dropping: boolean
  #last: CheckRoute = { view: 'check', day: '', place: '' }

  constructor() {
    super()
    this.route = null
    this.text = ''
    this.editing = true
    this.told = ''
    this.opened = new Set()
    this.current = null
    this.dropping = false
  }

  #check = new Task(this, {
    autoRun: false,
    task: async ([text, day, place]: readonly string[], { signal }): Promise<Done> => {
      const variables = { text, day: day || null, place: place || null }
      const { checkText } = await ask<{ checkText: Check }>(CHECK_QUERY, variables, signal)
      return { text: text ?? '', check: checkText, segments: cutText(text ?? '', checkText.citations) }
    },
    onComplete: () => {
      this.editing = false
      this.opened = new Set()
      this.current = null
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('#findings-title')?.focus())
    },
  })

  /** The file that is read, or was last. */
  #file: File | null = null
  #read = new Task(this, {
    autoRun: false,
    args: () => [this.#file] as const,
    task: async ([file]) => {
      if (!file) return
      this.told = this.say('reading', { name: file.name })
      this.text = await textOf(file)
      this.told = this.say('readDone', { name: file.name })
    },
    onError: () => {
      this.told = ''
    },
  })

  #send = new Task(this, {
    autoRun: false,
    task: async () => {
      const form = this.querySelector<HTMLFormElement>('form.draft')
      const day = form ? sentDay(new FormData(form)) : ''
      const place = (await this.querySelector<PlaceField>('can-cu-place-field')?.meant()) ?? null
      if (place === null) return
      this.#last = { view: 'check', day, place }
      this.go(this.#last)
      this.#run()
    },
  })

  override willUpdate(): void {
    if (this.route) this.#last = this.route
  }

  override render(): TemplateResult {
    return html`<article class="sheet">
      <h1>${this.say('checkTitle')}</h1>
      ${this.editing ? this.#form() : nothing}
      <p class="told" role="status">${this.told}</p>
      ${this.#check.render({
        pending: () => html`<p class="loading" role="status">${this.say('checking')}</p>`,
        error: (error) => this.#failure(error as AskError, () => this.#run()),
        complete: (done) => (this.editing ? nothing : this.#report(done)),
      })}
    </article>`
  }

  #form(): TemplateResult {
    return html`<p class="lead">${this.say('checkIntro')}</p>
      <form class="draft" @submit=${this.#submit}>
        <label for="draft">${this.say('draft')}</label>
        <textarea id="draft" rows="14" lang="vi" spellcheck="false" class=${this.dropping ? 'dropping' : ''}
          placeholder=${this.say('draftHint')} .value=${this.text}
          @input=${this.#typed} @dragover=${this.#dragged} @dragleave=${this.#dragged} @drop=${this.#dropped}></textarea>
        <div class="row">
          <span class="field">
            <label for="draft-file">${this.say('chooseFile')}</label>
            <input id="draft-file" type="file" accept=".txt,.md,.html,.htm,.docx,.pdf" aria-describedby="draft-file-hint" @change=${this.#chosen}>
            <span class="small" id="draft-file-hint">${this.say('fileKinds')}</span>
          </span>
          <span class="field">
            <label for="draft-day">${this.say('draftDay')}</label>
            ${dayField({ id: 'draft-day', value: this.#last.day, hint: 'draft-day-hint' }, this.language)}
            <span class="small" id="draft-day-hint">${this.say('draftDayHint')}</span>
          </span>
          <span class="field">
            <label for="draft-place">${this.say('draftPlace')}</label>
            <can-cu-place-field .language=${this.language} path=${this.#last.place}></can-cu-place-field>
            <span class="small" id="draft-place-hint">${this.say('draftPlaceHint')}</span>
          </span>
        </div>
        <p class="actions">
          <button type="submit" class="main">${this.say('runCheck')}</button>
          <button type="button" @click=${this.#useSample}>${this.say('sample')}</button>
        </p>
      </form>
      ${this.#send.render({
        error: (error) => this.#failure(error as AskError, () => void this.#send.run()),
      })}
      ${this.#read.render({
        error: (error) => this.#failure(error as AskError, () => void this.#read.run()),
      })}`
  }

  #failure(error: AskError, retry: () => void): TemplateResult {
    return html`<can-cu-failure .language=${this.language} .error=${error} .retry=${retry}></can-cu-failure>`
  }

  #typed(event: InputEvent): void {
    this.text = (event.target as HTMLTextAreaElement).value
  }

  #dragged(event: DragEvent): void {
    const holdsFile = event.dataTransfer?.types.includes('Files') ?? false
    this.dropping = holdsFile && event.type === 'dragover'
    if (holdsFile) event.preventDefault()
  }

  #dropped(event: DragEvent): void {
    this.dropping = false
    const file = event.dataTransfer?.files[0]
    if (!file) return
    event.preventDefault()
    this.#take(file)
  }

  #chosen(event: Event): void {
    const file = (event.target as HTMLInputElement).files?.[0]
    if (file) this.#take(file)
  }

  #take(file: File): void {
    this.#file = file
    void this.#read.run()
  }

  #useSample(): void {
    this.text = SAMPLE_DRAFT
    this.told = ''
    this.querySelector('textarea')?.focus()
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault()
    void this.#send.run()
  }

  #run(): void {
    this.told = this.text.trim() === '' ? this.say('draftEmpty') : ''
    if (this.told === '') void this.#check.run([this.text, this.#last.day, this.#last.place])
    else this.querySelector('textarea')?.focus()
  }

  #report({ check, segments }: Done): TemplateResult {
    return html`<div class="report">
      <section class="findings" aria-labelledby="findings-title">
        <h2 id="findings-title" tabindex="-1">${this.say('findings')}</h2>
        ${this.#summary(check)}
        <p class="actions">
          <button type="button" @click=${this.#edit}>${this.say('editDraft')}</button>
          <button type="button" @click=${() => window.print()}>${this.say('print')}</button>
        </p>
        ${check.citations.length === 0 ? html`<p>${this.say('noCitations')}</p>` : nothing}
        ${groupFindings(check.citations).map(
          ({ group, indices }) => html`<section class="group">
            <h3>${sign(group.tone)} ${capital(wordIn(this.language, group.words))} <span class="count">(${indices.length})</span></h3>
            <ol>${indices.map((i) => this.#finding(check.citations[i] as Finding, i))}</ol>
          </section>`,
        )}
      </section>
      <section class="marked" aria-labelledby="marked-title">
        <h2 id="marked-title">${this.say('markedText')}</h2>
        <div class="paper" lang="vi">${segments.map((segment) => this.#segment(segment, check.citations))}</div>
      </section>
    </div>`
  }

  #summary({ documentDate, emptyPages, summary }: Check): TemplateResult {
    const day = documentDate ? dayIn(this.language, documentDate) : null
    return html`<p class="summary"><strong>${summary.total}</strong> ${this.say('sumTotal')}${COUNTS.map(
      ([name, word]) =>
        summary[name] > 0
          ? html`<span class="part"><strong>${summary[name]}</strong> ${this.say(word)}</span>`
          : nothing,
    )}</p>
    <p class="small">${day ? this.say('judgedOn', { day }) : this.say('judgedToday')}</p>
    ${emptyPages.length > 0 ? html`<p class="note">${this.say('emptyPages', { pages: emptyPages.join(', ') })}</p>` : nothing}`
  }

  #finding(finding: Finding, i: number): TemplateResult {
    const open = this.opened.has(i)
    return html`<li id="finding-${i}" class="finding ${i === this.current ? 'current' : ''}" tabindex="-1">
      <p class="cited" lang="vi">
        <a href="#mark-${i}" @click=${(event: Event) => this.#goTo(event, `mark-${i}`, i)}
          aria-label="${this.say('backToText')}: ${finding.text}">${finding.text}</a>
        ${finding.provision ? html`<span class="small">${finding.provision}</span>` : nothing}
        ${finding.page ? html`<span class="small">${this.say('page', { page: finding.page })}</span>` : nothing}
      </p>
      ${findingBody(finding, this.language, (words) => void this.#copy(words))}
      <button type="button" class="plain" aria-expanded=${open} aria-controls="evidence-${i}" @click=${() => this.#toggle(i)}>
        ${this.say('showEvidence')}</button>
      <div id="evidence-${i}" class="proof" ?hidden=${!open}>${findingProof(finding, this.language)}</div>
    </li>`
  }

  #segment({ text, finding, first }: Segment, findings: readonly Finding[]): TemplateResult | string {
    const cited = finding === null ? undefined : findings[finding]
    if (finding === null || !cited) return text
    const { tone, words } = groupOf(cited)
    const name = `${text.replaceAll(/\s+/gu, ' ')}: ${wordIn(this.language, words)}`
    return html`<a id=${first ? `mark-${finding}` : nothing} class="mark ${tone} ${finding === this.current ? 'current' : ''}"
      href="#finding-${finding}" aria-label=${name} tabindex=${first ? 0 : -1}
      @click=${(event: Event) => this.#goTo(event, `finding-${finding}`, finding)}>${first ? sign(tone) : nothing}${text}</a>`
  }

  /** From the words to what was found of them, and back. */
  #goTo(event: Event, id: string, i: number): void {
    event.preventDefault()
    this.current = i
    const target = this.querySelector<HTMLElement>(`#${id}`)
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'center' })
  }

  #toggle(i: number): void {
    const opened = new Set(this.opened)
    if (!opened.delete(i)) opened.add(i)
    this.opened = opened
  }

  #edit(): void {
    this.editing = true
    this.told = ''
    void this.updateComplete.then(() => this.querySelector('textarea')?.focus())
  }

  async #copy(words: string): Promise<void> {
    this.told = ''
    const done = await copyText(words)
    this.told = this.say(done ? 'copied' : 'copyFailed')
  }
}

async function textOf(file: File): Promise<string> {
  if (!PLAIN.test(file.name)) return readFile(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    // The server says in words what is wrong with it.
    return readFile(file)
  }
}

/** Pages that did not come over TLS may not use the clipboard; then the words are selected and copied as by hand. */
async function copyText(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    const field = document.createElement('textarea')
    field.value = words
    field.className = 'unseen'
    document.body.append(field)
    field.select()
    const done = document.execCommand('copy')
    field.remove()
    return done
  }
}

customElements.define('can-cu-check', CheckView)
