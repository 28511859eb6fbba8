import type { ReadRefusal } from './refusal.ts'

/** What helps after a refusal. */
export type Offer = '换一个单号再运行' | '替用户支付' | '先下单' | '重置沙箱'

const isUsed = /重复|已支付|已完成|已关闭|已撤销|已取消|^(?:OUT_TRADE_NO_USED|ORDERPAID|ORDER_CLOSED|ALREADY_EXISTS)/
const isMissing = /NOT_?EXISTS?|NOT_FOUND/
const isUnpaid = /未支付|等待用户|用户还未|用户支付中/

/**
 * Returns what helps after a refusal, the likeliest first.
 *
 * @param code the code that was run
 * @param waits whether the sandbox has a record of these numbers that waits for the user
 */
export function offersFor(
  { code: reason, message, numbers }: ReadRefusal, code: string, waits: boolean,
): Offer[] {
  const said = `${reason} ${message}`
  const offers: Offer[] = []
  // A refund does not find an order that is not paid.
  if (waits && (isMissing.test(said) || isUnpaid.test(said))) offers.push('替用户支付')
  if (!waits && isMissing.test(said)) offers.push('先下单')
  if (isUsed.test(said) && withNewNumbers(code, numbers) !== code) offers.push('换一个单号再运行')
  if (isUsed.test(said) || isMissing.test(said)) offers.push('重置沙箱')
  return offers
}

/** Replaces the numbers that are written in the code by the ones after them. */
export function withNewNumbers(code: string, numbers: Record<string, string>): string {
  return Object.values(numbers).reduce((text, number) => (
    ['\'', '"'].reduce((text, quote) => text.replaceAll(quote + number + quote, quote + numberAfter(number) + quote), text)
  ), code)
}

/** Adds one to the digits at the end, and keeps their count. */
export function numberAfter(number: string): string {
  const [digits = ''] = /\d*$/.exec(number)!
  if (!/[^9]/.test(digits)) return `${number}1`
  return number.slice(0, number.length - digits.length) + String(BigInt(digits) + 1n).padStart(digits.length, '0')
}
