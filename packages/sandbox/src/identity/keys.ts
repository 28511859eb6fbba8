import { importPrivateKey, importPublicKey } from '@wxpay-live/client/crypto'
import { bytesOfBase64 } from '../values/base64.ts'
import type { Identity } from './identity.ts'

/** The imported keys of an identity. */
export interface Keys {
  /** Verifies signatures of the merchant. */
  merchant: CryptoKey
  /** Encrypts fields for the merchant. */
  merchantEncryption: CryptoKey
  /** Decrypts fields that were encrypted for the merchant instead of the platform. */
  merchantDecryption: CryptoKey
  /** Signs for the platform. */
  platform: CryptoKey
  /** Signs for the platform after its certificate is replaced. */
  nextPlatform?: CryptoKey
  /** Decrypts fields that are encrypted for the platform. */
  platformDecryption: CryptoKey
  /** Decrypts fields that are encrypted for the platform's next certificate. */
  nextPlatformDecryption?: CryptoKey
  /** The public keys, to verify with other algorithms. */
  numbers: { merchant: JsonWebKey, platform: JsonWebKey }
}

/** The algorithm that encrypts fields in APIv3. */
const oaep = { name: 'RSA-OAEP', hash: 'SHA-1' }

/**
 * Imports the keys of an identity.
 *
 * @throws ArgumentError if a PEM is invalid
 */
export async function importKeys(identity: Identity): Promise<Keys> {
  const { certificate, privateKey, platform, nextPlatform } = identity
  const merchantKey = await importPublicKey(certificate)
  const platformKey = await importPrivateKey(platform.privateKey)
  const merchantDecryption = await importOaep(privateKey)
  const platformDecryption = await importOaep(platform.privateKey)
  const numbers = {
    merchant: await numbersOf(merchantDecryption),
    platform: await numbersOf(platformDecryption),
  }
  return {
    merchant: merchantKey,
    merchantEncryption: await crypto.subtle.importKey('jwk', numbers.merchant, oaep, false, ['encrypt']),
    merchantDecryption,
    platform: platformKey,
    platformDecryption,
    ...nextPlatform && {
      nextPlatform: await importPrivateKey(nextPlatform.privateKey),
      nextPlatformDecryption: await importOaep(nextPlatform.privateKey),
    },
    numbers,
  }
}

/** Returns the length of an RSA key's modulus, and so of its signatures, in bytes; 0 for other keys. */
export const modulusBytes = ({ algorithm }: CryptoKey) =>
  'modulusLength' in algorithm ? Number(algorithm.modulusLength) / 8 : 0

const importOaep = (pem: string) => crypto.subtle.importKey('pkcs8', derOf(pem), oaep, true, ['decrypt'])

/** Returns the bytes between the lines of a PEM. */
export const derOf = (pem: string) => bytesOfBase64(pem.replace(/-----.*-----/g, ''))

async function numbersOf(key: CryptoKey): Promise<JsonWebKey> {
  const { n, e } = await crypto.subtle.exportKey('jwk', key)
  return { kty: 'RSA', n: n!, e: e! }
}
