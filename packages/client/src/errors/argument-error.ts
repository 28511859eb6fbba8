import { WxpayError } from './wxpay-error.ts'

/** An option or argument cannot be used; thrown before anything is sent. */
export class ArgumentError extends WxpayError {
  override name = 'ArgumentError' as const
  /** What cannot be used, as the caller names it: `privateKey`, `certs["PUB_KEY_ID_1"]`, `out_order_no`. */
  readonly argument: string

  constructor(argument: string, problem: string, options?: ErrorOptions) {
    super(`${argument}: ${problem}`, options)
    this.argument = argument
  }
}
