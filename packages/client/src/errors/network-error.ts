import { WxpayError } from './wxpay-error.ts'

/** No usable answer arrived; whether WeChat Pay acted on the request is not known. `cause` says what happened. */
export class NetworkError extends WxpayError {
  override name = 'NetworkError' as const
}
