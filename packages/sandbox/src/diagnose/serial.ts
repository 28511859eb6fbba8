import { lookUp, type Mistake } from './mistake.ts'

/** What is known of serial numbers. */
export interface KnownSerials {
  /** Serial number of the merchant's certificate: hexadecimal in upper case; `undefined` if it is not known. */
  merchant: string | undefined
  /** Serial numbers and public key ids of WeChat Pay. */
  platform: string[]
}

const serialMistakes = {
  'platform-serial': '填了平台证书序列号或微信支付公钥ID：请求要用商户 API 证书的序列号，平台的只用于 Wechatpay-Serial。',
  'serial-spelling': '证书序列号的写法不对：须照商户证书写，大写十六进制，不含冒号、空格，开头的 0 不多也不少。',
  'serial-decimal': '证书序列号写成了十进制：须为 40 位大写十六进制。',
  'other-serial': 'serial_no 不是签名所用私钥的证书的序列号：证书、私钥、序列号三者要配套，换证书要一起换。',
}

/** Looks up a mistake in a serial number. */
export const serialMistake = lookUp(serialMistakes)

/** Finds the known mistake behind a serial number that is not the merchant's, if any. */
export function diagnoseSerial(given: string, { merchant, platform }: KnownSerials): Mistake | undefined {
  const hex = given.replace(/^0x/i, '').replace(/[^\da-f]/gi, '').toUpperCase()
  if (platform.includes(given) || given.startsWith('PUB_KEY_ID_')) return serialMistake('platform-serial')
  if (merchant === undefined) return undefined
  const isHex = /^(?:0x)?[\da-f][\da-f\s:-]*$/i.test(given)
  if (isHex && hex.replace(/^0+/, '') === merchant.replace(/^0+/, '')) return serialMistake('serial-spelling')
  if (/^\d+$/.test(given) && BigInt(given) === BigInt(`0x${merchant}`)) return serialMistake('serial-decimal')
  return undefined
}
