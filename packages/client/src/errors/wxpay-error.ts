/** What everything this package throws has in common. */
export class WxpayError extends Error {
  override name = 'WxpayError'
}
