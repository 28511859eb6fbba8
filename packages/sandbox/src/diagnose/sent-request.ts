/** A request as sent, and what is known of the string that was signed for it. */
export interface SentRequest {
  method: string
  /** Absolute URL, unchanged; only path and query if that is all that is known. */
  url: string
  /** Path and query as WeChat Pay receives them. @default those of the URL */
  target?: string
  /** The body as text, with U+FFFD for bytes that are not UTF-8; of a multipart body its `meta` part. */
  body?: string | undefined
  /** Whether the body is not known, but not empty. */
  isBodyCut?: boolean
  /** The whole body as text, if it is multipart. */
  whole?: string | undefined
  /** `Content-Type`; `undefined` if the headers are not known, empty if it is not among them. */
  type?: string | undefined
  /** The string that was signed, if it is known. */
  signed?: string | undefined
}
