import * as crypto from 'node:crypto'
import { promisify } from 'node:util'
import { decodeCanonicalBase64 } from '../base64.ts'
import { isCryptoKey, type KeyMaterial } from '../key-material.ts'
import * as webCrypto from '../rsa.ts'

/** Node warns if a CryptoKey becomes a KeyObject, so that of a user stays one. */
type Key = CryptoKey | crypto.KeyObject

/** Imports a private key to sign with, and rejects what WebCrypto rejects. */
export async function importSigningKey(key: KeyMaterial): Promise<Key> {
  const imported = await webCrypto.importSigningKey(key)
  return isCryptoKey(key) ? imported : crypto.createPrivateKey({ key: Buffer.from(key), format: 'der', type: 'pkcs8' })
}

/** Imports a public key to verify with, and rejects what WebCrypto rejects. */
export async function importVerifyingKey(key: KeyMaterial): Promise<Key> {
  const imported = await webCrypto.importVerifyingKey(key)
  return isCryptoKey(key) ? imported : crypto.createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' })
}

const signOnPool = promisify<string, Buffer, crypto.KeyObject, Buffer>(crypto.sign)

/** Signatures that were asked for and are not made yet. */
let waiting = 0

/**
 * Signs a message as `rsa.ts` does. One signature is made at once: handing it to another thread takes longer. Several share the
 * threads of Node's pool.
 */
export async function sign(key: Key, message: string): Promise<string> {
  if (isCryptoKey(key)) return webCrypto.sign(key, message)
  waiting++
  try {
    // Requests that begin together come here together.
    await undefined
    const make = waiting > 1 ? signOnPool : crypto.sign
    return (await make('sha256', Buffer.from(message), key)).toString('base64')
  } finally {
    waiting--
  }
}

/** Verifies as `rsa.ts` does, at once: it takes less time than handing it to another thread. */
export async function verify(key: Key, message: string, signature: string): Promise<boolean> {
  if (isCryptoKey(key)) return webCrypto.verify(key, message, signature)
  const bytes = decodeCanonicalBase64(signature)
  return bytes !== undefined && crypto.verify('sha256', Buffer.from(message), key, bytes)
}
