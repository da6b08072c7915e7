import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RELATIONS } from '../../src/citation/types.ts'
import { toGraphml, toJson, toMermaid } from '../../src/drawing/export.ts'
import { BOX, type Box, layOut } from '../../src/drawing/layout.ts'
import { legendOf } from '../../src/drawing/legend.ts'
import { routesOf } from '../../src/drawing/route.ts'
import { describe as inWords, toSvg } from '../../src/drawing/svg.ts'
import type { TraceView, ViewNode } from '../../src/drawing/view.ts'
import { LEVELS } from '../../src/legal/place.ts'

const node = (key: string, more: Partial<ViewNode> = {}): ViewNode => ({
  ...{ key, number: key, date: '2022-03-22', type: 'Kế hoạch', title: 'Công tác dân vận năm 2022' },
  ...{ issuer: null, level: 'commune', depth: 0, textHeld: true, fictional: false, status: null, ...more },
})
const small: TraceView = {
  root: '62/KH-UBND',
  direction: 'UP',
  nodes: [
    node('62/KH-UBND'),
    node('43-KL/TW', { level: 'central', depth: 1, textHeld: false, status: 'NO_KNOWN_CHANGE' }),
    node('25-NQ/TW', { level: 'central', depth: 2, status: 'REPLACED' }),
  ],
  edges: [
    { from: '62/KH-UBND', to: '43-KL/TW', relation: 'IMPLEMENTS', secondHand: false },
    { from: '43-KL/TW', to: '25-NQ/TW', relation: 'CONTINUES', secondHand: true },
  ],
  gaps: [{ key: '43-KL/TW', reason: 'TEXT_NOT_HELD', citation: null }],
  truncated: false,
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"]', ']]>', '<script>', '-->', '`|"', '\u202e'),
)
const views = fc
  .array(
    fc.record({
      level: fc.constantFrom(...LEVELS, null),
      depth: fc.nat(6),
      title: fc.option(text),
      type: fc.option(text),
      issuer: fc.option(text),
      number: fc.option(text),
      textHeld: fc.boolean(),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .chain((rows) => {
    const nodes = rows.map((row, i) => node(`k${i}`, row))
    const keys = fc.constantFrom(...nodes.map(({ key }) => key))
    const edge = fc.record({
      from: keys,
      to: keys,
      relation: fc.constantFrom(...RELATIONS),
      secondHand: fc.boolean(),
    })
    return fc.record({
      root: fc.constant('k0'),
      direction: fc.constantFrom('UP' as const, 'DOWN' as const),
      nodes: fc.constant(nodes),
      edges: fc.array(edge, { maxLength: 80 }),
      gaps: fc.constant([]),
      truncated: fc.boolean(),
    })
  })

const holds = (box: Box, x: number, y: number) =>
  x > box.x && x < box.x + BOX.width && y > box.y && y < box.y + BOX.height

describe('the layout', () => {
  test('stands the central ones on top, and the far ones above the near', () => {
    const { boxes, layers } = layOut(small)
    const y = (key: string) => boxes.get(key)?.y ?? Number.NaN
    expect(y('25-NQ/TW')).toBeLessThan(y('43-KL/TW'))
    expect(y('43-KL/TW')).toBeLessThan(y('62/KH-UBND'))
    expect(layers.map(({ level }) => level)).toEqual(['central', 'commune'])
  })

  test('places every node once, within the picture, none over another', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { boxes, width, height } = layOut(view)
        expect(boxes.size).toBe(view.nodes.length)
        const all = [...boxes.values()]
        for (const [i, a] of all.entries()) {
          expect(a.x >= 0 && a.y >= 0 && a.x + BOX.width <= width && a.y + BOX.height <= height).toBe(true)
          for (const b of all.slice(i + 1))
            expect(Math.abs(a.x - b.x) < BOX.width && Math.abs(a.y - b.y) < BOX.height).toBe(false)
        }
      }),
    )
  })

  test('leads no line through a box that it does not join', () => {
    fc.assert(
      fc.property(views, (view) => {
        const layout = layOut(view)
        const { boxes, width, height } = layout
        const lines = routesOf(view.edges, layout)
        expect(lines).toHaveLength(view.edges.filter(({ from, to }) => from !== to).length)
        for (const { from, to, points, label } of lines) {
          const others = [...boxes.values()].filter((box) => box !== from && box !== to)
          for (const [i, end] of points.entries()) {
            const start = points[i - 1] ?? end
            for (let step = 0; step <= 40; step++) {
              const x = start[0] + ((end[0] - start[0]) * step) / 40
              const y = start[1] + ((end[1] - start[1]) * step) / 40
              expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true)
              expect(others.some((box) => holds(box, x, y))).toBe(false)
            }
          }
          expect([...boxes.values()].some((box) => holds(box, ...label.point))).toBe(false)
        }
      }),
    )
  })

  test('no two lines meet a box at one place, nor run upright one over the other', () => {
    fc.assert(
      fc.property(views, (view) => {
        const layout = layOut(view)
        const lines = routesOf(view.edges, layout)
        const ends = lines.flatMap(({ points }) => [points[0], points.at(-1)]).map((end) => `${end}`)
        expect(new Set(ends).size).toBe(ends.length)
        const uprights = lines.flatMap(({ points }) =>
          points.flatMap(([x, y], i) => {
            const [before, from] = points[i - 1] ?? [Number.NaN, 0]
            return before === x ? [{ x, top: Math.min(y, from), foot: Math.max(y, from) }] : []
          }),
        )
        for (const [i, a] of uprights.entries())
          for (const b of uprights.slice(i + 1))
            expect(Math.abs(a.x - b.x) < 0.01 && a.top < b.foot && b.top < a.foot).toBe(false)
      }),
    )
  })

  test('says what one does to another once, on the first of their lines', () => {
    const between = { from: '62/KH-UBND', to: '43-KL/TW', secondHand: false } as const
    const edges = [
      { ...between, relation: 'IMPLEMENTS' } as const,
      { ...between, relation: 'ACCORDING_TO' } as const,
    ]
    const lines = routesOf(edges, layOut({ ...small, edges }))
    expect(lines.map(({ relations }) => relations)).toEqual([['ACCORDING_TO', 'IMPLEMENTS'], []])
    expect(toSvg({ ...small, edges }, 'vi').match(/class="relation"[^<]*/g)).toHaveLength(1)
    expect(toSvg({ ...small, edges }, 'vi')).toContain('>theo; thực hiện<')
  })

  test('is the same in whatever order the parts come', () => {
    fc.assert(
      fc.property(views, (view) => {
        const turned = { ...view, nodes: [...view.nodes].reverse(), edges: [...view.edges].reverse() }
        const places = (one: TraceView) =>
          [...layOut(one).boxes].map(([key, { x, y }]) => `${key} ${x.toFixed(6)} ${y}`).sort()
        expect(places(turned)).toEqual(places(view))
        const ways = (one: TraceView) =>
          routesOf(one.edges, layOut(one))
            .map(({ points }) => points.map(([x, y]) => `${x.toFixed(3)} ${y}`).join())
            .sort()
        expect(ways(turned)).toEqual(ways(view))
      }),
    )
  })
})

