import { WxpayError } from './wxpay-error.ts'

/** Why a {@link SignatureError} was thrown. */
export interface SignatureErrorParts {
  /** What is missing or wrong. */
  reason: string
  /** `Wechatpay-Serial` of the response. */
  serial: string | undefined
  /** `Request-ID` of the response. */
  requestId: string | undefined
}

/** A response is not proven to come from WeChat Pay. Its body is not handed out, not even here. */
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
