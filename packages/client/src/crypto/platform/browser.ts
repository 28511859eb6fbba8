import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { PKCS1_SHA256 } from 'micro-rsa-dsa-dh/rsa.js'
import { decodeCanonicalBase64, encodeBase64 } from '../base64.ts'
import type { Bytes } from '../der.ts'
import { isCryptoKey, type KeyMaterial } from '../key-material.ts'
import { readPrivateNumbers, readPublicNumbers } from '../rsa-key.ts'
import { ArgumentError } from '../../errors/argument-error.ts'
import { encodeHex } from '../../hex.ts'
import { encodeUtf8 } from '../../utf8.ts'
import type { Hash } from './hash.ts'

/** Starts a digest: SHA-1 or SHA-256. */
export function createHash(type: string): Hash {
  const make = { sha1, sha256 }[type]
  if (!make) throw new ArgumentError('hash', 'this platform knows SHA1 and SHA256 only')
  const hash = make.create()
  return { update: chunk => void hash.update(chunk), hex: () => encodeHex(hash.digest()) }
}

/** Unpacks gzip, which a browser only does asynchronously. */
export const gunzip: (packed: Uint8Array) => Uint8Array = () => {
  throw new ArgumentError('hash', 'the hash of a gzip file cannot be checked synchronously here; use getAsync')
}

/** Makes a function that signs with RSASSA-PKCS1-v1_5 and SHA-256; it answers base64. */
export function createSigner(pkcs8: KeyMaterial) {
  const key = readPrivateNumbers(bytesOf('privateKey', pkcs8))
  return (message: string): string => encodeBase64(PKCS1_SHA256.sign(key, encodeUtf8(message)))
}

/** Makes a function that tells whether a base64 signature is that of the message. */
export function createVerifier(spki: KeyMaterial) {
  const key = readPublicNumbers(bytesOf('certs', spki))
  return (message: string, signature: string): boolean => {
    const bytes = decodeCanonicalBase64(signature)
    return bytes !== undefined && PKCS1_SHA256.verify(key, encodeUtf8(message), bytes)
  }
}

function bytesOf(name: string, key: KeyMaterial): Bytes {
  if (!isCryptoKey(key)) return key
  throw new ArgumentError(name, 'a CryptoKey only works in calls that end in Async; give the key in another form')
}
