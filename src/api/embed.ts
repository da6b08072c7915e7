// What other pages embed: the element as one module, an iframe page around it, and examples to copy.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { xml } from '../drawing/svg.ts'
import { createError } from '../errors.ts'
import type { Language } from '../legal/words.ts'

/** Made by `npm run build:web`. */
const BUILT = fileURLToPath(new URL('../../public/embed', import.meta.url))
const MODULE = 'can-cu-graph.js'
const ICON = 'icon.svg'
/** Attributes of the element, and the parameters of the iframe that set them. */
const PARAMETERS = {
  key: 'key',
  direction: 'direction',
  depth: 'depth',
  lang: 'lang',
  'as-of': 'asOf',
} as const
const LONGEST = 500

/** @param folder where the built module is */
export function embed(folder: string = BUILT) {
  return async (app: FastifyInstance): Promise<void> => {
    const open = { config: { open: true } }
    const module = { config: { open: true, shownElsewhere: true } }
    app.get('/embed', open, (request, reply) => reply.type(HTML).send(framePage(request)))
    app.get('/embed/examples', open, (request, reply) =>
      reply.type(HTML).send(examplesPage(originOf(request))),
    )
    app.get('/embed/page.css', open, (_request, reply) => reply.type('text/css; charset=utf-8').send(CSS))
    if (!existsSync(folder))
      app.get(`/embed/${MODULE}`, module, () => {
        throw createError('PAGE_NOT_BUILT')
      })
    else {
      await app.register(fastifyStatic, {
        root: folder,
        serve: false,
        decorateReply: !app.hasReplyDecorator('sendFile'),
      })
      app.get(`/embed/${MODULE}`, module, (_request, reply) =>
        reply
          .header('cache-control', 'public, max-age=300')
          .sendFile(MODULE, folder, { cacheControl: false }),
      )
      app.get(`/embed/${ICON}`, open, (_request, reply) => reply.sendFile(ICON, folder))
    }
  }
}

const HTML = 'text/html; charset=utf-8'

const CSS = `:root { color-scheme: light; font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; line-height: 1.6; color: #1c2733; }
*, *::before { box-sizing: border-box; }
body { margin: 0; } code { overflow-wrap: anywhere; } pre code { overflow-wrap: normal; } th code { white-space: nowrap; }
.told { padding: 2rem 1rem; text-align: center; }
body.frame can-cu-graph { height: 100vh; }
body.examples { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
.examples h1 { line-height: 1.3; } .examples h2 { margin-top: 2.5rem; }
.examples pre { overflow-x: auto; padding: 0.9rem 1rem; border: 1px solid #c9d1d9; border-radius: 6px; background: #f6f8fa; }
.examples can-cu-graph, .examples iframe, .examples img { display: block; width: 100%; border: 1px solid #c9d1d9; border-radius: 6px; }
.examples iframe { height: 420px; } .examples img { height: auto; } .examples table { border-collapse: collapse; width: 100%; }
.examples th, .examples td { padding: 0.4rem 0.6rem; border: 1px solid #c9d1d9; text-align: left; vertical-align: top; }
.en { color: #4b5a68; }
`

/** An instrument that every seeded graph holds. */
const SAMPLE = '25-NQ/TW@2013-06-03'

/** What the page for an iframe says that was not told of what; in a frame, links open beside it. */
const NO_KEY: Readonly<Record<Language, string>> = {
  vi: `<p class="told">Chưa cho biết văn bản nào: địa chỉ thiếu tham số <code>key</code>, chẳng hạn <code>/embed?key=${SAMPLE}</code>. <a href="/embed/examples" target="_blank" rel="noopener">Cách nhúng, có ví dụ</a></p>`,
  en: `<p class="told">No instrument is named: the address lacks the parameter <code>key</code>, such as <code>/embed?key=${SAMPLE}</code>. <a href="/embed/examples" target="_blank" rel="noopener">How to embed, with examples</a></p>`,
}

/** The element alone on a page, for an iframe. */
function framePage({ query }: FastifyRequest): string {
  const given = query as Readonly<Record<string, unknown>>
  const lang = given.lang === 'en' ? 'en' : 'vi'
  if (typeof given.key !== 'string' || given.key.trim() === '')
    return document('Căn Cứ', 'frame', lang, NO_KEY[lang])
  const attributes = Object.entries(PARAMETERS).flatMap(([attribute, parameter]) => {
    const value = given[parameter]
    return typeof value === 'string' ? [`${attribute}="${xml(value.slice(0, LONGEST))}"`] : []
  })
  return document('Căn Cứ', 'frame', lang, `<can-cu-graph src="/" ${attributes.join(' ')}></can-cu-graph>`)
}

