import type { Authorization } from '@wxpay-live/client/signing'
import type { Finding } from '../diagnosis.ts'
import { blanksInHeader, hasBlanks } from '../header.ts'
import { otherMerchant } from '../merchant.ts'
import { diagnoseSerial, serialMistake } from '../serial.ts'
import { inMilliseconds } from '../timestamp.ts'
import type { GivenKeys } from './given-keys.ts'

/**
 * Finds what is wrong with the values of a header that can be read.
 *
 * @param isSigner whether the given certificate's key made the signature
 */
export function headerFindings(
  header: string, authorization: Authorization, keys: GivenKeys, isSigner: boolean,
): Finding[] {
  const findings = [
    hasBlanks(header) ? blanksInHeader : undefined,
    inMilliseconds(authorization.timestamp),
    ofOtherMerchant(authorization, keys, isSigner) ? otherMerchant : undefined,
    serialFinding(authorization, keys, isSigner),
  ]
  return findings.flatMap(finding => finding ?? [])
}

/** Whether the certificate belongs to the request and to another merchant. */
function ofOtherMerchant(
  { mchid, serial }: Authorization, { merchant }: GivenKeys, isSigner: boolean,
): boolean {
  const owner = merchant?.commonName
  if (owner === undefined || !/^\d{8,}$/.test(owner)) return false
  return owner !== mchid && (isSigner || serial === merchant?.serial)
}

function serialFinding(
  { serial }: Authorization, { merchant, platformSerials }: GivenKeys, isSigner: boolean,
): Finding | undefined {
  const right = merchant?.serial
  if (serial === right) return undefined
  const mistake = diagnoseSerial(serial, { platform: platformSerials, merchant: right })
  if (mistake && serial.toUpperCase() === right) return { ...mistake, doubt: '没有资料说明微信支付是否拒绝这种写法。' }
  return mistake ?? (isSigner && right !== undefined ? serialMistake('other-serial') : undefined)
}
