import { isForm } from '../../values/form.ts'
import { couponsIn, numbered } from './coupons.ts'
import type { Members, PhoneAction, PhoneCall } from './phone-call.ts'
import { readMembers, readQuery } from './read-members.ts'

const functions = [
  'requestPayment', 'chooseWXPay', 'getBrandWCPayRequest', 'requestMerchantTransfer', 'openBusinessView', 'PayReq',
  'send_coupon_params', 'getcouponinfo', 'auth-creditpay',
]

/** Members of a call that are no parameters of the payment. */
const ownMembers = ['businessType', 'query', 'queryString', 'path', 'provider']

/** Reads parameters for a phone in any form; `undefined` if the text is something else. */
export function readPhoneCall(text: string): PhoneCall | undefined {
  const all = readMembers(text)
  const called = functions.find(name => text.includes(name))
  const query = queryIn(all) ?? queryOfPage(text) ?? (isForm(text.trim()) ? text.trim() : undefined)
  const members = query === undefined ? without(all, ownMembers) : readQuery(query)
  const businessType = all.businessType === undefined ? undefined : String(all.businessType)
  const action = actionOf(members, businessType ?? called ?? '')
  const call = action && { action, function: called, members, query, businessType }
  const coupons = action === 'coupon' ? couponsIn(text) : []
  return call && coupons.length ? { ...call, coupons, members: numbered(coupons, members) } : call
}

function queryIn({ query, queryString }: Members): string | undefined {
  const text = queryString ?? query
  return typeof text === 'string' && text.includes('=') ? text : undefined
}

/** Returns the query of the page on which a coupon is taken, or parking fees are allowed, as URLs, HTML and JSON write it. */
function queryOfPage(text: string): string | undefined {
  const [, query] = /(?:getcouponinfo|auth-creditpay)\?([^\s"'<>`]*)/.exec(text) ?? []
  return query?.replace(/\\u0026|&amp;/gi, '&')
}

const without = (members: Members, names: string[]): Members =>
  Object.fromEntries(Object.entries(members).filter(([name]) => !names.includes(name)))

const couponPages = ['send_coupon_params', 'getcouponinfo']

/** Returns what the parameters are for; `undefined` if they are for no phone. */
function actionOf(members: Members, called: string): PhoneAction | undefined {
  const has = (...names: string[]) => names.some(name => name in members)
  if (/^requestMerchantTransfer$/.test(called)) return has('package') ? 'transfer' : undefined
  if (has('apply_permissions_token')) return 'authorization'
  if (has('plate_number') && (called === 'auth-creditpay' || has('trade_scene'))) return 'parking'
  if (has('send_coupon_merchant') && (has('sign') || couponPages.includes(called))) return has('open_id') ? 'coupon-page' : 'coupon'
  if (has('mch_id') && has('sign') && has('nonce_str')) return 'score'
  if (/^wxpayScore/.test(called) && has('package')) return 'score'
  if (!has('sign', 'paySign')) return has('mchId', 'mchid') && has('appId', 'appid') && has('package') ? 'transfer' : undefined
  if (has('prepayId', 'prepayid')) return 'app'
  return has('package', 'packageValue') && has('nonceStr', 'noncestr') ? 'jsapi' : undefined
}
