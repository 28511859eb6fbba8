/** A response as a synchronous transport delivers it, before verification. */
export interface RawResponse {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: Uint8Array
}
