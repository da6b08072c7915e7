// The threads that read files: started when needed, ended when a file asks too much of one.

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type CancuError, createError, type ErrorCode, type ErrorParams } from '../errors.ts'
import { type Limits, megabytes } from './limits.ts'
import { type Client, createQueue } from './queue.ts'
import type { FileKind, Reading } from './types.ts'

export interface ReadTask {
  readonly kind: Exclude<FileKind, 'text'>
  readonly bytes: Uint8Array
  /** The file's name, for errors. */
  readonly name: string
  readonly limits: Limits
}

export type ReadAnswer =
  | { readonly reading: Reading }
  | { readonly code: ErrorCode; readonly details: ErrorParams }

/** Who waits for a file to be read. */
export interface Waiting {
  /** Files of one client are read one at a time; left out: nobody's, read as soon as a thread is free. */
  readonly client?: Client
  /** Nobody waits any more: the file leaves the queue, or the thread that reads it is ended. */
  readonly signal?: AbortSignal
}

export interface ReaderPool {
  /**
   * @throws the coded errors of the kind's reader; READ_TIMEOUT, UNPACKED_TOO_LARGE, FILE_DAMAGED, SERVER_BUSY; the
   *   signal's reason once it is aborted
   */
  read(task: ReadTask, waiting?: Waiting): Promise<Reading>
  /** Ends the threads; files that are being read fail. A later `read` starts new ones. */
  close(): Promise<void>
}

/** The sources are run as they are, and published compiled: the thread's file has the ending of this one. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)
/** One processor is left to those who wait for the text; but one file that takes long must not hold up all others. */
const THREADS = Math.min(4, Math.max(2, availableParallelism() - 1))

/** How many files may wait for a thread: in all, and of one client. */
export interface Room {
  readonly waiting: number
  readonly waitingOfClient: number
}
const NO_BOUND: Room = { waiting: Number.POSITIVE_INFINITY, waitingOfClient: Number.POSITIVE_INFINITY }

/** Threads that read files; idle ones do not keep the process alive. */
export function createReaderPool(room: Room = NO_BOUND): ReaderPool {
  const workers = new Set<Worker>()
  const idle: Worker[] = []
  const queue = createQueue({ atOnce: THREADS, ...room })

  function start({ heapMegabytes }: Limits): Worker {
    const worker = new Worker(WORKER, {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_ROOM * heapMegabytes },
      // Nothing that a file sets off in there sees our secrets.
      env: {},
      execArgv: [],
    })
    workers.add(worker)
    worker.on('error', () => {})
    worker.once('exit', () => {
      workers.delete(worker)
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
    })
    return worker
  }

  return {
    async read(task, { client = Symbol('nobody'), signal } = {}) {
      const leave = await queue.enter(client, signal)
      try {
        signal?.throwIfAborted()
        const worker = idle.pop() ?? start(task.limits)
        const answer = await answerOf(worker, task, signal)
        worker.unref()
        idle.push(worker)
        return readingOf(answer)
      } finally {
        leave()
      }
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.terminate()))
    },
  }
}

function readingOf(answer: ReadAnswer): Reading {
  if ('reading' in answer) return answer.reading
  throw createError(answer.code, answer.details)
}

const MEMORY_WATCH_MS = 100
/**
 * What a thread's heap could hold, for each part that it may fill: one that runs full before it is ended takes the whole
 * process with it. A list that grows is copied: for a moment it takes two and a half times its size.
 */
const HEAP_ROOM = 3

/** Has a thread read a file. A thread that gives no answer within the limits, or to nobody, is ended. */
function answerOf(worker: Worker, task: ReadTask, signal: AbortSignal | undefined): Promise<ReadAnswer> {
  const { limits, name: path } = task
  return new Promise((resolve, reject) => {
    const fail = async (error: unknown) => {
      settle()
      await worker.terminate()
      reject(error)
    }
    const onMessage = (answer: ReadAnswer) => {
      settle()
      resolve(answer)
    }
    const onError = (error: unknown) => fail(crash(error, task))
    const onExit = () => fail(crash(null, task))
    const onAbort = () => fail(signal?.reason)
    const clock = setTimeout(
      () => fail(createError('READ_TIMEOUT', { path, limit: limits.milliseconds / 1000 })),
      limits.milliseconds,
    )
    let settled = false
    const watch = setInterval(async () => {
      const tooMuch = await fillsMemory(worker, limits)
      // By then the thread may be at work on another file.
      if (!settled && tooMuch) fail(tooLarge(task))
    }, MEMORY_WATCH_MS)
    function settle(): void {
      settled = true
      clearTimeout(clock)
      clearInterval(watch)
      signal?.removeEventListener('abort', onAbort)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
    }
    signal?.addEventListener('abort', onAbort)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.ref()
    worker.postMessage(task)
  })
}

/** Whether heap or buffers, which no limit on the heap covers, take too much; told also by a thread that is at work. */
async function fillsMemory(worker: Worker, { heapMegabytes, bufferBytes }: Limits): Promise<boolean> {
  const memory = await worker.getHeapStatistics().catch(() => null)
  if (!memory) return false
  return memory.used_heap_size > heapMegabytes * 1024 * 1024 || memory.external_memory > bufferBytes
}

function crash(error: unknown, task: ReadTask): CancuError {
  if ((error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY') return tooLarge(task)
  const [reason, reason_en] = ['chương trình đọc bị dừng', 'its reader was ended']
  return createError('FILE_DAMAGED', { path: task.name, reason, reason_en }, error)
}

function tooLarge({ name: path, limits }: ReadTask): CancuError {
  return createError('UNPACKED_TOO_LARGE', { path, limit: megabytes(limits.bufferBytes) })
}
