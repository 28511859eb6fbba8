import type { SignedRequest } from './signed-request.ts'

/** What stands in a request that is wrongly signed. */
export interface Parts {
  method: string
  /** Path and query, as they should be signed. */
  target: string
  timestamp: string
  nonce: string
  body: string
  /** As the header writes it. */
  signature: string
  /** The absolute URL. */
  url: string
  upload?: SignedRequest['upload'] | undefined
}

/** How a signature may have come about; what is not told is as it should be. */
export interface Signed {
  message?: string | Uint8Array<ArrayBuffer>
  signature?: Uint8Array<ArrayBuffer>
  key?: 'merchant' | 'platform' | 'secret'
  padding?: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS'
  saltLength?: number
  /** How the SHA-256 hash of the message was written, where it was signed instead of the message. */
  hashed?: (hash: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>
}

/** A mistake people make, and the signatures it leads to. */
export interface Mistake {
  name: string
  /** What happened and what to do, in one sentence. */
  explain: string
  variants: (parts: Parts) => Signed[]
}
