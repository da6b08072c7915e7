// What moves a drawing and what does not: the plain wheel and one finger scroll the page, as anywhere on it; the wheel
// with Ctrl (or a touchpad's pinch, which browsers tell so) and two fingers change the size. A tap comes as a click.

import type { Core, Position } from 'cytoscape'

/** Pixels of a wheel for twice the size. */
const WHEEL_DOUBLES = 300
const LINE_PIXELS = 20
const TOUCHES = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const

/** Two fingers on a screen. */
interface Pinch {
  readonly middle: Position
  readonly spread: number
}

/**
 * Listens in the capturing phase, since cytoscape would take every wheel and finger for itself.
 * @param stage around the drawing
 */
export function obeyGestures(stage: HTMLElement, graph: Core): void {
  const options = { capture: true, passive: false }
  stage.addEventListener('wheel', (event) => turnWheel(stage, graph, event), options)
  // cytoscape keeps where it stands, and does not hear of it when a page around a shadow tree has been scrolled.
  stage.addEventListener('pointerdown', () => graph.resize(), options)
  let last: Pinch | null = null
  for (const name of TOUCHES)
    stage.addEventListener(
      name,
      (event) => {
        event.stopPropagation()
        const now = pinchOf(stage, event.touches)
        if (now && event.cancelable) event.preventDefault()
        if (now && last) pinch(graph, last, now)
        last = now
      },
      options,
    )
}

function turnWheel(stage: HTMLElement, graph: Core, event: WheelEvent): void {
  event.stopPropagation()
  if (!event.ctrlKey && !event.metaKey) return
  event.preventDefault()
  const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE_PIXELS)
  graph.zoom({ level: graph.zoom() * 2 ** (-pixels / WHEEL_DOUBLES), renderedPosition: within(stage, event) })
}

function pinch(graph: Core, last: Pinch, now: Pinch): void {
  graph.panBy({ x: now.middle.x - last.middle.x, y: now.middle.y - last.middle.y })
  graph.zoom({ level: (graph.zoom() * now.spread) / last.spread, renderedPosition: now.middle })
}

function pinchOf(stage: HTMLElement, touches: TouchList): Pinch | null {
  const [one, other] = touches
  if (!one || !other) return null
  const [a, b] = [within(stage, one), within(stage, other)]
  return {
    middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
    spread: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)),
  }
}

function within(stage: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Position {
  const { left, top } = stage.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}
