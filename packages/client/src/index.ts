export type { TypedResponse } from './access/operation.ts'
export type { TypedWxpay } from './access/typed-wxpay.ts'
export type { Wxpay } from './access/wxpay.ts'
export type { CertificatesOptions } from './certificates/keep-fresh.ts'
export type { PlatformCertificate } from './certificates/trust.ts'
export { type Client, createClient } from './client.ts'
export { Encrypted } from './crypto/encrypted.ts'
export type { KeyInput } from './crypto/key-input.ts'
export {
  ApiError, ArgumentError, DecryptionError, isApiError, isArgumentError, isDecryptionError, isNetworkError,
  isSignatureError, isWebhookError, isWxpayError, NetworkError, SignatureError, WebhookError, WxpayError,
} from './errors/index.ts'
export type { Helpers } from './helpers.ts'
export type {
  ClientOptions, FailedAttempt, FetchSync, FileHash, Hooks, ReceivedResponse, RequestOptions, RetryPolicy,
  SendAsync, SendSync, SentRequest, Upload, Verification,
} from './options.ts'
export type { AppParams, JsapiParams, MiniProgramParams, Prepaid } from './pay/pay-params.ts'
export type { SettlementParams, WaitingSettlement } from './pay/settlement-params.ts'
export type { RawResponse } from './raw-response.ts'
export { SyncResponse } from './sync-response.ts'
export { fetchSync } from '#sync'
export type { WebhookEvent } from './webhook/parse.ts'
export type { WebhookSource } from './webhook/read-source.ts'
