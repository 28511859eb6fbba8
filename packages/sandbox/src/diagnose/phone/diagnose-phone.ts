import type { Diagnosis, Given } from '../diagnosis.ts'
import { checkHmac } from './check-hmac.ts'
import { checkRsa, type SignatureCheck } from './check-rsa.ts'
import { phoneMistake } from './mistakes.ts'
import { hasExpiredPrepayId, parameterMistakes } from './parameter-mistakes.ts'
import type { PhoneCall } from './phone-call.ts'
import { readPhoneCall } from './read-phone-call.ts'
import { recognisePhoneCall } from './recognise.ts'

/**
 * Finds out whether a phone would accept parameters, and if not, the mistake.
 *
 * @returns `undefined` if the text holds no parameters for a phone
 * @throws ArgumentError or RangeError if a given key is not an RSA key, without its content
 */
export async function diagnosePhone(text: string, given: Given): Promise<Diagnosis | undefined> {
  const call = readPhoneCall(text)
  if (!call) return undefined
  const [parameter] = parameterMistakes(call, given)
  const signature = await check(call, given)
  const isExpired = hasExpiredPrepayId(call) ? phoneMistake('prepay-id-expired') : undefined
  const finding = nearest(signature, parameter && phoneMistake(parameter)) ?? isExpired
  return {
    kind: 'phone',
    verdict: finding ? 'invalid' : signature.verdict === 'right' ? 'valid' : 'undecidable',
    mistakes: finding ? [finding] : [],
    checked: signature.verdict === 'right' ? ['签名正确。'] : [],
    missing: signature.missing ?? [],
    ruledOut: finding === signature.finding ? signature.ruledOut ?? [] : [],
    recognised: recognisePhoneCall(call),
  }
}

async function check(call: PhoneCall, given: Given): Promise<SignatureCheck> {
  switch (call.action) {
    case 'score': case 'coupon': case 'coupon-page': return checkHmac(call, given)
    case 'transfer': return { verdict: 'unknown', missing: ['商家转账的 package 由微信支付生成，没有签名可验。'] }
    case 'authorization': return { verdict: 'unknown', missing: ['授权页只要 apply_permissions_token，不签名；它由微信支付生成，一小时内有效。'] }
    case 'parking': return { verdict: 'unknown', missing: ['停车服务开通页的参数不签名。'] }
    default: return checkRsa(call, given)
  }
}

/** A mistake in the parameters explains a signature that does not fit them, but not one that someone else made. */
function nearest({ finding }: SignatureCheck, parameter: Diagnosis['mistakes'][number] | undefined) {
  return parameter && (!finding || finding.name === 'other-message') ? parameter : finding
}
