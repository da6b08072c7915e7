// Uploads: who may send files, how many and how large, and what is left of their names.

import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Role } from '../graph/keys.ts'
import { requireRole } from './caller.ts'

/** Of one request. Files are read as they come: what is too much ends the request, and is never held. */
export const UPLOAD_LIMITS = {
  files: 20,
  fileSize: 50 * 1024 * 1024,
  fields: 10,
  fieldSize: 10_000,
  fieldNameSize: 100,
  parts: 30,
  headerPairs: 20,
} as const

const MAX_NAME = 200

export type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/**
 * A plugin around the routes that take files: they alone know multipart bodies, need that role and wait their turn.
 *
 * @param turn the hook of `waitForTurn`, the same as that of queries
 */
export function uploads(turn: Hook, role: Role, routes: (app: FastifyInstance) => void) {
  return async (app: FastifyInstance): Promise<void> => {
    await app.register(multipart, { limits: UPLOAD_LIMITS, throwFileSizeLimit: true })
    app.addHook('preHandler', requireRole(role))
    app.addHook('preHandler', turn)
    routes(app)
  }
}

/**
 * The name of a file as its sender calls it: a label, never a path. Folders, control and direction characters go;
 * "" where nothing is left.
 */
export function uploadName(name: string): string {
  const last =
    name
      .slice(-10 * MAX_NAME)
      .split(/[/\\]/)
      .at(-1) ?? ''
  const clean = last.normalize('NFC').replace(/\p{C}/gu, '').trim()
  return /^\.*$/.test(clean) ? '' : [...clean].slice(-MAX_NAME).join('')
}
