import { readFileSync } from 'node:fs'
import { Wechatpay } from 'wechatpay-axios-plugin'

const { env } = process

export const withPublicKey = () => new Wechatpay({
  ...env.API_BASE && { baseURL: env.API_BASE },
  mchid: env.WXPAY_MCHID,
  serial: env.WXPAY_SERIAL,
  privateKey: readFileSync(env.WXPAY_PRIVATE_KEY),
  // 以微信支付公钥ID或平台证书序列号为键
  certs: { [env.WXPAY_PUBLIC_KEY_ID]: readFileSync(env.WXPAY_PUBLIC_KEY) },
})
