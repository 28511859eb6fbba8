import type { JsonValue, Operation } from '@wxpay-live/compiler/model'
import type { UploadedFile } from '../values/multipart.ts'

/** A request as received. */
export interface Incoming {
  method: string
  /** Absolute URL, unchanged. */
  url: string
  /** The `Authorization` header. */
  authorization: string | null
  /** The body as text; of a multipart body the `meta` part, because the signature covers no more. */
  body: string
  /** Only of a multipart body. */
  upload?: Upload
  /** The `Wechatpay-Serial` header: the key that encrypts fields of the request. */
  serial: string | null
  headers: Headers
  /** Set if its form is accepted with doubt. */
  doubtful?: string[]
}

/** A multipart body. */
export interface Upload {
  /** The whole body as text, for diagnosis. */
  whole: string
  file?: UploadedFile
}

/** A verified and validated request to one operation. */
export interface Call {
  operation: Operation
  /** Path variables by name, percent-decoded. */
  path: Record<string, string>
  query: URLSearchParams
  /** The `Wechatpay-Serial` header: the key that signs the response and later notifications. */
  serial: string | null
  /** `undefined` if the operation takes no body, or the request has no body. */
  body?: JsonValue
  upload?: UploadedFile
}
