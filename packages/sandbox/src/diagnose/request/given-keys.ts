import type { Given } from '../diagnosis.ts'
import type { Keyring } from '../keyring.ts'
import { type PublicKey, readPublicKey } from '../public-key.ts'

/** The keys that are given, and what their certificates say. */
export interface GivenKeys {
  keyring: Keyring
  /** The merchant's certificate or public key. */
  merchant: PublicKey | undefined
  /** Serial numbers and ids of the platform's keys. */
  platformSerials: string[]
}

/**
 * Reads the given keys.
 *
 * @throws ArgumentError or RangeError if a PEM is not an RSA key, without its content
 */
export function readGivenKeys(given: Given): GivenKeys {
  const read = (name: keyof Given) => given[name] === undefined ? [] : [readPublicKey(name, given[name])]
  const [merchant] = [...read('certificate'), ...read('publicKey')]
  const platform = [...read('platformCertificate'), ...read('platformPublicKey')]
  const platformSerials = [...platform.map(({ serial }) => serial), given.platformPublicKeyId]
    .flatMap(serial => serial ?? [])
  return {
    keyring: {
      platform: platform.map(({ numbers }) => numbers),
      ...merchant && { merchant: merchant.numbers },
      ...given.apiv3Key !== undefined && { secret: given.apiv3Key },
    },
    merchant,
    platformSerials,
  }
}
