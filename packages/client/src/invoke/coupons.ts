import { ArgumentError } from '../errors/argument-error.ts'
import { required } from '../pay/required.ts'
import { queryOf } from './query.ts'
import { signApiv2 } from './sign-apiv2.ts'
import type { Signer } from './signer.ts'

/** A coupon for the user to take. */
export interface OfferedCoupon {
  stock_id: string
  out_request_no: string
  /** Merchant of the batch: needed for a cash coupon (代金券), not known for a merchant's coupon (商家券). */
  create_coupon_merchant?: string
  /** Of a merchant's coupon whose batch wants a code when it is sent. */
  coupon_code?: string
  /** RFC 3339, of a merchant's coupon whose validity begins when it is taken. */
  customize_send_time?: string
}

/** The properties of the plugin `send-coupon` in a mini program. */
export interface SendCouponParams {
  send_coupon_params: OfferedCoupon[]
  send_coupon_merchant: string
  /** 64 hexadecimal digits in upper case. */
  sign: string
}

/** A merchant's coupon for one user to take. */
export interface PersonalCoupon extends Pick<OfferedCoupon, 'stock_id' | 'out_request_no' | 'coupon_code'> {
  open_id: string
}

type CouponSigner = Pick<Signer, 'mchid' | 'apiv2Key'>

/**
 * Signs the properties with which a mini program offers coupons. A coupon's members are signed with its position behind
 * their names. Source: https://pay.weixin.qq.com/doc/v3/merchant/4012285674
 *
 * @param coupons 1 to 10
 * @throws ArgumentError naming the member or option that is missing or unusable
 */
export async function couponParams(
  { mchid, apiv2Key }: CouponSigner, coupons: OfferedCoupon[],
): Promise<SendCouponParams> {
  if (!coupons.length || coupons.length > 10) throw new ArgumentError('coupons', 'expected 1 to 10')
  const send_coupon_merchant = required('mchid', mchid)
  const numbered = coupons.flatMap((coupon, position) => {
    required('stock_id', coupon.stock_id)
    required('out_request_no', coupon.out_request_no)
    return Object.entries(coupon).map(([name, value]) => [`${name}${position}`, value])
  })
  const sign = await signApiv2({ ...Object.fromEntries(numbered), send_coupon_merchant }, apiv2Key)
  return { send_coupon_params: coupons, send_coupon_merchant, sign }
}

/**
 * Returns the URL of the page on which a user takes a merchant's coupon (商家券).
 * Source: https://pay.weixin.qq.com/doc/v3/merchant/4012285783
 *
 * @throws ArgumentError naming the member or option that is missing or unusable
 */
export async function couponUrl({ mchid, apiv2Key }: CouponSigner, coupon: PersonalCoupon): Promise<string> {
  const { coupon_code } = coupon
  const members = {
    stock_id: required('stock_id', coupon.stock_id),
    out_request_no: required('out_request_no', coupon.out_request_no),
    send_coupon_merchant: required('mchid', mchid),
    open_id: required('open_id', coupon.open_id),
    ...coupon_code !== undefined && { coupon_code },
  }
  const query = queryOf({ ...members, sign: await signApiv2(members, apiv2Key) })
  return `https://action.weixin.qq.com/busifavor/getcouponinfo?${query}#wechat_pay&wechat_redirect`
}
