import type { JsonValue } from '../model/index.ts'

/** The request of an example, whether written in PHP or HTTP. */
export interface WrittenExample {
  method: string
  /** Path template with `{variables}`. */
  path: string
  /** Line of the request itself. All lines are 1-based and relative to the example. */
  line: number
  /** Values of the path variables; an empty string is a placeholder. */
  variables: Record<string, JsonValue>
  query?: Record<string, JsonValue>
  headers?: Record<string, JsonValue>
  json?: JsonValue
  /** The known parts of a multipart body; the page's table supplies the others. */
  body?: Record<string, JsonValue>
  /** Access point with a trailing slash; absent if it is the usual one. */
  baseUri?: string
  /** The response that the code expects; absent if it is JSON or unknown. */
  response?: { returns: 'empty' | 'binary', status?: number }
  /** Locations of values that only a run can determine; they are empty strings. An empty location means all options. */
  unknown?: Set<string>
  /** The line of each value, by location: `json/amount/total`. */
  lines: Map<string, number>
}

/** The access point of a URL: everything before `v3/`; undefined if it is the usual one or not a URL. */
export function accessPointOf(url: string): string | undefined {
  const [, base] = /^(https?:\/\/[^?#\s]+?\/)(?:v3\/.*)?$/.exec(/[^/]$/.test(url) ? `${url}/` : url) ?? []
  return base && base !== 'https://api.mch.weixin.qq.com/' && URL.canParse(base) ? base : undefined
}

/** A value, and the line of each of its parts by location. */
export interface Located {
  value: JsonValue
  lines: Map<string, number>
}

/** An example cannot be read; `line` is 1-based and relative to the example. */
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

/** Deeper than any API; the limit keeps recursive walks over a value from overflowing the stack. */
export const maxDepth = 64
