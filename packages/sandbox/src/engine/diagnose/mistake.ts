import type { Upload } from '../call.ts'

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
  upload?: Upload | undefined
}

/** How a signature may have come about; what is not told is as it should be. */
export interface Signed {
  message?: string
  signature?: Uint8Array<ArrayBuffer> | undefined
  key?: 'merchant' | 'platform' | 'secret'
  padding?: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS'
  hash?: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'
  saltLength?: number
  /** Whether the message was hashed before it was signed, which hashes it again. */
  isHashed?: boolean
}

/** A mistake people make, and the signatures it leads to. */
export interface Mistake {
  name: string
  /** What happened and what to do, in one sentence. */
  explain: string
  variants: (parts: Parts) => Signed[]
}
