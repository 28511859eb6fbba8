import { importPrivateKey, importPublicKey } from '@wxpay-live/client/crypto'
import type { Identity } from './identity.ts'
import { bytesOfBase64 } from '../values/base64.ts'

/** The keys the engine works with, ready to use. */
export interface Keys {
  /** Verifies what the merchant signed. */
  merchant: CryptoKey
  /** Encrypts single fields for the merchant. */
  merchantEncryption: CryptoKey
  /** Signs for the platform. */
  platform: CryptoKey
  /** Signs for the platform once its certificate is replaced. */
  nextPlatform?: CryptoKey
  /** Decrypts what was encrypted for the platform. */
  platformDecryption: CryptoKey
  /** Decrypts what was encrypted for the platform's next certificate. */
  nextPlatformDecryption?: CryptoKey
  /** Public keys, for those who try other algorithms. */
  numbers: { merchant: JsonWebKey, platform: JsonWebKey }
}

/** What APIv3 encrypts single fields with. */
const oaep = { name: 'RSA-OAEP', hash: 'SHA-1' }

/**
 * Imports the keys of an identity.
 *
 * @throws ArgumentError where a PEM cannot be used
 */
export async function importKeys(identity: Identity): Promise<Keys> {
  const { certificate, privateKey, platform, nextPlatform } = identity
  const merchantKey = await importPublicKey(certificate)
  const platformKey = await importPrivateKey(platform.privateKey)
  const merchantOwn = await importOaep(privateKey)
  const platformDecryption = await importOaep(platform.privateKey)
  const numbers = { merchant: await numbersOf(merchantOwn), platform: await numbersOf(platformDecryption) }
  return {
    merchant: merchantKey,
    merchantEncryption: await crypto.subtle.importKey('jwk', numbers.merchant, oaep, false, ['encrypt']),
    platform: platformKey,
    platformDecryption,
    ...nextPlatform && {
      nextPlatform: await importPrivateKey(nextPlatform.privateKey),
      nextPlatformDecryption: await importOaep(nextPlatform.privateKey),
    },
    numbers,
  }
}

const importOaep = (pem: string) => crypto.subtle.importKey('pkcs8', derOf(pem), oaep, true, ['decrypt'])

const derOf = (pem: string) => bytesOfBase64(pem.replace(/-----.*-----/g, ''))

async function numbersOf(key: CryptoKey): Promise<JsonWebKey> {
  const { n, e } = await crypto.subtle.exportKey('jwk', key)
  return { kty: 'RSA', n: n!, e: e! }
}
