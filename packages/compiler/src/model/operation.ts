import type { ErrorCode } from './error-code.ts'
import type { Field, JsonValue } from './field.ts'
import type { Terms } from './terms.ts'

/** The HTTP methods of APIv3. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The rows of a request table, grouped by their part of the request. */
export interface RequestFields {
  /** Variables of the path template, in the order of the template. */
  path: Field[]
  query: Field[]
  headers: Field[]
  /** The `json` row; its `children` are the fields of the body. */
  json?: Field
  /** The `body` row; its `children` are the parts of a multipart body. */
  body?: Field
  /** The `base_uri` row, which names the access point. */
  baseUri?: Field
  /** The groups whose own row is marked required. */
  requiredGroups?: ('query' | 'headers')[]
}

/** The values of one request, ready to be sent. */
export interface Example {
  /** Values of the path variables, by name. Never empty: samples replace the placeholders of the page. */
  path: Record<string, string>
  query?: Record<string, JsonValue>
  headers?: Record<string, string>
  json?: JsonValue
  /** The parts of a multipart body, by name: a file name if the row is of type object, otherwise the content. */
  body?: Record<string, JsonValue>
}

/** One method on one path of the API. */
export interface Operation extends Terms {
  method: Method
  /**
   * Path template with `{variables}` that starts with `/v3/`, or `/brand/` for the brand's own APIs; a single variable
   * such as `{download_url}` if no path is fixed.
   */
  path: string
  title: string
  /** Path of the page, relative to the docs folder, without `.md`. */
  page: string
  /** The `id` of the operation's heading on the page, such as `post`. */
  anchor: string
  request: RequestFields
  /** Fields of the response body; empty if the response has no JSON. */
  response: Field[]
  /** Access point with a trailing slash; absent if it is `https://api.mch.weixin.qq.com/`. */
  baseUri?: string
  /** Set if the request body is `multipart/form-data`; absent if it is JSON. */
  accepts?: 'multipart'
  /** The response body if it is not JSON. */
  returns?: 'empty' | 'binary'
  /** Status of an empty response: 202 or 204. */
  status?: number
  /** The error codes of the operation's table; the catalog has the codes of every operation. */
  errors?: ErrorCode[]
  example: Example
  /**
   * Locations in a request, without indices, that the API may know although the tables do not, such as
   * `/body/receivers/name`; `true` if any may be. Absent from a compiled catalog: `scripts/generate.ts` adds it.
   */
  tolerates?: true | string[]
  /** The `product` of the page's front matter. */
  product?: string
  /** Links to the official documentation. */
  references: string[]
}
