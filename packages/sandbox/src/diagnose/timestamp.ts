import { lookUpMessage } from './message-mistakes.ts'
import type { Mistake } from './mistake.ts'

/** Returns the mistake of a timestamp that is too precise; `undefined` for any other. */
export function inMilliseconds(timestamp: string): Mistake | undefined {
  return /^\d{13,}$/.test(timestamp) ? lookUpMessage('timestamp-in-milliseconds') : undefined
}
