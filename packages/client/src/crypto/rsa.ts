import { ArgumentError } from '../errors/argument-error.ts'
import { decodeCanonicalBase64, encodeBase64 } from './base64.ts'
import { readPrivateKeyPem, readPublicKeyPem } from './pem.ts'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const utf8 = new TextEncoder()

/**
 * Imports an RSA private key to sign with.
 *
 * @param pem PKCS#8 PEM
 * @throws ArgumentError where the PEM is none
 */
export async function importPrivateKey(pem: string): Promise<CryptoKey> {
  return importPkcs8(readPrivateKeyPem('privateKey', pem))
}

/**
 * Imports an RSA public key to verify with.
 *
 * @param pem X.509 certificate or public key (SubjectPublicKeyInfo) in PEM
 * @throws ArgumentError where the PEM is neither
 */
export async function importPublicKey(pem: string): Promise<CryptoKey> {
  return importSpki(readPublicKeyPem('publicKey', pem))
}

/** Imports the PKCS#8 bytes of an RSA private key. */
export const importPkcs8 = (pkcs8: Uint8Array<ArrayBuffer>) => importKey('privateKey', 'pkcs8', pkcs8, 'sign')

/** Imports the SubjectPublicKeyInfo bytes of an RSA public key. */
export const importSpki = (spki: Uint8Array<ArrayBuffer>) => importKey('publicKey', 'spki', spki, 'verify')

/** Signs a message with RSASSA-PKCS1-v1_5 and SHA-256; answers base64. */
export async function sign(key: CryptoKey, message: string): Promise<string> {
  return encodeBase64(new Uint8Array(await crypto.subtle.sign(algorithm, key, utf8.encode(message))))
}

/** Whether a base64 signature is that of the message. Never throws over what the signature looks like. */
export async function verify(key: CryptoKey, message: string, signature: string): Promise<boolean> {
  const bytes = decodeCanonicalBase64(signature)
  return bytes !== undefined && crypto.subtle.verify(algorithm, key, bytes, utf8.encode(message))
}

async function importKey(
  name: string, format: 'pkcs8' | 'spki', bytes: Uint8Array<ArrayBuffer>, use: KeyUsage,
): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey(format, bytes, algorithm, false, [use])
  } catch (cause) {
    throw new ArgumentError(name, 'WebCrypto cannot use this RSA key', { cause })
  }
}
