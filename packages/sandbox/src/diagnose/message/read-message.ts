import { readJson } from '../../values/json.ts'
import type { PastedMessage } from './pasted-message.ts'
import { readHttpMessage } from './read-http-message.ts'
import { readJsonMessage } from './read-json-message.ts'
import { readLogMessage } from './read-log-message.ts'

/** Reads a response or a notification in any form; `undefined` if the text is something else. */
export function readMessage(text: string): PastedMessage | undefined {
  const value = readJson(text)
  if (value !== undefined) return readJsonMessage(value)
  return readHttpMessage(text) ?? readLogMessage(text)
}
