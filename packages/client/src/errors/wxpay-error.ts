/** The base class of all errors of this package. */
export class WxpayError extends Error {
  override name = 'WxpayError'
}
