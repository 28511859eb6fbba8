import { type Authorization, requestMessage } from '@wxpay-live/client/signing'
import { decodeBase64 } from '../values/base64.ts'
import type { Identity } from '../identity/identity.ts'
import type { Keys } from '../identity/keys.ts'
import type { SignedRequest } from './signed-request.ts'
import type { Mistake, Signed } from './mistake.ts'
import { mistakes } from './mistakes.ts'
import { findings, inspectSignature } from './inspect-signature.ts'

/** The merchant and the platform whose keys a signature may have been made with. */
export interface Parties {
  identity: Pick<Identity, 'secret'>
  keys: Keys
}

/** A mistake a signature was made with. */
export type Diagnosis = Pick<Mistake, 'name' | 'explain'>

/** Characters of the longest body with which mistakes are tried: each takes a text as long as the body. */
const longest = 100_000

const utf8 = new TextEncoder()
const hash = 'SHA-256'

/** Finds the known mistake with which a wrong signature comes about, else what is certain about it. */
export async function diagnose(
  request: SignedRequest, authorization: Authorization, parties: Parties,
): Promise<Diagnosis> {
  const { timestamp, nonce, signature } = authorization
  const target = requestMessage({ ...request, timestamp, nonce }).split('\n', 2)[1]!
  const parts = { method: request.method, target, timestamp, nonce, body: request.body, signature }
  const tried = request.body.length > longest ? [] : mistakes
  for (const { name, explain, variants } of tried) {
    for (const variant of variants({ ...parts, url: request.url, upload: request.upload })) {
      if (await fits(variant, parts, parties)) return { name, explain }
    }
  }
  const name = inspectSignature(decodeBase64(signature), request.body, parties.keys)
  return { name, explain: findings[name] }
}

type Parts = Record<'method' | 'target' | 'timestamp' | 'nonce' | 'body' | 'signature', string>

async function fits(variant: Signed, parts: Parts, { keys, identity }: Parties): Promise<boolean> {
  const { key = 'merchant', padding = 'RSASSA-PKCS1-v1_5', saltLength = 32, hashed } = variant
  const signature = variant.signature ?? decodeBase64(parts.signature)
  const { method, target, timestamp, nonce, body } = parts
  const message = variant.message ?? joinLines(method, target, timestamp, nonce, body)
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

const joinLines = (...lines: string[]) => lines.map(line => `${line}\n`).join('')
