import { importPrivateKey, importPublicKey } from '@wxpay-live/client/crypto'
import type { Identity } from '../identity/identity.ts'

/** The keys the engine works with, ready to use. */
export interface Keys {
  /** Verifies what the merchant signed. */
  merchant: CryptoKey
  /** Encrypts single fields for the merchant. */
  merchantEncryption: CryptoKey
  /** Signs for the platform. */
  platform: CryptoKey
  /** Decrypts what was encrypted for the platform. */
  platformDecryption: CryptoKey
}

/** What APIv3 encrypts single fields with. */
const oaep = { name: 'RSA-OAEP', hash: 'SHA-1' }

/**
 * Imports the keys of an identity.
 *
 * @throws ArgumentError where a PEM cannot be used
 */
export async function importKeys({ certificate, privateKey, platform }: Identity): Promise<Keys> {
  const [merchantKey, platformKey] = await Promise.all([
    importPublicKey(certificate), importPrivateKey(platform.privateKey),
  ])
  const [own, platformDecryption] = await Promise.all([privateKey, platform.privateKey].map(importOaep))
  const { kty, n, e } = await crypto.subtle.exportKey('jwk', own!)
  const ownPublic = { kty, n, e } as JsonWebKey
  const merchantEncryption = await crypto.subtle.importKey('jwk', ownPublic, oaep, false, ['encrypt'])
  return { merchant: merchantKey, merchantEncryption, platform: platformKey, platformDecryption: platformDecryption! }
}

const importOaep = (pem: string) => crypto.subtle.importKey('pkcs8', derOf(pem), oaep, true, ['decrypt'])

const derOf = (pem: string) =>
  Uint8Array.from(atob(pem.replace(/-----.*-----/g, '')), character => character.charCodeAt(0))
