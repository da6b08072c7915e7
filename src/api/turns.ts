// Turns of queries: so many run at once, some more wait, and no client takes all the places.

import { createError } from '../errors.ts'

export interface TurnLimits {
  /** Most that run at the same time. */
  readonly atOnce: number
  /** Most of one client that run or wait. */
  readonly perClient: number
  /** Most that wait, and for how long, in ms. */
  readonly waiting: number
  readonly patience: number
}

interface Place {
  readonly client: string
  state: 'waiting' | 'running' | 'left'
  start(): void
}

/**
 * @returns a function that waits for a turn and gives what ends it; to be called once or more, also while still
 *   waiting. It throws TOO_MANY_QUERIES where the client has its share already, SERVER_BUSY where all places are
 *   taken or the wait is too long.
 */
export function createTurns({ atOnce, perClient, waiting, patience }: TurnLimits) {
  const clients = new Map<string, number>()
  const queue = new Set<Place>()
  let running = 0

  function leave(place: Place): void {
    if (place.state === 'left') return
    if (place.state === 'running') running--
    place.state = 'left'
    queue.delete(place)
    const others = (clients.get(place.client) ?? 1) - 1
    if (others > 0) clients.set(place.client, others)
    else clients.delete(place.client)
    const [next] = queue
    if (next && running < atOnce) run(next)
  }

  function run(place: Place): void {
    queue.delete(place)
    place.state = 'running'
    running++
    place.start()
  }

  function enter(client: string): Place {
    const present = clients.get(client) ?? 0
    if (present >= perClient) throw createError('TOO_MANY_QUERIES', { most: perClient })
    if (running >= atOnce && queue.size >= waiting) throw createError('SERVER_BUSY')
    clients.set(client, present + 1)
    return { client, state: 'waiting', start: () => {} }
  }

  return function take(client: string): { readonly turn: Promise<void>; readonly leave: () => void } {
    const place = enter(client)
    const turn = new Promise<void>((resolve, reject) => {
      if (running < atOnce) {
        run(place)
        return resolve()
      }
      const timer = setTimeout(() => {
        leave(place)
        reject(createError('SERVER_BUSY'))
      }, patience)
      place.start = () => {
        clearTimeout(timer)
        resolve()
      }
      queue.add(place)
    })
    return { turn, leave: () => leave(place) }
  }
}
