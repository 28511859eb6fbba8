/** Any value that JSON can hold. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue }

/** The type of one value, as the tables name it. */
export type ScalarType = 'string' | 'integer' | 'number' | 'boolean' | 'object'

/** A type as it stands in a table's type column; `[]` marks a list. */
export type FieldType = ScalarType | `${ScalarType}[]`

/** One row of a request or response table. */
export interface Field {
  name: string
  type: FieldType
  required: boolean
  /** What the row says of the field: Markdown source of the description cell, without attributes. */
  description: string
  /** The declared values, in the order of the page. Read from the code spans that follow 枚举值 in the description. */
  enum?: string[]
  /** Encrypted with the platform's (request) or merchant's (response) RSA key, or with the APIv3 key. */
  encrypted?: 'rsa' | 'aes-gcm'
  /** The string holds JSON or a URL-encoded form; `children` describe what it holds. */
  encoded?: 'json' | 'urlencode'
  /** Number of the form, from 1, where the same name has several below one parent. */
  alt?: number
  /** Members of an object, or of each object of a list. */
  children?: Field[]
  /** A plausible value, the same at every build. */
  sample: JsonValue
}
