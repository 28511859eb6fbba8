import type { Mistake } from './mistake.ts'

/** The signature and the certificate belong together, but to another merchant. */
export const otherMerchant: Mistake = {
  name: 'other-merchant',
  explain: 'mchid 不是签名所用证书的商户号：商户号、证书、私钥须属于同一个商户，服务商用自己的，不用特约商户的。',
}
