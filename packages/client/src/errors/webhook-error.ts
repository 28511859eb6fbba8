import { WxpayError } from './wxpay-error.ts'

/** A notification has no valid signature, or cannot be read. Respond with a status of 4xx. */
export class WebhookError extends WxpayError {
  override name = 'WebhookError' as const
  /** The part that is missing or wrong. */
  readonly reason: string
  /** `Wechatpay-Serial` of the notification. */
  readonly serial: string | undefined

  constructor(reason: string, serial?: string, options?: ErrorOptions) {
    super(`the notification is not trusted: ${reason}`, options)
    this.reason = reason
    this.serial = serial
  }
}
