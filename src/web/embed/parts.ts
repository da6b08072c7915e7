// The parts around a drawing: its frame, buttons, names of levels, legend, hint, and all of it in words.

import type { Layout } from '../../drawing/layout.ts'
import { type LegendEntry, legendOf } from '../../drawing/legend.ts'
import { sentencesOf, toSvg } from '../../drawing/svg.ts'
import type { TraceView } from '../../drawing/view.ts'
import { type Language, LEVEL_WORDS, wordIn } from '../../legal/words.ts'
import { type EmbedWords, WORDS } from './words.ts'

export interface Parts {
  /** Holds all others. */
  readonly frame: HTMLElement
  /** Around the drawing and what stands over it. */
  readonly stage: HTMLElement
  readonly canvas: HTMLElement
  /** A name a level, from the top. */
  readonly names: HTMLElement
  /** Says how much does not show. */
  readonly outside: HTMLElement
}

/** @param press what a button does, told as the key that does the same */
export function buildParts(
  view: TraceView,
  layout: Layout,
  language: Language,
  press: (key: string) => void,
): Parts {
  const say = WORDS[language]
  const canvas = element('div', {
    ...{ class: 'canvas', tabindex: '0', role: 'application', 'aria-label': say.label },
  })
  const names = element('div', { class: 'levels', 'aria-hidden': 'true' })
  const named = layout.layers.map(({ level }) => (level ? wordIn(language, LEVEL_WORDS[level]) : say.noLevel))
  names.append(...named.map((name) => element('span', {}, name)))
  const stage = element('div', { class: 'stage' })
  stage.append(canvas, names, buttons(say, press))
  const outside = element('b', {})
  const hint = element('p', { class: 'hint' }, `${say.hint} `)
  hint.append(outside)
  const frame = element('div', { class: 'frame' })
  frame.append(
    stage,
    ...legend(view, language),
    hint,
    inWords(view, language),
    printed(view, layout, language),
  )
  return { frame, stage, canvas, names, outside }
}

function buttons(say: EmbedWords, press: (key: string) => void): HTMLElement {
  const group = element('div', { class: 'buttons' })
  for (const [label, text, key] of [
    [say.larger, '+', '+'],
    [say.smaller, '−', '-'],
    [say.fit, say.fit, '0'],
  ] as const) {
    const button = element('button', { type: 'button', 'aria-label': label, title: label }, text)
    button.addEventListener('click', () => press(key))
    group.append(button)
  }
  return group
}

/** None where nothing is marked. */
function legend(view: TraceView, language: Language): HTMLElement[] {
  const items = legendOf(view, language).map(legendItem)
  if (items.length === 0) return []
  const list = element('ul', { class: 'legend', 'aria-label': WORDS[language].legend })
  list.append(...items)
  return [list]
}

function legendItem({ mark, kind, colour, words }: LegendEntry): HTMLElement {
  const item = element('li', {})
  const text = kind === 'sign' ? mark : ''
  item.append(element('span', { class: `mark ${kind} ${colour}`.trim(), 'aria-hidden': 'true' }, text), words)
  return item
}

/** What is printed: all of it, whatever shows on the screen, and light. Its style is in the sheet of the element. */
function printed(view: TraceView, layout: Layout, language: Language): HTMLElement {
  const picture = new DOMParser().parseFromString(toSvg(view, language, layout), 'image/svg+xml')
  picture.querySelector('style')?.remove()
  const box = element('div', { class: 'printed' })
  box.append(document.importNode(picture.documentElement, true))
  return box
}

function inWords(view: TraceView, language: Language): HTMLElement {
  const list = element('ul', { class: 'words' })
  list.append(...sentencesOf(view, language).map((one) => element('li', {}, one)))
  return list
}

export function element(name: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.textContent = text
  return made
}
