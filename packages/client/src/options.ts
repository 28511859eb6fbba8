import type { KeyInput } from './crypto/key-input.ts'
import type { RawResponse } from './raw-response.ts'
import type { SyncResponse } from './sync-response.ts'

/** A request in the moment before it is sent: every byte is final. */
export interface SentRequest {
  method: string
  /** Absolute URL, exactly as sent. */
  url: string
  headers: Record<string, string>
  /** The body as text; empty where there is none. Of an upload, the text of its `meta`, which is what is signed. */
  body: string
  /** What is sent in place of `body`: a multipart body that holds it. Only there for an upload. */
  upload?: Blob
  /** The string that was signed, in APIv3's five lines. */
  message: string
}

/** What the check of a response's signature found. */
export interface Verification {
  verified: boolean
  /** `Wechatpay-Serial` of the response: the certificate or public key it names. */
  serial?: string
  /** The string whose signature was checked; absent where the response is not trusted, since the body is part of it. */
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

/** Sends a request and blocks until the whole response is there. */
export type FetchSync = (request: Omit<SentRequest, 'message'> & {
  /** Milliseconds after which to give up. */
  timeout?: number
}) => RawResponse

/** A call that failed, as a retry policy sees it. */
export interface FailedAttempt {
  /** What would be thrown. */
  error: unknown
  method: string
  /** How often the request was sent, counting from 1. */
  attempt: number
  /** What the caller says of the request. */
  idempotent: boolean
}

/** Tells how many milliseconds to wait before the request is signed and sent anew; `undefined` to give up. */
export type RetryPolicy = (failed: FailedAttempt) => number | undefined

/** The options of {@link createClient}. */
export interface ClientOptions {
  /** Merchant id (商户号). */
  mchid: string
  /** Serial number of the merchant's API certificate, in hexadecimal; or the certificate, from which it is read. */
  serial: KeyInput
  /** The merchant's private key. */
  privateKey: KeyInput
  /**
   * Whom to trust: platform certificates and public keys by serial number or `PUB_KEY_ID_…`, or a list of certificates.
   * May be left out where there is a `secret`: then nobody is trusted until `certificates()` was called.
   */
  certs?: Record<string, KeyInput> | readonly KeyInput[]
  /** APIv3 key, 32 bytes. Needed for notifications and `certificates()`. */
  secret?: string
  /** Where requests go. @default 'https://api.mch.weixin.qq.com' */
  baseUrl?: string
  /**
   * Where a request is repeated that got no answer at `baseUrl`, if `retry` repeats it; `''` for nowhere else.
   *
   * @default 'https://api2.mch.weixin.qq.com' for the default `baseUrl`
   */
  standbyUrl?: string
  /** Whether and when to repeat what failed; `safeRetry()` of `@wxpay-live/client/retry` is one. @default never */
  retry?: RetryPolicy
  /** Milliseconds until an answer is given up, `Infinity` for never. @default 30_000 */
  timeout?: number
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

/** A multipart body: the JSON that is signed, and files by the name of their part. */
export interface Upload {
  /** Text as it is, or what is written as JSON. */
  meta: unknown
  [part: string]: unknown
}

/** The digest of a file as WeChat Pay gives it, beside other members of the same answer. */
export interface FileHash {
  /** `SHA1` or `SHA256`; in Node also `SM3`. */
  hash_type: string
  /** In hexadecimal. */
  hash_value: string
}

/** The options of one request. Every other name is a variable of the path. */
export interface RequestOptions {
  /** Appended to the URL, percent-encoded by RFC 3986; `undefined` and `null` are left out. */
  query?: Record<string, unknown>
  /** Sent as the JSON body. */
  json?: unknown
  /** Sent as it is, bytes being UTF-8 text; not together with `json`. A form or an {@link Upload} is sent as multipart. */
  body?: string | Uint8Array | ArrayBuffer | FormData | Upload
  /** Win over the client's own, except for `Authorization`. */
  headers?: Record<string, string>
  /** Replaces the client's `baseUrl`, such as `https://apihk.mch.weixin.qq.com/`. */
  baseUrl?: string
  /** Replaces the client's `timeout`. */
  timeout?: number
  /** Ends the call, which then throws the signal's reason. A synchronous call only looks at it before it sends. */
  signal?: AbortSignal
  /** Says that WeChat Pay acts once however often this arrives, by its order number or the like. @default false */
  idempotent?: boolean
  /** Of a file to download: what the signed answer that led to it says of its content. */
  hash?: FileHash
  [pathVariable: string]: unknown
}

/** Sends a request and waits for its verified response. */
export type SendAsync = (options?: RequestOptions) => Promise<Response>

/** Sends a request and blocks until its verified response is there. */
export type SendSync = (options?: RequestOptions) => SyncResponse
