import type { Settings } from '../settings.ts'
import { required } from './required.ts'
import { secondsOf, signLines } from './sign-lines.ts'

/** An ordered payment. */
export interface Prepaid {
  /** Of the official account, mini program or app that opens the payment. */
  appid: string
  /** From the response to the order. */
  prepay_id: string
}

/** The argument of `wx.requestPayment` in a mini program. */
export interface MiniProgramParams {
  timeStamp: string
  nonceStr: string
  /** `prepay_id=…` */
  package: string
  signType: 'RSA'
  paySign: string
}

/** The argument of `WeixinJSBridge.invoke('getBrandWCPayRequest', …)` in a page. */
export interface JsapiParams extends MiniProgramParams {
  appId: string
}

/** The members of the `PayReq` of the WeChat SDK in an app. */
export interface AppParams {
  appid: string
  partnerid: string
  prepayid: string
  package: 'Sign=WXPay'
  noncestr: string
  timestamp: string
  sign: string
}

/** The settings of a client that sign for a phone. */
export type PaySettings = Pick<Settings, 'mchid' | 'privateKey' | 'now' | 'nonce'>

/**
 * Signs the parameters with which a page inside WeChat opens a payment.
 * Source: https://pay.weixin.qq.com/doc/v3/merchant/4012365339
 */
export async function jsapiParams(settings: PaySettings, prepaid: Prepaid): Promise<JsapiParams> {
  const params = await miniProgramParams(settings, prepaid)
  return { appId: prepaid.appid, ...params }
}

/**
 * Signs the parameters with which a mini program opens a payment.
 * Source: https://pay.weixin.qq.com/doc/v3/merchant/4012365341
 */
export async function miniProgramParams(settings: PaySettings, prepaid: Prepaid): Promise<MiniProgramParams> {
  const { appid, prepay_id, timestamp, nonce } = draft(settings, prepaid)
  const prepay = `prepay_id=${prepay_id}`
  const paySign = await signLines(settings, appid, timestamp, nonce, prepay)
  return { timeStamp: timestamp, nonceStr: nonce, package: prepay, signType: 'RSA', paySign }
}

/**
 * Signs the parameters with which an app opens a payment. Source: https://pay.weixin.qq.com/doc/v3/merchant/4012365340
 *
 * @param prepaid with the merchant id to show as `partnerid`, by default the client's
 */
export async function appParams(
  settings: PaySettings, prepaid: Prepaid & { partnerid?: string },
): Promise<AppParams> {
  const { appid, prepay_id: prepayid, timestamp, nonce: noncestr } = draft(settings, prepaid)
  return {
    appid,
    partnerid: prepaid.partnerid ?? settings.mchid,
    prepayid,
    package: 'Sign=WXPay',
    noncestr,
    timestamp,
    sign: await signLines(settings, appid, timestamp, noncestr, prepayid),
  }
}

function draft(settings: PaySettings, prepaid: Prepaid) {
  const { appid, prepay_id } = Object(prepaid) as Partial<Prepaid>
  return {
    appid: required('appid', appid),
    prepay_id: required('prepay_id', prepay_id),
    timestamp: secondsOf(settings),
    nonce: settings.nonce(),
  }
}
