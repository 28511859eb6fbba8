import type { Finding, Given } from '../diagnosis.ts'
import type { Mistake } from '../mistake.ts'
import { isHashedTwice, sha256, withHash } from '../hashes.ts'
import { hashedTwice } from '../explain-digest.ts'
import { readPublicKey } from '../public-key.ts'
import { readSigner } from '../signer.ts'
import { isApiv2Signature } from './apiv2.ts'
import { phoneMistake } from './mistakes.ts'
import { prepayOf } from './parameter-mistakes.ts'
import { type PhoneCall, textOf } from './phone-call.ts'
import { phoneMessage, type PhoneParts, signedStrings } from './signed-strings.ts'

/** What is known about the signature of parameters for a phone. */
export interface SignatureCheck {
  verdict: 'right' | 'wrong' | 'unknown'
  finding?: Finding
  missing?: string[]
  /** The known mistakes that do not explain the signature. */
  ruledOut?: Mistake[]
}

/** Checks the signature of a payment of APIv3: by the merchant's private key. */
export async function checkRsa(call: PhoneCall, given: Given): Promise<SignatureCheck> {
  const signature = textOf(call, 'paySign', 'sign') ?? ''
  const merchant = [given.certificate, given.publicKey].find(pem => pem)
  if (/^(?:[\da-f]{32}|[\da-f]{64})$/i.test(signature)) return checkApiv2(call, signature, given, merchant !== undefined)
  const { spelling, mistake, digest } = await readSigner(signature, {
    ...merchant && { merchant: readPublicKey('certificate', merchant).numbers },
    platform: [given.platformCertificate, given.platformPublicKey]
      .flatMap(pem => pem ? [readPublicKey('platformCertificate', pem).numbers] : []),
  })
  const finding = spelling ?? mistake ?? signType(call)
  if (finding) return { verdict: 'wrong', finding }
  if (digest === undefined) return { verdict: 'unknown', missing: ['没有商户证书或公钥，不能验签。'] }
  return compare(call, digest, given)
}

/** The signature is RSA, but the parameters say otherwise. */
function signType(call: PhoneCall): Finding | undefined {
  const said = textOf(call, 'signType')
  return said === undefined || said === 'RSA' ? undefined : phoneMistake('sign-type')
}

async function checkApiv2(
  call: PhoneCall, signature: string, { apiv2Key }: Given, isApiv3: boolean,
): Promise<SignatureCheck> {
  if (!isApiv3) return { verdict: 'unknown', missing: ['这是 APIv2 的签名；给出商户证书，才知道订单是 APIv3 的。'] }
  if (apiv2Key && await isApiv2Signature(call.members, signature, apiv2Key)) {
    return { verdict: 'wrong', finding: phoneMistake('apiv2-signature') }
  }
  const { mistake = phoneMistake('apiv2-signature') } = await readSigner(signature, { platform: [] })
  return { verdict: 'wrong', finding: mistake }
}

async function compare(call: PhoneCall, digest: string, given: Given): Promise<SignatureCheck> {
  const appid = textOf(call, 'appId', 'appid') ?? given.appid
  const timestamp = textOf(call, 'timeStamp', 'timestamp')
  const nonce = textOf(call, 'nonceStr', 'noncestr')
  if (!appid) return { verdict: 'unknown', missing: ['参数里没有 appid，也没有另外给出，不能验签。'] }
  if (!timestamp || !nonce) return { verdict: 'unknown', missing: ['参数里没有时间戳或随机串，不能验签。'] }
  const parts: PhoneParts = { appid, timestamp, nonce, prepay: prepayOf(call) }
  const expected = phoneMessage(parts)
  if (await sha256(expected) === digest) return { verdict: 'right' }
  for (const [name, strings] of signedStrings(parts, call.action === 'app', given.appid)) {
    const signed = await withHash(strings, digest)
    if (signed !== undefined) return { verdict: 'wrong', finding: { ...phoneMistake(name), expected, signed } }
  }
  if (await isHashedTwice(expected, digest)) return { verdict: 'wrong', finding: { ...hashedTwice, expected } }
  const tried = signedStrings(parts, call.action === 'app', given.appid).map(([name]) => phoneMistake(name))
  return { verdict: 'wrong', finding: { ...phoneMistake('other-message'), expected }, ruledOut: [...tried, hashedTwice] }
}
