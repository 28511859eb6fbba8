import type { Members } from './phone-call.ts'
import { readMembers } from './read-members.ts'

/** Reads the coupons that a mini program offers: the objects that name a stock. */
export const couponsIn = (text: string): Members[] =>
  Array.from(text.matchAll(/\{[^{}]*\}/g), ([object]) => readMembers(object)).filter(members => 'stock_id' in members)

/** Returns the members that the signature of coupons covers, and the signature. */
export function numbered(coupons: Members[], { send_coupon_merchant = '', sign }: Members, first = 0): Members {
  const pairs = coupons.flatMap((coupon, position) =>
    Object.entries(coupon).map(([name, value]) => [`${name}${position + first}`, value]))
  return { ...Object.fromEntries(pairs), send_coupon_merchant, ...sign !== undefined && { sign } }
}
