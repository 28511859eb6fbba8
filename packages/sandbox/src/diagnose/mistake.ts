import type { SignedRequest } from './signed-request.ts'

/** The parts of a wrongly signed request. */
export interface Parts {
  method: string
  /** Path and query, as the request line has them. */
  target: string
  timestamp: string
  nonce: string
  body: string
  /** The signature as the header has it. */
  signature: string
  /** The absolute URL. */
  url: string
  upload?: SignedRequest['upload'] | undefined
}

/** A way in which a signature may have been made; an omitted member is as APIv3 requires. */
export interface Variant {
  message?: string | Uint8Array<ArrayBuffer>
  signature?: Uint8Array<ArrayBuffer>
  key?: 'merchant' | 'platform' | 'secret'
  padding?: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS'
  saltLength?: number
  /** Encodes the SHA-256 hash of the message, if the hash was signed instead of the message. */
  hashed?: (hash: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>
}

/** A common mistake, and the signatures it leads to. */
export interface Mistake {
  name: string
  /** What went wrong and what to do, in one Chinese sentence. */
  explain: string
  variants: (parts: Parts) => Variant[]
}

/** Joins the lines of a string to sign. */
export const joinLines = (...lines: string[]) => lines.map(line => `${line}\n`).join('')

/** Returns the string to sign of a request. */
export const stringToSign = ({ method, target, timestamp, nonce, body }: Parts) =>
  joinLines(method, target, timestamp, nonce, body)
