import { isApiError, isWxpayError } from '@wxpay-live/client'
import type { CodeEvent } from '../messages.ts'
import { CodeError } from '../typescript/code-error.ts'
import { inChinese } from './chinese.ts'
import { describe } from './describe.ts'

type ErrorEvent = Extract<CodeEvent, { type: 'error' }>

/** URL of the worker's script, which in a browser may be a blob too. */
const worker = globalThis.location?.href

/** Finds the line that threw: the example's module has a `blob:` or, in Node, a `data:` URL. */
function position(error: Error): { line: number, column: number } | undefined {
  if (error instanceof CodeError) return { line: error.line, column: error.column }
  for (const [, url, line, column] of textOf(error.stack).matchAll(/((?:blob|data):\S*?):(\d+):(\d+)/g)) {
    if (url !== worker) return { line: Number(line), column: Number(column) }
  }
  return undefined
}

/** The own properties of an error that have a value, such as `status`, `code` and `detail` of an API error. */
function details(error: Error): Record<string, unknown> {
  const hidden = ['name', 'message', 'stack', 'line', 'column']
  const isShown = ([key, value]: [string, unknown]) => !hidden.includes(key) && value !== undefined
  return Object.fromEntries(Object.entries(error).filter(isShown))
}

/** Whether the message is the client's, not WeChat Pay's. */
function isOfClient(error: Error): boolean {
  if (/^wxpay\.\S+ is not a function; /.test(error.message)) return true
  // What is Chinese already is ours too.
  return isWxpayError(error) && !isApiError(error) && !/\p{Script=Han}/u.test(error.message)
}

/** The message for the reader, and the error's own if it is another: the program gets that one. */
function messageOf(error: Error): { message: string, original?: { message: string } } {
  const own = textOf(error.message)
  const message = isOfClient(error) ? inChinese(own) : own
  return message === own ? { message } : { message, original: { message: own } }
}

/** The code may give an error a name, message or stack that is not a string. */
const textOf = (value: unknown) => typeof value === 'string' ? value : describe(value)

function describeError(error: Error): ErrorEvent {
  const { message, original } = messageOf(error)
  const own = { ...original, ...details(error) }
  const detail = Object.keys(own).length > 0 && { detail: describe(own, 2) }
  return { type: 'error', name: textOf(error.name), message, ...detail, ...position(error) }
}

/** Describes a thrown value, which need not be an error. Never throws, although a getter or a proxy of the value may. */
export function errorEvent(thrown: unknown): ErrorEvent {
  try {
    if (thrown instanceof Error) return describeError(thrown)
  } catch {
    // A getter that throws; `describe` says so.
  }
  return { type: 'error', name: 'Uncaught', message: describe(thrown) }
}
