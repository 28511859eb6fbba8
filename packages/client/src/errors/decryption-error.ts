import { WxpayError } from './wxpay-error.ts'

/** A ciphertext does not belong to the key, nonce and associated data it came with. */
export class DecryptionError extends WxpayError {
  override name = 'DecryptionError' as const
}