describe('the picture', () => {
  test('says in words what it shows', () => {
    expect(inWords(small, 'vi')).toContain('Kế hoạch 62/KH-UBND 22/3/2022 thực hiện')
    expect(inWords(small, 'en')).toContain('its text is not held')
    expect(toSvg(small, 'vi')).toContain(
      '<title id="cc-title">Truy nguyên: dựa vào đâu: Kế hoạch 62/KH-UBND</title>',
    )
  })

  test('explains the signs and dashes that occur in it, and no others', () => {
    const words = legendOf(small, 'vi').map(({ mark, kind, words }) => `${kind} ${mark} ${words}`)
    expect(words).toEqual([
      'sign ✕ đã bị thay thế',
      'box ╌ chưa có toàn văn',
      'line ╌ chỉ đọc được trong lời văn bản khác',
    ])
    const one = { ...small, nodes: [node('62/KH-UBND')], edges: [] }
    expect(legendOf(one, 'vi')).toEqual([])
    const height = (view: TraceView) => Number(/ height="(\d+)"/.exec(toSvg(view, 'vi'))?.[1])
    expect(height(one)).toBe(layOut(one).height)
    expect(height(small)).toBeGreaterThan(layOut(small).height)
  })

  test('says whose a text without number is, and cuts a long number before its sign or edge', () => {
    const issuer = 'UBND xã Minh Sơn'
    const alone = (more: Partial<ViewNode>) =>
      toSvg({ ...small, nodes: [node('k', { issuer, ...more })], edges: [] }, 'vi')
    expect(alone({ number: null })).toContain(`>22/3/2022 · ${issuer}<`)
    expect(alone({ number: '62/KH-UBND' })).not.toContain(`· ${issuer}`)
    expect(alone({ type: 'Pháp lệnh', number: '34/2007/PL-UBTVQH11', status: 'REPEALED' })).toMatch(
      /✕<\/tspan> Pháp lệnh 34\/2007\/PL-[A-Z]*…</,
    )
  })

  test('no text breaks out of it', () => {
    fc.assert(
      fc.property(views, (view) => {
        const svg = toSvg(view, 'vi')
        expect(svg.match(/<svg|<\/svg>/g)).toEqual(['<svg', '</svg>'])
        expect(svg).not.toMatch(/<script|\u202e/i)
        expect(svg).not.toContain('\u0000')
        expect(toGraphml(view)).not.toMatch(/<script|\]\]>/i)
        for (const line of toMermaid(view, 'vi').split('\n'))
          expect(line).toMatch(
            /^(?:flowchart BT|\s{2}n\d+\["[^"\]]*"\]|\s{2}n\d+ -\.?-?->\|"[^"|]*"\| n\d+|)$/,
          )
        expect(JSON.parse(toJson(view))).toMatchObject({ root: view.root })
      }),
    )
  })
})
