// The log: one line of JSON an event, without secrets.

import { type DestinationStream, type Logger, pino } from 'pino'

/** Where a secret may stand in what is logged: configurations, and requests that an error carries with it. */
const SECRETS = ['password', 'authorization', 'headers.authorization', 'rawPacket', 'rawHeaders'].flatMap(
  (path) => [path, `*.${path}`, `*.*.${path}`],
)

export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino({ level, redact: SECRETS }, destination)
}
