import type { Field } from './field.ts'

/** A message that WeChat Pay sends to the merchant's server. */
export interface Notification {
  /** Event type, such as `TRANSACTION.SUCCESS`. */
  event: string
  title: string
  /** Location of the page below the docs folder, without `.md`. */
  page: string
  /** The `id` of the notification's heading on the page; empty where it has none. */
  anchor: string
  headers: Field[]
  /** Members of the body as it is sent, `resource` still encrypted. */
  body: Field[]
  /** Members of the decrypted resource. */
  resource: Field[]
  /** Members of the other forms that the decrypted resource can have. */
  alternatives?: Field[][]
  /** What the merchant answers: `status`, `headers` and `body`. Absent where it is only a code and a message. */
  answer?: Field[]
  /** Links to the official documentation. */
  references: string[]
}
