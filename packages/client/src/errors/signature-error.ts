import { WxpayError } from './wxpay-error.ts'

/** The members of a {@link SignatureError}. */
export interface SignatureErrorParts {
  /** The part that is missing or wrong. */
  reason: string
  /** `Wechatpay-Serial` of the response. */
  serial: string | undefined
  /** `Request-ID` of the response. */
  requestId: string | undefined
}

/** The signature of a response is missing or wrong. The error does not contain the body. */
export class SignatureError extends WxpayError implements SignatureErrorParts {
  override name = 'SignatureError' as const
  declare readonly reason: string
  declare readonly serial: string | undefined
  declare readonly requestId: string | undefined

  constructor(message: string, parts: SignatureErrorParts) {
    super(message)
    Object.assign(this, parts)
  }
}
