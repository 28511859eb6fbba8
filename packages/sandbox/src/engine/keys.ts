import { importPrivateKey, importPublicKey } from '@wxpay-live/client/crypto'
import type { Identity } from '../identity/identity.ts'

/** The keys the engine works with, ready to use. */
export interface Keys {
  /** Verifies what the merchant signed. */
  merchant: CryptoKey
  /** Signs for the platform. */
  platform: CryptoKey
}

/**
 * Imports the keys of an identity.
 *
 * @throws ArgumentError where a PEM cannot be used
 */
export async function importKeys({ certificate, platform }: Identity): Promise<Keys> {
  const [merchantKey, platformKey] = await Promise.all([
    importPublicKey(certificate), importPrivateKey(platform.privateKey),
  ])
  return { merchant: merchantKey, platform: platformKey }
}
