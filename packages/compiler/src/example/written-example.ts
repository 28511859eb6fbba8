import type { JsonValue } from '../model/index.ts'

/** The request of an example, in whatever language it was written. */
export interface WrittenExample {
  method: string
  /** Path template with `{variables}`. */
  path: string
  /** Line of the request itself; all lines are 1-based, within the example. */
  line: number
  /** Values of the path variables; empty text is a placeholder. */
  variables: Record<string, JsonValue>
  query?: Record<string, JsonValue>
  headers?: Record<string, JsonValue>
  json?: JsonValue
  /** The line of each value, by where it stands: `json/amount/total`. */
  lines: Map<string, number>
}

/** A value as written, and the line of each of its members. */
export interface Located {
  value: JsonValue
  lines: Map<string, number>
}

/** Something in an example that cannot be read; `line` is 1-based, within the example. */
export class ExampleError extends Error {
  readonly line: number
  readonly hint: string

  constructor(line: number, message: string, hint: string) {
    super(message)
    this.name = 'ExampleError'
    this.line = line
    this.hint = hint
  }
}

/** Deeper values than any API takes are refused, so that no walk over them can overflow the stack. */
export const maxDepth = 64
