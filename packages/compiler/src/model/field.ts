/** Any value that JSON can hold. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue }

/** The type of one value, by its name in the tables. */
export type ScalarType = 'string' | 'integer' | 'number' | 'boolean' | 'object'

/** A type in a table's type column; `[]` marks a list. */
export type FieldType = ScalarType | `${ScalarType}[]`

/** One row of a request or response table. */
export interface Field {
  name: string
  type: FieldType
  required: boolean
  /** Markdown source of the description cell, without attributes. */
  description: string
  /** The enum values, in the order of the page: the code spans after 枚举值 in the description. */
  enum?: string[]
  /** Encrypted with the RSA key of the platform (in a request) or the merchant (in a response), or with the APIv3 key. */
  encrypted?: 'rsa' | 'aes-gcm'
  /** The string contains JSON or a URL-encoded form; `children` are its fields. */
  encoded?: 'json' | 'urlencode'
  /** 1-based number of the form, if fields with the same name and parent have several forms. */
  alt?: number
  /** Members of an object, or of each object of a list. */
  children?: Field[]
  /** A plausible value, the same in every build. */
  sample: JsonValue
}
