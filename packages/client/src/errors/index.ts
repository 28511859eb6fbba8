export { ApiError, type ApiErrorParts } from './api-error.ts'
export { ArgumentError } from './argument-error.ts'
export { DecryptionError } from './decryption-error.ts'
export {
  isApiError, isArgumentError, isDecryptionError, isNetworkError, isSignatureError, isWebhookError,
  isWxpayError,
} from './guards.ts'
export { NetworkError } from './network-error.ts'
export { SignatureError, type SignatureErrorParts } from './signature-error.ts'
export { WebhookError } from './webhook-error.ts'
export { WxpayError } from './wxpay-error.ts'
