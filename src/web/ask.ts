// Asks the server: GraphQL and files. What goes wrong is told in both languages.

import type { Language } from '../legal/words.ts'
import { say } from './words.ts'

const KEY_SLOT = 'cancu.key'

/** What the server, or the way to it, said went wrong. */
export class AskError extends Error {
  override readonly name = 'AskError'
  readonly code: string
  readonly words: Readonly<Record<Language, string>>

  constructor(code: string, vi: string, en: string) {
    super(en)
    this.code = code
    this.words = { vi, en }
  }

  /** A key, or another key, would help. */
  get needsKey(): boolean {
    return this.code === 'API_KEY_MISSING' || this.code === 'API_KEY_INVALID'
  }

  get mayPass(): boolean {
    return PASSING.has(this.code)
  }

  get isUnknownKey(): boolean {
    return UNKNOWN_KEY.has(this.code)
  }
}

/** What another try may mend: the server away, busy or out of time. */
const PASSING = new Set([
  'UNREACHABLE',
  'NEO4J_GONE',
  'NEO4J_UNREACHABLE',
  'QUERY_TIMEOUT',
  'READ_TIMEOUT',
  'REQUEST_TOO_SLOW',
  'RATE_LIMITED',
  'TOO_MANY_QUERIES',
  'SERVER_BUSY',
])
/** There is no instrument of the key that was asked for. */
const UNKNOWN_KEY = new Set(['INSTRUMENT_NOT_FOUND', 'KEY_MALFORMED'])

interface ErrorBody {
  readonly message?: string
  readonly extensions?: { readonly code?: string; readonly vi?: string; readonly en?: string }
}

/**
 * Asks one GraphQL query.
 * @throws AskError; an AbortError where `signal` ended it
 */
export async function ask<T>(query: string, variables: object, signal?: AbortSignal): Promise<T> {
  const response = await send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    ...(signal && { signal }),
  })
  const { data, errors } = (await readJson(response)) as { data?: T | null; errors?: ErrorBody[] }
  if (errors?.[0]) throw toError(errors[0])
  if (!data) throw unreachable()
  return data
}

/** The text of a file, read by the server, which keeps nothing of it. @throws AskError */
export async function readFile(file: File, signal: AbortSignal): Promise<string> {
  const body = new FormData()
  body.append('file', file)
  const response = await send('/texts', { method: 'POST', body, signal })
  const answer = (await readJson(response)) as { text?: string; errors?: ErrorBody[] }
  if (answer.errors?.[0]) throw toError(answer.errors[0])
  if (typeof answer.text !== 'string') throw unreachable()
  return answer.text
}

/** What a route of ours answers, as bytes. @throws AskError */
export async function fetchFile(address: string): Promise<Blob> {
  const response = await send(address, {})
  if (response.ok) return response.blob()
  const { errors } = (await readJson(response)) as { errors?: ErrorBody[] }
  throw errors?.[0] ? toError(errors[0]) : unreachable()
}

/** Keeps the key for as long as the tab is open. */
export function keepKey(key: string): void {
  sessionStorage.setItem(KEY_SLOT, key)
}

async function send(address: string, request: RequestInit): Promise<Response> {
  const key = sessionStorage.getItem(KEY_SLOT)
  const headers = { ...(request.headers as object), ...(key && { authorization: `Bearer ${key}` }) }
  try {
    return await fetch(address, { ...request, headers })
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error
    throw unreachable()
  }
}

async function readJson(response: Response): Promise<object> {
  const body: unknown = await response.json().catch(() => null)
  if (body === null || typeof body !== 'object') throw unreachable()
  return body
}

function toError({ message = '', extensions = {} }: ErrorBody): AskError {
  const { code = 'INTERNAL', vi = message, en = message } = extensions
  return new AskError(code, vi, en)
}

function unreachable(): AskError {
  return new AskError('UNREACHABLE', say('vi', 'unreachable'), say('en', 'unreachable'))
}
