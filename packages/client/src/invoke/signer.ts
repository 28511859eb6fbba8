/** What signs parameters for a phone with the APIv2 key. */
export interface Signer {
  /** Merchant id (商户号). */
  mchid: string
  /** APIv2 key, 32 characters. */
  apiv2Key: string
  /** The clock, in milliseconds since the epoch. @default Date.now */
  now?: () => number
  /** Returns a nonce. @default 32 random hexadecimal digits */
  nonce?: () => string
}