function document(title: string, kind: string, lang: string, body: string): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${xml(title)}</title>
<link rel="icon" type="image/svg+xml" href="/embed/${ICON}">
<link rel="stylesheet" href="/embed/page.css">
<script type="module" src="/embed/${MODULE}"></script>
</head>
<body class="${kind}">
${body}
</body>
</html>
`
}

/** As the client sees us: what it copies must work from where it is. */
function originOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`
}

function examplesPage(origin: string): string {
  const key = encodeURIComponent(SAMPLE)
  const element = `<script type="module" src="${origin}/embed/${MODULE}"></script>\n\n<can-cu-graph src="${origin}" key="${SAMPLE}" direction="down" lang="vi"></can-cu-graph>`
  const frame = `<iframe src="${origin}/embed?key=${key}&direction=down&lang=vi"\n  title="Truy nguyên ${SAMPLE}" width="100%" height="420" loading="lazy"></iframe>`
  const picture = `<img src="${origin}/trace.svg?key=${key}&direction=down&lang=vi"\n  alt="Những văn bản dựa vào ${SAMPLE}">`
  const events = `document.querySelector('can-cu-graph').addEventListener('node-select', ({ detail }) => {\n  console.log(detail.key, detail.title, detail.status)\n})`
  const colours = `can-cu-graph {\n  --cancu-accent: #00529b;\n  --cancu-ground: #fffdf7;\n  --cancu-font: Georgia, serif;\n}`
  const code = (text: string) => `<pre tabindex="0"><code>${escapeCode(text)}</code></pre>`
  return document(
    'Nhúng sơ đồ truy nguyên · Căn Cứ',
    'examples',
    'vi',
    `<h1>Nhúng sơ đồ truy nguyên <span class="en" lang="en">· Embedding a trace</span></h1>
<p>Chép một trong các đoạn dưới đây vào trang của bạn. Nguồn của trang phải có trong <code>CANCU_CORS_ORIGINS</code> (thẻ) hoặc <code>CANCU_FRAME_ANCESTORS</code> (iframe) của máy chủ này; ảnh thì ở đâu cũng được, nếu ai cũng được đọc.
<span class="en" lang="en">Copy one of these into your page. Its origin must be on the list CANCU_CORS_ORIGINS (element) or CANCU_FRAME_ANCESTORS (iframe) of this server; a picture loads anywhere, where anyone may read.</span></p>
<h2>Thẻ <span class="en" lang="en">· Element</span></h2>
${code(element)}
<can-cu-graph src="/" key="${SAMPLE}" direction="down" lang="vi"></can-cu-graph>
<h2>Iframe</h2>
${code(frame)}
<iframe src="/embed?key=${key}&amp;direction=down&amp;lang=vi" title="Truy nguyên ${SAMPLE}" loading="lazy"></iframe>
<h2>Ảnh <span class="en" lang="en">· Picture</span></h2>
${code(picture)}
<img src="/trace.svg?key=${key}&amp;direction=down&amp;lang=vi" alt="Những văn bản dựa vào ${SAMPLE}">
<h2>Sự kiện <span class="en" lang="en">· Events</span></h2>
<p><code>node-select</code>, <code>node-open</code> (Enter), <code>edge-select</code>, <code>graph-drawn</code>, <code>graph-told</code></p>
${code(events)}
<h2>Màu và chữ <span class="en" lang="en">· Colours and type</span></h2>
<p><code>--cancu-font --cancu-text --cancu-muted --cancu-ground --cancu-box --cancu-band --cancu-line --cancu-accent --cancu-ended --cancu-changed --cancu-kept</code></p>
${code(colours)}
<h2>Thuộc tính <span class="en" lang="en">· Attributes</span></h2>
<table>
<tr><th><code>src</code></th><td>địa chỉ máy chủ <span class="en" lang="en">· the server</span></td></tr>
<tr><th><code>key</code></th><td>khóa văn bản <span class="en" lang="en">· key of the instrument</span></td></tr>
<tr><th><code>direction</code></th><td><code>up</code>: dựa vào đâu; <code>down</code>: sinh ra gì <span class="en" lang="en">· what it rests on; what rests on it</span></td></tr>
<tr><th><code>depth</code></th><td>1–20</td></tr>
<tr><th><code>lang</code></th><td><code>vi</code>, <code>en</code></td></tr>
<tr><th><code>as-of</code></th><td>vào ngày này <span class="en" lang="en">· on this day</span> (2022-03-22)</td></tr>
</table>`,
  )
}

/** Code as it is, line breaks kept. */
function escapeCode(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.match(/^ */)?.[0] ?? '') + xml(line))
    .join('\n')
}
