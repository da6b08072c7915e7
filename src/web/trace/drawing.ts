// Pictures and files of a trace, made in the browser. Loaded only where a trace is drawn, so that other views stay small.

import { toGraphml, toJson, toMermaid } from '../../drawing/export.ts'
import { toSvg } from '../../drawing/svg.ts'
import type { TraceView } from '../../drawing/view.ts'
import type { Language } from '../../legal/words.ts'

export const FORMATS = ['svg', 'png', 'mmd', 'graphml', 'json'] as const
export type Format = (typeof FORMATS)[number]

/** Pixels of a PNG for one of the drawing, so that print is sharp; fewer where a canvas could not hold it. */
const PNG_SCALE = 2
const MOST_PIXELS = 60_000_000

const SVG_TYPE = 'image/svg+xml;charset=utf-8'

/** The trace in one format. */
export async function fileOf(format: Format, view: TraceView, language: Language): Promise<Blob> {
  switch (format) {
    case 'svg':
      return new Blob([toSvg(view, language)], { type: SVG_TYPE })
    case 'png':
      return toPng(toSvg(view, language))
    case 'mmd':
      return new Blob([toMermaid(view, language)], { type: 'text/plain;charset=utf-8' })
    case 'graphml':
      return new Blob([toGraphml(view)], { type: 'application/xml;charset=utf-8' })
    case 'json':
      return new Blob([toJson(view)], { type: 'application/json;charset=utf-8' })
  }
}

async function toPng(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: SVG_TYPE }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const scale = Math.min(PNG_SCALE, Math.sqrt(MOST_PIXELS / (image.width * image.height)))
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(image.width * scale)
    canvas.height = Math.ceil(image.height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((done, fail) =>
      canvas.toBlob(
        (blob) => (blob ? done(blob) : fail(new Error('The picture is too large.'))),
        'image/png',
      ),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Hands a file to the browser's downloads. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
