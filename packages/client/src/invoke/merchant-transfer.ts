import { required } from '../pay/required.ts'
import { type BusinessView, businessView } from './business-view.ts'

/** The argument of `requestMerchantTransfer`. */
export interface MerchantTransferParams {
  mchId: string
  appId: string
  package: string
  subMchId?: string
  subAppId?: string
}

/** A transfer, or an authorization of transfers, that waits for the user. */
export interface WaitingTransfer {
  /** Merchant id of the request. */
  mchid: string
  /** App id of the request. */
  appid: string
  /** From the response, whose state is `WAIT_USER_CONFIRM`. */
  package_info: string
  /** Sub-merchant id of the request, if its money is transferred. */
  sub_mchid?: string
  /** App id of the sub-merchant, if the request has it. */
  sub_appid?: string
}

/**
 * Makes the parameters with which the user accepts a transfer, or allows transfers without confirmation. They are not
 * signed. Source: https://pay.weixin.qq.com/doc/v3/merchant/4012716430, https://pay.weixin.qq.com/doc/v3/partner/4016960577
 *
 * @throws ArgumentError naming the member that is missing
 */
export const merchantTransfer = (
  { mchid, appid, package_info, sub_mchid, sub_appid }: WaitingTransfer,
): BusinessView<'requestMerchantTransfer', MerchantTransferParams> => businessView('requestMerchantTransfer', {
  mchId: required('mchid', mchid),
  appId: required('appid', appid),
  package: required('package_info', package_info),
  ...sub_mchid && { subMchId: sub_mchid },
  ...sub_appid && { subAppId: sub_appid },
})
