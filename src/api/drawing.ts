// Traces drawn, over plain URLs: SVG for documents and dashboards, Mermaid, GraphML and JSON for other programs.

import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { MAX_TRACE_NODES, type Trace, traceWithGaps } from '../answer/answers.ts'
import { checkDepth, checkKey } from '../answer/checks.ts'
import { findKey } from '../answer/find-key.ts'
import { statusOf } from '../answer/status.ts'
import { toGraphml, toJson, toMermaid } from '../drawing/export.ts'
import { messageSvg, toSvg } from '../drawing/svg.ts'
import type { TraceView } from '../drawing/view.ts'
import { CancuError, createError } from '../errors.ts'
import type { GraphStore } from '../graph/store.ts'
import { isIsoDate } from '../legal/key.ts'
import { LEVELS, type Level } from '../legal/place.ts'
import { todayInVietnam } from '../legal/today.ts'
import { LANGUAGES, type Language } from '../legal/words.ts'
import { restError } from './errors.ts'
import type { Hook } from './uploads.ts'

const FORMATS: Readonly<
  Record<string, readonly [type: string, draw: (view: TraceView, lang: Language) => string]>
> = {
  svg: ['image/svg+xml; charset=utf-8', (view, lang) => toSvg(view, lang)],
  mmd: ['text/plain; charset=utf-8', toMermaid],
  graphml: ['application/xml; charset=utf-8', (view) => toGraphml(view)],
  json: ['application/json; charset=utf-8', (view) => toJson(view)],
}
/** Statuses are asked for so many instruments; in a larger picture no sign could be made out. */
const MOST_STATUSES = 500
const MAX_AGE_S = 60

interface Asked {
  readonly key: string
  readonly direction: 'UP' | 'DOWN'
  readonly depth: number
  readonly asOf: string | null
  readonly language: Language
}

export async function registerDrawing(app: FastifyInstance, store: GraphStore, turn: Hook): Promise<void> {
  for (const [ending, [type, draw]] of Object.entries(FORMATS)) {
    const config = { byGet: true, shownElsewhere: ending === 'svg' }
    app.get(`/trace.${ending}`, { preHandler: turn, config }, async (request, reply) => {
      try {
        const asked = askedIn(request)
        return send(reply, request, type, draw(await viewOf(store, asked), asked.language))
      } catch (error) {
        if (ending !== 'svg' || !(error instanceof CancuError)) throw error
        // Whoever embeds the picture sees why there is none.
        const { status } = restError(error, request.id)
        return reply.code(status).type(type).send(messageSvg(error.vi, error.en))
      }
    })
  }
}

function send(reply: FastifyReply, request: FastifyRequest, type: string, body: string) {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  reply.header('etag', tag).header('cache-control', `private, max-age=${MAX_AGE_S}`)
  return request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.type(type).send(body)
}

/** @throws KEY_MALFORMED, DEPTH_INVALID, ARGUMENT_INVALID */
function askedIn({ query }: FastifyRequest): Asked {
  const given = query as Readonly<Record<string, unknown>>
  const word = (name: string, fallback: string) => {
    const value = given[name] ?? fallback
    if (typeof value === 'string') return value
    throw wrong(name, 'chỉ cho một lần', 'give it once')
  }
  const direction = word('direction', 'up').toUpperCase()
  if (direction !== 'UP' && direction !== 'DOWN') throw wrong('direction', 'up hoặc down', 'up or down')
  const language = LANGUAGES.find((one) => one === word('lang', 'vi'))
  if (!language) throw wrong('lang', 'vi hoặc en', 'vi or en')
  const asOf = word('asOf', '')
  if (asOf !== '' && !(asOf.length === 10 && isIsoDate(asOf)))
    throw wrong('asOf', 'ngày viết dạng 2022-03-22', 'a day, written like 2022-03-22')
  const depth = checkDepth(Number(word('depth', '12')))
  return { key: checkKey(word('key', '')), direction, depth, asOf: asOf || null, language }
}

function wrong(name: string, reason: string, reason_en: string): CancuError {
  return createError('ARGUMENT_INVALID', { name, reason, reason_en })
}

/** @throws INSTRUMENT_NOT_FOUND */
async function viewOf(store: GraphStore, { key, direction, depth, asOf }: Asked): Promise<TraceView> {
  const found = await findKey(store, key)
  const question = { key: found, direction, relations: [], depth, asOf, limit: MAX_TRACE_NODES }
  const trace = await traceWithGaps(store, question)
  if (!trace) throw createError('INSTRUMENT_NOT_FOUND', { key })
  const keys = trace.nodes.slice(0, MOST_STATUSES).map(({ instrument }) => instrument.key)
  const statuses = await statusOf(store, keys, asOf ?? todayInVietnam())
  return toView(trace, direction, (one) => statuses.get(one)?.value ?? null)
}

function toView(
  { root, nodes, edges, gaps, truncated }: Trace,
  direction: 'UP' | 'DOWN',
  statusOfKey: (key: string) => TraceView['nodes'][number]['status'],
): TraceView {
  return {
    root: root.key,
    direction,
    truncated,
    nodes: nodes.map(({ instrument, depth }) => {
      const { key, number, date, type, title, issuer, level, textHeld, fictional } = instrument
      const status = statusOfKey(key)
      const words = { key, number, date, type, title, issuer, level: levelIn(level) }
      return { ...words, depth, textHeld, fictional, status }
    }),
    edges: edges.map(({ from, to, relation, secondHand }) => ({ from, to, relation, secondHand })),
    gaps: gaps.map(({ instrument, reason, citation }) => ({ key: instrument.key, reason, citation })),
  }
}

function levelIn(level: string | null): Level | null {
  return LEVELS.find((one) => one === level) ?? null
}
