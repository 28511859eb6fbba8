import type { Identity } from '../identity/identity.ts'
import type { Diagnosis } from './diagnose.ts'

/** Finds the known mistake behind a serial number that is not the merchant's; `undefined` if it fits no known mistake. */
export function diagnoseSerial(given: string, { serial, platform }: Identity): Diagnosis | undefined {
  const hex = given.replace(/[^\da-f]/gi, '').toUpperCase()
  if (given === platform.serial || given === platform.publicKeyId) {
    return {
      name: 'platform-serial',
      explain: '填了平台证书序列号或微信支付公钥ID：请求要用商户 API 证书的序列号，平台的只用于 Wechatpay-Serial。',
    }
  }
  if (hex === serial) {
    return { name: 'serial-spelling', explain: '证书序列号的写法不对：须为 40 位大写十六进制，不含冒号、空格。' }
  }
  if (/^\d+$/.test(given) && BigInt(given) === BigInt(`0x${serial}`)) {
    return { name: 'serial-decimal', explain: '证书序列号写成了十进制：须为 40 位大写十六进制。' }
  }
  return undefined
}
