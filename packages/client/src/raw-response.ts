/** A response as received, before its signature is checked. */
export interface RawResponse {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: Uint8Array
  /** Whether the body was larger than `maxBodySize`; `body` is its beginning. */
  cut?: boolean
}
