import type { KeyInput } from './crypto/key-input.ts'
import type { RawResponse } from './raw-response.ts'
import type { SyncResponse } from './sync-response.ts'

/** A request as it is sent, byte for byte. */
export interface SentRequest {
  method: string
  /** Absolute URL. */
  url: string
  headers: Record<string, string>
  /** The body as text, empty by default. For an upload the text of its `meta`, which is signed. */
  body: string
  /** The multipart body of an upload, sent instead of `body`. */
  upload?: Blob
  /** The string that was signed, in APIv3's five lines. */
  message: string
}

/** The result of checking the signature of a response. */
export interface Verification {
  verified: boolean
  /** `Wechatpay-Serial` of the response, which names a certificate or public key. */
  serial?: string
  /** The string that was signed; missing if the response is not trusted, since it contains the body. */
  message?: string
  /** Why the response is not trusted. */
  reason?: string
}

/** A response after its signature was checked, without its body. */
export interface ReceivedResponse {
  request: SentRequest
  status: number
  headers: Record<string, string>
  verification: Verification
}

/** Functions that are called before a request is sent and after its response was checked. */
export interface Hooks {
  request?: (request: SentRequest) => void
  response?: (response: ReceivedResponse) => void
}

/** Sends a request and blocks until it has read the whole response. */
export type FetchSync = (request: Omit<SentRequest, 'message'> & {
  /** Milliseconds after which to give up. */
  timeout?: number
  /** Bytes of an unpacked body above which to stop, with `cut` set. */
  maxBodySize?: number
}) => RawResponse

/** A failed attempt, as a retry policy gets it. */
export interface FailedAttempt {
  /** The error that the call would throw. */
  error: unknown
  method: string
  /** Number of attempts made, from 1. */
  attempt: number
  /** The option of the request. */
  idempotent: boolean
}

/** Returns the milliseconds to wait before the request is signed and sent again, or `undefined` to give up. */
export type RetryPolicy = (failed: FailedAttempt) => number | undefined

/** The options of {@link createClient}. */
export interface ClientOptions {
  /** Merchant id (商户号). */
  mchid: string
  /** Serial number of the merchant's API certificate in hexadecimal, or the certificate. */
  serial: KeyInput
  /** The merchant's private key. */
  privateKey: KeyInput
  /**
   * WeChat Pay's keys: platform certificates and public keys by serial number or `PUB_KEY_ID_…`, or an array of
   * certificates. Optional with a `secret`: then no response is trusted until `certificates()` was called.
   */
  certs?: Record<string, KeyInput> | readonly KeyInput[]
  /** APIv3 key, 32 bytes. Needed for notifications and `certificates()`. */
  secret?: string
  /** Where requests are sent. @default 'https://api.mch.weixin.qq.com' */
  baseUrl?: string
  /**
   * Where `retry` repeats a request that got no response from `baseUrl`; `''` for `baseUrl` again.
   *
   * @default 'https://api2.mch.weixin.qq.com' for the default `baseUrl`
   */
  standbyUrl?: string
  /** Decides whether and when to repeat a failed request, such as `safeRetry()`. @default never */
  retry?: RetryPolicy
  /** Milliseconds to wait for a response, may be `Infinity`. @default 30_000 */
  timeout?: number
  /**
   * Bytes of an unpacked response above which it is not read, may be `Infinity`. Files to download have no limit: an
   * asynchronous call hands them out as a stream.
   *
   * @default 16 MiB
   */
  maxBodySize?: number
  hooks?: Hooks
  /** Sends asynchronous requests. @default globalThis.fetch */
  fetch?: typeof globalThis.fetch
  /** Sends synchronous requests. @default a synchronous XMLHttpRequest in a browser's worker, a worker thread in Node */
  fetchSync?: FetchSync
  /** The clock, in milliseconds since the epoch. @default Date.now */
  now?: () => number
  /** Returns the nonce of a request. @default 32 random hexadecimal digits */
  nonce?: () => string
}

/** A multipart body: the JSON that is signed, and files by part name. */
export interface Upload {
  /** Text, or a value that is written as JSON. */
  meta: unknown
  [part: string]: unknown
}

/** The digest of a file, with the member names of WeChat Pay's responses. */
export interface FileHash {
  /** `SHA1` or `SHA256`, in Node also `SM3`. */
  hash_type: string
  /** In hexadecimal. */
  hash_value: string
}

/** The options of one request. Every other name is a variable of the path. */
export interface RequestOptions {
  /** The query of the URL; `undefined` and `null` are left out. */
  query?: Record<string, unknown>
  /** Sent as the JSON body. */
  json?: unknown
  /** Text or bytes of UTF-8, sent unchanged; a form or an {@link Upload} is sent as multipart. Not with `json`. */
  body?: string | Uint8Array | ArrayBuffer | FormData | Upload
  /** Replace the client's headers, except for `Authorization`. */
  headers?: Record<string, string>
  /** Replaces the client's `baseUrl`, such as `https://apihk.mch.weixin.qq.com/`. */
  baseUrl?: string
  /** Replaces the client's `timeout`. */
  timeout?: number
  /** Ends the call, which throws the signal's reason. A synchronous call checks it only before it sends. */
  signal?: AbortSignal
  /** Whether WeChat Pay carries out repeated requests once, such as by order number. @default false */
  idempotent?: boolean
  /** The digest of the file to download, from the signed response that contains its URL. */
  hash?: FileHash
  [pathVariable: string]: unknown
}

/** Sends a request and returns a promise of its verified response. */
export type SendAsync = (options?: RequestOptions) => Promise<Response>

/** Sends a request and blocks until it returns the verified response. */
export type SendSync = (options?: RequestOptions) => SyncResponse
