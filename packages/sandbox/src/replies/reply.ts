import type { JsonValue } from '@wxpay-live/compiler/model'

/** The result of a handler, before it is signed. */
export interface Reply {
  status: number
  headers?: Record<string, string>
  /** @default an empty response */
  body?: JsonValue
  /** A file instead of a JSON body; sent without a signature, like the real API. */
  file?: Uint8Array<ArrayBuffer>
  /** Whether the current certificate signs it even while that is being replaced. */
  keepsCertificate?: true
}
