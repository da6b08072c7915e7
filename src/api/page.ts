// The page: its built files, and one HTML document for every address of its views.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { createError } from '../errors.ts'

/** Made by `npm run build:web`. */
const BUILT = fileURLToPath(new URL('../../public', import.meta.url))

/** Addresses of views; keys of instruments hold slashes. */
const VIEWS = ['/', '/kiem-tra', '/van-ban', '/van-ban/*', '/truy-nguyen', '/truy-nguyen/*']

/**
 * Serves the page; its files hold nothing of the graph, so they need no key.
 * @param folder where the built files are
 */
export function page(folder: string = BUILT) {
  return async (app: FastifyInstance): Promise<void> => {
    const open = { config: { open: true } }
    if (!existsSync(folder)) {
      for (const view of VIEWS)
        app.get(view, open, () => {
          throw createError('PAGE_NOT_BUILT')
        })
      return
    }
    await app.register(fastifyStatic, { root: folder, serve: false })
    for (const view of VIEWS) app.get(view, open, (_request, reply) => sendPage(reply))
    // Their names hold a hash of what is in them.
    app.get<{ Params: { '*': string } }>('/assets/*', open, (request, reply) =>
      reply.sendFile(`assets/${request.params['*']}`, { maxAge: '365d', immutable: true }),
    )
  }
}

/** A new version is seen at once: the document is asked for anew each time, its files are kept. */
function sendPage(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
}
