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
  /** The `body` row; its `children` are the parts of a multipart body. */
  body?: Field
  /** The `base_uri` row, which names the access point. */
  baseUri?: Field
  /** The groups whose own row is marked required. */
  requiredGroups?: ('query' | 'headers')[]
}

/** The values of one request, ready to be sent. */
export interface Example {
  /** Values of the path variables, by name. Never empty: a placeholder of the page is replaced by a sample. */
  path: Record<string, string>
  query?: Record<string, JsonValue>
  headers?: Record<string, string>
  json?: JsonValue
  /** The parts of a multipart body, by name: the name of a file where its row is of type object, or what is sent. */
  body?: Record<string, JsonValue>
}

/** One endpoint: a verb on a path. */
export interface Operation {
  method: Method
  /** Path template with `{variables}`, starting with `/v3/`; one variable, `{download_url}`, where no path is fixed. */
  path: string
  title: string
  /** Location of the page below the docs folder, without `.md`. */
  page: string
  /** The `id` of the operation's heading on the page, such as `post`. */
  anchor: string
  request: RequestFields
  /** Members of the response body; empty where nothing is returned. */
  response: Field[]
  /** Access point with a slash at its end; absent where it is `https://api.mch.weixin.qq.com/`. */
  baseUri?: string
  /** The body is `multipart/form-data`; absent where it is JSON. */
  accepts?: 'multipart'
  /** What is answered where it is not JSON. */
  returns?: 'empty' | 'binary'
  /** Status of an empty response: 202 or 204. */
  status?: number
  example: Example
  /** The `product` of the page's front matter. */
  product?: string
  /** Links to the official documentation. */
  references: string[]
}
