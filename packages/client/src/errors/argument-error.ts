import { WxpayError } from './wxpay-error.ts'

/** An option or argument is unusable; thrown before a request is sent. */
export class ArgumentError extends WxpayError {
  override name = 'ArgumentError' as const
  /** Name of the option or argument: `privateKey`, `certs["PUB_KEY_ID_1"]`, `out_order_no`. */
  readonly argument: string

  constructor(argument: string, problem: string, options?: ErrorOptions) {
    super(`${argument}: ${problem}`, options)
    this.argument = argument
  }
}
