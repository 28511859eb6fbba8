/** Any value that JSON can hold. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue }

/** The type of one value, by its name in the tables. */
export type ScalarType = 'string' | 'integer' | 'number' | 'boolean' | 'object'

/** A type in a table's type column; `[]` marks a list. */
export type FieldType = ScalarType | `${ScalarType}[]`

/** What the values of a field are limited to; of a list, its items. */
export interface Limits {
  /** Fewest UTF-8 bytes of a string, or characters if `lengthUnit` says so. */
  minLength?: number
  /** Most UTF-8 bytes of a string, or characters if `lengthUnit` says so. */
  maxLength?: number
  /** What the lengths count. @default UTF-8 bytes, as production counts */
  lengthUnit?: 'characters'
  minimum?: number
  maximum?: number
  /** Regular expression that a string must match. */
  pattern?: string
}

/** One row of a request or response table. */
export interface Field extends Limits {
  name: string
  type: FieldType
  required: boolean
  /** When an optional field is required, as the page says. */
  when?: string
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
