import { fnv1a } from './fnv1a.ts'

/** Returns a number of `length` characters that starts with `prefix`: the same for the same text, up to 40 digits long. */
export const numberFor = (prefix: string, length: number, text: string) =>
  prefix + (digits(text) + digits(`${prefix}:${text}`)).slice(prefix.length - length)

/** Returns 20 digits. */
const digits = (text: string) => String(fnv1a(text)).padStart(20, '0')

/** Returns the number WeChat Pay gives an order. */
export const transactionId = (outTradeNo: string) => numberFor('4200001234', 28, outTradeNo)

/** Returns the number WeChat Pay gives a refund. */
export const refundId = (outRefundNo: string) => numberFor('5030000', 29, outRefundNo)
