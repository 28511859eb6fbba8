import { isApiError, isWxpayError } from '@wxpay-live/client'
import inspect from 'object-inspect'
import type { CodeEvent } from '../messages.ts'
import { ImportError } from '../typescript/imports.ts'
import { TranspileError } from '../typescript/transpile.ts'
import { inChinese } from './chinese.ts'

type ErrorEvent = Extract<CodeEvent, { type: 'error' }>

/** URL of the worker's script, which in a browser may be a blob too. */
const worker = globalThis.location?.href

/** Finds the line that threw: the example's module has a `blob:` or, in Node, a `data:` URL. */
function position(error: Error): { line: number, column: number } | undefined {
  if (error instanceof TranspileError || error instanceof ImportError) {
    return { line: error.line, column: error.column }
  }
  for (const [, url, line, column] of error.stack?.matchAll(/((?:blob|data):\S*?):(\d+):(\d+)/g) ?? []) {
    if (url !== worker) return { line: Number(line), column: Number(column) }
  }
  return undefined
}

/** Prints the own properties of an error, such as `status`, `code` and `detail` of an API error. */
function details(error: Error): Record<string, unknown> {
  const hidden = ['name', 'message', 'stack', 'line', 'column']
  return Object.fromEntries(Object.entries(error).filter(([key]) => !hidden.includes(key)))
}

/** Whether the message is the client's, not WeChat Pay's. */
function isOfClient(error: Error): boolean {
  if (/^wxpay\.\S+ is not a function; /.test(error.message)) return true
  // What is Chinese already is ours too.
  return isWxpayError(error) && !isApiError(error) && !/\p{Script=Han}/u.test(error.message)
}

/** The message for the reader, and the error's own if it is another: the program gets that one. */
function messageOf(error: Error): { message: string, original?: { message: string } } {
  const message = isOfClient(error) ? inChinese(error.message) : error.message
  return message === error.message ? { message } : { message, original: { message: error.message } }
}

/** Describes a thrown value, which need not be an error. */
export function errorEvent(thrown: unknown): ErrorEvent {
  if (!(thrown instanceof Error)) return { type: 'error', name: 'Uncaught', message: inspect(thrown) }
  const { message, original } = messageOf(thrown)
  const own = { ...original, ...details(thrown) }
  const detail = Object.keys(own).length > 0 && { detail: inspect(own, { indent: 2, depth: 8 }) }
  return { type: 'error', name: thrown.name, message, ...detail, ...position(thrown) }
}
