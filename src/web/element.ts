// What all elements of the page share.

import { LitElement, type PropertyDeclarations } from 'lit'
import type { Language } from '../legal/words.ts'
import type { Instrument } from './instrument.ts'
import type { Route } from './route.ts'
import { say, type WordName } from './words.ts'

/** Where to go; the page's frame listens for it. */
export class GoEvent extends Event {
  static readonly type = 'can-cu-go'
  readonly route: Route

  constructor(route: Route) {
    super(GoEvent.type, { bubbles: true })
    this.route = route
  }
}

/** What the view shows, by its key; the page's frame puts its name into the title of the window. */
export class ShownEvent extends Event {
  static readonly type = 'can-cu-shown'
  readonly instrument: Instrument

  constructor(instrument: Instrument) {
    super(ShownEvent.type, { bubbles: true })
    this.instrument = instrument
  }
}

/** Drawn into the page's own tree, so that one style sheet, and the labels of other elements, reach it. */
export class PageElement extends LitElement {
  static override properties: PropertyDeclarations = { language: {} }
  declare language: Language

  constructor() {
    super()
    this.language = 'vi'
  }

  override createRenderRoot(): HTMLElement {
    this.replaceChildren()
    return this
  }

  say(name: WordName, values: Readonly<Record<string, string | number>> = {}): string {
    return say(this.language, name, values)
  }

  go(route: Route): void {
    this.dispatchEvent(new GoEvent(route))
  }
}
