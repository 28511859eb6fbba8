import type { JsonValue, Operation } from '@wxpay-live/compiler/model'

/** A request as it came over the wire: what its signature covers. */
export interface Incoming {
  method: string
  /** Absolute URL, not one character changed. */
  url: string
  /** The `Authorization` header. */
  authorization: string | null
  /** The body as text; of a multipart body the `meta` part, which is what its signature covers. */
  body: string
  /** Only of a multipart body. */
  upload?: Upload
  /** The `Wechatpay-Serial` header: whose key encrypted fields are for. */
  serial: string | null
  headers: Headers
}

/** A multipart body. */
export interface Upload {
  /** The whole body as text, for diagnosis. */
  whole: string
  file?: UploadedFile
}

/** The file of a multipart body. */
export interface UploadedFile {
  /** Name of the part it came in. */
  part: string
  /** Its media type; empty where none was told. */
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/** A verified and validated request to one operation. */
export interface Call {
  operation: Operation
  /** Variables of the path by name, percent-decoded. */
  path: Record<string, string>
  query: URLSearchParams
  /** The `Wechatpay-Serial` header: whose key answers, and notifications, are to be verified with. */
  serial: string | null
  /** Absent where the operation takes no body, or none was sent. */
  body?: JsonValue
  upload?: UploadedFile
}
