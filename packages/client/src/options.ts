import type { SyncResponse } from './sync-response.ts'

/** A request in the moment before it is sent: every byte is final. */
export interface SentRequest {
  method: string
  /** Absolute URL, exactly as sent. */
  url: string
  headers: Record<string, string>
  /** The body as text; empty where there is none. */
  body: string
  /** The string that was signed, in APIv3's five lines. */
  message: string
}

/** What the check of a response's signature found. */
export interface Verification {
  verified: boolean
  /** `Wechatpay-Serial` of the response: the certificate or public key it names. */
  serial?: string
  /** The string whose signature was checked; absent where the response could not be checked at all. */
  message?: string
  /** Why the response is not trusted; absent where it is. */
  reason?: string
}

/** What is known of a response once its signature was checked. It never carries the body. */
export interface ReceivedResponse {
  request: SentRequest
  status: number
  headers: Record<string, string>
  verification: Verification
}

/** Called before a request is sent and after its response was checked. */
export interface Hooks {
  request?: (request: SentRequest) => void
  response?: (response: ReceivedResponse) => void
}

/** A response as a synchronous transport delivers it, before verification. */
export interface RawResponse {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: Uint8Array
}

/** Sends a request and blocks until the whole response is there. */
export type FetchSync = (request: Omit<SentRequest, 'message'>) => RawResponse

/** The options of {@link createClient}. */
export interface ClientOptions {
  /** Merchant id (商户号). */
  mchid: string
  /** Serial number of the merchant's API certificate, in hexadecimal. */
  serial: string
  /** The merchant's private key: PEM, PKCS#8 (`BEGIN PRIVATE KEY`). */
  privateKey: string
  /** Whom to trust: platform certificates or public keys in PEM, by serial number or `PUB_KEY_ID_…`. */
  certs: Record<string, string>
  /** APIv3 key, 32 bytes. Only needed to decrypt. */
  secret?: string
  /** Where requests go. @default 'https://api.mch.weixin.qq.com' */
  baseUrl?: string
  hooks?: Hooks
  /** Sends asynchronous requests. @default globalThis.fetch */
  fetch?: typeof globalThis.fetch
  /** Sends synchronous requests. @default a synchronous XMLHttpRequest in a browser's worker, a worker thread in Node */
  fetchSync?: FetchSync
  /** The clock, in milliseconds since the epoch. @default Date.now */
  now?: () => number
  /** Makes the nonce of a request. @default 32 random letters and digits */
  nonce?: () => string
}

/** The options of one request. Every other name is a variable of the path. */
export interface RequestOptions {
  /** Appended to the URL, percent-encoded by RFC 3986; `undefined` and `null` are left out. */
  query?: Record<string, unknown>
  /** Sent as the JSON body. */
  json?: unknown
  /** Sent as the body as it is; not together with `json`. */
  body?: string
  /** Win over the client's own, except for `Authorization`. */
  headers?: Record<string, string>
  [pathVariable: string]: unknown
}

/** Sends a request and waits for its verified response. */
export type SendAsync = (options?: RequestOptions) => Promise<Response>

/** Sends a request and blocks until its verified response is there. */
export type SendSync = (options?: RequestOptions) => SyncResponse
