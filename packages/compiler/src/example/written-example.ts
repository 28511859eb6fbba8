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
  /** The parts of a multipart body that are known; the others are up to the page's table. */
  body?: Record<string, JsonValue>
  /** Access point, where it is named; with a slash at its end. */
  baseUri?: string
  /** What the code after the request makes of the response, where it is not JSON. */
  response?: { returns: 'empty' | 'binary', status?: number }
  /** Where values stand that only a run could tell; empty text is in their place. */
  unknown?: Set<string>
  /** The line of each value, by where it stands: `json/amount/total`. */
  lines: Map<string, number>
}

/** The access point of an API: the URL before `v3/`. The usual one need not be named. */
export function accessPointOf(url: string): string | undefined {
  const [, base] = /^(https?:\/\/[^?#\s]+?\/)(?:v3\/.*)?$/.exec(/[^/]$/.test(url) ? `${url}/` : url) ?? []
  return base && base !== 'https://api.mch.weixin.qq.com/' && URL.canParse(base) ? base : undefined
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
