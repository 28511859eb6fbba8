import { WxpayError } from './wxpay-error.ts'

/** A ciphertext does not match its key, nonce and associated data. */
export class DecryptionError extends WxpayError {
  override name = 'DecryptionError' as const
}
