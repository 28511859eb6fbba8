import { spelledSignatures } from '../signature-spellings.ts'
import type { Given } from '../diagnosis.ts'
import { thousandths } from '../thousandths.ts'
import { hmacOf, md5Of, pairsOf, sortedPairs } from './apiv2.ts'
import type { SignatureCheck } from './check-rsa.ts'
import { numbered } from './coupons.ts'
import { phoneMistake, type PhoneMistakeName } from './mistakes.ts'
import { type Members, type PhoneCall, textOf } from './phone-call.ts'

/** Checks the signature of parameters for pay score and coupons: HMAC-SHA256 with the APIv2 key. */
export function checkHmac(call: PhoneCall, { apiv2Key, apiv3Key }: Given): SignatureCheck {
  const signature = textOf(call, 'sign')
  if (signature === undefined) return { verdict: 'unknown', missing: [call.action === 'score' ? unsignedScore : unsignedCoupons] }
  const said = textOf(call, 'sign_type')
  if (isRsa(signature)) return wrong('sign-type')
  const upper = signature.toUpperCase()
  const found = signaturesOf(call, apiv2Key, apiv3Key).find(([, signatures]) => signatures.includes(upper))
  if (found?.[0]) return wrong(found[0])
  if (found) return said === undefined || said === 'HMAC-SHA256' ? { verdict: 'right' } : wrong('sign-type')
  if (apiv2Key) return wrong('other-message')
  return { verdict: 'unknown', missing: ['没有 APIv2 密钥，不能验签。'] }
}

/** Returns the signatures that mistakes lead to, the right one without a name. */
function signaturesOf(
  call: PhoneCall, apiv2Key: string | undefined, apiv3Key: string | undefined,
): [PhoneMistakeName | undefined, string[]][] {
  const { members } = call
  const sorted = sortedPairs(members)
  const signed = (message: string, key: string) => hmacOf(`${message}&key=${key}`, key)
  const byApiv3: [PhoneMistakeName, string[]][] = apiv3Key
    ? [['apiv3-key-used', [signed(sorted, apiv3Key), hmacOf(sorted, apiv3Key)]]]
    : []
  if (!apiv2Key) return byApiv3
  const encoded = Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, encodeURIComponent(value)]))
  const mixed = apiv3Key ? [hmacOf(`${sorted}&key=${apiv2Key}`, apiv3Key), hmacOf(`${sorted}&key=${apiv3Key}`, apiv2Key)] : []
  return [
    [undefined, [signed(sorted, apiv2Key)]],
    ...byApiv3,
    ['apiv3-key-used', mixed],
    ['key-left-out', [hmacOf(sorted, apiv2Key)]],
    ['sign-type', [md5Of(`${sorted}&key=${apiv2Key}`)]],
    ['wrong-order', [signed(pairsOf(members).join('&'), apiv2Key)]],
    ['url-re-encoded', [signed(sortedPairs(encoded), apiv2Key)]],
    ['timestamp-in-milliseconds', inMilliseconds(members).map(message => signed(message, apiv2Key))],
    ['coupon-numbers', numberedOtherwise(call).map(message => signed(message, apiv2Key))],
    ['coupon-member-unsigned', withoutOptional(call).map(message => signed(message, apiv2Key))],
  ]
}

/** The strings with the coupons' members without numbers, with numbers from 1, and with the coupons as JSON. */
function numberedOtherwise({ members, coupons: [first, ...others] = [] }: PhoneCall): string[] {
  const { send_coupon_merchant = '' } = members
  if (!first) return []
  const coupons = [first, ...others]
  return [
    { ...first, send_coupon_merchant },
    numbered(coupons, members, 1),
    { ...members, send_coupon_merchant: '', send_coupon_merchant0: send_coupon_merchant },
    { send_coupon_params: JSON.stringify(coupons), send_coupon_merchant },
  ].map(sortedPairs)
}

/** Members of a coupon that are signed only if they are given. */
const optional = ['create_coupon_merchant', 'coupon_code', 'customize_send_time']

/** The strings without one of the optional members. */
const withoutOptional = ({ members, coupons }: PhoneCall): string[] => coupons
  ? optional.map(left => sortedPairs(Object.fromEntries(
      Object.entries(members).filter(([name]) => name.replace(/\d+$/, '') !== left))))
  : []

/** The string with a timestamp in milliseconds that the parameters have in seconds. */
function inMilliseconds(members: Members): string[] {
  const { timestamp } = members
  if (timestamp === undefined || !/^\d{10}$/.test(String(timestamp))) return []
  return thousandths.map(digits => sortedPairs({ ...members, timestamp: `${timestamp}${digits}` }))
}

const unsignedCoupons = '没有 sign：领券的参数要签名，用 APIv2 密钥做 HMAC-SHA256。'

const unsignedScore = '没有 sign：现在的确认订单页只要 package，不签名；订单详情页和 2024 年以前的页面要签名。'

const isRsa = (signature: string) => !/^[\da-f]+$/i.test(signature)
  && spelledSignatures(signature).some(({ bytes }) => bytes.length === 256)

const wrong = (name: PhoneMistakeName): SignatureCheck => ({ verdict: 'wrong', finding: phoneMistake(name) })
