import { WxpayError } from './wxpay-error.ts'

/** No usable response arrived, and WeChat Pay may have acted on the request. `cause` is the transport's error. */
export class NetworkError extends WxpayError {
  override name = 'NetworkError' as const
}
