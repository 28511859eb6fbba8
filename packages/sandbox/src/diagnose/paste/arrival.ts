import { jsonStringAt } from './json-in-text.ts'
import type { Arrival } from './pasted-request.ts'

/** Reads the `sign_information` of a 401, whole or a part of it. */
export function arrivalIn(text: string): Arrival | undefined {
  // In a log the 401 may be a string of JSON inside another.
  const plain = /\\+"truncated_sign_message/.test(text) ? text.replaceAll('\\"', '"').replaceAll('\\\\', '\\') : text
  const label = /"?truncated_sign_message"?\s*[:=]\s*/.exec(plain)
  const message = label && jsonStringAt(plain, label.index + label[0].length)
  const length = /"?sign_message_length"?\s*[:=]\s*"?(\d+)/.exec(plain)?.[1]
  return message && length !== undefined ? { message, length: Number(length) } : undefined
}
