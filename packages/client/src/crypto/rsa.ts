import { ArgumentError } from '../errors/argument-error.ts'
import { decodeCanonicalBase64, encodeBase64 } from './base64.ts'
import { type KeyInput, readPrivateKey, readPublicKey } from './key-input.ts'
import { isCryptoKey, type KeyMaterial } from './key-material.ts'
import { encodeUtf8 } from '../utf8.ts'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/**
 * Imports an RSA private key to sign with.
 *
 * @throws ArgumentError if it is not an RSA key of that kind
 */
export async function importPrivateKey(key: KeyInput): Promise<CryptoKey> {
  return importSigningKey(readPrivateKey('privateKey', key).key)
}

/**
 * Imports an RSA public key or an X.509 certificate to verify with.
 *
 * @throws ArgumentError if it is not an RSA key of that kind
 */
export async function importPublicKey(key: KeyInput): Promise<CryptoKey> {
  return importVerifyingKey(readPublicKey('publicKey', key).key)
}

/** Imports a private key to sign with. */
export const importSigningKey = (key: KeyMaterial) => importKey('privateKey', 'pkcs8', key, algorithm, 'sign')

/** Imports a public key to verify with. */
export const importVerifyingKey = (key: KeyMaterial) => importKey('publicKey', 'spki', key, algorithm, 'verify')

/** Signs a message with RSASSA-PKCS1-v1_5 and SHA-256; returns base64. */
export async function sign(key: CryptoKey, message: string): Promise<string> {
  return encodeBase64(new Uint8Array(await crypto.subtle.sign(algorithm, key, encodeUtf8(message))))
}

/** Whether a base64 signature is valid for the message; `false` if it is not base64. */
export async function verify(key: CryptoKey, message: string, signature: string): Promise<boolean> {
  const bytes = decodeCanonicalBase64(signature)
  return bytes !== undefined && crypto.subtle.verify(algorithm, key, bytes, encodeUtf8(message))
}

/**
 * Imports a key for one use; a `CryptoKey` is returned unchanged.
 *
 * @throws ArgumentError if WebCrypto rejects the key, or a `CryptoKey` has another use
 */
export async function importKey(
  name: string, format: 'pkcs8' | 'spki', key: KeyMaterial, algorithm: RsaHashedImportParams, use: KeyUsage,
): Promise<CryptoKey> {
  if (isCryptoKey(key)) {
    if (key.usages.includes(use)) return key
    throw new ArgumentError(name, `this CryptoKey cannot ${use}; use the key in another form`)
  }
  try {
    return await crypto.subtle.importKey(format, key, algorithm, false, [use])
  } catch (cause) {
    throw new ArgumentError(name, 'WebCrypto cannot use this RSA key', { cause })
  }
}
