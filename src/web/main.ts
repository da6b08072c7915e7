// The frame of the page: its head with search and language, the three views, and the addresses that lead to them.

import './style/base.css'
import './style/views.css'
import './failure.ts'
import './search-field.ts'
import './check/view.ts'
import './instrument/view.ts'
import './toast.ts'
import './trace/view.ts'
import { html, type TemplateResult } from 'lit'
import { LANGUAGES, type Language } from '../legal/words.ts'
import { GoEvent, PageElement, ShownEvent } from './element.ts'
import { type Instrument, nameOf } from './instrument.ts'
import { foldBack, unfold } from './print.ts'
import { addressOf, languageIn, PATHS, parseRoute, type Route, type View } from './route.ts'

const LANGUAGE_SLOT = 'cancu.language'
const VIEWS = Object.keys(PATHS) as View[]

class App extends PageElement {
  static override properties = { route: { state: true }, shown: { state: true } }
  declare route: Route
  /** The instrument that was last shown. */
  declare shown: Instrument | null

  constructor() {
    super()
    const url = new URL(location.href)
    this.route = parseRoute(url)
    this.language = languageIn(url) ?? keptLanguage()
    this.shown = null
    this.addEventListener(GoEvent.type, (event) => this.#go((event as GoEvent).route))
    this.addEventListener(ShownEvent.type, (event) => (this.shown = (event as ShownEvent).instrument))
    this.addEventListener('click', (event) => this.#follow(event))
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('popstate', this.#arrive)
    window.addEventListener('beforeprint', unfold)
    window.addEventListener('afterprint', foldBack)
    // The address names what is shown, the language too, so that it can be handed on.
    history.replaceState(null, '', addressOf(this.route, this.language))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('popstate', this.#arrive)
    window.removeEventListener('beforeprint', unfold)
    window.removeEventListener('afterprint', foldBack)
  }

  override render(): TemplateResult {
    const { route, language } = this
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${this.say('skip')}</a>
      <header class="head">
        <a class="brand" href=${addressOf(BLANK.check, language)} lang="vi">Căn Cứ</a>
        <nav aria-label=${this.say('views')}><ul>${VIEWS.map((view) => this.#tab(view))}</ul></nav>
        <can-cu-search .language=${language} .view=${route.view}></can-cu-search>
        <a class="language" hreflang=${otherThan(language)} lang=${otherThan(language)}
          href=${addressOf(route, otherThan(language))}>${this.say('otherLanguage')}</a>
      </header>
      <main id="main" tabindex="-1">
        <can-cu-check ?hidden=${route.view !== 'check'} .language=${language}
          .route=${route.view === 'check' ? route : null}></can-cu-check>
        ${this.#view()}
      </main>
      <footer class="foot"><p>${this.say('footer')}</p></footer>
      <can-cu-toast .language=${language}></can-cu-toast>`
  }

  #tab(view: View): TemplateResult {
    const here = this.route.view === view
    return html`<li><a href=${addressOf(this.#tabRoute(view), this.language)}
      aria-current=${here ? 'page' : 'false'}>${this.say(view)}</a></li>`
  }

  /** The draft's day and place, as they were last: its text is kept too. */
  #lastCheck: Route = BLANK.check

  override willUpdate(): void {
    if (this.route.view === 'check') this.#lastCheck = this.route
  }

  /** From an instrument to its trace and back: the views of one instrument stand side by side. */
  #tabRoute(view: View): Route {
    if (view === 'check') return this.#lastCheck
    const blank = BLANK[view]
    return 'key' in blank && 'key' in this.route ? { ...blank, key: this.route.key } : blank
  }

  #view(): TemplateResult {
    const { route, language } = this
    if (route.view === 'instrument')
      return html`<can-cu-instrument .language=${language} .route=${route}></can-cu-instrument>`
    if (route.view === 'trace')
      return html`<can-cu-trace .language=${language} .route=${route}></can-cu-trace>`
    return html``
  }

  override updated(): void {
    document.documentElement.lang = this.language
    document.title = [this.#name(), this.say(this.route.view), 'Căn Cứ'].filter(Boolean).join(' · ')
  }

  /** What the address names, once it is known; its key until then. */
  #name(): string | null {
    const key = keyOf(this.route)
    return key !== null && this.shown?.key === key ? nameOf(this.shown, this.language) : key
  }

  #go(route: Route): void {
    const address = addressOf(route, this.language)
    if (address !== location.pathname + location.search) history.pushState(null, '', address)
    this.#show(route)
  }

  /** Links to views change the view; all others are the browser's. */
  #follow(event: MouseEvent): void {
    const link = (event.target as Element).closest('a')
    if (!link || event.defaultPrevented || event.button !== 0 || link.target || link.download) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const url = new URL(link.href)
    const ours = VIEWS.some(
      (view) => url.pathname === PATHS[view] || url.pathname.startsWith(`${PATHS[view]}/`),
    )
    if (url.origin !== location.origin || !ours || url.hash) return
    event.preventDefault()
    this.#speak(languageIn(url) ?? 'vi')
    this.#go(parseRoute(url))
  }

  #arrive = (): void => {
    const url = new URL(location.href)
    this.#speak(languageIn(url) ?? 'vi')
    this.#show(parseRoute(url))
  }

  /** Another view begins at its top, also for who listens to the page. */
  #show(route: Route): void {
    const moved = route.view !== this.route.view || keyOf(route) !== keyOf(this.route)
    this.route = route
    if (!moved) return
    window.scrollTo(0, 0)
    this.querySelector('main')?.focus({ preventScroll: true })
  }

  #speak(language: Language): void {
    this.language = language
    try {
      localStorage.setItem(LANGUAGE_SLOT, language)
    } catch {
      // A browser that keeps nothing: the address has it.
    }
  }

  #skip(event: Event): void {
    event.preventDefault()
    this.querySelector('main')?.focus()
  }
}

/** Each view with nothing chosen. */
const BLANK: Readonly<Record<View, Route>> = {
  check: { view: 'check', day: '', place: '' },
  instrument: { view: 'instrument', key: null, text: '', day: '' },
  trace: { view: 'trace', key: null, direction: 'UP', day: '', relations: [] },
}

function keyOf(route: Route): string | null {
  return 'key' in route ? route.key : null
}

function otherThan(language: Language): Language {
  return language === 'vi' ? 'en' : 'vi'
}

function keptLanguage(): Language {
  try {
    return LANGUAGES.find((language) => language === localStorage.getItem(LANGUAGE_SLOT)) ?? 'vi'
  } catch {
    return 'vi'
  }
}

customElements.define('can-cu-app', App)
