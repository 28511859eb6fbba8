import inspect from 'object-inspect'
import type { RunEvent } from '../messages.ts'
import { TranspileError } from '../typescript/transpile.ts'

type ErrorEvent = Extract<RunEvent, { type: 'error' }>

/** Finds the line that threw: only the example's module has a `blob:` or, in Node, a `data:` URL. */
function position(error: Error): { line: number, column: number } | undefined {
  if (error instanceof TranspileError) return { line: error.line, column: error.column }
  const [, line, column] = /(?:blob|data):\S*?:(\d+):(\d+)/.exec(error.stack ?? '') ?? []
  return line && column ? { line: Number(line), column: Number(column) } : undefined
}

/** Prints the own properties of an error, such as `status`, `code` and `detail` of an API error. */
function details(error: Error): string | undefined {
  const own = Object.entries(error).filter(([key]) => !['name', 'message', 'stack', 'line', 'column'].includes(key))
  return own.length > 0 ? inspect(Object.fromEntries(own), { indent: 2, depth: 8 }) : undefined
}

/** Describes a thrown value, which need not be an error. */
export function errorEvent(thrown: unknown): ErrorEvent {
  if (!(thrown instanceof Error)) return { type: 'error', name: 'Uncaught', message: inspect(thrown) }
  const { name, message } = thrown
  const detail = details(thrown)
  return { type: 'error', name, message, ...(detail ? { detail } : {}), ...position(thrown) }
}
