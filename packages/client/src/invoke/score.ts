import { required } from '../pay/required.ts'
import { randomNonce } from '../signing/nonce.ts'
import { type BusinessView, businessView } from './business-view.ts'
import { signApiv2 } from './sign-apiv2.ts'
import type { Signer } from './signer.ts'

/** A pay-score order of a merchant. */
export interface ScoreOrder {
  service_id: string
  out_order_no: string
}

/** The parameters that show a pay-score order, signed. */
export interface ScoreDetailParams extends ScoreOrder {
  mch_id: string
  /** Seconds since the epoch. */
  timestamp: string
  nonce_str: string
  sign_type: 'HMAC-SHA256'
  /** 64 hexadecimal digits in upper case. */
  sign: string
}

/**
 * Makes the parameters with which the user confirms a pay-score order. They are not signed.
 * Source: https://pay.weixin.qq.com/doc/v3/merchant/4012587949
 *
 * @param created the response to the order, of which `package` is used
 * @throws ArgumentError if `package` is missing
 */
export const scoreConfirmation = (
  created: { package: string },
): BusinessView<'wxpayScoreUse', { package: string }> =>
  businessView('wxpayScoreUse', { package: required('package', created.package) })

/**
 * Makes the parameters with which the user allows pay-score orders without confirmation. They are not signed.
 * Source: https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter6_1_9.shtml
 *
 * @param applied the response to the pre-authorization, of which `apply_permissions_token` is used, good for an hour
 * @throws ArgumentError if the token is missing
 */
export const scoreAuthorization = (
  applied: { apply_permissions_token: string },
): BusinessView<'wxpayScoreEnable', { apply_permissions_token: string }> => {
  const apply_permissions_token = required('apply_permissions_token', applied.apply_permissions_token)
  return businessView('wxpayScoreEnable', { apply_permissions_token })
}

/**
 * Signs the parameters with which the user sees a pay-score order.
 * Source: https://pay.weixin.qq.com/doc/v3/merchant/4012587984
 *
 * @throws ArgumentError naming the member or option that is missing or unusable
 */
export async function scoreDetail(
  { mchid, apiv2Key, now = Date.now, nonce = randomNonce }: Signer, order: ScoreOrder,
): Promise<BusinessView<'wxpayScoreDetail', ScoreDetailParams>> {
  const members = {
    mch_id: required('mchid', mchid),
    service_id: required('service_id', order.service_id),
    out_order_no: required('out_order_no', order.out_order_no),
    timestamp: String(Math.floor(now() / 1000)),
    nonce_str: nonce(),
    sign_type: 'HMAC-SHA256',
  } as const
  return businessView('wxpayScoreDetail', { ...members, sign: await signApiv2(members, apiv2Key) })
}
