import { type Authorization, requestMessage } from '@wxpay-live/client/signing'
import type { Identity } from '../identity/identity.ts'
import type { Keys } from '../identity/keys.ts'
import { decodeBase64 } from '../values/base64.ts'
import { findings, inspectSignature } from './inspect-signature.ts'
import { type Mistake, type Parts, stringToSign, type Variant } from './mistake.ts'
import { mistakes } from './mistakes.ts'
import type { SignedRequest } from './signed-request.ts'

/** The merchant and the platform whose keys may have made a signature. */
export interface Parties {
  identity: Pick<Identity, 'secret'>
  keys: Keys
}

/** Why a signature is wrong. */
export type Diagnosis = Pick<Mistake, 'name' | 'explain'>

/** Maximum length of a body in characters for which mistakes are tried; each try builds a string as long as the body. */
const maxBodyLength = 20_000

const utf8 = new TextEncoder()
const hash = 'SHA-256'

/** Finds the known mistake behind a wrong signature, or else a finding about the signature. */
export async function diagnose(
  request: SignedRequest, authorization: Authorization, parties: Parties,
): Promise<Diagnosis> {
  const { method, url, body, upload } = request
  const { timestamp, nonce, signature } = authorization
  const target = requestMessage({ ...request, timestamp, nonce }).split('\n', 2)[1]!
  const parts: Parts = { method, target, timestamp, nonce, body, signature, url, upload }
  const tried = body.length > maxBodyLength ? [] : mistakes
  for (const { name, explain, variants } of tried) {
    for (const variant of variants(parts)) {
      if (await fits(variant, parts, parties)) return { name, explain }
    }
  }
  const name = inspectSignature(decodeBase64(signature), request, parties.keys)
  return { name, explain: findings[name] }
}

async function fits(variant: Variant, parts: Parts, { keys, identity }: Parties): Promise<boolean> {
  const { key = 'merchant', padding = 'RSASSA-PKCS1-v1_5', saltLength = 32, hashed } = variant
  const { message = stringToSign(parts), signature = decodeBase64(parts.signature) } = variant
  const text = typeof message === 'string' ? utf8.encode(message) : message
  const signed = hashed ? hashed(new Uint8Array(await crypto.subtle.digest(hash, text))) : text
  if (!signature) return false
  if (key === 'secret') {
    const algorithm = { name: 'HMAC', hash }
    const secret = utf8.encode(identity.secret)
    const hmacKey = await crypto.subtle.importKey('raw', secret, algorithm, false, ['verify'])
    return crypto.subtle.verify(algorithm, hmacKey, signature, signed)
  }
  const rsaKey = await crypto.subtle.importKey('jwk', keys.numbers[key], { name: padding, hash }, false, ['verify'])
  return crypto.subtle.verify({ name: padding, saltLength }, rsaKey, signature, signed)
}
