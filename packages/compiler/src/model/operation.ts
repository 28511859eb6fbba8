import type { Field, JsonValue } from './field.ts'

/** The HTTP methods of APIv3. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The rows of a request table, sorted by where their values travel. */
export interface RequestFields {
  /** Variables of the path template, in the order of the template. */
  path: Field[]
  query: Field[]
  headers: Field[]
  /** The `json` row; its `children` are the members of the body. */
  json?: Field
}

/** The values of one request, ready to be sent. */
export interface Example {
  /** Values of the path variables, by name. Never empty: a placeholder of the page is replaced by a sample. */
  path: Record<string, string>
  query?: Record<string, JsonValue>
  headers?: Record<string, string>
  json?: JsonValue
}

/** One endpoint: a verb on a path. */
export interface Operation {
  method: Method
  /** Path template with `{variables}`, starting with `/v3/`. */
  path: string
  title: string
  /** Location of the page below the docs folder, without `.md`. */
  page: string
  /** The `id` of the operation's heading on the page, such as `post`. */
  anchor: string
  request: RequestFields
  /** Members of the response body; empty where nothing is returned. */
  response: Field[]
  example: Example
  /** Links to the official documentation. */
  references: string[]
}
