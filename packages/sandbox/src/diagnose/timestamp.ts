import { messageMistakes } from './message-mistakes.ts'
import type { Mistake } from './mistake.ts'

const mistake = messageMistakes.find(({ name }) => name === 'timestamp-in-milliseconds')!

/** Returns the mistake of a timestamp that is too precise; `undefined` for any other. */
export function inMilliseconds(timestamp: string): Mistake | undefined {
  const { name, explain } = mistake
  return /^\d{13,}$/.test(timestamp) ? { name, explain } : undefined
}
