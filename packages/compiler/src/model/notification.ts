import type { Field } from './field.ts'

/** A message that WeChat Pay sends to the merchant's server. */
export interface Notification {
  /** Event type, such as `TRANSACTION.SUCCESS`. */
  event: string
  title: string
  /** Path of the page, relative to the docs folder, without `.md`. */
  page: string
  /** The `id` of the page's heading; empty if it has none. */
  anchor: string
  headers: Field[]
  /** Fields of the body as sent, with `resource` encrypted. */
  body: Field[]
  /** Fields of the decrypted resource. */
  resource: Field[]
  /** Fields of the other forms of the decrypted resource. */
  alternatives?: Field[][]
  /** Names of the forms, that of `resource` first; absent if the page names none. */
  forms?: string[]
  /** The merchant's response: `status`, `headers` and `body`. Absent if it is only a code and a message. */
  answer?: Field[]
  /** Links to the official documentation. */
  references: string[]
}
