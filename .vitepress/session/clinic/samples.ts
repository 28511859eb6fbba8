import type { Paste } from './messages.ts'
import { encrypt, hmac, sandbox, signAsMerchant, signAsPlatform } from './sandbox-key.ts'

const nonce = '593BEC0C930BF1AFEB40B4A08C8FB242'
const appid = 'wxd678efh567hg6787'

const lines = (...texts: string[]) => texts.map(text => `${text}\n`).join('')

/** Moments of the samples, in seconds: now, since a `prepay_id` expires. */
const now = () => String(Math.floor(Date.now() / 1000))

interface Request { method: string, target: string, body?: string, signed: (timestamp: string) => string }

async function authorizationOf({ signed }: Request, timestamp: string): Promise<string> {
  const { mchid, serial } = sandbox
  const signature = await signAsMerchant(signed(timestamp))
  return `WECHATPAY2-SHA256-RSA2048 mchid="${mchid}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${serial}"`
}

async function curlOf(request: Request): Promise<Paste> {
  const authorization = await authorizationOf(request, now())
  const text = [
    `curl 'https://api.mch.weixin.qq.com${request.target}'`, `-H 'Accept: application/json'`, `-H 'Authorization: ${authorization}'`,
  ].join(' \\\n  ')
  return { text, given: { certificate: sandbox.certificate } }
}

async function httpOf(request: Request): Promise<Paste> {
  const { method, target, body = '' } = request
  const text = [
    `${method} ${target} HTTP/1.1`, 'Host: api.mch.weixin.qq.com', 'Accept: application/json', 'Content-Type: application/json',
    `Authorization: ${await authorizationOf(request, now())}`, '', body,
  ].join('\n')
  return { text, given: { certificate: sandbox.certificate } }
}

const query = '/v3/pay/transactions/out-trade-no/20260312094500000001'
const order = {
  appid, mchid: sandbox.mchid, description: '矿泉水 550ml', out_trade_no: '20260312094500000001',
  notify_url: 'https://www.example.com/wechatpay/transactions', amount: { total: 200 }, payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
}
const body = JSON.stringify(order)
const target = '/v3/pay/transactions/jsapi'

/** Signs a notification; what is pasted may have been changed after that. */
async function notification(change: (body: string) => string, signatureOf = signAsPlatform): Promise<Paste> {
  const { platform, secret } = sandbox
  const timestamp = now()
  const iv = 'fdasflkja484'
  const { mchid, out_trade_no } = order
  const plain = JSON.stringify({ mchid, appid, out_trade_no, trade_state: 'SUCCESS' })
  const body = JSON.stringify({
    id: 'EV-2018022511223320873', create_time: '2026-03-12T09:46:12+08:00', resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS', summary: '支付成功',
    resource: {
      original_type: 'transaction', algorithm: 'AEAD_AES_256_GCM', ciphertext: await encrypt(plain, iv, 'transaction'),
      associated_data: 'transaction', nonce: iv,
    },
  })
  const text = [
    'POST /wechatpay/transactions HTTP/1.1', 'Host: www.example.com', 'Content-Type: application/json',
    `Wechatpay-Serial: ${platform.publicKeyId}`, `Wechatpay-Timestamp: ${timestamp}`, `Wechatpay-Nonce: ${nonce}`,
    `Wechatpay-Signature: ${await signatureOf(lines(timestamp, nonce, body))}`, '', change(body),
  ].join('\n')
  const { publicKey: platformPublicKey, publicKeyId: platformPublicKeyId } = platform
  return { text, given: { platformPublicKey, platformPublicKeyId, apiv3Key: secret } }
}

/** The time in Beijing with which a `prepay_id` begins. */
const beijing = () => new Date(Date.now() + 8 * 3600_000).toISOString().replace(/\D/g, '').slice(0, 14)

async function jsapi(): Promise<Paste> {
  const timeStamp = now()
  const prepay = `wx${beijing()}a1b2c3d4e5f6a7b8c9d0`
  const paySign = await signAsMerchant(lines(appid, timeStamp, nonce, prepay))
  const params = { appId: appid, timeStamp, nonceStr: nonce, package: `prepay_id=${prepay}`, signType: 'RSA', paySign }
  return { text: `wx.requestPayment(${JSON.stringify(params, null, 2)})`, given: { certificate: sandbox.certificate, appid } }
}

/** Signs members as APIv2 does. */
function signedBy(key: string, members: Record<string, string>): Promise<string> {
  const pairs = Object.entries(members).map(pair => pair.join('=')).sort().join('&')
  return hmac(`${pairs}&key=${key}`, key)
}

async function payscore(): Promise<Paste> {
  const { apiv2Key, mchid, secret: apiv3Key } = sandbox
  const params = {
    mch_id: mchid, service_id: '500002', out_order_no: 'PS20260312094500000001', timestamp: now(), nonce_str: nonce,
    sign_type: 'HMAC-SHA256',
  }
  const extraData = JSON.stringify({ ...params, sign: await signedBy(apiv3Key, params) }, null, 4)
  const text = `wx.openBusinessView({\n  businessType: 'wxpayScoreDetail',\n  extraData: ${extraData}\n})`
  return { text, given: { apiv2Key, apiv3Key } }
}

async function coupons(): Promise<Paste> {
  const { apiv2Key, mchid: send_coupon_merchant } = sandbox
  const coupon = { stock_id: '98065001', out_request_no: 'C20260312094500000001', create_coupon_merchant: send_coupon_merchant }
  const sign = await signedBy(apiv2Key, { ...coupon, send_coupon_merchant })
  const text = JSON.stringify({ send_coupon_params: [coupon], send_coupon_merchant, sign }, null, 2)
  return { text, given: { apiv2Key } }
}

/** A text to try, which the sandbox's own keys sign when it is asked for. */
export interface Sample {
  title: string
  make: () => Promise<Paste>
}

/** The samples: a right one, and one mistake each of what can be pasted. */
export const samples: Sample[] = [
  {
    title: '正确的请求',
    make: () => httpOf({ method: 'POST', target, body, signed: time => lines('POST', target, time, nonce, body) }),
  },
  {
    title: '漏了查询串',
    make: () => curlOf({
      method: 'GET', target: `${query}?mchid=${sandbox.mchid}`, signed: time => lines('GET', query, time, nonce, ''),
    }),
  },
  {
    title: '请求体写了两次',
    make: () => httpOf({
      method: 'POST', target, body, signed: time => lines('POST', target, time, nonce, JSON.stringify(order, null, 2)),
    }),
  },
  { title: '正确的通知', make: () => notification(body => body) },
  { title: '通知解析后再验', make: () => notification(body => JSON.stringify(JSON.parse(body), null, 2)) },
  { title: '签名探测', make: () => notification(body => body, async () => `WECHATPAY/SIGNTEST/${btoa(nonce)}`) },
  { title: '小程序支付参数', make: jsapi },
  { title: '支付分参数', make: payscore },
  { title: '领券参数', make: coupons },
]
