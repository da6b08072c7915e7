// Kiểm tra: a draft that is pasted, dropped or chosen, and the report on it.

import { Task } from '@lit/task'
import { html, nothing, type TemplateResult } from 'lit'
import { todayInVietnam } from '../../legal/today.ts'
import { type AskError, ask, readFile } from '../ask.ts'
import '../day-field.ts'
import type { DayField } from '../day-field.ts'
import { PageElement } from '../element.ts'
import type { CheckRoute } from '../route.ts'
import { CHECK_QUERY, type Check } from './finding.ts'
import { SAMPLE_DRAFT } from './sample.ts'
import './place-field.ts'
import type { PlaceField } from './place-field.ts'
import './report.ts'

/** Read here; files of other kinds are read by the server. */
const PLAIN = /\.(txt|md)$/i

interface Done {
  readonly text: string
  readonly check: Check
  /** ISO day of the check, in Việt Nam. */
  readonly today: string
}

class CheckView extends PageElement {
  static override properties = {
    route: { attribute: false },
    text: { state: true },
    editing: { state: true },
    told: { state: true },
    dropping: { state: true },
  }
  /** `null`: another view is shown; the draft stays. */
  declare route: CheckRoute | null
  declare text: string
  declare editing: boolean
  /** What was last done, said aloud. */
  declare told: string
  declare dropping: boolean
  #last: CheckRoute = { view: 'check', day: '', place: '' }

  constructor() {
    super()
    this.route = null
    this.text = ''
    this.editing = true
    this.told = ''
    this.dropping = false
  }

  #check = new Task(this, {
    autoRun: false,
    task: async ([text, day, place]: readonly string[], { signal }): Promise<Done> => {
      const variables = { text, day: day || null, place: place || null }
      const { checkText } = await ask<{ checkText: Check }>(CHECK_QUERY, variables, signal)
      return { text: text ?? '', check: checkText, today: todayInVietnam() }
    },
    onComplete: () => {
      this.editing = false
    },
  })

  /** The file that is read, or was last. */
  #file: File | null = null
  #read = new Task(this, {
    autoRun: false,
    args: () => [this.#file] as const,
    task: async ([file], { signal }) => {
      if (!file) return
      this.told = this.say('reading', { name: file.name })
      const text = await textOf(file, signal).catch((error: unknown) => {
        if (signal.aborted) return null
        throw error
      })
      // Another file was chosen, or something was typed, meanwhile.
      if (text === null || signal.aborted) return
      this.text = text
      this.told = this.say('readDone', { name: file.name })
    },
    onError: () => {
      this.told = ''
    },
  })

  #send = new Task(this, {
    autoRun: false,
    task: async () => {
      const day = this.querySelector<DayField>('can-cu-day-field')?.read() ?? null
      if (day === null) return
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
        complete: ({ text, check, today }) =>
          this.editing
            ? nothing
            : html`<can-cu-report .language=${this.language} .text=${text} .check=${check} .today=${today}
                @can-cu-edit=${this.#edit}></can-cu-report>`,
      })}
    </article>`
  }

  #form(): TemplateResult {
    return html`<p class="lead">${this.say('checkIntro')}</p>
      <form class="draft" novalidate @submit=${this.#submit}>
        <label for="draft">${this.say('draft')}</label>
        <textarea id="draft" rows="14" lang="vi" spellcheck="false" class=${this.dropping ? 'dropping' : ''}
          placeholder=${this.say('draftHint')} .value=${this.text}
          @input=${this.#typed} @dragover=${this.#dragged} @dragleave=${this.#dragged} @drop=${this.#dropped}></textarea>
        <div class="row">
          ${this.#fileField()}
          <can-cu-day-field class="field" name="draft-day" label="draftDay" hint="draftDayHint"
            .language=${this.language} .day=${this.#last.day}></can-cu-day-field>
          <can-cu-place-field class="field" .language=${this.language} .path=${this.#last.place}></can-cu-place-field>
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

  /** The browser's own button would speak the language of the browser; it stays for the keyboard, and for readers of screens. */
  #fileField(): TemplateResult {
    return html`<span class="field">
      <span class="legend" id="draft-file-label">${this.say('draftFile')}</span>
      <span class="file">
        <input id="draft-file" class="unseen" type="file" accept=".txt,.md,.html,.htm,.docx,.pdf"
          aria-labelledby="draft-file-label draft-file-button" aria-describedby="draft-file-name draft-file-hint" @change=${this.#chosen}>
        <label for="draft-file" id="draft-file-button" class="button">${this.say('chooseFile')}</label>
        <span id="draft-file-name">${this.#file?.name ?? this.say('noFile')}</span>
      </span>
      <span class="small" id="draft-file-hint">${this.say('fileKinds')}</span>
    </span>`
  }

  #failure(error: AskError, retry: () => void): TemplateResult {
    return html`<can-cu-failure .language=${this.language} .error=${error} .retry=${retry}></can-cu-failure>`
  }

  #typed(event: InputEvent): void {
    this.#read.abort()
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
    this.#read.abort()
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

  #edit(): void {
    this.editing = true
    this.told = ''
    void this.updateComplete.then(() => this.querySelector('textarea')?.focus())
  }
}

async function textOf(file: File, signal: AbortSignal): Promise<string> {
  if (!PLAIN.test(file.name)) return readFile(file, signal)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    // The server says in words what is wrong with it.
    return readFile(file, signal)
  }
}

customElements.define('can-cu-check', CheckView)
