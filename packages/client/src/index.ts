export type { Wxpay } from './access/wxpay.ts'
export { createClient } from './client.ts'
export {
  ApiError, ArgumentError, DecryptionError, isApiError, isArgumentError, isDecryptionError, isNetworkError,
  isSignatureError, isWxpayError, NetworkError, SignatureError, WxpayError,
} from './errors/index.ts'
export type {
  ClientOptions, FetchSync, Hooks, RawResponse, ReceivedResponse, RequestOptions, SendAsync, SendSync,
  SentRequest, Verification,
} from './options.ts'
export { SyncResponse } from './sync-response.ts'
export { fetchSync } from '#sync'
