import type { Diagnosis, Given } from '@wxpay-live/sandbox/diagnose'

/** A field for what is known besides the pasted text. */
export interface Field {
  name: keyof Given
  label: string
  hint: string
  /** Whether it takes a PEM, in several lines. */
  isPem?: true
  /** The kinds of paste that it helps with. */
  kinds: Diagnosis['kind'][]
}

/** All fields, in the order in which they are shown. */
export const fields: Field[] = [
  { name: 'certificate', label: '商户 API 证书', hint: 'apiclient_cert.pem', isPem: true, kinds: ['request', 'phone'] },
  { name: 'publicKey', label: '商户公钥', hint: '没有证书时用它', isPem: true, kinds: ['request', 'phone'] },
  { name: 'platformPublicKey', label: '微信支付公钥', hint: 'pub_key.pem', isPem: true, kinds: ['message'] },
  { name: 'platformPublicKeyId', label: '微信支付公钥ID', hint: 'PUB_KEY_ID_…', kinds: ['message'] },
  { name: 'platformCertificate', label: '平台证书', hint: '从「获取平台证书列表」得到的', isPem: true, kinds: ['message'] },
  { name: 'apiv3Key', label: 'APIv3 密钥', hint: '32 个字符，解密 resource', kinds: ['message'] },
  { name: 'apiv2Key', label: 'APIv2 密钥', hint: '32 个字符，支付分调起与领券用', kinds: ['phone'] },
  { name: 'appid', label: 'appid', hint: '下单时的 appid', kinds: ['phone'] },
]

/** What has been entered, without the empty fields. */
export function entered(given: Given): Given {
  const trimmed = Object.entries(given).map(([name, text]) => [name, text.trim()])
  return Object.fromEntries(trimmed.filter(([, text]) => text))
}
