// Turns of queries: order, places, patience.

import { describe, expect, test } from 'vitest'
import { createTurns } from '../../src/api/turns.ts'

const LIMITS = { atOnce: 2, perClient: 3, waiting: 2, patience: 10_000 }

/** Which of the turns have begun. */
async function begun(turns: readonly { readonly turn: Promise<void> }[]): Promise<number[]> {
  const found: number[] = []
  turns.forEach(({ turn }, i) => void turn.then(() => found.push(i)))
  await new Promise(setImmediate)
  return found
}

describe('turns', () => {
  test('so many run, the rest wait in order', async () => {
    const take = createTurns(LIMITS)
    const turns = ['a', 'b', 'c', 'd'].map(take)
    expect(await begun(turns)).toEqual([0, 1])
    turns[1]?.leave()
    turns[1]?.leave()
    expect(await begun(turns)).toEqual([0, 1, 2])
  })

  test('who waits no more gives up the place', async () => {
    const take = createTurns(LIMITS)
    const turns = ['a', 'b', 'c', 'd'].map(take)
    turns[2]?.leave()
    turns[0]?.leave()
    expect(await begun(turns)).toEqual([0, 1, 3])
  })

  test('no client takes all the places, and leaving gives its place back', () => {
    const take = createTurns({ ...LIMITS, atOnce: 9 })
    const turns = ['a', 'a', 'a'].map(take)
    expect(() => take('a')).toThrow('3')
    expect(() => take('b')).not.toThrow()
    turns[0]?.leave()
    expect(() => take('a')).not.toThrow()
  })

  test('where all places are taken, or the wait is long, it says so', async () => {
    const take = createTurns({ ...LIMITS, patience: 20 })
    const turns = ['a', 'b', 'c', 'd'].map(take)
    expect(() => take('e')).toThrow(expect.objectContaining({ code: 'SERVER_BUSY' }))
    for (const { turn } of turns.slice(2)) await expect(turn).rejects.toMatchObject({ code: 'SERVER_BUSY' })
    turns[0]?.leave()
    expect(await begun([take('e')])).toEqual([0])
  })
})
