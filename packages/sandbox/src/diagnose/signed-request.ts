/** A request as sent, with the text that its signature covers. */
export interface SignedRequest {
  method: string
  /** Absolute URL, unchanged. */
  url: string
  /** The body as text; of a multipart body, its `meta` part. */
  body: string
  /** The whole body as text, if it is multipart. */
  upload?: { whole: string }
}
