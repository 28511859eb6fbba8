import { fnv1a } from './fnv1a.ts'

/** A number of that length, the same for the same text, another for another. */
export const numberFor = (prefix: string, length: number, text: string) =>
  prefix + String(fnv1a(`${prefix}:${text}`)).padStart(length, '0').slice(prefix.length - length)

/** The number WeChat Pay gives an order. */
export const transactionId = (outTradeNo: string) => numberFor('4200001234', 28, outTradeNo)

/** The number WeChat Pay gives a refund. */
export const refundId = (outRefundNo: string) => numberFor('5030000', 29, outRefundNo)
