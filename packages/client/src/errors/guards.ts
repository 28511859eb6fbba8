import { ApiError } from './api-error.ts'
import { ArgumentError } from './argument-error.ts'
import { DecryptionError } from './decryption-error.ts'
import { NetworkError } from './network-error.ts'
import { SignatureError } from './signature-error.ts'
import { WebhookError } from './webhook-error.ts'
import { WxpayError } from './wxpay-error.ts'

/** Whether an error was thrown by this package. */
export const isWxpayError = (error: unknown): error is WxpayError => error instanceof WxpayError

/** Whether WeChat Pay refused the request. */
export const isApiError = (error: unknown): error is ApiError => error instanceof ApiError

/** Whether an option or argument is unusable. */
export const isArgumentError = (error: unknown): error is ArgumentError => error instanceof ArgumentError

/** Whether a ciphertext does not match its key. */
export const isDecryptionError = (error: unknown): error is DecryptionError =>
  error instanceof DecryptionError

/** Whether no usable response arrived. */
export const isNetworkError = (error: unknown): error is NetworkError => error instanceof NetworkError

/** Whether the signature of a response is missing or wrong. */
export const isSignatureError = (error: unknown): error is SignatureError => error instanceof SignatureError

/** Whether a notification is not trusted. */
export const isWebhookError = (error: unknown): error is WebhookError => error instanceof WebhookError
