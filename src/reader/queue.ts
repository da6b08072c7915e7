// Who may read next: so many files at once, one of each client's, and the clients in turn.

import { createError } from '../errors.ts'

export interface QueueLimits {
  /** Most that are read at the same time. */
  readonly atOnce: number
  /** Most that wait, and most of one client's among them. */
  readonly waiting: number
  readonly waitingOfClient: number
}

/** Whoever sent a file; files of no client wait for nobody but the threads. */
export type Client = string | symbol

export interface Queue {
  /**
   * Waits for a place, and gives what ends it.
   * @throws SERVER_BUSY where too many wait already; the signal's reason once it is aborted
   */
  enter(client: Client, signal: AbortSignal | undefined): Promise<() => void>
}

type Start = () => void

/** A queue in which a client who sends many files does not hold up one who sends a single one. */
export function createQueue({ atOnce, waiting, waitingOfClient }: QueueLimits): Queue {
  /** In the order in which they are served; who was served goes to the end. */
  const queues = new Map<Client, Set<Start>>()
  const served = new Set<Client>()
  let waitingNow = 0

  function join(client: Client, start: Start): void {
    const queue = queues.get(client) ?? new Set()
    if (waitingNow >= waiting || queue.size >= waitingOfClient) throw createError('SERVER_BUSY')
    queues.set(client, queue.add(start))
    waitingNow++
  }

  function drop(client: Client, start: Start): void {
    const queue = queues.get(client)
    if (!queue?.delete(start)) return
    waitingNow--
    if (queue.size === 0) queues.delete(client)
  }

  function serveNext(): void {
    if (served.size >= atOnce) return
    const next = [...queues].find(([client]) => !served.has(client))
    if (!next) return
    const [client, queue] = next
    const [start] = queue
    if (!start) return
    drop(client, start)
    served.add(client)
    start()
  }

  function leave(client: Client): void {
    served.delete(client)
    const queue = queues.get(client)
    if (queue && queues.delete(client)) queues.set(client, queue)
    serveNext()
  }

  return {
    enter: (client, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted()
        const onAbort = () => {
          drop(client, start)
          reject(signal?.reason)
        }
        const start = () => {
          signal?.removeEventListener('abort', onAbort)
          resolve(() => leave(client))
        }
        if (served.size < atOnce && !served.has(client)) {
          served.add(client)
          return start()
        }
        join(client, start)
        signal?.addEventListener('abort', onAbort, { once: true })
      }),
  }
}
