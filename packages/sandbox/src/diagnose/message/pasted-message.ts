import type { EncryptedResource } from './encrypted-resource.ts'
import type { Moment } from './moment.ts'

/** A response or notification of WeChat Pay, as someone pasted it. */
export interface PastedMessage {
  /** With names in lower case; empty if only the body or the resource was pasted. */
  headers: Record<string, string>
  /** `undefined` if it was not pasted. */
  body?: string | undefined
  /** The body without a line end that may have been added when it was copied. */
  otherBody?: string
  /** Whether the body was pasted as a value, so that its bytes are lost. @default false */
  isParsed?: boolean
  /** When it arrived, as far as the paste says so. */
  received?: Moment | undefined
  /** What was put into the decryption, if it was pasted without its body. */
  resource?: EncryptedResource | undefined
}

/** The headers that a signature needs, by their names in {@link PastedMessage.headers}. */
export const signatureHeaders = [
  'wechatpay-timestamp', 'wechatpay-nonce', 'wechatpay-serial', 'wechatpay-signature',
] as const
