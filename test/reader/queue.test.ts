// Who may read next: bounds, fairness between clients, patience.

import { describe, expect, test } from 'vitest'
import { createQueue } from '../../src/reader/queue.ts'

const LIMITS = { atOnce: 2, waiting: 5, waitingOfClient: 3 }

/** A queue that notes whose turn came, in order. */
function watched(limits = LIMITS) {
  const queue = createQueue(limits)
  const begun: string[] = []
  const leave = new Map<string, () => void>()
  return {
    begun,
    /** A file of a client, named by it: "a1" is of client a. */
    enter: (file: string, signal?: AbortSignal) =>
      queue.enter(file.charAt(0), signal).then((end) => {
        begun.push(file)
        leave.set(file, end)
      }),
    async leave(file: string) {
      leave.get(file)?.()
      await new Promise(setImmediate)
    },
  }
}

describe('the queue of files', () => {
  test('one file of a client at a time, so that others find a thread free', async () => {
    const { enter, begun } = watched()
    for (const file of ['a1', 'a2', 'a3', 'b1']) void enter(file)
    await new Promise(setImmediate)
    expect(begun).toEqual(['a1', 'b1'])
  })

  test('clients come in turn, however many files one of them sent first', async () => {
    const { enter, leave, begun } = watched({ ...LIMITS, atOnce: 1 })
    for (const file of ['a1', 'a2', 'a3', 'b1', 'c1']) void enter(file)
    await new Promise(setImmediate)
    for (const file of ['a1', 'b1', 'c1', 'a2', 'a3']) await leave(file)
    expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'a3'])
  })

  test('too many, of one client or of all, are refused', async () => {
    const { enter } = watched()
    const busy = expect.objectContaining({ code: 'SERVER_BUSY' })
    for (const file of ['a1', 'b1', 'a2', 'a3', 'a4']) void enter(file)
    await expect(enter('a5')).rejects.toEqual(busy)
    for (const file of ['c1', 'd1']) void enter(file)
    await expect(enter('e1')).rejects.toEqual(busy)
  })

  test('whoever waits no more makes room, and is not begun', async () => {
    const { enter, leave, begun } = watched({ atOnce: 1, waiting: 1, waitingOfClient: 1 })
    const client = new AbortController()
    await enter('a1')
    const gone = enter('b1', client.signal)
    client.abort(new Error('gone'))
    await expect(gone).rejects.toThrow('gone')
    await expect(enter('b2', client.signal)).rejects.toThrow('gone')
    void enter('c1')
    await leave('a1')
    expect(begun).toEqual(['a1', 'c1'])
    await leave('c1')
    await enter('b3')
    expect(begun).toEqual(['a1', 'c1', 'b3'])
  })
})
