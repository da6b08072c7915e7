// Bodies of uploads as they arrive: so many bytes are held at once, and a body that stops coming is ended.

import type { MultipartFile } from '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { CancuError, createError } from '../errors.ts'
import { clientOf } from './caller.ts'
import { malformed } from './malformed.ts'
import { tooMuch, UPLOAD_LIMITS, uploadError, uploadName } from './uploads.ts'

export interface ArrivalLimits {
  /** Bytes held of one client, and of all. */
  readonly clientBytes: number
  readonly allBytes: number
  /** How long nothing may come, in ms. */
  readonly idleMs: number
}

export const ARRIVAL_LIMITS: ArrivalLimits = {
  clientBytes: UPLOAD_LIMITS.allSize,
  allBytes: 2.5 * UPLOAD_LIMITS.allSize,
  idleMs: 30_000,
}

export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A form, all of which has arrived. */
export interface Form {
  readonly files: readonly SentFile[]
  readonly fields: ReadonlyMap<string, unknown>
}

/** The bytes of one request, among all that are held. */
interface Held {
  /** Counts bytes that came; false where they are too many, and are not to be kept. */
  take(bytes: number): boolean
  /** Why some were not kept. */
  refusal(): CancuError | null
  release(): void
}

/** A file that its sender gave no name. */
const NAMELESS = 'tep'

/**
 * @returns a function that takes in the form of a request. Until its answer is sent, its bytes count against what may
 *   be held. It throws UPLOAD_TOO_LARGE, SERVER_BUSY where others hold too much, REQUEST_TOO_SLOW, REQUEST_MALFORMED.
 */
export function createArrival(limits: ArrivalLimits) {
  const hold = createStore(limits)
  return async (request: FastifyRequest, reply: FastifyReply): Promise<Form> => {
    const held = hold(clientOf(request))
    reply.raw.once('close', held.release)
    const idle = watchIdle(request, limits.idleMs)
    try {
      return await Promise.race([readForm(request, held), idle.tooSlow])
    } catch (error) {
      held.release()
      // The rest of the body may never come: nothing more is read of it.
      if (error instanceof CancuError && error.code === 'REQUEST_TOO_SLOW')
        reply.header('connection', 'close')
      throw error
    } finally {
      idle.end()
    }
  }
}

/** Counts the bytes that are held, by client and in all. */
function createStore({ clientBytes, allBytes }: ArrivalLimits) {
  const ofClients = new Map<string, number>()
  let all = 0
  return (client: string): Held => {
    let mine = 0
    let refusal: CancuError | null = null
    const count = (bytes: number) => {
      const ofClient = (ofClients.get(client) ?? 0) + bytes
      if (ofClient > 0) ofClients.set(client, ofClient)
      else ofClients.delete(client)
      all += bytes
      mine += bytes
    }
    return {
      take(bytes) {
        const ofClient = ofClients.get(client) ?? 0
        if (mine + bytes > UPLOAD_LIMITS.allSize) refusal ??= tooMuch()
        else if (ofClient + bytes > clientBytes || all + bytes > allBytes)
          refusal ??= createError('SERVER_BUSY')
        if (!refusal) count(bytes)
        return refusal === null
      },
      release: () => count(-mine),
      refusal: () => refusal,
    }
  }
}

function watchIdle({ raw }: FastifyRequest, ms: number) {
  const { promise: tooSlow, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(createError('REQUEST_TOO_SLOW')), ms)
  const onData = () => void timer.refresh()
  raw.on('data', onData)
  return {
    tooSlow,
    end: () => {
      clearTimeout(timer)
      raw.off('data', onData)
    },
  }
}

/** Reads a body to its end, also where it is too much: whoever is still sending would not hear why. */
async function readForm(request: FastifyRequest, held: Held): Promise<Form> {
  const files: SentFile[] = []
  const fields = new Map<string, unknown>()
  try {
    for await (const part of request.parts())
      if (part.type === 'field') fields.set(part.fieldname, part.value)
      else files.push({ name: uploadName(part.filename) || NAMELESS, bytes: await readFile(part, held) })
  } catch (error) {
    throw bodyError(error as Error)
  }
  const refusal = held.refusal()
  if (refusal) throw refusal
  return { files, fields }
}

async function readFile({ file }: MultipartFile, held: Held): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of file as AsyncIterable<Uint8Array>)
    if (held.take(chunk.length)) chunks.push(chunk)
    else chunks.length = 0
  return Buffer.concat(chunks)
}

/** What the parser has against a body comes as plain errors; nothing else can go wrong there but a bug of ours. */
function bodyError(error: Error): Error {
  return error.constructor === Error ? malformed('upload', error) : uploadError(error)
}
