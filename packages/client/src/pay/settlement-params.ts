import type { Settings } from '../settings.ts'
import { required } from './required.ts'
import { secondsOf, signLines } from './sign-lines.ts'

/** A batch of settlements that waits for the payee. */
export interface WaitingSettlement {
  /** Of the mini program that opens the page, the same as in the request. */
  appid: string
  /** From the response to the request. */
  settle_batch_no: string
}

/** The argument of `requestPrepaySettleOrderConfirm` of WeChat Pay's npm package for mini programs. */
export interface SettlementParams {
  mchid: string
  appid: string
  /** `settle_batch_no=…` */
  package: string
  timeStamp: string
  nonceStr: string
  signType: 'RSA'
  /** Serial number of the merchant API certificate. */
  certSerialNo: string
  signature: string
}

/**
 * Signs the parameters with which a mini program asks a payee to confirm a settlement.
 * Source: https://pay.weixin.qq.com/docs/merchant/apis/personal-collections/confirm-receipt-payment-notice.html
 *
 * @throws ArgumentError naming the member that is missing
 */
export async function settlementParams(
  settings: Pick<Settings, 'mchid' | 'serial' | 'privateKey' | 'now' | 'nonce'>, waiting: WaitingSettlement,
): Promise<SettlementParams> {
  const { appid, settle_batch_no } = Object(waiting) as Partial<WaitingSettlement>
  const signed = {
    appid: required('appid', appid),
    timeStamp: secondsOf(settings),
    nonceStr: settings.nonce(),
    package: `settle_batch_no=${required('settle_batch_no', settle_batch_no)}`,
  }
  return {
    mchid: settings.mchid,
    ...signed,
    signType: 'RSA',
    certSerialNo: settings.serial,
    signature: await signLines(settings, ...Object.values(signed)),
  }
}
