import { createHash as createNodeHash, createPrivateKey, createPublicKey, KeyObject, sign, verify } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { decodeCanonicalBase64 } from '../base64.ts'
import { isCryptoKey, type KeyMaterial } from '../key-material.ts'
import type { Hash } from './hash.ts'

/** Starts a digest: SHA-1, SHA-256 or SM3. */
export function createHash(type: string): Hash {
  const hash = createNodeHash(type)
  return { update: chunk => void hash.update(chunk), hex: () => hash.digest('hex') }
}

/** Unpacks gzip. */
export const gunzip = (packed: Uint8Array): Uint8Array => gunzipSync(packed)

/** Makes a function that signs with RSASSA-PKCS1-v1_5 and SHA-256; it answers base64. */
export function createSigner(pkcs8: KeyMaterial) {
  const key = isCryptoKey(pkcs8)
    ? KeyObject.from(pkcs8)
    : createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  return (message: string): string => sign('sha256', Buffer.from(message), key).toString('base64')
}

/** Makes a function that tells whether a base64 signature is that of the message. */
export function createVerifier(spki: KeyMaterial) {
  const key = isCryptoKey(spki)
    ? KeyObject.from(spki)
    : createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  return (message: string, signature: string): boolean => {
    const bytes = decodeCanonicalBase64(signature)
    return bytes !== undefined && verify('sha256', Buffer.from(message), key, bytes)
  }
}
