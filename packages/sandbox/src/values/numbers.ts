import { fnv1a } from './fnv1a.ts'

/** A number of that length, the same for the same text, another for another. */
export const numberFor = (prefix: string, length: number, text: string) =>
  prefix + (digits(text) + digits(`${prefix}:${text}`)).slice(prefix.length - length)

/** 20 digits. */
const digits = (text: string) => String(fnv1a(text)).padStart(20, '0')

/** The number WeChat Pay gives an order. */
export const transactionId = (outTradeNo: string) => numberFor('4200001234', 28, outTradeNo)

/** The number WeChat Pay gives a refund. */
export const refundId = (outRefundNo: string) => numberFor('5030000', 29, outRefundNo)
